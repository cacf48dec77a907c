"""Templates, words on the way, and stock replies that are no answers."""

import pytest
from sqlalchemy import select

from domain.stock import is_stock
from models.appeals import Answer, Appeal, AppealEvent
from models.workspaces import AnswerTemplate
from services.appeals import events
from tests.acting import SABILYANOV, assistant_of, deputy_id, write
from tests.world import Someone, World

RECEIVED = "We have your letter & will look into it <soon>. Thank you for writing to us."


async def adds(someone: Someone, title: str, text: str, *, interim: bool = False) -> None:
    await someone.says("/templates")
    await someone.taps("Add a template")
    await someone.says(f"{title}\n{text}")
    if interim:
        await someone.taps("Make it a word on the way")


async def answers(someone: Someone) -> None:
    await someone.says("/inbox")
    await someone.says("1")
    await someone.taps("Answer")


async def appeal(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def last_action(world: World) -> str:
    async with world.app.database.read() as uow:
        query = select(AppealEvent.action).order_by(AppealEvent.position.desc()).limit(1)
        return (await uow.session.execute(query)).scalar_one()


async def test_a_template_is_added_changed_and_deleted(world: World, yerlan: Someone) -> None:
    await yerlan.says("/templates")
    assert "No templates yet." in yerlan.text
    await adds(yerlan, "Roads", "The road <department> & we")
    assert "Roads" in yerlan.text
    assert "The road <department> & we" in yerlan.text
    await yerlan.taps("Change the text")
    assert "Roads\nThe road <department> & we" in yerlan.text
    await yerlan.says("Roads and bridges\nAnother text.")
    assert "Another text." in yerlan.text
    await yerlan.taps("Back")
    await yerlan.says("1")
    await yerlan.taps("Delete")
    await yerlan.taps("Yes, delete")
    assert yerlan.alerts[-1] == "Deleted."
    assert "No templates yet." in yerlan.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("...", "cannot read this"), ("Roads\n" + "x" * 3501, "too long"), ("Roads", "already")],
)
async def test_what_cannot_be_a_template(
    world: World, yerlan: Someone, typed: str, said: str
) -> None:
    await adds(yerlan, "Roads", "Once.")
    await yerlan.says("/templates")
    await yerlan.taps("Add a template")
    await yerlan.says(typed)
    assert said in yerlan.text
    await yerlan.says("Bridges\nAnother.")
    assert "Another." in yerlan.text


async def test_templates_belong_to_one_workspace(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await adds(yerlan, "Roads", "Secret words.")
    stranger = await assistant_of(world, "bapi", "Stranger")
    await write(world, voter, "Another letter.", slug="bapi")
    async with world.app.database.read() as uow:
        ident = (await uow.session.scalars(select(AnswerTemplate.id))).one()
        theirs = (await uow.session.scalars(select(Appeal.id).order_by(Appeal.id.desc()))).first()
    mandate_id = await deputy_id(world, SABILYANOV)
    for outsider in (stranger, voter):
        for data in (
            f"w_tpls:{mandate_id}:0",
            f"w_tpl:{ident}",
            f"w_tnew:{mandate_id}",
            f"w_tedit:{ident}",
            f"w_tkind:{ident}:1",
            f"w_tdel:{ident}:1",
            f"w_tuse:{theirs}:{ident}",
            f"w_word:{theirs}:{ident}:1",
        ):
            await outsider.taps_data(data)
            assert "cannot find this" in outsider.text, data
            assert "Secret words." not in outsider.text
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(AnswerTemplate))).all()) == 1


