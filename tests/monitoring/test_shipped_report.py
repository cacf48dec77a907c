"""From the shipped data: the diagrams of the source, figure by figure, and what does not add up."""

from zoneinfo import ZoneInfo

import pytest

from domain.names import Language, Names
from handlers.common.texts import Texts
from handlers.report.document import all_charts, document
from services.monitoring.diagrams import DiagramKind
from services.monitoring.facts import Basis
from services.monitoring.findings import FindingKind
from services.monitoring.gaps import GapKind
from services.unit_of_work import Database
from tests.monitoring import truth
from tests.monitoring.helpers import shipped


def word(subject: Names | str) -> str:
    return subject if isinstance(subject, str) else subject.ru or ""


async def test_the_five_diagrams_show_the_figures_of_the_source(loaded: Database) -> None:
    found = {one.kind: one for one in (await shipped(loaded)).diagrams}
    assert {one.basis for one in found.values()} == {Basis.STATED}
    for kind, wanted in (
        (DiagramKind.AVAILABILITY, truth.AVAILABILITY),
        (DiagramKind.PROGRAMME_KIND, truth.PROGRAMME_KIND),
    ):
        assert {word(bar.subject): bar.values[0] for bar in found[kind].bars} == wanted
    factions = found[DiagramKind.FACTIONS]
    assert {
        word(bar.subject): (bar.values[0], size)
        for bar, size in zip(factions.bars, factions.members, strict=True)
    } == truth.FACTIONS
    requests = {word(bar.subject): bar.values for bar in found[DiagramKind.REQUESTS].bars}
    meetings = {word(bar.subject): bar.values for bar in found[DiagramKind.MEETINGS].bars}
    assert {name: requests[name] + meetings[name] for name in requests} == truth.DEPUTIES


async def test_everything_that_does_not_add_up_is_found(loaded: Database) -> None:
    found = [
        (
            one.kind.value,
            str(one.measure),
            (one.subject.en or "") if one.subject else "",
            tuple(version.value for version in one.versions),
        )
        for one in (await shipped(loaded)).contradictions
    ]
    amanat, party = "Amanat single-mandate deputies", "Amanat (party list)"
    single, local = "requests_of_single_mandate_deputies", "seats_of_city_and_district_maslikhats"
    assert found == [
        ("told_twice", "members", amanat, (25, 22)),
        ("told_twice", "requests", party, (142, 140)),
        ("told_twice", local, "", (2747, 2746)),
        ("parts_and_total", single, "", (140, 138)),
        ("parts_and_total", single, "", (140, 136)),
        ("parts_and_total", "requests", "Independent single-mandate deputies", (51, 49)),
        ("parts_and_total", "deputies_without_meetings", "", (11, 0)),
        ("ratio", "members", amanat, (25, 3.95, 3.48)),
        ("ratio", "requests", party, (140, 3.55, 3.5)),
        ("stated_and_recorded", "members", amanat, (25, 22)),
        ("stated_and_recorded", local, "", (2747, 2746)),
        ("told_differently", "request", "Ban of LGBT ideology", (None, None)),
        ("told_differently", "request", "Construction", (None, None)),
        ("over_legal_size", "seats", "Maslikhat of Ile District", (27, 25)),
        ("over_legal_size", "seats", "Maslikhat of Karasay District", (30, 25)),
        ("over_legal_size", "seats", "Maslikhat of Enbekshikazakh District", (28, 25)),
        ("over_legal_size", "seats", "Maslikhat of Aktobe city", (32, 30)),
    ]


async def test_findings_name_nobody_with_fewer_than_ten_cases(loaded: Database) -> None:
    found = {one.kind: one for one in (await shipped(loaded)).findings}
    most = {
        kind: [(one.name.en, one.part, one.whole) for one in found[kind].named]
        for kind in (FindingKind.MOST_INITIATED, FindingKind.MOST_SIGNED)
    }
    assert most == {
        FindingKind.MOST_INITIATED: [("Abzal Kuspan", 12, 136)],
        FindingKind.MOST_SIGNED: [("Danabek Isabekov", 56, 553)],
    }
    outside = found[FindingKind.ONLY_OUTSIDE]
    assert (outside.part, outside.whole, outside.named, outside.unnamed) == (3, 29, (), 3)
    mostly = found[FindingKind.MOSTLY_OUTSIDE]
    assert [one.name.en for one in mostly.named] == ["Abzal Kuspan", "Ardak Nazarov"]
    assert mostly.unnamed == 2


async def test_what_is_missing_is_told(loaded: Database) -> None:
    found = {one.kind: (one.count, one.whole) for one in (await shipped(loaded)).gaps}
    assert found[GapKind.NO_DISTRICT] == (9, 29)
    assert found[GapKind.NO_AVAILABILITY] == (29, 29)
    assert found[GapKind.NO_INITIATOR] == (3, 17)
    assert found[GapKind.NO_DATE] == (17, 17)
    assert GapKind.OTHER_PERIODS not in found


async def test_the_same_facts_are_the_same_version(loaded: Database) -> None:
    assert (await shipped(loaded)).version == (await shipped(loaded)).version


@pytest.mark.parametrize("language", Language)
async def test_the_text_of_a_picture_names_every_deputy(
    loaded: Database, language: Language
) -> None:
    texts = Texts(language, ZoneInfo("Asia/Almaty"))
    for chart in all_charts(texts, await shipped(loaded)):
        assert "…" not in chart.caption
        assert all(label in chart.caption for label in chart.labels)


@pytest.mark.parametrize("language", Language)
async def test_sentences_read_well(loaded: Database, language: Language) -> None:
    """No stop twice after an initial, nothing of the files' own short hand."""
    made = document(Texts(language, ZoneInfo("Asia/Almaty")), await shipped(loaded))
    words = [text for section in made.sections for text in section.paragraphs]
    assert len(words) > 40
    assert not [text for text in words if ".." in text or "constructed" in text]
