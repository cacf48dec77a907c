"""An activist in a bus records a meeting; it is checked; everybody can read it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.deputies import Mandate, Person
from models.records import Evidence, Meeting
from sandbox import Attachment
from tests.acting import SABILYANOV, deputy_id
from tests.records.acts import LINK, SPRING, accept, activist, meeting, rows
from tests.world import Someone, World


@pytest.fixture
async def dana(world: World) -> Someone:
    return await activist(world)


async def one(world: World) -> Meeting:
    found: list[Meeting] = await rows(world, Meeting)
    assert len(found) == 1
    return found[0]


async def test_a_meeting_in_six_inputs(world: World, dana: Someone) -> None:
    await dana.says("/log")  # 1
    await dana.says(LINK)  # 2
    assert "Still needed: Deputy, Date." in dana.text
    await dana.says("8")  # 3
    assert "Sabilyanov" in dana.text
    assert "Yes: May 26, 2026" in dana.labels
    await dana.taps("Yes: May 26, 2026")  # 4
    await dana.says("Семей")  # 5
    assert "inside the constituency" in dana.text
    await dana.taps("Send to be checked")  # 6
    assert "Sent." in dana.text
    row = await one(world)
    assert (row.state, row.held_on, row.inside) == ("submitted", date(2026, 5, 26), True)
    assert row.mandate_id == await deputy_id(world, SABILYANOV)
    assert (row.source_kind, row.source_url) == ("social", LINK)


async def test_the_second_meeting_in_five(world: World, dana: Someone) -> None:
    """The deputy of the last record is guessed, the day is read from the link."""
    await meeting(dana)
    await dana.says("/log")
    await dana.says("https://example.kz/2026/05/12/meeting")
    (yes,) = [label for label in dana.labels if label.startswith("Yes:")]
    assert "Sabilyanov" in yes
    assert "May 12, 2026" in yes
    await dana.taps(yes)
    await dana.says("Semey")
    await dana.taps("Send to be checked")
    found = await rows(world, Meeting)
    assert [row.state for row in found] == ["submitted", "submitted"]
    assert found[1].held_on == date(2026, 5, 12)


async def test_a_photo_first_and_the_name_in_the_post(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.sends_photo("")
    await dana.says("Сабильянов")
    await dana.says("20.05")
    assert "Send to be checked" in dana.labels
    await dana.says("Нуртай Сабильянов https://t.me/some/12")
    row = await one(world)
    assert row.held_on == date(2026, 5, 20)
    async with world.app.database.read() as uow:
        kinds = (await uow.session.scalars(select(Evidence.kind).order_by(Evidence.id))).all()
    assert list(kinds) == ["photo", "link"]


async def test_a_draft_outlives_cancel_restart_and_six_days(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says("8")
    await dana.says("/cancel")
    assert "Keep this draft or discard it?" in dana.text
    await dana.taps("Keep")
    await world.restart()
    await world.at(SPRING + timedelta(days=6))
    await dana.says("/log")
    await dana.says("1")
    assert "Sabilyanov" in dana.text
    await world.at(SPRING + timedelta(days=14))
    assert await rows(world, Meeting) == []


async def test_a_draft_is_discarded(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says("/cancel")
    await dana.taps("Discard")
    assert await rows(world, Meeting) == []
    assert "What would you like to record?" in dana.text


async def test_one_open_draft_of_a_kind(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says("/log")
    await dana.says("https://example.kz/other")
    assert "This draft is still open" in dana.text
    await dana.says("/log")
    await dana.taps("A meeting")
    assert "This draft is still open" in dana.text
    assert len(await rows(world, Meeting)) == 1


async def test_what_cannot_be_used_is_said(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says("8")
    for words, answer in (
        ("http://nohost", "I cannot read this as a link"),
        ("http://", "I cannot read this as a link"),
        ("ftp://example.kz/1", "I cannot read this as a link"),
        ("31.02.2026", "I cannot read this as a date"),
        ("99999999999", "I cannot read this as a number"),
        ("-5", "I cannot read this as a number"),
        ("25.12.2026", "is still ahead"),
        ("1.1.2020", "mandate began on"),
    ):
        await dana.says(words)
        assert answer in dana.text, words
    await dana.taps_data(dana_field(await one(world), "evidence"))
    await dana.world.after(dana.telegram.sends_photo("", size=25 * 1024 * 1024))
    assert "larger than 20 MB" in dana.text
    await dana.sends_document("virus.exe")
    assert "I cannot keep this kind of file" in dana.text
    await dana.sends_voice()
    assert "I can use a link" in dana.text
    assert (await one(world)).held_on is None


def dana_field(row: Meeting, field: str) -> str:
    return f"lg_ask:meeting:{row.id}:{field}:0"


async def test_everything_else_can_be_said_later(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says("8")
    await dana.says("1.05.2026 – 5.05.2026")
    await dana.says("40")
    await dana.taps("More details")
    await dana.taps("Form")
    await dana.taps("At a workplace")
    await dana.taps("Topics")
    await dana.taps("Roads and transport")
    await dana.taps("Health care")
    await dana.taps("Roads and transport: chosen")
    await dana.taps("Back")
    await dana.taps("Promises")
    await dana.says("1")
    await dana.says("1")
    assert "indirectly" in dana.text
    await dana.taps("Back")
    await dana.taps("Wishes voiced")
    await dana.says("A <b>road</b> & a bridge")
    assert "A <b>road</b> & a bridge" in dana.text
    await dana.taps("Inside or outside")
    await dana.taps("Outside")
    assert "outside the constituency (as the recorder says)" in dana.text
    row = await one(world)
    assert (row.period_from, row.period_to) == (date(2026, 5, 1), date(2026, 5, 5))
    assert (row.attendance, row.format, row.topics) == (40, "work_collective", ["health"])
    assert (row.inside, row.held_on) == (False, None)


async def test_accepted_it_is_open_to_everybody(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await meeting(dana)
    voter = world.person("Aigul")
    await voter.says("/meetings 8")
    assert "No meeting of this deputy is recorded here yet" in voter.text
    await accept(coordinator)
    assert "Nothing else waits that you may check" in coordinator.text
    assert dana.saw("what you recorded counts now")
    await voter.says("/meetings 8")
    assert "1 recorded" in voter.text
    await voter.says("1")
    assert "instagram.com" in voter.text
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Meetings")
    assert "1 recorded" in voter.text


async def test_one_more_from_the_same_post(world: World, dana: Someone) -> None:
    await meeting(dana)
    await dana.taps("One more from the same post")
    await dana.says("19.05.2026")
    await dana.says("Семей")
    await dana.taps("Send to be checked")
    assert "Perhaps this is recorded already" in dana.text
    await dana.taps("It is another one: send it")
    found = await rows(world, Meeting)
    assert [row.state for row in found] == ["submitted", "submitted"]
    assert found[0].source_url == found[1].source_url


async def test_only_recorders_record(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/log")
    assert "Activists record here" in voter.text
    await voter.taps_data("lg_new:meeting")
    assert "not open to you" in voter.text
    assert await rows(world, Meeting) == []


async def test_the_place_is_shared(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.shares_location(50.41, 80.25)  # Semey
    assert "Which place is meant?" in dana.text
    await dana.says("1")
    row = await one(world)
    assert row.place_id is not None


async def test_in_kazakh_and_russian(world: World) -> None:
    for language, words in (("kk", "Нені жазғыңыз келеді?"), ("ru", "Что вы хотите записать?")):
        person = await activist(world, "Timur", language)
        await person.says("/log")
        assert words in person.text
        await person.says(LINK)
        await person.says("8")
        assert len(person.screen.labels) >= 8


async def test_forgotten_with_an_open_draft(world: World, dana: Someone) -> None:
    """The draft goes; what was sent stays, without anybody's name."""
    await meeting(dana)
    await dana.says("/log")
    await dana.says("https://example.kz/other")
    await dana.says("/forget")
    await dana.taps("Erase everything")
    await dana.taps("Yes, erase for good")
    assert [row.state for row in await rows(world, Meeting)] == ["submitted"]


async def test_a_deputy_without_a_known_district(world: World, dana: Someone) -> None:
    async with world.app.database.read() as uow:
        query = select(Mandate.id, Person.name_ru).join(Person).where(Mandate.district_id.is_(None))
        _, name = (await uow.session.execute(query)).first() or (0, "")
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says(name)
    await dana.says("Семей")
    assert "whether it lies in the constituency cannot be told" in dana.text


async def test_a_place_outside_is_fine(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says(LINK)
    await dana.says("8")
    await dana.says("Актау")
    assert "outside the constituency" in dana.text
    assert (await one(world)).inside is False


async def test_an_album_is_answered_once(world: World, dana: Someone) -> None:
    await dana.says("/log")
    before = len(dana.messages)
    await dana.sends_album([Attachment(), Attachment(), Attachment()])
    assert len(dana.messages) == before + 1
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(Evidence))).all()) == 3


async def test_a_link_is_evidence_whatever_was_asked(world: World, dana: Someone) -> None:
    await dana.says("/log")
    await dana.says("8")
    await dana.taps("Date")
    await dana.says(LINK)
    assert "Still needed: Date." in dana.text
    assert (await one(world)).source_url == LINK
