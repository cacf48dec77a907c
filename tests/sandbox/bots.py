"""A small bot on aiogram, to show that a real library is content with the stand-in."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from tests.sandbox.api import TOKEN

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Find my deputy", callback_data="find")]]
)


async def start(message: Message, command: CommandObject) -> None:
    await message.answer(f"<b>Hello</b> {command.args}", parse_mode="HTML", reply_markup=KEYBOARD)


async def find(query: CallbackQuery) -> None:
    assert isinstance(query.message, Message)
    await query.message.edit_text("Found")
    await query.answer("Here you are")


async def photo(message: Message, bot: Bot) -> None:
    assert message.photo is not None
    content = await bot.download(message.photo[-1])
    assert content is not None
    await message.answer_document(
        BufferedInputFile(content.read(), "copy.jpg"), caption="Your photo"
    )


async def echo(message: Message) -> None:
    await message.reply("You sent: " + (message.text or message.content_type))


def connect(url: str) -> Bot:
    """Return a bot that speaks to the stand-in."""
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


@contextlib.asynccontextmanager
async def running_bot(url: str) -> AsyncIterator[Bot]:
    """Run the bot until the block ends."""
    dispatcher = Dispatcher()
    dispatcher.message.register(start, CommandStart())
    dispatcher.callback_query.register(find)
    dispatcher.message.register(photo, F.photo)
    dispatcher.message.register(echo)
    bot = connect(url)
    await bot.set_my_commands([BotCommand(command="help", description="What I can do")])
    polling = asyncio.create_task(
        dispatcher.start_polling(
            bot, handle_as_tasks=False, handle_signals=False, close_bot_session=False
        )
    )
    try:
        yield bot
    finally:
        await dispatcher.stop_polling()
        await polling
        await bot.session.close()
