"""Photos and documents of a message, as the services keep them."""

from aiogram.types import Message

from services.appeals.files import StoredFile


def stored_file(message: Message) -> StoredFile | None:
    """The largest size of a photo, or the document; None for anything else."""
    if message.photo:
        best = message.photo[-1]
        return StoredFile("photo", best.file_id, best.file_unique_id)
    if message.document:
        file = message.document
        return StoredFile("document", file.file_id, file.file_unique_id, file.file_name)
    return None


def size_of(message: Message) -> int | None:
    """In bytes, as far as Telegram tells."""
    if message.photo:
        return message.photo[-1].file_size
    return message.document.file_size if message.document else None
