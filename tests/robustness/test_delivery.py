"""What must reach somebody does, whatever Telegram does; screens never block it."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery.telegram import Delivered
from handlers.common.respond import Method
from models.messaging import OutboxMessage
from sandbox import CUT_OFF, bad_request, server_error, too_many_requests
from services import inbox, outbox, outbox_sending, people
from tests.acting import SABILYANOV, assistant_of, compose, write
from tests.closing.acts import answered, day
from tests.world import Someone, World


async def outbox_states(world: World, kind: str) -> list[str]:
    async with world.app.database.read() as uow:
        query = select(OutboxMessage.state).where(OutboxMessage.kind == kind)
        return list(await uow.session.scalars(query))


def receipts(voter: Someone) -> int:
    return sum("Received on" in message.text for message in voter.messages)


async def test_a_receipt_waits_for_as_long_as_telegram_asks(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    world.sandbox.fail("sendMessage", chat_id=voter.telegram.id, error=too_many_requests(30))
    await voter.taps("Agree and send")
    assert receipts(voter) == 0
    await world.at(world.clock() + timedelta(seconds=29))
    assert receipts(voter) == 0
    await world.at(world.clock() + timedelta(seconds=2))
    assert receipts(voter) == 1


async def test_what_takes_longer_than_its_claim_goes_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    voter = world.person(language="en")
    await write(world, voter, "The road is broken.")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, voter.telegram.id, "en")
        await outbox.queue(
            uow, "receipt", actor.user_id, "once more", priority=outbox.Priority.NOTICE, appeal_id=1
        )
    begun, arrived, call = asyncio.Event(), asyncio.Event(), world.app.telegram.call

    async def upload(chat_id: int, method: Method, priority: int) -> Delivered:
        begun.set()
        await arrived.wait()
        return await call(chat_id, method, priority)

    monkeypatch.setattr(world.app.telegram, "call", upload)
    sending = asyncio.create_task(world.app.sender.send_due())
    await begun.wait()
    later = world.clock.real() + timedelta(seconds=31)
    monkeypatch.setattr(world.app.sender, "real_now", lambda: later)
    assert await world.app.sender.send_due() == 0
    arrived.set()
    assert await sending == 1
    assert receipts(voter) == 2
    assert await outbox_states(world, "receipt") == ["sent", "sent"]


async def test_others_are_not_held_up_by_one_chat(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    world.sandbox.fail("sendMessage", chat_id=voter.telegram.id, error=too_many_requests(30))
    await voter.taps("Agree and send")
    assert assistant.saw("000001")


async def test_one_message_for_each_person_at_a_time_the_most_important_first(
    world: World,
) -> None:
    ids = []
    async with world.app.database.write() as uow:
        for number in range(2):
            actor = await people.actor_of(uow, 5000 + number, "en")
            ids.append(actor.user_id)
            for priority in (4, 3, 0, 2):
                key = f"story:{actor.user_id}:{priority}"
                rank = outbox.Priority(priority)
                await outbox.queue(uow, "story", actor.user_id, key, priority=rank)
    told: list[list[tuple[int, int]]] = []
    while not told or told[-1]:
        async with world.app.database.write() as uow:
            claimed = await outbox_sending.claim(uow, 50, world.clock.real())
            for one in claimed:
                await outbox_sending.sent(uow, one.id)
        told.append([(one.recipient_id, one.priority) for one in claimed])
    first, second = ids
    assert told[:-1] == [[(first, each), (second, each)] for each in (0, 2, 3, 4)]


async def test_a_fault_of_telegram_delays_a_receipt_but_never_loses_it(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    world.sandbox.fail("sendMessage", error=server_error(), times=2)
    await voter.taps("Agree and send")
    for minutes in (1, 2, 3, 10):
        await world.at(world.clock() + timedelta(minutes=minutes))
    assert receipts(voter) == 1
    assert await outbox_states(world, "receipt") == ["sent"]


async def test_an_answer_that_was_cut_off_may_come_twice_with_the_same_number(
    world: World,
) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    world.sandbox.fail("sendMessage", error=CUT_OFF)
    await voter.taps("Agree and send")
    await world.at(world.clock() + timedelta(minutes=2))
    assert 1 <= receipts(voter) <= 2
    assert not voter.saw("000002")


async def test_who_blocked_the_bot_is_reported_undeliverable(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.telegram.taps("Agree and send", timeout=0)
    await voter.telegram.blocks()
    await world.settle()
    assert await outbox_states(world, "receipt") == ["undeliverable"]
    await world.after(voter.telegram.unblocks())
    async with world.app.database.write() as uow:
        assert await outbox.replay(uow) >= 1
    await world.settle()
    assert receipts(voter) == 1


async def test_a_workspace_that_cannot_be_reached_is_no_workspace(world: World) -> None:
    coordinator = await world.coordinator()
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.telegram.blocks()
    voter = world.person(language="en")
    await write(world, voter, "The road is broken.")
    assert voter.saw("could not be delivered here")
    assert coordinator.saw("000001")


async def test_what_the_process_died_with_goes_out_after_the_start(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.telegram.taps("Agree and send", timeout=0)
    await world.polling.poll_once(0)
    while await world.app.worker.work_once():
        pass
    async with world.app.database.write() as uow:
        await outbox_sending.claim(uow, 50, world.clock.real())  # and here it died
    await world.restart()
    async with world.app.database.write() as uow:
        await outbox_sending.release_all(uow)
    await world.settle()
    assert receipts(voter) == 1


async def test_a_screen_that_telegram_refuses_stops_nothing(world: World) -> None:
    voter = world.person(language="en")
    world.sandbox.fail("sendMessage", error=bad_request("something odd"))
    await voter.says("/start")
    assert not voter.messages
    await voter.says("/start")
    assert voter.messages


async def test_an_update_that_fails_three_times_is_kept_and_told(world: World) -> None:
    voter = world.person(language="en")
    await voter.says("/start")
    shared = world.app.worker.routes.shared
    operator = shared.pop("operator")  # the first screen cannot be made without it
    await voter.says("/start")
    for _ in range(8):
        await world.patience()
        await world.settle()
    assert "It is kept under #" in voter.text
    await voter.says("/help")
    assert "What I can do" in voter.text
    shared["operator"] = operator
    async with world.app.database.write() as uow:
        assert len(await inbox.dead(uow)) == 1
        assert await inbox.replay(uow) == 1
    await world.settle()
    assert "not a state service" in voter.text


async def test_what_was_planned_long_ago_is_tried_again_as_well(world: World) -> None:
    voter, _ = await answered(world)
    asked = len(voter.messages)
    world.sandbox.fail("sendMessage", chat_id=voter.telegram.id, error=server_error())
    await world.at(day(10))  # the second question has been planned for ten days
    assert len(voter.messages) == asked
    await world.at(day(10) + timedelta(minutes=1))
    assert len(voter.messages) == asked + 1


async def test_what_telegram_never_takes_is_reported_after_three_days(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    begun = world.clock()
    world.sandbox.fail("sendMessage", chat_id=voter.telegram.id, error=server_error(), times=1000)
    await voter.taps("Agree and send")
    await world.at(begun + timedelta(days=2, hours=23))
    assert await outbox_states(world, "receipt") == ["new"]
    await world.at(begun + timedelta(days=3, hours=1))
    assert await outbox_states(world, "receipt") == ["undeliverable"]
