"""/report in the chat, for those who may: from the choice to the file."""

import json
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from models.jobs import Job
from models.users import Grant
from sandbox import Message
from services import jobs, people
from tests.world import Someone, World

PERIOD = "1. Mar 29, 2023 – Dec 29, 2023"
PDF = "1. Document to read and print (pdf)"


async def activist(world: World, name: str = "Dana") -> Someone:
    found = world.person(name)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, found.telegram.id, "en")
        uow.session.add(Grant(user_id=actor.user_id, role="activist", granted_at=uow.now))
    await found.says("/start")
    return found


async def order(person: Someone, form: str) -> None:
    await person.says("/report")
    await person.taps(PERIOD)
    await person.taps("3. English")
    await person.taps(form)


def document(world: World, message: Message) -> bytes:
    file_id: str = message.raw["document"]["file_id"]
    return world.sandbox.world.files.by_id[file_id].content


async def state(world: World) -> list[str]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Job.state).order_by(Job.id)))


async def test_an_activist_gets_the_report_by_four_taps(world: World) -> None:
    dana = await activist(world)
    await order(dana, PDF)
    sent = next(one for one in dana.messages if "document" in one.raw)
    assert sent.raw["document"]["file_name"] == "report-mazhilis-2023-03-29-2023-12-29-en.pdf"
    assert document(world, sent).startswith(b"%PDF")
    assert "Your report is ready" in dana.text
    assert "Counts alone prove nothing" in dana.text
    assert dana.saw("The report is ready: it comes as a file.")  # the progress, edited in place
    assert await state(world) == ["done"]


async def test_the_words_of_a_numbered_line_will_do(world: World) -> None:
    dana = await activist(world)
    await dana.says("/report")
    await dana.says("mar 29, 2023 – dec 29, 2023")
    await dana.says("English")
    assert PDF in dana.labels


async def test_the_diagrams_come_as_an_album_with_their_text(world: World) -> None:
    saule = await world.coordinator()
    await order(saule, "2. The five diagrams as pictures (png)")
    album = [one for one in saule.messages if "photo" in one.raw]
    assert len(album) == 5
    assert len({one.raw["media_group_id"] for one in album}) == 1
    captions = " ".join(one.raw["caption"] for one in album)
    assert "Found in open sources: 13" in captions
    assert "Abzal Kuspan: 12 / 27" in captions


async def test_a_period_may_be_typed(world: World) -> None:
    dana = await activist(world)
    await dana.says("/report")
    await dana.taps("Another period")
    await dana.says("last year")
    assert "I cannot read two days" in dana.text
    await dana.says("30.06.2026 - 01.01.2026")
    assert "before the first one" in dana.text
    await dana.says("01.01.2026 - 30.06.2026")
    await dana.says("3")
    await dana.says("5")
    sent = next(one for one in dana.messages if "document" in one.raw)
    about = json.loads(document(world, sent))["about"]
    assert (about["period_from"], about["period_to"]) == ("2026-01-01", "2026-06-30")


async def test_a_report_can_be_stopped(world: World) -> None:
    dana = await activist(world)
    world.jobs_wait = True
    await order(dana, PDF)
    assert "It waits for its turn" in dana.text
    await dana.taps("Stop it")
    assert "was stopped" in dana.text
    world.jobs_wait = False
    await world.settle()
    assert await state(world) == ["cancelled"]
    assert not [one for one in dana.messages if "document" in one.raw]


async def test_whoever_taps_twice_gets_one_report(world: World) -> None:
    dana = await activist(world)
    world.jobs_wait = True
    await order(dana, PDF)
    await order(dana, "3. Tables for a spreadsheet (xlsx)")
    assert await state(world) == ["new"]


async def test_a_report_survives_the_end_of_the_process(world: World) -> None:
    dana = await activist(world)
    world.jobs_wait = True
    await order(dana, "5. Open data for programs (json)")
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    async with world.app.database.write() as uow:
        assert await jobs.claim(uow, long_ago) is not None
    assert await state(world) == ["running"]
    await world.restart()
    world.jobs_wait = False
    await world.settle()
    assert await state(world) == ["done"]
    assert [one for one in dana.messages if "document" in one.raw]


async def test_work_that_takes_the_process_down_is_given_up(world: World) -> None:
    dana = await activist(world)
    world.jobs_wait = True
    await order(dana, PDF)
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    for tried in range(jobs.TRIES):
        async with world.app.database.write() as uow:
            assert await jobs.claim(uow, long_ago + timedelta(hours=tried)) is not None
    world.jobs_wait = False
    await world.settle()
    assert await state(world) == ["failed"]
    assert "could not be made" in dana.text


async def test_voters_and_strangers_get_none(world: World) -> None:
    dana = await activist(world)
    await order(dana, PDF)
    voter = world.person("Aigul")
    await voter.says("/start")
    for data in ("rep:0", "rep_of:1", "rep_in:1:20230329:20231229",
                 "rep_make:1:20230329:20231229:en:pdf", "rep_see:1", "rep_stop:1"):  # fmt: skip
        await voter.taps_data(data)
    await voter.says("/report")
    assert await state(world) == ["done"]
    assert not [one for one in voter.messages if "document" in one.raw]


async def test_a_forged_day_is_a_missing_thing(world: World) -> None:
    dana = await activist(world)
    await dana.taps_data("rep_make:1:20231399:20231229:en:pdf")
    await dana.taps_data("rep_make:1:20231229:20230329:en:pdf")
    await dana.taps_data("rep_make:999:20230329:20231229:en:pdf")
    assert await state(world) == []


async def test_who_lost_the_role_meanwhile_gets_no_file(world: World) -> None:
    dana = await activist(world)
    world.jobs_wait = True
    await order(dana, PDF)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Grant).values(revoked_at=uow.now))
    world.jobs_wait = False
    await world.settle()
    assert not [one for one in dana.messages if "document" in one.raw]
