"""/following, and every tap that follows something or stops it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.links import FollowDeputy, FollowPromise, OpenFollowing, StopFollowing
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.following import views
from handlers.following.callbacks import ChoosePromise, ChooseTopic, FollowTopic, OpenOne, TellWhen
from services import followed, following, people
from services.unit_of_work import UnitOfWork


async def type_following(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return views.listed(texts, await followed.mine(uow, actor, 0))


async def show_all(
    _query: CallbackQuery, callback_data: OpenFollowing, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.listed(texts, await followed.mine(uow, actor, callback_data.page))


async def show_one(
    _query: CallbackQuery, callback_data: OpenOne, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.following(texts, await followed.one(uow, actor, callback_data.subscription_id))


async def follow_deputy(
    _query: CallbackQuery, callback_data: FollowDeputy, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await following.follow_deputy(uow, actor, callback_data.mandate_id)
    return views.following(texts, found)


async def follow_promise(
    _query: CallbackQuery, callback_data: FollowPromise, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await following.follow_promise(uow, actor, callback_data.promise_id)
    return views.following(texts, found)


async def follow_topic(
    _query: CallbackQuery, callback_data: FollowTopic, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await following.follow_topic(uow, actor, callback_data.topic)
    found = await followed.mine(uow, actor, 0)
    return views.listed(texts, found, texts.label("You follow this topic."))


async def choose_topic(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.topics(texts, has_home=bool(await people.homes_of(uow, actor)))


async def choose_promise(
    _query: CallbackQuery, callback_data: ChoosePromise, uow: UnitOfWork, texts: Texts
) -> Screen:
    page = callback_data.page
    deputy, found, total = await followed.promises(uow, callback_data.mandate_id, page)
    return views.promises(texts, deputy, found, page, total)


async def tell_when(
    _query: CallbackQuery, callback_data: TellWhen, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await following.tell(uow, actor, callback_data.subscription_id, callback_data.when)
    return views.following(texts, found)


async def stop(
    _query: CallbackQuery, callback_data: StopFollowing, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await following.stop(uow, actor, callback_data.subscription_id)
    found = await followed.mine(uow, actor, 0)
    return views.listed(texts, found, texts.label("Stopped: you get no more of it."))


def router() -> Router:
    found = Router(name="following")
    found.message.register(type_following, Command("following"))
    found.callback_query.register(show_all, OpenFollowing.filter())
    found.callback_query.register(show_one, OpenOne.filter())
    found.callback_query.register(follow_deputy, FollowDeputy.filter())
    found.callback_query.register(follow_promise, FollowPromise.filter())
    found.callback_query.register(follow_topic, FollowTopic.filter())
    found.callback_query.register(choose_topic, ChooseTopic.filter())
    found.callback_query.register(choose_promise, ChoosePromise.filter())
    found.callback_query.register(tell_when, TellWhen.filter())
    found.callback_query.register(stop, StopFollowing.filter())
    return found
