"""Filters of the inbox, the search in own appeals, and the weekly brief."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.appeals import Kind, State, Topic
from domain.plain import plain
from models.appeals import Appeal
from models.users import Grant
from services import people
from services.appeals import drafts, registration
from services.desk.brief import Letter, figures
from tests.acting import SABILYANOV, answer, assistant_of, deputy_id, write
from tests.world import MORNING, Someone, World

TODAY = date(2026, 11, 24)
# So unlike each other that nobody takes them for a campaign.
LETTERS = (
    "The road to our school has deep holes since spring.",
    "No bus stops on the road behind the clinic; old people walk two kilometres.",
    "Lorries of the quarry use the village road at night and nobody sleeps.",
    "Please light the road along the river, last week a child was hit there.",
    "A bridge rail on the Zaisan road fell off and was never put back.",
    "Snow is not cleared from the cemetery road although a contractor is paid.",
    "Who owns the gravel road between the two dairies, and who repairs it?",
)


async def letter(
    world: World, text: str, place: str = "Semey", *, days_ago: int = 0, kind: Kind = Kind.COMPLAINT
) -> int:
    """Of somebody new; its id."""
    mandate_id = await deputy_id(world, SABILYANOV)
    world.clock.move_to(MORNING - timedelta(days=days_ago))
    async with world.app.database.write() as uow:
        written = len((await uow.session.scalars(select(Appeal.id))).all())
        voter = await people.actor_of(uow, 600_000 + written, "en")
        draft = await drafts.start(uow, voter, mandate_id, kind)
        await drafts.choose_topic(uow, voter, draft.id, Topic.ROADS)
        await drafts.sign(uow, voter, draft.id, place=place)
        await drafts.write(uow, voter, draft.id, [text])
        await registration.send(uow, voter, draft.id)
    world.clock.move_to(MORNING)
    await world.settle()
    return draft.id


async def number(world: World, ident: int) -> str:
    async with world.app.database.read() as uow:
        return str((await uow.session.get_one(Appeal, ident)).number)


def listed(someone: Someone) -> list[str]:
    return [label.partition("№ ")[2] for label in someone.labels if "№" in label]


async def test_each_filter_by_button_and_by_word(world: World, yerlan: Someone) -> None:
    old, middle, new = [await letter(world, f"Road {i}.", days_ago=12 - 6 * i) for i in range(3)]
    async with world.app.database.write() as uow:
        row = await uow.session.get_one(Appeal, middle)
        row.state, row.answer_due = State.CLARIFICATION, None
        due = (await uow.session.get_one(Appeal, new)).answer_due
    assert due is not None
    world.clock.move_to(datetime(due.year, due.month, due.day, 5, tzinfo=UTC))
    await yerlan.says("/inbox")
    await yerlan.says("1")
    await yerlan.taps("I take it")
    expected = {
        "All": [old, new, middle],
        "New": [new],
        "Due today": [new],
        "Late": [old],
        "Mine": [old],
        "Waiting for the author": [middle],
    }
    for label, idents in expected.items():
        numbers = [await number(world, ident) for ident in idents]
        await yerlan.says("/inbox")
        await yerlan.taps("Filter and search")
        assert f"{label}: {len(idents)}" in yerlan.text
        await yerlan.taps(label)
        assert listed(yerlan) == numbers, label
        await yerlan.says(f"/inbox {label.upper()}")
        assert listed(yerlan) == numbers, label
    await yerlan.says("/inbox кешіккен")
    assert listed(yerlan) == [await number(world, old)]
    await yerlan.says("/inbox просроченные")
    assert listed(yerlan) == [await number(world, old)]
    assert "Complaint. Roads and transport" in yerlan.text
    assert "late" in yerlan.text


async def test_a_filter_that_finds_nothing_says_so(world: World, yerlan: Someone) -> None:
    await letter(world, "Road.")
    await yerlan.says("/inbox waiting")
    assert "There are none of this kind now." in yerlan.text
    await yerlan.taps("Back")
    assert "that wait for an answer: 1" in yerlan.text


async def test_pages_of_a_filter_keep_to_it(world: World, yerlan: Someone) -> None:
    for text in LETTERS:
        await letter(world, text)
    await yerlan.says("/inbox new")
    await yerlan.taps("Next")
    assert len(listed(yerlan)) == 2
    assert "New: 7" in yerlan.text
    assert len(yerlan.screen.buttons) <= 8


@pytest.mark.parametrize(
    "typed",
    [
        "ЖОЛ",
        "кала",
        "Қала жол",
        "үржар",
        "УРЖАР",
        "000001",
        "бұзылған 100%",
        "№ MZH-2026-000001",
    ],
)
async def test_search_by_words_place_and_number(world: World, yerlan: Someone, typed: str) -> None:
    await letter(world, "Қаладағы жол БҰЗЫЛҒАН, 100%.", place="Үржар")
    await letter(world, "The bridge_is broken.", place="Semey")
    await yerlan.says("/search")
    await yerlan.says(typed)
    assert "Found: 1" in yerlan.text
    assert "Үржар" in yerlan.text
    await yerlan.says("1")
    assert "Қаладағы жол БҰЗЫЛҒАН, 100%." in yerlan.text


async def test_search_knows_no_wildcards_and_asks_for_other_words(
    world: World, yerlan: Someone
) -> None:
    await letter(world, "The bridge is broken.")
    for typed in ("br_dge", "b%e", "tunnel"):
        await yerlan.says(f"/search {typed}")
        assert "No appeal holds all of these words" in yerlan.text
    await yerlan.taps("Search again")
    await yerlan.says("bridge")
    assert "Found: 1" in yerlan.text
    await yerlan.says("broken tunnel")
    assert "Found: 0" in yerlan.text


async def test_search_finds_closed_ones_and_tells_how_many_more(
    world: World, yerlan: Someone
) -> None:
    for text in LETTERS:
        await letter(world, text)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(state=State.CLOSED))
    await yerlan.says("/search road")
    assert "Found: 7" in yerlan.text
    assert "Older ones besides: 2." in yerlan.text
    assert "Closed" in yerlan.text


async def test_search_sees_only_the_own_workspace(world: World, yerlan: Someone) -> None:
    stranger = await assistant_of(world, "bapi", "Stranger")
    voter = world.person("Aigul")
    await write(world, voter, "The bridge is broken.")
    await stranger.says("/search bridge")
    assert "Found: 0" in stranger.text
    await voter.says("/search bridge")
    assert "inbox of deputies" in voter.text
    assert yerlan.saw("A new appeal")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ӘҒҚҢӨҰҮҺІЁ", "агкноуухие"), ("Қарағанды", "караганды"), ("Semey", "SEMEY")],
)
def test_plain_letters(one: str, other: str) -> None:
    assert plain(one) == plain(other)
    assert plain(plain(one)) == plain(one)


async def test_the_weekly_brief(world: World, yerlan: Someone) -> None:
    await letter(world, "An old one.", place="Zaisan", days_ago=30)
    for text in LETTERS[:6]:
        await letter(world, text, days_ago=1)
    await letter(world, "Thank you.", kind=Kind.THANKS)
    await answer(yerlan, "It is mended, look at the bridge.")
    await yerlan.says("/inbox")
    await yerlan.taps("Brief and templates")
    await yerlan.taps("What the district asks")
    assert "New appeals: 6" in yerlan.text
    assert "Answered: 1" in yerlan.text
    assert "Thanks: 1" in yerlan.text
    assert "Roads and transport. New: 6, open: 6" in yerlan.text
    assert "Open for the longest time" in yerlan.text
    assert len(listed(yerlan)) == 3
    await yerlan.says("1")
    assert LETTERS[0] in yerlan.text


async def test_the_brief_is_for_the_workspace_alone(world: World, yerlan: Someone) -> None:
    stranger = await assistant_of(world, "bapi", "Stranger")
    mandate_id = await deputy_id(world, SABILYANOV)
    await stranger.taps_data(f"w_brief:{mandate_id}")
    assert "cannot find this" in stranger.text
    voter = world.person("Aigul")
    await voter.says("/brief")
    assert "inbox of deputies" in voter.text
    await yerlan.says("/brief")
    assert "New appeals: 0" in yerlan.text


async def test_somebody_of_two_workspaces_is_asked_whose(world: World, yerlan: Someone) -> None:
    other = await deputy_id(world, "bapi")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, yerlan.telegram.id, "en")
        uow.session.add(
            Grant(user_id=actor.user_id, role="assistant", mandate_id=other, granted_at=uow.now)
        )
    await yerlan.says("/brief")
    assert "Of which deputy?" in yerlan.text
    await yerlan.taps("Ermurat Bapi")
    await yerlan.taps("What the district asks")
    assert "Ermurat Bapi" in yerlan.text


def test_small_numbers_of_a_topic_are_not_told() -> None:
    def of(topic: Topic, n: int, days_ago: int = 0, state: State = State.DELIVERED) -> list[Letter]:
        return [Letter(Kind.HELP, topic, state, TODAY - timedelta(days=days_ago))] * n

    found = figures(
        [
            *of(Topic.ROADS, 5),
            *of(Topic.HEALTH, 4),
            *of(Topic.HEALTH, 3, days_ago=7),
            *of(Topic.WORK, 2, days_ago=6, state=State.ANSWERED),
            *[Letter(Kind.THANKS, Topic.WORK, State.DELIVERED, TODAY)] * 2,
        ],
        TODAY,
    )
    assert [(one.topic, one.new, one.open) for one in found.topics] == [
        (Topic.HEALTH, None, 7),
        (Topic.ROADS, 5, 5),
        (Topic.WORK, None, 0),
    ]
    assert (found.new, found.open, found.thanks) == (11, 12, 2)
