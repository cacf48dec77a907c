"""Language, districts, privacy."""

from datetime import timedelta

from tests.acting import SABILYANOV, deputy_id, write
from tests.world import World

MISSING = "I cannot find this."


async def test_the_language_changes_with_one_tap(world: World) -> None:
    person = world.person("Aigul", language="en")
    await person.says("/language")
    assert person.labels[:3] == ["Қазақша", "Русский", "English ✓"]
    shown = person.screen.message_id
    await person.taps("Русский")
    assert person.screen.message_id == shown
    assert "Русский ✓" in person.labels
    assert person.alerts[-1] == "Русский"
    calls = world.sandbox.calls_of("setMyCommands")
    assert str(person.telegram.id) in str(calls[-1])
    world.clock.move_to(world.clock() + timedelta(minutes=1))
    before = len(calls)
    await person.says("1")
    assert "Қазақша ✓" in person.labels
    assert len(world.sandbox.calls_of("setMyCommands")) == before + 1


async def test_the_language_stays_after_a_restart(world: World) -> None:
    person = world.person("Aigul", language="en")
    await person.says("/language")
    await person.taps("Қазақша")
    await world.restart()
    await person.says("/language")
    assert "Қазақша ✓" in person.labels


async def test_a_made_up_language_is_an_old_button(world: World) -> None:
    person = world.person("Aigul", language="en")
    await person.says("/language")
    await person.taps_data("lang:de")
    assert "does not work any more" in person.text


async def test_my_district_is_shown_and_removed(world: World) -> None:
    person = world.person("Aigul")
    await person.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await person.taps("This is my district")
    await person.says("/settings")
    assert "My district: 8" in person.text
    await person.taps("Remove district 8")
    assert "not chosen yet" in person.text
    await person.taps_data(f"set_rh:{2**63}")
    assert MISSING in person.text


async def test_settings_of_somebody_with_everything_fit_the_screen(world: World) -> None:
    person = await world.coordinator()
    await write(world, person, "The road is broken.")
    await person.says("/settings")
    assert len(person.screen.buttons) <= 8
    assert person.labels[-1] == "Home"


async def test_the_role_of_another_cannot_be_left(world: World) -> None:
    person = world.person("Aigul")
    await person.says("/start")
    for data in ("set_al:1", "set_lr:1", "set_al:0", f"set_lr:{10**30}"):
        await person.taps_data(data)
        assert MISSING in person.text, data


async def test_privacy_says_what_is_kept(world: World) -> None:
    person = world.person("Aigul")
    await person.says("/privacy")
    for words in ("not your name", "12 months", "3 years", "94-V", "/forget", "coordinator"):
        assert words in person.text
