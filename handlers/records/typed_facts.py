"""What a message says about a record: links, a day or a period, a number, words."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from aiogram.types import Message, MessageOriginChannel

from domain.errors import BadInput
from domain.web_links import links_in
from handlers.common.typed_day import typed_day
from services.records.evidence import SentFile

_BETWEEN = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*")
_NUMBER = re.compile(r"\d{1,7}")
_DIGITS = re.compile(r"-?\d+")
_LIKE_A_LINK = re.compile(r"(?i)[a-z]+://|www\.")
_LIKE_A_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


@dataclass(frozen=True, slots=True)
class Typed:
    links: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    number: int | None = None
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.links or self.days or self.number is not None or self.words)


def read(text: str, today: date) -> Typed:
    """Links are taken out of the words; what is left is a day, a number, or words."""
    links, rest = links_in(text)
    found = Typed(tuple(links))
    try:
        return replace(found, days=typed_days(rest, today))
    except BadInput:
        pass
    if _NUMBER.fullmatch(rest):
        return replace(found, number=int(rest))
    return replace(found, words=rest)


def slip(words: str) -> str | None:
    """What somebody meant who typed a day, a number or a link that is none; None for words."""
    if _LIKE_A_LINK.match(words):
        return "not_a_link"
    if _LIKE_A_DAY.fullmatch(words):
        return "not_a_date"
    return "record_not_a_number" if _DIGITS.fullmatch(words) else None


def typed_days(text: str, today: date) -> tuple[date, date]:
    """A day, or a period like "1.11 – 5.11". Raises BadInput("not_a_date")."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) > 2:  # noqa: PLR2004 - from, to
        raise BadInput("not_a_date")
    first, last = (typed_day(part, today) for part in (parts[0], parts[-1]))
    return first, last


def sent_file(message: Message) -> SentFile | None:
    """The largest size of a photo, or the document; None for anything else."""
    if message.photo:
        best = message.photo[-1]
        return SentFile("photo", best.file_id, best.file_unique_id, None, best.file_size)
    if message.document:
        file = message.document
        return SentFile(
            "document", file.file_id, file.file_unique_id, file.file_name, file.file_size
        )
    return None


def forwarded_link(message: Message) -> str | None:
    """The address of a post that was forwarded from a public channel."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel) and origin.chat.username:
        return f"https://t.me/{origin.chat.username}/{origin.message_id}"
    return None


def written_at(message: Message) -> datetime | None:
    """When a forwarded post was written."""
    return message.forward_origin.date if message.forward_origin else None
