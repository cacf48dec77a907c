"""/meetings and /requests: what was accepted about a deputy, and how a programme was found."""

from collections.abc import Sequence

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from domain.promises import Subject
from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.deep_links import MEETING_LINK, linked_id
from handlers.common.fact_links import OpenHistory, OpenRecord, OpenRegister
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import history_views
from handlers.records import register_views as views
from handlers.records.callbacks import ShowRecordFiles
from services import lookup, lookup_pages
from services.events.scope import Announced, ahead
from services.lookup_cache import LookupCache
from services.promises import responses
from services.records import programmes, registers
from services.unit_of_work import UnitOfWork


async def meetings(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    return await _of_somebody(
        uow, actor, texts, lookup_cache, RecordKind.MEETING, command.args or ""
    )


async def requests(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    return await _of_somebody(
        uow, actor, texts, lookup_cache, RecordKind.REQUEST, command.args or ""
    )


async def _of_somebody(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    cache: LookupCache,
    kind: RecordKind,
    words: str,
) -> Screen:
    """With words of that deputy; without, of one's own."""
    if words:
        found = await lookup.deputies_named(uow, actor, cache, words)
    else:
        own = await lookup_pages.my_districts(uow, actor, cache)
        found = tuple(deputy for row in own for deputy in row.deputies)
    if len(found) != 1:
        return views.whose(texts, kind, found, asked=bool(words))
    return await _page(uow, actor, texts, kind, found[0].mandate_id, 0)


async def open_register(
    _query: CallbackQuery, callback_data: OpenRegister, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    tap = callback_data
    return await _page(uow, actor, texts, tap.kind, tap.mandate_id, tap.page)


async def _page(
    uow: UnitOfWork, actor: Actor, texts: Texts, kind: RecordKind, mandate_id: int, page: int
) -> Screen:
    announced: Sequence[Announced] = ()
    if kind is RecordKind.MEETING and page == 0:
        announced = await ahead(uow, actor, mandate_id)
    found = await registers.register(uow, actor, kind, mandate_id, page)
    return views.register(texts, found, announced)


async def open_record(
    _query: CallbackQuery, callback_data: OpenRecord, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _record(uow, actor, texts, callback_data.kind, callback_data.record_id)


async def linked_record(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start m_<id>` for a meeting, `/start q_<id>` for a request."""
    is_meeting = (command.args or "").startswith(f"{MEETING_LINK}_")
    kind = RecordKind.MEETING if is_meeting else RecordKind.REQUEST
    return await _record(uow, actor, texts, kind, linked_id(command.args))


async def _record(
    uow: UnitOfWork, actor: Actor, texts: Texts, kind: RecordKind, ident: int
) -> Screen:
    one = await registers.accepted(uow, kind, ident)
    said = await responses.about(uow, Subject(one.kind.value), [one.id])
    return views.record(texts, one, actor, said.get(one.id, ()))


async def show_files(
    _query: CallbackQuery, callback_data: ShowRecordFiles, uow: UnitOfWork, texts: Texts
) -> Screen:
    one = await registers.accepted(uow, callback_data.kind, callback_data.record_id)
    return views.files_of(texts, one)


async def open_history(
    _query: CallbackQuery, callback_data: OpenHistory, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await programmes.history(uow, callback_data.mandate_id)
    return history_views.history(texts, found, actor)
