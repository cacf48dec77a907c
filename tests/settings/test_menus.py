"""Help and the menus of commands name what each person can do."""

import pytest
from aiogram.filters import Command, CommandStart

from bot.dispatcher import create_routes
from domain.roles import Role
from handlers.common.commands import COMMANDS
from tests.acting import SABILYANOV, assistant_of
from tests.membership.stories import joins
from tests.world import Someone, World


def all_commands() -> set[str]:
    """Every command that the bot answers, wherever it stands in the code."""
    found: set[str] = set()
    for router in create_routes().private.chain_tail:
        for handler in router.message.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, Command) and not isinstance(one.callback, CommandStart):
                    found |= {f"/{name}" for name in one.callback.commands}
    return found


def named(*roles: Role) -> set[str]:
    """What /help is to name to somebody with these roles."""
    return {
        f"/{one.name}" for one in COMMANDS if one.help and (not one.roles or one.roles & set(roles))
    }


def commands(person: Someone) -> list[str]:
    return [one["command"] for one in person.telegram.commands]


def in_help(person: Someone) -> set[str]:
    lines = [line for line in person.text.splitlines() if line.startswith("/")]
    return {line.split()[0] for line in lines}


def test_every_command_is_told_of() -> None:
    assert {f"/{one.name}" for one in COMMANDS} - {"/start"} == all_commands()


async def test_help_of_a_voter(world: World) -> None:
    voter = world.person()
    await voter.says("/help")
    assert in_help(voter) == named()


async def test_help_of_the_deputy_s_side(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.says("/help")
    assert in_help(assistant) == named(Role.ASSISTANT)
    deputy = await joins(world, await world.coordinator(), "Nurtai", "Deputy", "8")
    await deputy.says("/help")
    assert in_help(deputy) == named(Role.DEPUTY)


async def test_help_of_a_coordinator(world: World) -> None:
    coordinator = await world.coordinator()
    await coordinator.says("/help")
    assert in_help(coordinator) == named(Role.COORDINATOR)


@pytest.mark.parametrize("command", sorted(named()))
async def test_everything_that_help_names_is_understood(world: World, command: str) -> None:
    voter = world.person()
    await voter.says(command)
    assert "I do not know" not in voter.text


async def test_the_menu_is_everybody_s_after_forgetting(world: World) -> None:
    deputy = await joins(world, await world.coordinator(), "Nurtai", "Deputy", "8")
    assert {"inbox", "assistants"} <= set(commands(deputy))
    await deputy.says("/forget")
    await deputy.taps("Erase everything")
    await deputy.taps("Yes, erase for good")
    assert "inbox" not in commands(deputy)


async def test_two_changes_of_one_moment_both_count(world: World) -> None:
    """The clock of a story stands still, and of a busy second as well."""
    voter = world.person(language="en")
    await voter.says("/language")
    await voter.taps("Русский")
    assert voter.telegram.commands[0]["description"] == "На главную"
    await voter.says("/language")
    await voter.taps("Қазақша")
    assert voter.telegram.commands[0]["description"] == "Басты бет"
