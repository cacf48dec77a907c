"""/deputy, free text, shared locations and the way through regions to the card."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.carried import carry
from handlers.common.danger import with_numbers
from handlers.common.deep_links import CARD_LINK, id_link, linked_id
from handlers.common.links import FindDeputy, OpenCard
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.lookup import browsing, gaps, views
from handlers.lookup.callbacks import AskLocation
from handlers.lookup.card import card
from handlers.lookup.opening import open_meaning
from services import cards, lookup, lookup_pages
from services.lookup import Search
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork


async def deputy_command(
    _message: Message,
    command: CommandObject,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    """With words it searches; without, it shows one's own deputy or asks."""
    if command.args:
        found = await lookup.search(uow, actor, lookup_cache, command.args)
        return await _found(found, command.args, state, uow, actor, texts, lookup_cache)
    own = await lookup_pages.my_districts(uow, actor, lookup_cache)
    if len(own) > 1:
        return views.mine(texts, own)
    if own:
        return await open_meaning(uow, actor, texts, lookup_cache, own[0].district)
    return views.ask(texts)


async def free_text(
    message: Message,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen | list[Screen]:
    """A search; what is longer than that may be a letter."""
    words = message.text or ""
    found = await lookup.search(uow, actor, lookup_cache, words)
    screen = await _found(found, words, state, uow, actor, texts, lookup_cache)
    if views.is_letter(found, words) and await carry(state, message, uow.now):
        screen = views.letter(texts, screen)
    return with_numbers(texts, words, screen)


async def _found(
    found: Search,
    words: str,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    """One clear hit is opened, several are offered, none leads on."""
    if found.clear:
        return await open_meaning(uow, actor, texts, lookup_cache, found.meanings[0])
    if found.meanings:
        return views.choices(texts, found)
    await gaps.remember(state, words)
    return views.nothing(texts, found)


async def ask(
    _query: CallbackQuery,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    return views.ask(texts, await lookup_pages.my_districts(uow, actor, lookup_cache))


async def ask_location(_query: CallbackQuery, texts: Texts) -> Screen:
    return views.ask_location(texts)


async def location(
    message: Message, uow: UnitOfWork, texts: Texts, lookup_cache: LookupCache
) -> Screen | None:
    shared = message.location
    if shared is None:
        return None
    found = await lookup_pages.near(uow, lookup_cache, shared.latitude, shared.longitude)
    return views.nearest(texts, found)


async def show_card(
    _query: CallbackQuery, callback_data: OpenCard, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return card(texts, await cards.card(uow, actor, callback_data.mandate_id))


async def linked_card(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    """`/start d_<mandate id>`: a card that somebody shared."""
    mandate_id = linked_id(command.args)
    return card(texts, await cards.card(uow, actor, mandate_id))


def router() -> Router:
    found = Router(name="lookup")
    link = F.args.regexp(id_link(CARD_LINK))
    found.message.register(linked_card, CommandStart(deep_link=True, magic=link))
    found.message.register(deputy_command, Command("deputy"))
    found.message.register(location, F.location, StateFilter(None))
    found.message.register(free_text, WORDS, StateFilter(None))
    found.callback_query.register(ask, FindDeputy.filter())
    found.callback_query.register(ask_location, AskLocation.filter())
    found.callback_query.register(show_card, OpenCard.filter())
    browsing.register(found)
    gaps.register(found)
    return found
