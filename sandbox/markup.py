"""Keyboards: what Telegram takes and what it refuses."""

from typing import Any

from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.text import checked_url

MAX_DATA_BYTES = 64
MAX_COPY_TEXT = 256
MAX_BUTTONS = 100
MAX_INLINE_ROW = 8
MAX_REPLY_ROW = 12
MAX_REPLY_BUTTONS = 300
ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_PRIVATE_ONLY = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "web_app",
)


def read_markup(params: Params, *, private: bool, only_inline: bool = False) -> Json | None:
    """Return the checked reply markup, None when there is none."""
    markup = params.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], MAX_BUTTONS, MAX_INLINE_ROW)
        keyboard = [[_inline_button(button) for button in row] for row in rows]
        return {"inline_keyboard": keyboard} if keyboard else None
    if only_inline:
        if markup:
            raise bad_request("inline keyboard expected")
        return None
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], MAX_REPLY_BUTTONS, MAX_REPLY_ROW)
        if not rows:
            raise bad_request("reply keyboard must be non-empty")
        return {
            **markup,
            "keyboard": [
                [_reply_button(button, private=private) for button in row] for row in rows
            ],
        }
    if markup and not (markup.get("remove_keyboard") or markup.get("force_reply")):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup or None


def _rows(rows: Any, most: int, widest: int) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup: Array of Array expected")
    filled = [row for row in rows if row]
    if sum(map(len, filled)) > most or any(len(row) > widest for row in filled):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return filled


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: Object expected")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(
            'can\'t parse inline keyboard button: Field "text" must be of type String'
        )
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(
            "can't parse inline keyboard button: exactly one action must be specified"
        )
    _check_action(actions[0], button[actions[0]])
    return {name: value for name, value in button.items() if value is not None}


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action == "url":
        _check_url("inline keyboard button URL", value)
    elif action in {"web_app", "login_url"}:
        url = value.get("url") if isinstance(value, dict) else None
        _check_url("inline keyboard button Web App URL", url)
        if not str(url).startswith("https://"):
            raise bad_request(
                f"inline keyboard button Web App URL '{url}' is invalid: "
                "Only HTTPS links are allowed"
            )


def _check_url(what: str, url: Any) -> None:
    if not isinstance(url, str) or not url:
        raise bad_request("BUTTON_URL_INVALID")
    try:
        checked_url(url)
    except ValueError as wrong:
        raise bad_request(f"{what} '{url}' is invalid: {wrong}") from None


def _reply_button(button: Any, *, private: bool) -> Json:
    raw = {"text": button} if isinstance(button, str) else button
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise bad_request("can't parse keyboard button: Object expected")
    if not raw["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    for name in _PRIVATE_ONLY:
        if raw.get(name) and not private:
            what = name.removeprefix("request_").replace("_", " ")
            verb = "web app buttons" if name == "web_app" else f"{what} can be requested"
            tail = (
                "can be used in private chats only"
                if name == "web_app"
                else "in private chats only"
            )
            raise bad_request(f"{verb} {tail}")
    return {name: value for name, value in raw.items() if value is not None}
