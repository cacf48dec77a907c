"""A letter without the name that its author signed with."""

import re
from typing import Final

SHORTEST: Final = 3
HIDDEN: Final = "…"


def without_name(text: str, name: str | None) -> str:
    """Every word of the name is left out where it stands as a word, in any case of letters."""
    words = {word for word in re.findall(r"\w+", name or "") if len(word) >= SHORTEST}
    if not words:
        return text
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.sub(rf"\b(?:{'|'.join(longest_first)})\b", HIDDEN, text, flags=re.IGNORECASE)
