"""Letters that a person looks at first: held, never dropped; registered, or returned and why."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.appeals import HoldReason, State
from tests.acting import SABILYANOV, assistant_of, compose
from tests.appeals.guarding import (
    OTHER_ROAD,
    ROAD,
    SAME_ROAD,
    appeals,
    known_people,
    many_write,
    writes_publicly,
)
from tests.world import MORNING, Someone, World

THREAT = "If the road is not mended I will kill you."


@pytest.fixture(autouse=True)
def _limits(world: World) -> None:
    world.with_limits()


async def held(world: World, text: str = THREAT) -> Someone:
    voter = world.person("Aigul")
    await compose(world, voter, text)
    await voter.taps("Agree and send")
    return voter


async def test_a_threat_is_looked_at_by_a_person(world: World) -> None:
    coordinator = await world.coordinator()
    assistant = await assistant_of(world, SABILYANOV)
    voter = await held(world)
    assert "A person is checking it" in voter.text
    assert "by Wednesday, November 25, 2026" in voter.text
    assert coordinator.saw("Letters wait to be looked at")
    assert not assistant.saw("A new appeal")
    (appeal,) = await appeals(world)
    assert (appeal.state, appeal.held_for, appeal.number) == (State.HELD, HoldReason.THREAT, None)
    assert appeal.text == THREAT


async def test_released_it_is_registered_as_of_the_day_it_was_sent(world: World) -> None:
    coordinator = await world.coordinator()
    assistant = await assistant_of(world, SABILYANOV)
    voter = await held(world)
    world.clock.move_to(MORNING + timedelta(days=1))
    await coordinator.says("/review")
    await coordinator.taps("1 letter to look at first")
    assert "words that read as a threat" in coordinator.text
    await coordinator.says("1")
    assert THREAT in coordinator.text
    await coordinator.taps("Register it")
    assert "Registered as № MZH-2026-000001-" in coordinator.text
    assert voter.saw("Your letter is registered")
    assert "Received on Tuesday, November 24, 2026, 10:00" in voter.text
    assert "Registered on Tuesday, November 24, 2026" in voter.text
    assert assistant.saw("A new appeal")
    (appeal,) = await appeals(world)
    assert appeal.registered_on == MORNING.date()


async def test_returned_with_a_reason_rewritten_and_sent(world: World) -> None:
    coordinator = await world.coordinator()
    voter = await held(world)
    await coordinator.says("/review")
    await coordinator.taps("1 letter to look at first")
    await coordinator.says("1")
    await coordinator.taps("Return it")
    assert "It threatens somebody" in coordinator.text
    await coordinator.taps("A threat")
    assert "Returned. The author reads the reason." in coordinator.text
    assert "was not registered" in voter.text
    assert "It threatens somebody" in voter.text
    assert "Tuesday, December 8, 2026" in voter.text
    assert THREAT in voter.text
    await voter.taps("Rewrite")
    await voter.taps("Change")
    await voter.taps("Write the text anew")
    await voter.says("The road is broken. Please mend it.")
    world.clock.move_to(MORNING + timedelta(minutes=2))
    await voter.taps("Agree and send")
    assert voter.saw("Your letter is registered")
    (appeal,) = await appeals(world)
    assert (appeal.returned_for, appeal.held_for) == (None, None)


async def test_what_came_back_expires_after_two_weeks(world: World) -> None:
    coordinator = await world.coordinator()
    voter = await held(world)
    (appeal,) = await appeals(world)
    await coordinator.taps_data(f"c_rback:{appeal.id}:insults")
    await world.at(MORNING + timedelta(days=13))
    await voter.says("/appeals")
    assert any(label.startswith("Came back") for label in voter.labels)
    await world.at(MORNING + timedelta(days=14, minutes=1))
    assert not await appeals(world)
    await voter.says("/appeals")
    assert not any(label.startswith("Came back") for label in voter.labels)


async def test_a_rewritten_letter_can_be_discarded(world: World) -> None:
    coordinator = await world.coordinator()
    voter = await held(world)
    (appeal,) = await appeals(world)
    await coordinator.taps_data(f"c_rback:{appeal.id}:insults")
    await voter.taps("Rewrite")
    await voter.says("/cancel")
    await voter.taps("Discard")
    assert not await appeals(world)


async def test_rewriting_waits_for_another_draft(world: World) -> None:
    coordinator = await world.coordinator()
    voter = await held(world)
    (appeal,) = await appeals(world)
    await compose(world, voter, "The school is cold.")
    await coordinator.taps_data(f"c_rback:{appeal.id}:insults")
    await voter.taps("Rewrite")
    assert "another letter that is not sent yet" in voter.text
    assert (await appeals(world))[0].state == State.RETURNED


async def test_the_author_finds_it_and_may_take_it_back(world: World) -> None:
    voter = await held(world)
    await voter.says("/appeals")
    await voter.says("1")
    assert "A person is checking this letter" in voter.text
    await voter.taps("Take it back")
    await voter.taps("Yes, take it back")
    assert "It was not registered" in voter.text
    (appeal,) = await appeals(world)
    assert appeal.state == State.WITHDRAWN


async def test_ten_alike_within_an_hour(world: World) -> None:
    await known_people(world, 9)
    await many_write(world, 9, ROAD)
    await many_write(world, 1, OTHER_ROAD, first=650_000)
    tenth = await held(world, SAME_ROAD)
    await tenth.taps("Send my own")
    assert "A person is checking it" in tenth.text
    states = [one.state for one in await appeals(world)]
    assert states.count(State.HELD) == 1
    other = await held(world, "The school is cold, please heat it.")
    assert other.saw("Your letter is registered")


async def test_the_same_over_two_hours_is_no_burst(world: World) -> None:
    await known_people(world, 12, first=700_000)
    for index in range(12):
        world.clock.move_to(MORNING + timedelta(minutes=15 * index))
        await many_write(world, 1, ROAD, first=700_000 + index)
    assert State.HELD not in [one.state for one in await appeals(world)]


async def test_one_text_from_accounts_made_for_it(world: World) -> None:
    await many_write(world, 5, "Greetings from all of us to you.")
    states = [one.state for one in await appeals(world)]
    assert states.count(State.HELD) == 2
    held_one = next(one for one in await appeals(world) if one.state == State.HELD)
    assert held_one.held_for == HoldReason.BURST


async def test_joining_while_it_is_looked_at(world: World) -> None:
    await writes_publicly(world, world.person())
    voter = await held(world, f"{SAME_ROAD} Or I will kill you.")
    if "Send my own" in voter.labels:
        await voter.taps("Send my own")
    assert "A person is checking it" in voter.text
    await voter.taps("Letters about the same")
    await voter.taps("Join")
    assert "You have joined" in voter.text
    assert (await appeals(world))[1].state == State.JOINED


async def test_nobody_looked_in_time(world: World) -> None:
    coordinator = await world.coordinator()
    await held(world)
    await world.at(datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert not coordinator.saw("has not been looked at in time")
    await world.at(datetime(2026, 11, 26, 5, tzinfo=UTC))
    assert coordinator.saw("has not been looked at in time")
    seen = len(coordinator.messages)
    await world.at(datetime(2026, 11, 26, 6, tzinfo=UTC))
    assert len(coordinator.messages) == seen


async def test_a_night_brings_no_alarm(world: World) -> None:
    coordinator = await world.coordinator()
    await held(world)
    await world.at(datetime(2026, 11, 25, 20, tzinfo=UTC))  # one o'clock in Almaty
    assert not coordinator.saw("has not been looked at in time")
    await world.at(datetime(2026, 11, 26, 4, 1, tzinfo=UTC))
    assert coordinator.saw("has not been looked at in time")


async def test_two_coordinators_decide_once(world: World) -> None:
    coordinator = await world.coordinator()
    voter = await held(world)
    (appeal,) = await appeals(world)
    await coordinator.taps_data(f"c_rel:{appeal.id}")
    await coordinator.taps_data(f"c_rback:{appeal.id}:insults")
    assert "does not wait any more" in coordinator.text
    assert (await appeals(world))[0].number is not None
    assert not voter.saw("was not registered")


async def test_coordinators_of_nothing_see_no_held_letter(world: World) -> None:
    await held(world)
    (appeal,) = await appeals(world)
    stranger = world.person("Stranger")
    await stranger.says("/start")
    for data in (f"c_hl:{appeal.id}", f"c_rel:{appeal.id}", "c_held:0", f"a_un:{appeal.id}"):
        await stranger.taps_data(data)
        assert "cannot find this" in stranger.text, data
    assert not stranger.saw(THREAT)


async def test_pressing_send_twice_holds_once(world: World) -> None:
    voter = await held(world)
    (appeal,) = await appeals(world)
    await voter.taps_data(f"a_send:{appeal.id}")
    assert "A person is checking it" in voter.text
    assert len(await appeals(world)) == 1


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "адам тексереді"), ("ru", "проверит человек")]
)
async def test_told_in_the_own_language(world: World, language: str, words: str) -> None:
    voter = world.person(language=language)
    await voter.opens("d_1")
    labels = {
        "kk": ("Өтініш жазу", "Жол және көлік", "Келісемін және жіберемін"),
        "ru": ("Написать обращение", "Дороги и транспорт", "Согласен и отправить"),
    }[language]
    await voter.taps(labels[0])
    await voter.taps(labels[1])
    await voter.says("Взорву ваш акимат")
    await voter.taps(next(one for one in voter.labels if "жібер" in one or "отправить" in one))
    assert words in voter.text
