"""Edits, deletions and answers to taps."""

import pytest

from sandbox import Person
from tests.sandbox.api import Api, inline
from tests.sandbox.conftest import MovedClock

pytestmark = pytest.mark.asyncio

BUTTON = inline([{"text": "Next", "callback_data": "next"}])


async def test_edit_that_changes_nothing(api: Api, voter: Person) -> None:
    sent = await api(
        "sendMessage", chat_id=voter.id, text="<b>a</b>", parse_mode="HTML", reply_markup=BUTTON
    )
    same = {"chat_id": voter.id, "message_id": sent["message_id"], "reply_markup": BUTTON}
    refused = await api.refused("editMessageText", **same, text="<b>a</b> ", parse_mode="HTML")
    assert refused.startswith("Bad Request: message is not modified: specified new message content")
    assert "not modified" in await api.refused("editMessageReplyMarkup", **same)
    await api("editMessageText", **same, text="a")
    assert voter.screen.html == "a"
    assert voter.screen.edited


async def test_edit_without_markup_takes_the_keyboard_away(api: Api, voter: Person) -> None:
    sent = await api("sendMessage", chat_id=voter.id, text="a", reply_markup=BUTTON)
    await api("editMessageText", chat_id=voter.id, message_id=sent["message_id"], text="a")
    assert voter.screen.labels == []


async def test_what_cannot_be_edited(api: Api, voter: Person) -> None:
    own = await voter.says("mine")
    photo = await api("sendPhoto", chat_id=voter.id, photo=(await voter.sends_photo()).file_id)
    text = await api("sendMessage", chat_id=voter.id, text="a")
    for method, message_id, complaint in (
        ("editMessageText", 999_999, "message to edit not found"),
        ("editMessageText", own.message_id, "message can't be edited"),
        ("editMessageText", photo["message_id"], "there is no text in the message to edit"),
        ("editMessageCaption", text["message_id"], "there is no caption in the message to edit"),
    ):
        refused = await api.refused(
            method, chat_id=voter.id, message_id=message_id, text="b", caption="b"
        )
        assert refused == f"Bad Request: {complaint}"


async def test_deletion(api: Api, voter: Person, clock: MovedClock) -> None:
    sent = await api("sendMessage", chat_id=voter.id, text="a")
    where = {"chat_id": voter.id, "message_id": sent["message_id"]}
    clock.forward(hours=49)
    assert (
        await api.refused("deleteMessage", **where)
        == "Bad Request: message can't be deleted for everyone"
    )
    clock.forward(hours=-2)
    await api("deleteMessage", **where)
    assert sent["message_id"] not in [message.message_id for message in voter.sees]
    assert await api.refused("deleteMessage", **where) == "Bad Request: message to delete not found"
    assert (
        await api.refused("editMessageText", **where, text="b")
        == "Bad Request: message to edit not found"
    )


async def test_a_tap_is_answered_once_and_in_time(
    api: Api, voter: Person, clock: MovedClock
) -> None:
    await api("sendMessage", chat_id=voter.id, text="a", reply_markup=BUTTON)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    first = await voter.taps_data("next")
    await api("answerCallbackQuery", callback_query_id=first.id, text="Done", show_alert=True)
    assert voter.alerts == ["Done"]
    assert await api.refused("answerCallbackQuery", callback_query_id=first.id) == too_old
    assert await api.refused("answerCallbackQuery", callback_query_id="1") == too_old
    second = await voter.taps_data("forged")
    assert await api.refused(
        "answerCallbackQuery", callback_query_id=second.id, text="a" * 201
    ) == ("Bad Request: MESSAGE_TOO_LONG")
    clock.forward(minutes=16)
    assert await api.refused("answerCallbackQuery", callback_query_id=second.id) == too_old


async def test_inline_queries(api: Api, voter: Person) -> None:
    query_id = await voter.types_inline("Медеу")
    result = {
        "type": "article",
        "id": "1",
        "title": "Medeu",
        "input_message_content": {"message_text": "x"},
    }
    refused = await api.refused(
        "answerInlineQuery", inline_query_id=query_id, results=[result, result]
    )
    assert refused == "Bad Request: RESULT_ID_DUPLICATE"
    await api("answerInlineQuery", inline_query_id=query_id, results=[result])
    answer = voter.world.inline_queries[query_id]
    assert answer is not None
    assert answer["results"][0]["title"] == "Medeu"
