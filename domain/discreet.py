"""A letter without the name that its author signed with."""

import re
from typing import Final

HIDDEN: Final = "…"


def without_name(text: str, name: str | None) -> str:
    """Every word of the name is left out where it stands as a word, in any case of letters."""
    words = re.findall(r"\w{3,}", name or "")  # shorter ones are words of the language too
    if not words:
        return text
    return re.sub(rf"\b(?:{'|'.join(words)})\b", HIDDEN, text, flags=re.IGNORECASE)
