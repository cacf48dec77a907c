"""Letters to the same deputy that ask the same. Bounded: the newest open ones, a fixed number."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from domain.appeals import OPEN, State, Visibility
from domain.holding import Earlier
from domain.similarity import ALIKE, Features, features, likeness, sameness
from models.appeals import Appeal
from models.casework import Supporter
from models.users import User
from services.appeals.publicity import public_words
from services.unit_of_work import UnitOfWork

LOOKED_THROUGH = 1000  # of the newest letters to a deputy, and of those
COMPARED = 200  # of the open ones
BEGINNING = 1500  # characters of a letter that are compared
OFFERED = 3
COUNTED_FROM = 5  # fewer private letters are not even counted aloud
SHOWN = 300


@dataclass(frozen=True, slots=True)
class Alike:
    """A letter whose author lets others read a summary; `people` ask it, the author included."""

    id: int
    words: str
    people: int


@dataclass(frozen=True, slots=True)
class Offer:
    """`others` ask the same in private: a number rounded down to fives, 0 below five."""

    draft_id: int
    alike: tuple[Alike, ...]
    others: int

    def __bool__(self) -> bool:
        return bool(self.alike or self.others)


@dataclass(frozen=True, slots=True)
class Compared:
    """An open or held letter of somebody else, and how near it is to the one at hand."""

    id: int
    state: State
    words: str | None
    letter: Earlier


async def compare(uow: UnitOfWork, appeal: Appeal) -> list[Compared]:
    """The newest letters of others to this deputy, each with its likeness."""
    newest = (
        select(Appeal.id)
        .where(Appeal.mandate_id == appeal.mandate_id)
        .order_by(Appeal.id.desc())
        .limit(LOOKED_THROUGH)
    )
    rows = await uow.session.execute(
        select(
            Appeal.id,
            Appeal.author_id,
            Appeal.state,
            Appeal.visibility,
            Appeal.summary,
            func.substr(Appeal.text, 1, BEGINNING),
            Appeal.received_at,
            User.created_at,
        )
        .join(User, User.id == Appeal.author_id)
        .where(
            Appeal.id.in_(newest),
            Appeal.state.in_([*OPEN, State.HELD]),
            Appeal.author_id != appeal.author_id,
        )
        .order_by(Appeal.id.desc())
        .limit(COMPARED)
    )
    mine = features(appeal.text[:BEGINNING])
    return [
        Compared(
            ident,
            State(state),
            public_words(Visibility(visibility), summary, text) if state in OPEN else None,
            _earlier(mine, author_id, received_at, since, [text, summary]),
        )
        for ident, author_id, state, visibility, summary, text, received_at, since in rows
    ]


def _earlier(
    mine: Features, author_id: int, at: datetime, since: datetime, texts: list[str | None]
) -> Earlier:
    known = [features(text) for text in texts if text]
    return Earlier(
        author_id,
        at,
        since,
        max((likeness(mine, one) for one in known), default=0.0),
        max((sameness(mine, one) for one in known), default=0.0),
    )


async def offer(uow: UnitOfWork, appeal: Appeal, compared: list[Compared]) -> Offer:
    """Whom the author may join; letters that are joined already are left out."""
    joined = select(Supporter.appeal_id).where(Supporter.user_id == appeal.author_id)
    mine = set(await uow.session.scalars(joined))
    near = [one for one in compared if one.letter.likeness >= ALIKE and one.id not in mine]
    near.sort(key=lambda one: -one.letter.likeness)
    public = [one for one in near if one.words][:OFFERED]
    people = await supporters(uow, [one.id for one in public])
    private = {one.letter.author_id for one in near if not one.words}
    return Offer(
        appeal.id,
        tuple(
            Alike(one.id, (one.words or "")[:SHOWN], people.get(one.id, 0) + 1) for one in public
        ),
        len(private) // COUNTED_FROM * COUNTED_FROM,
    )


async def supporters(uow: UnitOfWork, ids: list[int]) -> dict[int, int]:
    """How many joined each of these."""
    if not ids:
        return {}
    rows = await uow.session.execute(
        select(Supporter.appeal_id, func.count())
        .where(Supporter.appeal_id.in_(ids))
        .group_by(Supporter.appeal_id)
    )
    return dict(rows.all())
