"""Keyboards: what may hang under a message."""

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.api import Api, inline

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "a", "callback_data": "қ" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "callback_data": "a", "url": "https://a.kz"},
            "can't parse inline keyboard button: exactly one action must be specified",
        ),
        (
            {"text": "a", "url": "http://localhost/x"},
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "url": "ftp://a.kz"},
            "inline keyboard button URL 'ftp://a.kz' is invalid: Unsupported URL protocol",
        ),
        ({"text": "a", "copy_text": {"text": "a" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
    ],
)
async def test_refused_buttons(
    api: Api, voter: Person, button: dict[str, object], complaint: str
) -> None:
    markup = inline([button])
    refused = await api.refused("sendMessage", chat_id=voter.id, text="a", reply_markup=markup)
    assert refused == f"Bad Request: {complaint}"


async def test_sixty_four_bytes_and_every_kind_of_action(api: Api, voter: Person) -> None:
    buttons: list[dict[str, object]] = [
        {"text": "data", "callback_data": "қ" * 32},
        {"text": "link", "url": "t.me/town_bot?start=x"},
        {"text": "copy", "copy_text": {"text": "№ 8-2026-1"}},
        {"text": "here", "switch_inline_query_current_chat": ""},
    ]
    await api("sendMessage", chat_id=voter.id, text="a", reply_markup=inline(buttons))
    assert voter.screen.labels == ["data", "link", "copy", "here"]
    await voter.taps("copy")
    assert voter.clipboard == ["№ 8-2026-1"]
    await voter.taps("link")
    assert voter.sees[-1].text == "/start x"


async def test_too_many_buttons(api: Api, voter: Person) -> None:
    button: dict[str, object] = {"text": "a", "callback_data": "a"}
    for rows in ([[button] * 9], [[button]] * 101):
        refused = await api.refused(
            "sendMessage", chat_id=voter.id, text="a", reply_markup=inline(*rows)
        )
        assert refused == "Bad Request: REPLY_MARKUP_TOO_LONG"


async def test_reply_keyboard_asks_for_a_location_once(api: Api, voter: Person) -> None:
    markup = {
        "keyboard": [[{"text": "Where I am", "request_location": True}], ["Not now"]],
        "one_time_keyboard": True,
    }
    await api("sendMessage", chat_id=voter.id, text="Where?", reply_markup=markup)
    assert [button.text for row in voter.keyboard for button in row] == ["Where I am", "Not now"]
    voter.place = (43.1, 77.1)
    await voter.taps("where i am")
    assert voter.sees[-1].raw["location"] == {"latitude": 43.1, "longitude": 77.1}
    assert voter.keyboard == []
    with pytest.raises(AssertionError, match="no button 'Not now'"):
        await voter.taps("Not now", timeout=0)


async def test_reply_keyboard_is_removed(api: Api, voter: Person) -> None:
    await api("sendMessage", chat_id=voter.id, text="a", reply_markup={"keyboard": [["Yes"]]})
    await api("sendMessage", chat_id=voter.id, text="b", reply_markup={"remove_keyboard": True})
    assert voter.keyboard == []


async def test_location_is_asked_in_private_chats_only(sandbox: Sandbox, api: Api) -> None:
    group = sandbox.group(-5)
    markup = {"keyboard": [[{"text": "x", "request_location": True}]]}
    refused = await api.refused("sendMessage", chat_id=group.id, text="a", reply_markup=markup)
    assert refused == "Bad Request: location can be requested in private chats only"


async def test_nonsense_markup(api: Api, voter: Person) -> None:
    for markup in ("{", "[]", '{"keyboard": 5}', '{"inline_keyboard": ["a"]}'):
        await api.refused("sendMessage", chat_id=voter.id, text="a", reply_markup=markup)
