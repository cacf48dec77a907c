"""Who may read a letter besides the deputy's side: nobody, a summary for all, or the text for all.

Whatever may be public is masked each time it is shown: a mask that is mended later mends old ones.
"""

from domain.appeals import Visibility
from domain.errors import BadInput
from domain.masks import mask
from domain.roles import Actor
from domain.text import clean, has_letters
from models.appeals import Appeal
from services.appeals import drafts
from services.appeals.drafts import Draft
from services.unit_of_work import UnitOfWork

SUMMARY_LIMIT = 300
SHORTEST = 15


async def choose(uow: UnitOfWork, actor: Actor, draft_id: int, visibility: Visibility) -> Draft:
    """A summary must be written first: see `summarise`. Raises BadInput for a text that is not."""
    draft = await drafts.load(uow, actor, draft_id)
    if visibility is Visibility.TEXT and not draft.text:
        raise BadInput("empty")
    if visibility is Visibility.SUMMARY and not draft.summary:
        raise BadInput("no_summary")
    row = await uow.session.get_one(Appeal, draft.id)
    row.visibility = visibility
    return await drafts.load(uow, actor, draft_id)


async def summarise(uow: UnitOfWork, actor: Actor, draft_id: int, text: str) -> Draft:
    """The author's own words for all; from now on they may be public. Raises BadInput."""
    await drafts.load(uow, actor, draft_id)
    summary = sound_summary(text)
    row = await uow.session.get_one(Appeal, draft_id)
    row.summary, row.visibility = summary, Visibility.SUMMARY
    return await drafts.load(uow, actor, draft_id)


def sound_summary(text: str) -> str:
    """Raises BadInput."""
    summary = " ".join(clean(text).split())
    if not has_letters(summary):
        raise BadInput("no_letters" if summary else "empty")
    if len(summary) < SHORTEST:
        raise BadInput("too_short")
    if len(summary) > SUMMARY_LIMIT:
        raise BadInput("too_long", limit=SUMMARY_LIMIT)
    return summary


def public_words(visibility: Visibility, summary: str | None, text: str) -> str | None:
    """What all may read, masked; None for a private letter."""
    if visibility is Visibility.PRIVATE:
        return None
    return mask(summary or "" if visibility is Visibility.SUMMARY else text) or None
