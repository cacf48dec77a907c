"""Words that people typed, as they are kept."""

from domain.errors import BadInput
from domain.text import clean, has_letters


def sound(text: str, limit: int) -> str:
    """Raises BadInput for what has no words in it, and for what is too long."""
    words = clean(text)
    if not has_letters(words):
        raise BadInput("no_letters" if words else "empty")
    if len(words) > limit:
        raise BadInput("too_long", limit=limit)
    return words


def joined(parts: list[str], limit: int) -> str:
    """Several messages as one text. Raises BadInput."""
    text = "\n".join(part for part in map(clean, parts) if part)
    if not has_letters(text):
        raise BadInput("no_letters" if text else "empty")
    if len(text) > limit:
        raise BadInput("letter_too_long", length=len(text), limit=limit)
    return text
