"""Files of a letter and of its answers: kept by Telegram, known by their ids."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models.appeals import Attachment
from services.unit_of_work import UnitOfWork

FILE_LIMIT = 10


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A photo or document that Telegram keeps."""

    kind: str
    file_id: str
    file_unique_id: str
    file_name: str | None = None


_file = Attachment.__table__.c
_FILES = (
    select(_file.answer_id, _file.kind, _file.file_id, _file.file_unique_id, _file.file_name)
    .where(
        _file.appeal_id == bindparam("appeal_id"),
        _file.clarification_id.is_(None),
        _file.redirection_id.is_(None),
    )
    .order_by(_file.id)
)


def add_file(
    uow: UnitOfWork,
    appeal_id: int,
    file: StoredFile,
    *,
    answer_id: int | None = None,
    clarification_id: int | None = None,
    redirection_id: int | None = None,
) -> None:
    """To the letter, or to one of the things named."""
    uow.session.add(
        Attachment(
            appeal_id=appeal_id,
            answer_id=answer_id,
            clarification_id=clarification_id,
            redirection_id=redirection_id,
            kind=file.kind,
            file_id=file.file_id,
            file_unique_id=file.file_unique_id,
            file_name=file.file_name,
        )
    )


async def files_of(uow: UnitOfWork, appeal_id: int) -> dict[int | None, tuple[StoredFile, ...]]:
    """The files of the letter (key None) and of its answers (key: answer id), in order."""
    found: dict[int | None, tuple[StoredFile, ...]] = {}
    for answer_id, *file in await uow.session.execute(_FILES, {"appeal_id": appeal_id}):
        found[answer_id] = (*found.get(answer_id, ()), StoredFile(*file))
    return found
