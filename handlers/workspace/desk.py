"""The desk at which the deputy's side answers."""

from domain.roles import Actor
from handlers.common.answer_desk import Desk
from handlers.common.links import OpenCase
from handlers.common.screen import Button, Rows, Screen
from handlers.common.texts import Texts, marked
from handlers.workspace import interim_views, views
from handlers.workspace.callbacks import Answer, PickTemplate, SendInterim
from handlers.workspace.states import Answering
from handlers.workspace.words import called
from services.appeals import reading, workspace
from services.appeals.reading import Case
from services.desk.inbox import inbox
from services.desk.writing import others_writing
from services.unit_of_work import UnitOfWork


async def _sent(uow: UnitOfWork, actor: Actor, texts: Texts, case: Case) -> Screen:
    found = await inbox(uow, actor)
    return views.sent(texts, case, found.rows[0] if found.rows else None)


async def _others(uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int) -> list[str]:
    return [called(texts, one.by) for one in await others_writing(uow, actor, appeal_id)]


def _templates(_: Texts, appeal_id: int) -> Rows:
    return ((Button(_.label("Templates"), tap=PickTemplate(appeal_id=appeal_id)),),)


def _interim(_: Texts, appeal_id: int) -> Rows:
    tap = SendInterim(appeal_id=appeal_id)
    return ((Button(_.label("Not an answer yet: a word on the way"), tap=tap),),)


DESK = Desk(
    state=Answering.writing,
    tap=Answer,
    case=lambda appeal_id: OpenCase(appeal_id=appeal_id),
    heading=marked("<b>Your answer to {number}</b>"),
    hint=marked(
        "Please write what was done or will be done, by whom and by when; "
        "if it is refused, write why."
    ),
    read=reading.in_workspace,
    send=workspace.send_answer,
    after=_sent,
    others=_others,
    beginnings=_templates,
    other_ends=_interim,
    stock=interim_views.stock,
)
