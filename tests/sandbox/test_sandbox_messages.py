"""Sending: what Telegram takes and what it refuses."""

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.api import Api

pytestmark = pytest.mark.asyncio


async def test_text_is_parsed_and_counted_after_parsing(api: Api, voter: Person) -> None:
    bold = "<b>" + "a" * 4096 + "</b>"
    sent = await api("sendMessage", chat_id=voter.id, text=bold, parse_mode="HTML")
    assert sent["text"] == "a" * 4096
    assert voter.screen.html == bold


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "message text is empty"),
        (" \n\t ", "message text is empty"),
        ("a" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
    ],
)
async def test_text_of_a_wrong_length(api: Api, voter: Person, text: str, complaint: str) -> None:
    assert (
        await api.refused("sendMessage", chat_id=voter.id, text=text) == f"Bad Request: {complaint}"
    )


async def test_text_that_is_only_tags_is_empty(api: Api, voter: Person) -> None:
    refused = await api.refused("sendMessage", chat_id=voter.id, text="<b> </b>", parse_mode="HTML")
    assert refused == "Bad Request: message text is empty"


async def test_entities_may_be_given_explicitly(api: Api, voter: Person) -> None:
    entities = [{"type": "bold", "offset": 1, "length": 3}]
    await api("sendMessage", chat_id=voter.id, text=" 🏛abc ", entities=entities)
    assert voter.screen.html == "<b>🏛a</b>bc"
    refused = await api.refused(
        "sendMessage",
        chat_id=voter.id,
        text="a",
        entities=[{"type": "glow", "offset": 0, "length": 1}],
    )
    assert "can't parse entities" in refused


async def test_markdown_is_refused_clearly(api: Api, voter: Person) -> None:
    refused = await api.refused(
        "sendMessage", chat_id=voter.id, text="*a*", parse_mode="MarkdownV2"
    )
    assert "HTML" in refused


async def test_caption_limit(api: Api, voter: Person) -> None:
    photo = await voter.sends_photo()
    ok = await api("sendPhoto", chat_id=voter.id, photo=photo.file_id, caption="a" * 1024)
    assert len(ok["caption"]) == 1024
    refused = await api.refused(
        "sendPhoto", chat_id=voter.id, photo=photo.file_id, caption="a" * 1025
    )
    assert refused == "Bad Request: message caption is too long"


async def test_reply_to_a_missing_message(api: Api, voter: Person) -> None:
    reply = {"message_id": 999_999}
    refused = await api.refused("sendMessage", chat_id=voter.id, text="a", reply_parameters=reply)
    assert refused == "Bad Request: message to be replied not found"
    anyway = {"message_id": 999_999, "allow_sending_without_reply": True}
    await api("sendMessage", chat_id=voter.id, text="a", reply_parameters=anyway)


async def test_location_and_contact(api: Api, voter: Person) -> None:
    await api("sendLocation", chat_id=voter.id, latitude=43.2, longitude=76.9)
    refused = await api.refused("sendLocation", chat_id=voter.id, latitude=91, longitude=0)
    assert refused == "Bad Request: wrong latitude or longitude specified"
    await api("sendContact", chat_id=voter.id, phone_number="+7700", first_name="A")
    assert "phone number is empty" in await api.refused(
        "sendContact", chat_id=voter.id, first_name="A"
    )


async def test_polls(sandbox: Sandbox, api: Api, voter: Person) -> None:
    await api(
        "sendPoll", chat_id=voter.id, question="When?", options=["Mon", "Tue"], is_anonymous=False
    )
    await voter.votes(voter.screen, 1)
    assert sandbox.pending[-2]["poll_answer"]["option_ids"] == [1]
    stopped = await api("stopPoll", chat_id=voter.id, message_id=voter.screen.message_id)
    assert stopped["options"][1]["voter_count"] == 1
    refused = await api.refused("stopPoll", chat_id=voter.id, message_id=voter.screen.message_id)
    assert refused == "Bad Request: poll has already been closed"


async def test_albums(api: Api, voter: Person) -> None:
    photo = (await voter.sends_photo()).file_id
    media = [{"type": "photo", "media": photo, "caption": "<i>x</i>", "parse_mode": "HTML"}] * 2
    sent = await api("sendMediaGroup", chat_id=voter.id, media=media)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert sent[0]["caption_entities"][0]["type"] == "italic"
    for wrong in (media[:1], media * 6, [*media, {"type": "document", "media": photo}]):
        before = len(voter.sees)
        await api.refused("sendMediaGroup", chat_id=voter.id, media=wrong)
        assert len(voter.sees) == before


async def test_forward_and_copy(api: Api, voter: Person) -> None:
    said = await voter.says("my words")
    where = {"chat_id": voter.id, "from_chat_id": voter.id}
    forwarded = await api("forwardMessage", **where, message_id=said.message_id)
    assert forwarded["forward_origin"]["sender_user"]["id"] == voter.id
    copied = await api("copyMessage", **where, message_id=said.message_id)
    assert voter.screen.message_id == copied["message_id"]
    assert "forward_origin" not in voter.screen.raw
    refused = await api.refused("copyMessage", **where, message_id=999_999)
    assert refused == "Bad Request: message to copy not found"


async def test_chat_action(api: Api, voter: Person) -> None:
    assert await api("sendChatAction", chat_id=voter.id, action="typing") is True
    refused = await api.refused("sendChatAction", chat_id=voter.id, action="dancing")
    assert refused == "Bad Request: wrong parameter action in request"


async def test_json_and_query_say_the_same(api: Api, voter: Person) -> None:
    url = f"{api.url}/bot{api.token}/sendMessage"
    body = {"chat_id": voter.id, "text": "a", "reply_markup": {"keyboard": [["Yes"]]}}
    async with api.session.post(url, json=body) as answer:
        assert (await answer.json())["ok"]
    async with api.session.get(url, params={"chat_id": voter.id, "text": "b"}) as answer:
        assert (await answer.json())["result"]["text"] == "b"
    async with api.session.post(
        url, data=b"{", headers={"Content-Type": "application/json"}
    ) as answer:
        assert answer.status == 400
    assert [m.text for m in voter.sees if m.by_bot] == ["a", "b"]


async def test_token_and_method(api: Api) -> None:
    assert (await api.raw("sendTelepathy"))["error_code"] == 404
    assert (await api("GETME"))["username"] == "town_bot"
    api.token = "42:OTHER"
    assert (await api.raw("getMe"))["description"] == "Unauthorized"
