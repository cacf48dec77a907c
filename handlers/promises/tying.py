"""Which promises a letter is about: a list to tap, for its author and for who works on it."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup

from domain.roles import Actor, Role
from handlers.common.cases import number
from handlers.common.fact_links import OpenTying
from handlers.common.links import OpenAppeal, OpenSteps
from handlers.common.navigation import home_row, pager
from handlers.common.record_facts import shorten
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.promises.callbacks import Tie
from services.promises import tying
from services.promises.tying import PAGE, Option, Options
from services.unit_of_work import UnitOfWork

SHORT = 45


async def choose(
    _query: CallbackQuery, callback_data: OpenTying, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await tying.options(uow, actor, callback_data.appeal_id, callback_data.page)
    return view(texts, found)


async def tie(
    _query: CallbackQuery, callback_data: Tie, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    tap = callback_data
    await tying.tie(uow, actor, tap.appeal_id, tap.promise_id)
    return view(texts, await tying.options(uow, actor, tap.appeal_id, tap.page))


def view(_: Texts, found: Options) -> Screen:
    """What others will see is said before anything is tied."""
    ident = found.appeal_id
    rows = list(enumerate(found.rows, start=found.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>Which promise of {name} is this letter about?</b>",
              name=_.name(found.deputy.name)),
            number(found),
            _("Tap each that fits, or type its number; once more takes it off."),
            _("The promise then shows how many letters are about it, from five on. "
              "Of a private letter nobody sees more."),
            "",
            *(_line(_, index, one) for index, one in rows),
        ),
        rows=(
            *((_button(_, found, index, one),) for index, one in rows),
            *pager(
                _, found.page, found.total, lambda to: OpenTying(appeal_id=ident, page=to), PAGE
            ),
            home_row(_, back=_back(found)),
        ),
    )  # fmt: skip


def _line(_: Texts, index: int, one: Option) -> Markup:
    said = Markup("{}. {}").format(index, _.name(one.text))
    return Markup("<b>{}</b>").format(said) if one.tied else said


def _button(_: Texts, found: Options, index: int, one: Option) -> Button:
    label = f"{index}. {shorten(_.name(one.text), SHORT)}"
    return Button(
        _.label("{what}: chosen", what=label) if one.tied else label,
        tap=Tie(appeal_id=found.appeal_id, promise_id=one.promise_id, page=found.page),
        choice=index,
    )


def _back(found: Options) -> CallbackData:
    if found.role is Role.VOTER:
        return OpenAppeal(appeal_id=found.appeal_id)
    return OpenSteps(appeal_id=found.appeal_id)
