"""A message as a person in the chat sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.codec import Json
from sandbox.html_writer import to_html

MEDIA = ("photo", "document", "voice", "video", "sticker", "audio", "animation")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message or on the reply keyboard."""

    text: str
    raw: Json
    inline: bool

    @property
    def callback_data(self) -> str | None:
        """What the bot gets when the button is tapped."""
        data = self.raw.get("callback_data")
        return data if isinstance(data, str) else None

    @property
    def url(self) -> str | None:
        """Where the button leads."""
        url = self.raw.get("url")
        return url if isinstance(url, str) else None


@dataclass(eq=False, slots=True)
class Message:
    """One message; `raw` is Telegram's JSON, `keyboard` the reply markup as the bot gave it."""

    raw: Json
    by_bot: bool
    keyboard: Json | None = None
    deleted: bool = False
    edited: bool = False

    @property
    def message_id(self) -> int:
        """Return Telegram's number of the message in its chat."""
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        """Return the chat that the message is in."""
        return int(self.raw["chat"]["id"])

    @property
    def thread_id(self) -> int | None:
        """Return the forum topic."""
        thread_id: int | None = self.raw.get("message_thread_id")
        return thread_id

    @property
    def text(self) -> str:
        """Return the text or caption without formatting."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """Return formatting of the text or caption."""
        entities: list[Json] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return entities

    @property
    def html(self) -> str:
        """Return the text with its formatting."""
        return to_html(self.text, self.entities)

    @property
    def reply_markup(self) -> Json | None:
        """Return the keyboard as given, inline or reply keyboard, removal or forced reply."""
        return self.keyboard

    @property
    def buttons(self) -> list[list[Button]]:
        """Return rows of buttons, inline or reply."""
        markup = self.keyboard or {}
        inline = "inline_keyboard" in markup
        rows: list[list[Any]] = markup.get("inline_keyboard" if inline else "keyboard") or []
        return [[_button(raw, inline=inline) for raw in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """Return what is written on the buttons, row after row."""
        return [button.text for button in self._all_buttons()]

    @property
    def documents(self) -> list[Json]:
        """Return the documents that came with it (one at most: an album is several messages)."""
        return [self.raw["document"]] if "document" in self.raw else []

    @property
    def photo(self) -> Json | None:
        """Return the largest size of the photo."""
        sizes: list[Json] = self.raw.get("photo", [])
        return sizes[-1] if sizes else None

    @property
    def file_id(self) -> str | None:
        """Return the id of whatever file came with it."""
        for kind in MEDIA:
            if kind in self.raw:
                media = self.photo if kind == "photo" else self.raw[kind]
                return str(media["file_id"]) if media else None
        return None

    def button(self, label: str) -> Button | None:
        """Find a button by its label, else by a part of it, in any case of letters."""
        wanted = label.casefold()
        partly = None
        for button in self._all_buttons():
            if button.text.casefold() == wanted:
                return button
            if partly is None and wanted in button.text.casefold():
                partly = button
        return partly

    def _all_buttons(self) -> Iterator[Button]:
        for row in self.buttons:
            yield from row

    def __repr__(self) -> str:
        """Show what a failing test wants to know."""
        who = "bot" if self.by_bot else "person"
        return f"<Message {self.message_id} by {who}: {self.text[:80]!r} {self.labels}>"


def _button(raw: Any, *, inline: bool) -> Button:
    if isinstance(raw, str):
        return Button(raw, {"text": raw}, inline)
    return Button(str(raw.get("text", "")), raw, inline)
