"""Links, photos and documents behind a record."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy import select

from domain.errors import BadInput, NotFound
from domain.records import RecordKind
from domain.roles import Actor
from domain.web_links import checked_link, link_key, source_of
from models.records import Evidence
from services.ids import known_id
from services.records import editing
from services.records.editing import Edit
from services.records.kinds import LINK
from services.records.programmes import follow_edit
from services.records.reading import proofs
from services.unit_of_work import UnitOfWork

FILE: Final = Path(__file__).resolve().parents[2] / "data" / "evidence.yaml"
MOST: Final = 10
MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo or document as Telegram tells of it; of a photo neither name nor size matter."""

    kind: str
    file_id: str
    file_unique_id: str
    file_name: str | None
    size: int | None


@cache
def limits() -> tuple[int, tuple[str, ...]]:
    """How large a file may be, in megabytes, and the endings that are taken."""
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return int(read["megabytes"]), tuple(read["endings"])


async def add_link(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, text: str) -> None:
    """The same link twice counts once. Raises BadInput for what is no link."""
    edit = await editing.begin(uow, actor, kind, ident)
    url = checked_link(text)
    known = await proofs(uow, kind, edit.row.id)
    if any(one.url and link_key(one.url) == link_key(url) for one in known):
        return
    await _add(edit, len(known), Evidence(kind="link", url=url))
    if edit.row.source_url is None:
        edit.put("source_url", url)
    if edit.row.source_kind is None and (source := source_of(url)):
        edit.put("source_kind", source)
    await follow_edit(edit)


async def add_file(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, file: SentFile
) -> None:
    """Raises BadInput for what is too large or of another type."""
    edit = await editing.begin(uow, actor, kind, ident)
    check(file)
    same = getattr(Evidence, LINK[kind]) == edit.row.id
    known = (await uow.session.scalars(select(Evidence.file_unique_id).where(same))).all()
    if file.file_unique_id in known:
        return
    found = Evidence(
        kind=file.kind,
        file_id=file.file_id,
        file_unique_id=file.file_unique_id,
        file_name=file.file_name,
    )
    await _add(edit, len(known), found)


def check(file: SentFile) -> None:
    """Raises BadInput."""
    megabytes, endings = limits()
    if file.size is not None and file.size > megabytes * MEGABYTE:
        raise BadInput("file_too_large", limit=megabytes)
    ending = (file.file_name or "").rpartition(".")[2].lower()
    if file.kind == "document" and ending not in endings:
        raise BadInput("file_type", types=", ".join(endings))


async def _add(edit: Edit, known: int, found: Evidence) -> None:
    if known >= MOST:
        raise BadInput("too_much_evidence", limit=MOST)
    setattr(found, LINK[edit.kind], edit.row.id)
    found.added_by, found.added_at = edit.actor.user_id, edit.uow.now
    edit.uow.session.add(found)
    edit.note("evidence", None, found.url or found.file_unique_id)
    await edit.uow.session.flush()


async def remove(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, evidence_id: int
) -> None:
    """Raises NotFound."""
    edit = await editing.begin(uow, actor, kind, ident)
    found = await uow.session.get(Evidence, known_id("evidence", evidence_id))
    if found is None or getattr(found, LINK[kind]) != edit.row.id:
        raise NotFound("evidence", evidence_id)
    edit.note("evidence", found.url or found.file_unique_id, None)
    if edit.row.source_url == found.url:
        edit.put("source_url", None)
    await uow.session.delete(found)
    await follow_edit(edit)
    await uow.session.flush()
