"""Screens into Telegram methods: edits where a tap came from a message, new messages elsewhere."""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from aiogram import Bot
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMyCommands,
    EditMessageText,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)

from handlers.common.screen import Button, File, Screen
from handlers.common.split import split_html

Method = TelegramMethod[Any]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ALBUM = 10
WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: the chat, the message whose button was tapped, the tap itself."""

    chat_id: int
    message_id: int | None = None
    query_id: str | None = None
    thread_id: int | None = None


def respond(place: Place, screens: list[Screen]) -> list[Method]:
    """The methods that show these screens, the tap's answer first."""
    methods: list[Method] = []
    if place.query_id is not None:
        toast = next((screen.toast for screen in screens if screen.toast), None)
        methods.append(AnswerCallbackQuery(callback_query_id=place.query_id, text=toast))
    edited = place.message_id
    for screen in screens:
        if not screen.text:
            continue
        target = None if screen.fresh or screen.files or screen.ask_location else edited
        edited = None
        methods.extend(show(place, screen, target))
        if screen.plain_menu:
            own = BotCommandScopeChat(chat_id=place.chat_id)
            methods.append(DeleteMyCommands(scope=own))
    return methods


def show(place: Place, screen: Screen, edited: int | None = None) -> list[Method]:
    """One screen: its files, then its text in as many messages as it needs."""
    return [*attached(place, screen.files), *_texts(place, screen, edited)]


def _texts(place: Place, screen: Screen, edited: int | None) -> list[Method]:
    methods: list[Method] = []
    *heads, last = split_html(str(screen.text))
    for index, part in enumerate([*heads, last]):
        final = index == len(heads)
        target = edited if index == 0 else None
        methods.append(_text(place, part, screen if final else None, target))
    return methods


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(one) for one in row] for row in rows])


def menu(screens: list[Screen]) -> dict[str, str] | None:
    """What may be typed instead of tapped on the last screen: folded label or number -> data.

    Of a numbered line its words alone will do, where no other line has the same.
    """
    if not screens:
        return None
    found: dict[str, str] = {}
    words: dict[str, str] = {}
    for button in chain.from_iterable(screens[-1].rows):
        if button.data is None:
            continue
        label = typed(button.label)
        found[label] = button.data
        if button.choice is not None:
            found[str(button.choice)] = button.data
            alone = label.removeprefix(f"{button.choice} ")
            words[alone] = "" if alone in words else button.data
    return {alone: data for alone, data in words.items() if data} | found


def typed(label: str) -> str:
    """The form in which typed text and labels are compared: letters, digits, single spaces."""
    return " ".join(WORDS.findall(label.casefold()))[:60]


def _text(place: Place, part: str, screen: Screen | None, edited: int | None) -> Method:
    markup = keyboard(screen.rows) if screen else None
    if edited is not None:
        return EditMessageText(
            chat_id=place.chat_id,
            message_id=edited,
            text=part,
            reply_markup=markup,
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
        )
    return SendMessage(
        chat_id=place.chat_id,
        message_thread_id=place.thread_id,
        text=part,
        reply_markup=_location(screen.ask_location) if screen and screen.ask_location else markup,
        parse_mode="HTML",
        link_preview_options=NO_PREVIEW,
    )


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(text=button.copy) if button.copy else None,
    )


def _location(label: str) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=label, request_location=True)]],
        resize_keyboard=True,
        one_time_keyboard=True,
    )


def attached(place: Place, files: tuple[File, ...]) -> list[Method]:
    """Photos, then documents, in albums."""
    methods: list[Method] = []
    for kind in ("photo", "document"):
        found = [file for file in files if file.kind == kind]
        methods += [
            _album(place, kind, found[start : start + ALBUM])
            for start in range(0, len(found), ALBUM)
        ]
    return methods


def _album(place: Place, kind: str, files: list[File]) -> Method:
    one, there = files[0], place.chat_id
    caption, thread = one.caption or None, place.thread_id
    if len(files) == 1 and kind == "photo":
        photo = _content(one)
        return SendPhoto(chat_id=there, message_thread_id=thread, photo=photo, caption=caption)
    if len(files) == 1:
        file = _content(one)
        return SendDocument(chat_id=there, message_thread_id=thread, document=file, caption=caption)
    part = InputMediaPhoto if kind == "photo" else InputMediaDocument
    media: list[Any] = [part(media=_content(i), caption=i.caption or None) for i in files]
    return SendMediaGroup(chat_id=there, message_thread_id=thread, media=media)


class DrawnFile(InputFile):
    """Made in a thread as it goes out: outside of any transaction, and nothing waits for it."""

    def __init__(self, draw: Callable[[], bytes], name: str) -> None:
        super().__init__(filename=name)
        self._draw = draw

    async def read(self, bot: Bot) -> AsyncGenerator[bytes, None]:
        del bot
        yield await asyncio.to_thread(self._draw)


def _content(file: File) -> str | InputFile:
    if file.draw is not None:
        return DrawnFile(file.draw, file.name)
    if file.content is not None:
        return BufferedInputFile(file.content, filename=file.name)
    return FSInputFile(file.path, filename=file.name) if file.path else file.file_id
