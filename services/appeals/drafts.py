"""Drafts: a letter that is being written. It lives 7 days and survives everything but "discard"."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from domain.appeals import Kind, State, Topic, Visibility
from domain.errors import BadInput, NotFound
from domain.roles import Actor
from domain.text import clean, has_letters
from models.appeals import Appeal, AppealEvent, Attachment
from services import directory
from services.appeals import limits
from services.appeals.files import FILE_LIMIT, StoredFile, add_file, files_of
from services.appeals.home import Home, home_of
from services.appeals.wording import joined
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

LIFE = timedelta(days=7)
TEXT_LIMIT = 4000
NAME_LIMIT = 100
PLACE_LIMIT = 150


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before it is sent, as the author sees it."""

    id: int
    deputy: Deputy
    kind: Kind
    topic: Topic | None
    text: str
    files: tuple[StoredFile, ...]
    sender_name: str | None
    sender_place: str | None
    visibility: Visibility
    summary: str | None
    home: Home | None
    created_at: datetime
    ended_on: date | None  # when the deputy's mandate ended, if it has

    @property
    def is_programme_request(self) -> bool:
        return self.kind is Kind.PROGRAMME

    @property
    def can_be_sent(self) -> bool:
        return self.is_programme_request or bool(self.text) or bool(self.files)


_CURRENT = (
    select(Appeal)
    .where(
        Appeal.author_id == bindparam("author_id"),
        Appeal.state == State.DRAFT,
        Appeal.expires_at > bindparam("now"),
    )
    .order_by(Appeal.id.desc())
    .limit(1)
)
_ONE = _CURRENT.where(Appeal.id == bindparam("draft_id"))


async def _row(uow: UnitOfWork, actor: Actor, draft_id: int | None = None) -> Appeal | None:
    key: dict[str, Any] = {"author_id": actor.user_id, "now": uow.now}
    if draft_id is None:
        return await uow.session.scalar(_CURRENT, key)
    return await uow.session.scalar(_ONE, key | {"draft_id": draft_id})


async def _own(uow: UnitOfWork, actor: Actor, draft_id: int) -> Appeal:
    row = await _row(uow, actor, draft_id)
    if row is None:
        raise NotFound("draft", draft_id)
    return row


async def current(uow: UnitOfWork, actor: Actor) -> Draft | None:
    """The one draft a person has, if any."""
    row = await _row(uow, actor)
    return await _view(uow, row) if row else None


async def load(uow: UnitOfWork, actor: Actor, draft_id: int) -> Draft:
    """Raises NotFound for what is not this person's draft."""
    return await _view(uow, await _own(uow, actor, draft_id))


async def start(uow: UnitOfWork, actor: Actor, mandate_id: int, kind: Kind = Kind.HELP) -> Draft:
    """A new draft. Whoever has one already must keep or discard it first: see `current`."""
    limits.refuse_own_side(actor, mandate_id)
    deputy = await directory.deputy(uow, mandate_id)
    if not deputy.takes_appeals:
        raise BadInput("takes_no_appeals")
    row = Appeal(
        author_id=actor.user_id,
        mandate_id=mandate_id,
        assembly_id=deputy.assembly_id,
        state=State.DRAFT,
        kind=kind,
        language=actor.language,
        created_at=uow.now,
        state_since=uow.now,
        expires_at=uow.now + LIFE,
        salt=secrets.token_hex(16),
    )
    uow.session.add(row)
    await uow.session.flush()
    return await _view(uow, row)


async def choose_kind(uow: UnitOfWork, actor: Actor, draft_id: int, kind: Kind) -> Draft:
    row = await _own(uow, actor, draft_id)
    row.kind = kind
    return await _view(uow, row)


async def choose_topic(uow: UnitOfWork, actor: Actor, draft_id: int, topic: Topic) -> Draft:
    row = await _own(uow, actor, draft_id)
    row.topic = topic
    return await _view(uow, row)


async def write(uow: UnitOfWork, actor: Actor, draft_id: int, parts: list[str]) -> Draft:
    """Replaces the text by these messages, joined. Raises BadInput; the old text stays then."""
    row = await _own(uow, actor, draft_id)
    row.text = joined(parts, TEXT_LIMIT)
    row.expires_at = uow.now + LIFE
    return await _view(uow, row)


async def clear_text(uow: UnitOfWork, actor: Actor, draft_id: int) -> Draft:
    row = await _own(uow, actor, draft_id)
    row.text = ""
    return await _view(uow, row)


async def attach(uow: UnitOfWork, actor: Actor, draft_id: int, file: StoredFile) -> Draft:
    """Adds a file; the same one twice counts once. Raises BadInput when there are ten."""
    row = await _own(uow, actor, draft_id)
    known = select(func.count()).where(
        Attachment.appeal_id == row.id, Attachment.answer_id.is_(None)
    )
    same = known.where(Attachment.file_unique_id == file.file_unique_id)
    if not await uow.session.scalar(same):
        if (await uow.session.scalar(known) or 0) >= FILE_LIMIT:
            raise BadInput("too_many_files", limit=FILE_LIMIT)
        add_file(uow, row.id, file)
        await uow.session.flush()
    row.expires_at = uow.now + LIFE
    return await _view(uow, row)


async def remove_files(uow: UnitOfWork, actor: Actor, draft_id: int) -> Draft:
    row = await _own(uow, actor, draft_id)
    await uow.session.execute(delete(Attachment).where(Attachment.appeal_id == row.id))
    return await _view(uow, row)


async def sign(
    uow: UnitOfWork,
    actor: Actor,
    draft_id: int,
    *,
    name: str | None = None,
    place: str | None = None,
) -> Draft:
    """How the author signs; what is None stays as it is."""
    row = await _own(uow, actor, draft_id)
    if name is not None:
        row.sender_name = _short(name, NAME_LIMIT)
    if place is not None:
        row.sender_place = _short(place, PLACE_LIMIT)
    return await _view(uow, row)


def _short(text: str, limit: int) -> str:
    found = " ".join(clean(text).split())
    if not has_letters(found):
        raise BadInput("no_letters" if found else "empty")
    if len(found) > limit:
        raise BadInput("too_long", limit=limit)
    return found


async def discard(uow: UnitOfWork, actor: Actor, draft_id: int) -> None:
    """Removes the draft for good; a second time changes nothing."""
    row = await _row(uow, actor, draft_id)
    if row is not None:
        await remove(uow, row.id)


async def remove(uow: UnitOfWork, draft_id: int) -> None:
    # A letter that was returned to be rewritten has a history already.
    for table in (Attachment, AppealEvent):
        await uow.session.execute(delete(table).where(table.appeal_id == draft_id))
    await uow.session.execute(delete(Appeal).where(Appeal.id == draft_id))


async def _view(uow: UnitOfWork, row: Appeal) -> Draft:
    deputy = await directory.deputy(uow, row.mandate_id)
    return Draft(
        id=row.id,
        deputy=deputy,
        kind=Kind(row.kind or Kind.HELP),
        topic=Topic(row.topic) if row.topic else None,
        text=row.text,
        files=(await files_of(uow, row.id)).get(None, ()),
        sender_name=row.sender_name,
        sender_place=row.sender_place,
        visibility=Visibility(row.visibility),
        summary=row.summary,
        home=await home_of(uow, row.author_id, deputy),
        created_at=row.created_at,
        ended_on=deputy.ends_on if deputy.ended(uow.rules.today(uow.now)) else None,
    )
