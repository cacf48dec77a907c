"""Invitations: one link, one person, one role."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import MetaData, select, text

from models.users import Grant, Invite
from services import invites as service
from tests.acting import SABILYANOV, write
from tests.membership.stories import invites, joins
from tests.world import World

GONE = "This invitation does not work."


async def test_a_deputy_is_invited_and_joins(world: World) -> None:
    coordinator = await world.coordinator()
    token = await invites(coordinator, "Deputy", "8")
    deputy = world.person("Nurtai")
    await deputy.opens(token)
    assert "You are invited as deputy" in deputy.text
    assert deputy.labels == ["Accept", "Not now"]
    await deputy.taps("Accept")
    assert "Your role from now on" in deputy.text
    assert "My assistants" in deputy.labels
    assert "A new role" in coordinator.text
    await deputy.says("/inbox")
    assert "not open to you" not in deputy.text


async def test_the_command_menu_follows_the_role(world: World) -> None:
    coordinator = await world.coordinator()
    world.clock.move_to(world.clock() + timedelta(minutes=1))
    deputy = await joins(world, coordinator, "Nurtai", "Deputy", "8")
    assert "inbox" in [one["command"] for one in deputy.telegram.commands]


async def test_looking_and_declining_consume_nothing(world: World) -> None:
    token = await invites(await world.coordinator(), "Activist", "All assemblies")
    person = world.person("Dana")
    await person.opens(token)
    await person.taps("Not now")
    await person.opens(token)
    await person.says("accept")
    assert "Activist" in person.text


async def test_two_accounts_open_one_link_and_one_wins(world: World) -> None:
    token = await invites(await world.coordinator(), "Deputy", "8")
    first, second = world.person("Nurtai"), world.person("Stranger")
    await first.opens(token)
    await second.opens(token)
    # Both tap before the bot has done anything.
    await second.telegram.taps("Accept")
    await first.telegram.taps("Accept")
    await world.settle()
    won = [one for one in (first, second) if "Your role from now on" in one.text]
    lost = [one for one in (first, second) if GONE in one.text]
    assert (len(won), len(lost)) == (1, 1)
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(Grant))).all()) == 1


async def test_used_expired_withdrawn_and_made_up_links_look_the_same(world: World) -> None:
    coordinator = await world.coordinator()
    used = await invites(coordinator, "Activist", "All assemblies")
    withdrawn = await invites(coordinator, "Activist", "All assemblies")
    expired = await invites(coordinator, "Activist", "All assemblies")
    friend = world.person("Dana")
    await friend.opens(used)
    await friend.taps("Accept")
    await coordinator.says("/admin")
    await coordinator.taps("Invitations")
    await coordinator.says("2")
    await coordinator.taps("Withdraw the invitation")
    texts = set()
    stranger = world.person("Stranger")
    for token in (used, withdrawn, "A" * 22):
        await stranger.opens(token)
        texts.add(stranger.text)
    await world.at(world.clock() + timedelta(days=14, seconds=1))
    await stranger.opens(expired)
    texts.add(stranger.text)
    assert len(texts) == 1
    assert GONE in texts.pop()


async def test_an_invitation_that_expires_between_look_and_tap(world: World) -> None:
    token = await invites(await world.coordinator(), "Activist", "All assemblies")
    person = world.person("Dana")
    await person.opens(token)
    await world.at(world.clock() + timedelta(days=15))
    await person.taps("Accept")
    assert GONE in person.text


async def test_the_own_link_opened_again_says_that_the_role_is_held(world: World) -> None:
    coordinator = await world.coordinator()
    token = await invites(coordinator, "Activist", "All assemblies")
    person = world.person("Dana")
    await person.opens(token)
    await person.taps("Accept")
    await person.opens(token)
    assert "You have this role already" in person.text
    another = await invites(coordinator, "Activist", "All assemblies")
    await person.opens(another)
    assert "You have this role already" in person.text
    stranger = world.person("Stranger")
    await stranger.opens(another)
    assert "Accept" in stranger.labels


async def test_a_forged_accept_opens_nothing(world: World) -> None:
    token = await invites(await world.coordinator(), "Coordinator", "All assemblies")
    digest = hashlib.sha256(token.encode()).hexdigest()
    stranger = world.person("Stranger")
    await stranger.says("/start")
    for ticket in (digest[:8], digest, "", "0"):
        await stranger.taps_data(f"inv_yes:{ticket}")
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Grant))).all() == []


async def test_the_token_is_nowhere_in_the_database(world: World) -> None:
    token = await invites(await world.coordinator(), "Deputy", "8")
    person = world.person("Nurtai")
    await person.opens(token)
    tables = MetaData()
    async with world.app.database.read() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(tables.reflect)
        for table in tables.sorted_tables:
            for row in await uow.session.execute(select(table)):
                assert token not in str(row), table.name


async def test_a_deputy_who_joins_gets_the_letters_that_waited(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.", SABILYANOV)
    deputy = await joins(world, coordinator, "Nurtai", "Deputy", "8")
    assert deputy.saw("MZH-2026-000001-")
    assert voter.saw("The deputy has joined")


async def test_ten_thousand_guesses_find_nothing_and_are_slowed_down(
    world: World, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot.throttle import Throttle  # noqa: PLC0415 - only here the real one

    await invites(await world.coordinator(), "Deputy", "8")
    world.app.worker.throttle = Throttle()
    guesser = world.person("Guesser")
    guesses = [service.new_token() for _ in range(300)]
    for guess in guesses:
        await guesser.telegram.opens(guess)
    await world.settle()
    refused = [one for one in guesser.messages if GONE in one.text]
    assert 40 <= len(refused) < 100
    assert guesser.saw("too fast")
    said = capsys.readouterr().err + caplog.text
    assert not any(guess in said for guess in guesses)
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Invite.used_at))).all() == [None]


def test_tokens_are_22_characters_and_no_link_of_another_feature() -> None:
    tokens = {service.new_token() for _ in range(5000)}
    assert len(tokens) == 5000
    assert {len(token) for token in tokens} == {22}
    assert all(token[1] != "_" for token in tokens)


async def test_a_card_link_is_no_invitation(world: World) -> None:
    person = world.person("Aigul")
    await person.opens("d_1")
    assert GONE not in person.text
    async with world.app.database.read() as uow:
        assert await uow.session.scalar(text("SELECT count(*) FROM invites")) == 0
