"""Roles withdrawn and left, and who may do it."""

from tests.acting import SABILYANOV, assistant_of, deputy_id, write
from tests.membership.stories import invites, joins, token_on
from tests.world import Someone, World

MISSING = "I cannot find this."
NO_INBOX = "ask a coordinator for your invitation link"


async def invites_assistant(world: World, deputy: Someone, name: str) -> Someone:
    await deputy.says("/assistants")
    await deputy.taps("Invite an assistant")
    token = token_on(deputy.text)
    found = world.person(name)
    await found.opens(token)
    assert "You are invited as assistant of Nurtai Sabilyanov, district 8" in found.text
    await found.taps("Accept")
    return found


async def test_a_deputy_invites_and_removes_an_assistant(world: World) -> None:
    deputy = await joins(world, await world.coordinator(), "Nurtai", "Deputy", "8")
    assistant = await invites_assistant(world, deputy, "Yerlan")
    await deputy.says("/assistants")
    await deputy.says("1")
    await deputy.taps("Withdraw the role")
    assert "The role has ended" in deputy.text
    assert "Your role has ended" in assistant.text
    await assistant.says("/inbox")
    assert NO_INBOX in assistant.text


async def test_old_buttons_of_a_withdrawn_person_are_refused(world: World) -> None:
    coordinator = await world.coordinator()
    assistant = await joins(world, coordinator, "Yerlan", "Deputy's assistant", "8")
    voter = world.person("Aigul")
    await write(world, voter, "The road to the school is broken.", SABILYANOV)
    await assistant.says("/inbox")
    old = assistant.screen
    await coordinator.says("/admin")
    await coordinator.taps("People")
    await coordinator.says("1")
    await coordinator.taps("Withdraw the role")
    data = [button.callback_data or "" for row in old.buttons for button in row]
    await assistant.taps_data(next(one for one in data if one.startswith("case")), old)
    assert "The road to the school" not in assistant.text
    assert MISSING in assistant.text


async def test_a_deputy_cannot_remove_the_assistant_of_another(world: World) -> None:
    coordinator = await world.coordinator()
    mine = await joins(world, coordinator, "Nurtai", "Deputy", "8")
    await joins(world, coordinator, "Abzal", "Deputy", "14")
    other = await assistant_of(world, "kuspan", "Dana")
    await mine.says("/start")
    texts = set()
    # 3 is the assistant of the other deputy; the rest is not there at all.
    for grant_id in (3, 2, 77, 0, -1, 2**63, 10**30):
        for tap in ("adm_role", "adm_wr"):
            await mine.taps_data(f"{tap}:{grant_id}")
            texts.add(mine.text)
    assert len(texts) == 1
    assert MISSING in texts.pop()
    await other.says("/inbox")
    assert NO_INBOX not in other.text


async def test_a_deputy_invites_nobody_for_another(world: World) -> None:
    coordinator = await world.coordinator()
    deputy = await joins(world, coordinator, "Nurtai", "Deputy", "8")
    other = await deputy_id(world, "kuspan")
    own = await deputy_id(world, SABILYANOV)
    await deputy.says("/start")
    forged = (
        f"ast:{other}:0",
        f"ast_new:{other}",
        f"ast_new:{2**63}",
        f"adm_fd:deputy:{own}",
        f"adm_fd:assistant:{other}",
        "adm_fa:coordinator:0",
        "adm_fa:coordinator:1",
        f"adm_fa:activist:{2**63}",
    )
    for data in forged:
        await deputy.taps_data(data)
        assert MISSING in deputy.text, data
    await deputy.taps_data("adm_fd:king:1")
    assert "does not work any more" in deputy.text


async def test_a_voter_learns_nothing_from_forged_taps(world: World) -> None:
    coordinator = await world.coordinator()
    await joins(world, coordinator, "Nurtai", "Deputy", "8")
    await invites(coordinator, "Activist", "All assemblies")
    voter = world.person("Stranger")
    await voter.says("/admin")
    assert "not open to you" in voter.text
    for data in ("adm_oi:2", "adm_oi:99", "adm_wi:2", "adm_role:1", "adm_role:99", "ast:1:0"):
        await voter.taps_data(data)
        assert MISSING in voter.text, data
    for data in ("adm", "adm_ppl:0", "adm_inv:0", "adm_gaps", "adm_terms", "adm_take:1:0"):
        await voter.taps_data(data)
        assert "not open to you" in voter.text, data


async def test_whoever_wants_leaves_a_role(world: World) -> None:
    coordinator = await world.coordinator()
    assistant = await joins(world, coordinator, "Yerlan", "Deputy's assistant", "8")
    await assistant.says("/settings")
    await assistant.taps("Deputy's assistant: Nurtai Sabilyanov, district 8")
    await assistant.taps("Leave this role")
    assert "You have left the role" in assistant.text
    await assistant.says("/inbox")
    assert NO_INBOX in assistant.text


async def test_links_of_a_withdrawn_deputy_stop_working(world: World) -> None:
    coordinator = await world.coordinator()
    deputy = await joins(world, coordinator, "Nurtai", "Deputy", "8")
    await deputy.says("/assistants")
    await deputy.taps("Invite an assistant")
    token = token_on(deputy.text)
    await coordinator.says("/admin")
    await coordinator.taps("People")
    await coordinator.says("1")
    await coordinator.taps("Withdraw the role")
    person = world.person("Yerlan")
    await person.opens(token)
    assert "does not work" in person.text


async def test_a_coordinator_of_one_assembly_stays_within_it(world: World) -> None:
    admin = await world.coordinator()
    local = await joins(world, admin, "Marat", "Coordinator", "Astana")
    assert "Astana" in local.text
    await joins(world, admin, "Nurtai", "Deputy", "8")
    await local.says("/admin")
    await local.taps("People")
    assert "Deputy" not in local.text
    await local.taps_data("adm_fa:coordinator:0")
    assert MISSING in local.text
    await local.taps_data(f"adm_fd:deputy:{await deputy_id(world, SABILYANOV)}")
    assert MISSING in local.text