async def test_a_template_begins_an_answer_and_more_can_follow(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await adds(yerlan, "Greeting", "Dear voter, <thank> you & hello.")
    await answers(yerlan)
    await yerlan.says("About the road.")
    await yerlan.taps("Templates")
    await yerlan.taps("1. Greeting")
    assert "Added to the answer" in yerlan.text
    assert "Dear voter, <thank> you & hello." in yerlan.text
    await yerlan.says("It will be mended in May.")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Explained")
    await yerlan.taps("Send")
    whole = "About the road.\nDear voter, <thank> you & hello.\nIt will be mended in May."
    assert voter.saw(whole)


async def test_an_interim_word_reaches_the_author_and_the_clock_runs_on(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await adds(yerlan, "Received", RECEIVED, interim=True)
    due = (await appeal(world)).answer_due
    await answers(yerlan)
    await yerlan.taps("Templates")
    assert "Received (a word on the way)" in yerlan.text
    await yerlan.taps("1. Received")
    assert RECEIVED in yerlan.text
    assert "It does not stop the clock." in yerlan.text
    button = yerlan.screen.button("Send as a word on the way")
    assert button is not None
    await yerlan.taps("Send as a word on the way")
    assert "goes to the voter" in yerlan.text
    assert "To be answered by Tuesday, December 15, 2026" in yerlan.text
    assert "A word on the way about №" in voter.text
    assert RECEIVED in voter.text
    assert "This is not the answer yet" in voter.text
    assert "Solved" not in voter.labels
    found = await appeal(world)
    assert (found.state, found.answer_due, found.outcome) == ("delivered", due, None)
    assert await last_action(world) == "interim"
    seen = len(voter.messages)
    await yerlan.taps_data(button.callback_data or "")
    assert len(voter.messages) == seen


async def test_the_answer_after_an_interim_word_is_the_answer(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await adds(yerlan, "Received", RECEIVED, interim=True)
    await answers(yerlan)
    await yerlan.says("Mended.")
    await yerlan.taps("Templates")
    await yerlan.taps("1. Received")
    await yerlan.taps("Send as a word on the way")
    await yerlan.taps("Open")
    await yerlan.taps("Go on with the answer")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Solved")
    await yerlan.taps("Send")
    (survey,) = [one for one in voter.messages if "Was the matter solved?" in one.text]
    assert "Mended." in survey.text
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, (await appeal(world)).id) is None


@pytest.mark.parametrize(
    "text", ["Ваше обращение принято к рассмотрению!", f"{RECEIVED[:-1]}, dear voter."]
)
async def test_a_stock_reply_is_refused_as_the_answer_and_offered_as_a_word(
    world: World, yerlan: Someone, voter: Someone, text: str
) -> None:
    await adds(yerlan, "Received", RECEIVED, interim=True)
    await answers(yerlan)
    await yerlan.says(text)
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Solved")
    await yerlan.taps("Send")
    assert "it is a stock reply" in yerlan.text
    assert not voter.saw("The answer to №")
    assert (await appeal(world)).state == "delivered"
    await yerlan.taps("Send as a word on the way")
    await yerlan.taps("Send as a word on the way")
    assert text in voter.text
    async with world.app.database.read() as uow:
        row = (await uow.session.scalars(select(Answer))).one()
    assert row.interim
    assert row.outcome is None


async def test_ones_own_words_can_be_a_word_on_the_way(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await answers(yerlan)
    await yerlan.says("I have asked the road department and wait for its reply.")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Not an answer yet: a word on the way")
    await yerlan.taps("Send as a word on the way")
    assert "I have asked the road department" in voter.text
    assert "Was the matter solved?" not in voter.text


async def test_no_word_on_the_way_after_the_answer(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await adds(yerlan, "Received", RECEIVED, interim=True)
    await answers(yerlan)
    await yerlan.taps("Templates")
    await yerlan.taps("1. Received")
    preview = yerlan.screen
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    await yerlan.taps("Send as a word on the way", preview)
    assert "has changed meanwhile" in preview.text
    assert not voter.saw("A word on the way")


@pytest.mark.parametrize(
    ("text", "stock"),
    [
        ("өтінішіңіз қабылданды", True),
        ("Спасибо! Мы получили Ваше обращение", True),
        ("We received your letter. The road will be mended in May by the akimat.", False),
        ("Дорогу отремонтируют в мае, договор подписан.", False),
        ("", False),
    ],
)
def test_what_is_a_stock_reply(text: str, *, stock: bool) -> None:
    assert is_stock(text) is stock
