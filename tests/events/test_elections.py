"""Near an election nothing is compared, rated or announced; letters go on."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.election import ElectionPeriod
from domain.errors import NotAllowed
from handlers.profiles.callbacks import AskOther, Compare
from services import elections
from services.people import actor_by_id
from tests.acting import SABILYANOV, assistant_of, deputy_id, write
from tests.events.helpers import announces
from tests.promises.acts import changes, confirmed, with_role
from tests.world import World

ZONE = ZoneInfo("Asia/Almaty")
LAST = date(2026, 12, 20)


def begin(world: World, assembly: str | None = "MZH") -> None:
    database = world.app.database
    period = ElectionPeriod(date(2026, 11, 24), LAST, "decision No. 5", assembly)
    database.rules = replace(database.rules, elections=(period,))


async def test_a_report_is_not_made_and_the_law_is_named(world: World) -> None:
    saule = await world.coordinator()
    begin(world)
    await saule.says("/report")
    assert "On Elections in the Republic of Kazakhstan" in saule.text
    assert "December 20, 2026" in saule.text
    world.clock.move_to(datetime(2026, 12, 21, 10, tzinfo=ZONE))
    await saule.says("/report")
    assert "On Elections" not in saule.text


async def test_a_report_that_was_ordered_before_is_not_handed_out(world: World) -> None:
    saule = await world.coordinator()
    world.jobs_wait = True
    await saule.says("/report")
    await saule.taps("1. Mar 29, 2023 – Dec 29, 2023")
    await saule.taps("3. English")
    await saule.taps("5. Open data for programs (json)")
    begin(world)
    world.jobs_wait = False
    await world.settle()
    assert "On Elections in the Republic of Kazakhstan" in saule.text
    assert not any(one.documents for one in saule.messages)


async def test_deputies_are_not_compared(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/start")
    first, second = [await deputy_id(world, slug) for slug in (SABILYANOV, "abil")]
    other = AskOther(mandate_id=first).pack()
    both = Compare(first=first, second=second).pack()
    await voter.taps_data(both)
    assert "On Elections" not in voter.text
    begin(world)
    for data in (other, both):
        await voter.taps_data(data)
        assert "On Elections in the Republic of Kazakhstan" in voter.text


@pytest.mark.parametrize("assembly", ["MZH", None])
async def test_a_status_waits_until_the_election_is_over(
    world: World, assembly: str | None
) -> None:
    saule = await world.coordinator()
    dana = await with_role(world, "Dana", "activist")
    await confirmed(world, dana, saule)
    begin(world, assembly)
    await world.at(datetime(2026, 12, 20, 10, tzinfo=ZONE))
    assert [one.published_at for one in await changes(world)] == [None]
    await world.at(datetime(2026, 12, 21, 10, tzinfo=ZONE))
    assert None not in [one.published_at for one in await changes(world)]


async def test_an_election_of_another_assembly_closes_nothing(world: World) -> None:
    saule = await world.coordinator()
    dana = await with_role(world, "Dana", "activist")
    await confirmed(world, dana, saule)
    begin(world, "ABA00")
    await world.at(datetime(2026, 12, 20, 10, tzinfo=ZONE))
    assert None not in [one.published_at for one in await changes(world)]


async def test_letters_go_on(world: World) -> None:
    begin(world)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    assert voter.saw("Received on")


async def test_coordinators_see_the_state(world: World) -> None:
    saule = await world.coordinator()
    await saule.says("/admin")
    assert "Election mode: off" in saule.text
    begin(world)
    await saule.says("/admin")
    assert "Election mode: on." in saule.text
    assert "MZH: Nov 24, 2026 – Dec 20, 2026 (decision No. 5)" in saule.text


async def test_nobody_else_is_told_of_periods(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/start")
    async with world.app.database.read() as uow:
        actor = await actor_by_id(uow, 1)
        with pytest.raises(NotAllowed):
            elections.known_periods(uow, actor)


async def test_what_is_announced_stands_before_what_is_recorded(world: World) -> None:
    yerlan = await assistant_of(world, SABILYANOV)
    await announces(world, yerlan)
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Meetings")
    assert voter.text.index("Announced") < voter.text.index("Meetings")
    assert "Meeting with voters, Friday, November 27, 2026" in voter.text
    await world.at(world.clock() + timedelta(days=9))
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Meetings")
    assert "Announced" not in voter.text


GOOD = "periods:\n  - {first: 2027-01-15, last: 2027-03-20, assembly: MZH, source: decision}\n"


def test_periods_are_read_from_the_data(tmp_path: Path) -> None:
    path = tmp_path / elections.FILE
    assert elections.periods_of(path) == ()
    path.write_text(GOOD, encoding="utf-8")
    period = ElectionPeriod(date(2027, 1, 15), date(2027, 3, 20), "decision", "MZH")
    assert elections.periods_of(path) == (period,)
    path.write_text("", encoding="utf-8")
    assert elections.periods_of(path) == ()


@pytest.mark.parametrize(
    "text",
    [
        "periods: [{first: 2027-01-15}]",
        "periods: [{first: soon, last: 2027-03-20, source: x}]",
        "periods: [{first: 2027-04-15, last: 2027-03-20, source: x}]",
        "periods: [{first: 2027-01-15, last: 2027-03-20, source: ''}]",
        "periods: 5",
        "- 1",
        "periods: [",
    ],
)
def test_a_fault_in_the_file_refuses_the_start(tmp_path: Path, text: str) -> None:
    path = tmp_path / elections.FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"first and last day|before it begins"):
        elections.periods_of(path)


def test_none_is_shipped() -> None:
    assert elections.periods_of(Path("data") / elections.FILE) == ()
