"""Links, photos and documents behind a verdict, or attached to what the deputy's side says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from domain.errors import BadInput
from domain.roles import Actor
from models.records import Evidence
from services.appeals.files import StoredFile
from services.unit_of_work import UnitOfWork

MOST: Final = 5
LINK_LIMIT: Final = 1000
MEGABYTES: Final = 20  # larger files cannot be fetched from Telegram any more
TYPES: Final = frozenset({
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx",
    "jpg", "jpeg", "png", "heic", "webp",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """A link, or a file that Telegram keeps."""

    kind: str  # link, photo, document
    url: str | None = None
    file_id: str | None = None
    file_unique_id: str | None = None
    file_name: str | None = None

    @property
    def key(self) -> str | None:
        return self.url or self.file_unique_id


def link(text: str) -> Proof:
    """Raises BadInput for what leads nowhere."""
    typed = text.strip()
    try:
        parts = urlsplit(typed)
        host = parts.hostname or ""
    except ValueError:
        raise BadInput("proof_link") from None
    odd = any(sign.isspace() or sign in "<>\"'" for sign in typed)
    named = "." in host.strip(".") and all(host.split("."))
    if odd or parts.scheme not in {"http", "https"} or not named or len(typed) > LINK_LIMIT:
        raise BadInput("proof_link")
    return Proof("link", url=typed)


def file(stored: StoredFile, size: int | None) -> Proof:
    """Raises BadInput for what is too large or of an odd type."""
    if size is not None and size > MEGABYTES * 1024 * 1024:
        raise BadInput("proof_size", limit=MEGABYTES)
    ending = (stored.file_name or "").rpartition(".")[2].lower()
    if stored.kind == "document" and ending not in TYPES:
        raise BadInput("proof_type")
    return Proof(stored.kind, None, stored.file_id, stored.file_unique_id, stored.file_name)


def added(known: Sequence[Proof], new: Proof) -> tuple[Proof, ...]:
    """The same one twice counts once. Raises BadInput where no more fit."""
    if any(one.key == new.key for one in known):
        return tuple(known)
    if len(known) >= MOST:
        raise BadInput("proof_many", limit=MOST)
    return (*known, new)


def keep(uow: UnitOfWork, actor: Actor, given: Iterable[Proof], **subject: int) -> None:
    """`subject`: change_id or response_id."""
    uow.session.add_all(
        Evidence(
            kind=one.kind,
            url=one.url,
            file_id=one.file_id,
            file_unique_id=one.file_unique_id,
            file_name=one.file_name,
            added_by=actor.user_id,
            added_at=uow.now,
            **subject,
        )
        for one in given
    )


async def behind(
    uow: UnitOfWork, column: InstrumentedAttribute[int | None], ids: Sequence[int]
) -> Mapping[int, tuple[Proof, ...]]:
    """`column` of Evidence says what it belongs to. By the id of that."""
    rows = await uow.session.scalars(select(Evidence).where(column.in_(ids)).order_by(Evidence.id))
    return _by((getattr(row, column.key), row) for row in rows)


def _by(rows: Iterable[tuple[int | None, Evidence]]) -> Mapping[int, tuple[Proof, ...]]:
    found: dict[int, tuple[Proof, ...]] = defaultdict(tuple)
    for ident, row in rows:
        one = Proof(row.kind, row.url, row.file_id, row.file_unique_id, row.file_name)
        found[ident or 0] += (one,)
    return found
