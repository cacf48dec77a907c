"""The composition root: every object of the process is made and joined here."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update

from bot.clock import Clock
from bot.database import create_database
from bot.delivery.pacer import Pacer
from bot.delivery.sender import Sender
from bot.delivery.session import LeanSession
from bot.delivery.telegram import Telegram
from bot.dispatcher import HOOKS, create_routes, notices
from bot.fatal import StartRefused
from bot.finishing import GRACE
from bot.intake import Intake, Polling, Webhook
from bot.job_runner import JobRunner
from bot.keeper import Keeper
from bot.leadership import Leadership
from bot.menus import default_methods, menu_chore
from bot.scheduler import Ticker, scheduler
from bot.settings import Settings
from bot.start_up import prepare_database
from bot.web import OpenWeb
from bot.worker import Worker
from domain.names import Language
from handlers import workspace
from handlers.common.texts import Texts
from handlers.report import making
from services import jobs, outbox_sending
from services.appeals.receipts import Tries
from services.lookup_cache import LookupCache
from services.unit_of_work import Database

log = structlog.get_logger()


@dataclass
class Application:
    """Everything a process of the bot is made of; tests drive the same parts by hand."""

    settings: Settings
    clock: Clock
    database: Database
    bot: Bot
    telegram: Telegram
    intake: Intake
    worker: Worker
    sender: Sender
    jobs: JobRunner
    ticker: Ticker
    keeper: Keeper
    leadership: Leadership
    lookup_cache: LookupCache
    texts_for: Callable[[Language], Texts]

    async def close(self) -> None:
        await self.telegram.drained(GRACE)
        await self.leadership.release()
        await self.bot.session.close()
        await self.database.engine.dispose()


def create_bot(settings: Settings) -> Bot:
    server = TelegramAPIServer.from_base(settings.telegram_api_url)
    return Bot(
        settings.token,
        session=LeanSession(api=server, limit=100),
        default=DefaultBotProperties(link_preview_is_disabled=True),
    )


def create_application(settings: Settings, clock: Clock, username: str) -> Application:
    """Joins the parts. `username` is the bot's, for deep links."""
    database = create_database(settings, clock)
    bot = create_bot(settings)
    telegram = Telegram(bot, Pacer(settings.send_rate))
    texts_for = partial(_texts, settings, username)
    sender = _sender(database, telegram, texts_for, clock)
    runner = JobRunner(
        database=database,
        telegram=telegram,
        works={"report": making.make},
        texts_for=texts_for,
        real_now=clock.real,
        folder=Path(settings.reports_path),
        queued=sender.wake.set,
    )
    lookup_cache = LookupCache()
    routes = create_routes(
        operator=settings.operator,
        lookup_cache=lookup_cache,
        receipt_tries=Tries(clock),
        archive=Path(settings.archive_path),
    )
    worker = Worker(
        database=database,
        routes=routes,
        bot=bot,
        telegram=telegram,
        texts_for=texts_for,
        real_now=clock.real,
        queued=sender.wake.set,
    )
    return Application(
        settings,
        clock,
        database,
        bot,
        telegram,
        Intake(database, worker.wake.set),
        worker,
        sender,
        runner,
        Ticker(database, sender.wake.set),
        Keeper(database, OpenWeb(), bot, Path(settings.archive_path)),
        Leadership(database),
        lookup_cache,
        texts_for,
    )


def _sender(
    database: Database, telegram: Telegram, texts_for: Callable[[Language], Texts], clock: Clock
) -> Sender:
    return Sender(
        database=database,
        telegram=telegram,
        texts_for=texts_for,
        notices=notices(),
        posts=workspace.POSTS,
        chores={"menu": menu_chore(texts_for)},
        hooks=HOOKS,
        real_now=clock.real,
    )


def _texts(settings: Settings, username: str, language: Language) -> Texts:
    return Texts(language, settings.zone, username)


async def bot_username(settings: Settings) -> str:
    """Asks Telegram who this token is; refuses a token that Telegram does not know."""
    bot = create_bot(settings)
    try:
        return (await bot.get_me()).username or ""
    except TelegramAPIError as error:
        message = f"Telegram does not answer getMe: {type(error).__name__}."
        raise StartRefused(message) from None
    finally:
        await bot.session.close()


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """The bot until SIGINT or SIGTERM; what is being handled is finished."""
    clock = clock or Clock()
    app = create_application(settings, clock, await bot_username(settings))
    await prepare_database(app.database, settings)
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    try:
        await serve(app, stop)
    finally:
        await app.close()


async def serve(app: Application, stop: asyncio.Event) -> None:
    """Intake, worker, sender and ticker side by side until `stop` is set or one gives up."""
    if app.database.is_sqlite:
        async with app.database.write() as uow:
            await outbox_sending.release_all(uow)
            await jobs.release_all(uow)
    app.telegram.say(0, default_methods({one: app.texts_for(one) for one in Language}))
    ticks = scheduler(app.ticker, app.keeper, app.leadership)
    ticks.start()
    webhook, polling = await _open_intake(app)
    tasks = [
        asyncio.create_task(app.worker.run()),
        asyncio.create_task(app.leadership.lead(partial(_send, app))),
    ]
    if polling is not None:
        tasks.append(asyncio.create_task(polling.run()))
    await _warm_up(app)
    # The start made a million objects that live for ever: full collections need not walk them.
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)  # an update makes thousands of objects that die with it
    log.info("ready", intake="webhook" if webhook else "polling")
    waiting = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    ticks.shutdown(wait=False)
    for task in (waiting, *tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for one in (webhook, polling):
        if one is not None:
            await one.close()
    for task in done - {waiting}:
        task.result()


async def _warm_up(app: Application) -> None:
    """What the first person would wait for: the models of an update, the index of the directory."""
    Update.model_rebuild()
    async with app.database.read() as uow:
        await app.lookup_cache.atlas(uow)


async def _send(app: Application) -> None:
    """Sends, and does long work: one process among several."""
    async with asyncio.TaskGroup() as group:
        group.create_task(app.sender.run())
        group.create_task(app.jobs.run())


async def _open_intake(app: Application) -> tuple[Webhook | None, Polling | None]:
    settings = app.settings
    if settings.webhook_url is None:
        with contextlib.suppress(TelegramAPIError):
            await app.bot.delete_webhook(drop_pending_updates=False)
        return None, Polling(app.intake, settings.telegram_api_url, settings.token)
    webhook = Webhook(app.intake, settings.secret, settings.webhook_port)
    await webhook.start()
    await app.bot.set_webhook(settings.webhook_url, secret_token=settings.secret)
    return webhook, None
