"""The pure rules: what is missing, inside or outside, links, and how a programme follows."""

from datetime import date

import pytest

from domain.errors import BadInput
from domain.inside import inside
from domain.programme_history import UNKNOWN, Standing, following
from domain.programmes import Availability, ProgrammeKind
from domain.record_fields import Field, missing
from domain.records import ProgrammeEventKind, RecordKind, SourceKind
from domain.web_links import checked_link, day_in, link_key, links_in, source_of, words_in

OPEN = Standing(Availability.OPEN, ProgrammeKind.OWN, "https://a.kz")


@pytest.mark.parametrize(
    ("district", "certain", "maybe", "same_region", "answer"),
    [
        (1, {1}, set(), True, True),
        (1, {1, 2}, set(), True, True),
        (1, {2}, set(), True, False),
        (1, set(), {1, 2}, True, None),
        (1, set(), {2, 3}, True, False),
        (1, set(), set(), True, None),
        (1, set(), set(), False, False),
        (None, {1}, set(), True, None),
    ],
)
def test_inside_or_outside(
    district: int | None,
    certain: set[int],
    maybe: set[int],
    same_region: bool,  # noqa: FBT001 - a row of the table
    answer: bool | None,  # noqa: FBT001
) -> None:
    assert inside(district, 7, 7 if same_region else 8, certain, maybe) is answer


def test_a_district_without_region_says_nothing_by_region() -> None:
    assert inside(1, None, 8, set(), set()) is None


@pytest.mark.parametrize(
    "text",
    ["https://example.kz/a?b=c#d", "http://сайт.қаз/жаңалық", "www.example.kz", "HTTPS://A.KZ/x"],
)
def test_links_that_are_links(text: str) -> None:
    assert checked_link(f" {text} ").lower().startswith("http")


@pytest.mark.parametrize(
    "text",
    ["example", "https://", "https://nohost", "ftp://example.kz", "https://exa mple.kz",
     "javascript:alert(1)", "https://[::1", "https://example.kz/<b>", "https://a.kz/" + "x" * 2000,
     "https://-a.kz", "http://a..kz"],
)  # fmt: skip
def test_links_that_are_not(text: str) -> None:
    with pytest.raises(BadInput):
        checked_link(text)


def test_a_link_is_known_again() -> None:
    one = "https://www.Instagram.com/p/Cz12/?igsh=abc&utm_source=x"
    assert link_key(one) == link_key("http://instagram.com/p/Cz12")
    assert link_key("https://a.kz/?id=1") != link_key("https://a.kz/?id=2")
    assert source_of(one) is SourceKind.SOCIAL
    assert source_of("https://news.example.kz") is None


def test_what_an_address_tells() -> None:
    today = date(2026, 5, 26)
    assert day_in("https://a.kz/2026/05/20/vstrecha", today) == date(2026, 5, 20)
    assert day_in("https://a.kz/news-20.05.2026.html", today) == date(2026, 5, 20)
    assert day_in("https://a.kz/id20260520", today) == date(2026, 5, 20)
    assert day_in("https://a.kz/2026/99/99", today) is None
    assert day_in("https://a.kz/2026/06/20", today) is None  # still ahead
    assert "sabilyanov" in words_in("https://a.kz/deputy/sabilyanov-vstrecha")
    assert links_in("see https://a.kz/x, please") == (["https://a.kz/x"], "see please")


def test_what_is_missing() -> None:
    said = {Field.DEPUTY, Field.DAY}
    assert missing(RecordKind.MEETING, said) == (Field.EVIDENCE,)
    assert missing(RecordKind.MEETING, said, present=True) == ()
    assert missing(RecordKind.MEETING, {Field.EVIDENCE}) == (Field.DEPUTY, Field.DAY)
    assert missing(RecordKind.REQUEST, {*said, Field.TEXT}) == ()
    step = {*said, Field.STEP}
    assert missing(RecordKind.EVENT, step, step=ProgrammeEventKind.ASKED) == ()
    assert missing(RecordKind.EVENT, step, step=ProgrammeEventKind.FOUND) == (Field.EVIDENCE,)
    assert missing(RecordKind.EVENT, said) == (Field.STEP, Field.EVIDENCE)


@pytest.mark.parametrize(
    ("was", "step", "became"),
    [
        (UNKNOWN, "found", Standing(Availability.OPEN, ProgrammeKind.UNKNOWN, "https://b.kz")),
        (UNKNOWN, "asked", UNKNOWN),
        (UNKNOWN, "came", Standing(Availability.AFTER_REQUEST, ProgrammeKind.UNKNOWN, None)),
        (UNKNOWN, "refused", Standing(Availability.UNAVAILABLE, ProgrammeKind.UNKNOWN, None)),
        (UNKNOWN, "party_named", Standing(Availability.UNKNOWN, ProgrammeKind.PARTY, None)),
        (OPEN, "came", OPEN),
        (OPEN, "refused", OPEN),
        (OPEN, "party_named", OPEN),
        (OPEN, "dead_link", Standing(Availability.UNKNOWN, ProgrammeKind.OWN, None)),
        (OPEN, "changed", Standing(Availability.OPEN, ProgrammeKind.OWN, "https://b.kz")),
    ],
)
def test_how_a_programme_follows(was: Standing, step: str, became: Standing) -> None:
    assert following(was, ProgrammeEventKind(step), "https://b.kz") == became
