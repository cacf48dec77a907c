"""The author's registered appeals."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.appeals import case_views as views
from handlers.appeals import letter_views, list_views, timeline_views
from handlers.appeals.callbacks import History, ShowLetter, Solved, WhyDates, Withdraw
from handlers.appeals.list_views import Aside
from handlers.common.deep_links import linked_id
from handlers.common.links import MyAppeals, OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Rows, Screen
from handlers.common.texts import Texts
from services.appeals import author, drafts, joining, reading, unregistered
from services.unit_of_work import UnitOfWork


async def appeals_command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _list(uow, actor, texts, 0)


async def my_appeals(
    _query: CallbackQuery,
    callback_data: MyAppeals,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    return await _list(uow, actor, texts, callback_data.page)


async def _list(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    found = await reading.my_appeals(uow, actor, page)
    return list_views.mine(texts, found, await _aside(uow, actor))


async def more_letters(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return list_views.more(texts, await _aside(uow, actor))


async def _aside(uow: UnitOfWork, actor: Actor) -> Aside:
    return Aside(
        await drafts.current(uow, actor),
        await unregistered.mine(uow, actor),
        await joining.count(uow, actor),
    )


async def open_case(
    _query: CallbackQuery,
    callback_data: OpenAppeal,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    return views.case(texts, await reading.authored(uow, actor, callback_data.appeal_id))


async def linked_case(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start a_<id>`: a link in a message that lists several cases."""
    return views.case(texts, await reading.authored(uow, actor, linked_id(command.args)))


async def why_dates(
    _query: CallbackQuery,
    callback_data: WhyDates,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    return views.why_dates(texts, case)


async def history(
    _query: CallbackQuery,
    callback_data: History,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    return timeline_views.history(texts, case)


async def in_full(
    _query: CallbackQuery,
    callback_data: ShowLetter,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> list[Screen]:
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    back: Rows = (home_row(texts, back=OpenAppeal(appeal_id=case.id)),)
    last = len(case.answers) - 1
    return [
        letter_views.in_full(texts, case),
        *(
            letter_views.answer(texts, case, found, back if index == last else ())
            for index, found in enumerate(case.answers)
        ),
    ]


async def withdraw(
    _query: CallbackQuery,
    callback_data: Withdraw,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    """Asks first: a withdrawn letter is not answered."""
    if callback_data.sure:
        await author.withdraw(uow, actor, callback_data.appeal_id)
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    return views.case(texts, case) if callback_data.sure else views.ask_withdraw(texts, case)


async def solved(
    _query: CallbackQuery,
    callback_data: Solved,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await author.confirm(uow, actor, callback_data.appeal_id, partly=callback_data.partly)
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    return views.case(texts, case).as_fresh().with_toast(texts.label("Thank you"))
