"""Texts that a workspace begins its answers with, and interim ones that stop no clock."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from domain.errors import BadInput, NotFound
from domain.roles import Actor
from domain.text import clean, has_letters
from models.workspaces import AnswerTemplate
from services.desk.scope import role_in
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE = 5
LIMIT = 50
TITLE_LIMIT = 60
TEXT_LIMIT = 3500


@dataclass(frozen=True, slots=True)
class Template:
    id: int
    mandate_id: int
    title: str
    text: str
    interim: bool


@dataclass(frozen=True, slots=True)
class Templates:
    mandate_id: int
    rows: tuple[Template, ...]
    page: int
    total: int


def _view(row: AnswerTemplate) -> Template:
    return Template(row.id, row.mandate_id, row.title, row.text, row.interim)


async def listed(uow: UnitOfWork, actor: Actor, mandate_id: int, page: int = 0) -> Templates:
    """By name, a page at a time. Raises NotFound for whoever is not of the workspace."""
    role_in(actor, mandate_id)
    scope = AnswerTemplate.mandate_id == mandate_id
    query = select(func.count(AnswerTemplate.id)).where(scope)
    total = await uow.session.scalar(query) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(AnswerTemplate)
        .where(scope)
        .order_by(AnswerTemplate.title)
        .limit(PAGE)
        .offset(here * PAGE)
    )
    return Templates(mandate_id, tuple(map(_view, rows)), here, total)


async def interim_texts(uow: UnitOfWork, mandate_id: int) -> tuple[str, ...]:
    rows = await uow.session.scalars(
        select(AnswerTemplate.text).where(
            AnswerTemplate.mandate_id == mandate_id, AnswerTemplate.interim.is_(True)
        )
    )
    return tuple(rows)


async def _own(uow: UnitOfWork, actor: Actor, template_id: int) -> AnswerTemplate:
    row = await uow.session.get(AnswerTemplate, known_id("template", template_id))
    if row is None or actor.role_for(row.mandate_id) is None:
        raise NotFound("template")
    return row


async def template(uow: UnitOfWork, actor: Actor, template_id: int) -> Template:
    return _view(await _own(uow, actor, template_id))


async def add(uow: UnitOfWork, actor: Actor, mandate_id: int, typed: str) -> Template:
    """The first line is the name. Raises BadInput."""
    found = await listed(uow, actor, mandate_id)
    if found.total >= LIMIT:
        raise BadInput("too_many_templates", limit=LIMIT)
    title, text = await _read(uow, mandate_id, typed)
    row = AnswerTemplate(
        mandate_id=mandate_id,
        title=title,
        text=text,
        interim=False,
        created_by=actor.user_id,
        created_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    return _view(row)


async def change(uow: UnitOfWork, actor: Actor, template_id: int, typed: str) -> Template:
    row = await _own(uow, actor, template_id)
    row.title, row.text = await _read(uow, row.mandate_id, typed, row.id)
    return _view(row)


async def turn(uow: UnitOfWork, actor: Actor, template_id: int, *, interim: bool) -> Template:
    """Makes it an interim word, or the beginning of an answer."""
    row = await _own(uow, actor, template_id)
    row.interim = interim
    return _view(row)


async def remove(uow: UnitOfWork, actor: Actor, template_id: int) -> int:
    """The mandate that it belonged to."""
    row = await _own(uow, actor, template_id)
    await uow.session.execute(delete(AnswerTemplate).where(AnswerTemplate.id == row.id))
    return row.mandate_id


async def _read(
    uow: UnitOfWork, mandate_id: int, typed: str, own: int | None = None
) -> tuple[str, str]:
    first, _, rest = clean(typed).partition("\n")
    title, text = " ".join(first.split())[:TITLE_LIMIT], rest.strip() or first
    if not has_letters(title) or not has_letters(text):
        raise BadInput("no_letters" if text else "empty")
    if len(text) > TEXT_LIMIT:
        raise BadInput("too_long", limit=TEXT_LIMIT)
    taken = await uow.session.scalar(
        select(AnswerTemplate.id).where(
            AnswerTemplate.mandate_id == mandate_id, AnswerTemplate.title == title
        )
    )
    if taken not in {None, own}:
        raise BadInput("title_taken", title=title)
    return title, text
