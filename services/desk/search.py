"""Search in the appeals of a workspace, open and closed, by number, place and words."""

from sqlalchemy import ColumnElement, and_, func, or_

from domain.errors import BadInput, NotFound
from domain.plain import SOURCE, TARGET, plain
from domain.roles import Actor
from domain.text import clean
from models.appeals import Appeal
from services.appeals.reading import Page, page_of
from services.appeals.scopes import in_workspace
from services.unit_of_work import UnitOfWork

LONGEST = 100
WORDS = 6


async def search(uow: UnitOfWork, actor: Actor, typed: str) -> Page:
    """The newest that hold every word that was typed; `total` tells how many more there are."""
    if not actor.mandates:
        raise NotFound("workspace")
    words = plain(clean(typed)[:LONGEST]).replace("№", " ").split()[:WORDS]
    if not words:
        raise BadInput("empty")
    scope = and_(in_workspace(actor), *(_holds(word) for word in words))
    return await page_of(uow, scope, 0, Appeal.id.desc())


def _holds(word: str) -> ColumnElement[bool]:
    return or_(
        *(
            func.translate(column, SOURCE, TARGET).contains(word, autoescape=True)
            for column in (Appeal.text, Appeal.sender_place, Appeal.number)
        )
    )
