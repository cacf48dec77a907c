"""Texts as people type them: a key for search, cleaning, length and parts as Telegram counts.

The search key writes Kazakh, Russian and their Latin transliterations the same way, so that
"Oskemen", "Өскемен" and "оскемен" meet. It is for comparing only, never shown.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from anyascii import anyascii

# Letters that one sound is written with; й goes with и and ы, since Latin spellings mix them.
_TO_KEY: Final = str.maketrans(
    {
        **dict(zip("әғқңөұүһёэѐєґщў", "агкноуухеееегшу", strict=True)),
        **dict.fromkeys("іыйѝїıîïíì", "и"),
        **dict.fromkeys("äáàâãå", "а"),
        **dict.fromkeys("öóòôõő", "о"),
        **dict.fromkeys("üúùûūű", "у"),
        "я": "иа",
        "ю": "иу",
        "ğ": "г",
        "ǵ": "г",
        "ñ": "н",
        "ń": "н",
        "ý": "и",
        "ÿ": "и",
        "ş": "ш",
        "š": "ш",
        "ž": "ж",
        "č": "ч",
        "ç": "ч",
        # Soft and hard signs, and the marks that transliterations put in their place.
        **dict.fromkeys("ьъ'`´‘’ʻʼʹʺ′\u00ad\u0306\u0307\u0308"),
    }
)
_GROUPS: Final = {
    "shch": "ш",
    "sch": "ш",
    "sh": "ш",
    "zh": "ж",
    "kh": "х",
    "gh": "г",
    "ts": "ц",
    "ch": "ч",
    "ye": "е",
    "yo": "е",
    "ph": "ф",
}
_GROUP: Final = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_SINGLE: Final = str.maketrans(
    {
        **dict(zip("abcdefghijklmnopqrstuvwyz", "абкдефгхижклмнопкрстувуиз", strict=True)),
        "x": "кс",
    }
)
_NO_KEY: Final = re.compile(r"[^а-я0-9]+")
_DOUBLE: Final = re.compile(r"([а-я])\1+")

_SENTENCE: Final = re.compile(r"[.!?…。]+[\"»”’)\]]*\s+")
_NEWLINES: Final = re.compile(r"\n{3,}")
_LINE_ENDS: Final = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_SPACED_END: Final = re.compile(r"[^\S\n]+(?=\n)")
_JOINER: Final = "\u200d"
_MARKS: Final = frozenset({"Mn", "Mc", "Me", "Sk"})  # Sk: skin tones
_FLAG: Final = "\U0001f3f4"


def fold(text: str) -> str:
    """Make the search key of `text`: lower-case Cyrillic without variants, digits, single spaces.

    Idempotent. Punctuation separates words, but apostrophes and soft signs vanish; doubled letters
    become one, doubled digits stay. A text without letters or digits has the key "".
    """
    lowered = unicodedata.normalize("NFKC", text).casefold()
    composed = unicodedata.normalize("NFKC", lowered).translate(_TO_KEY)
    latin = "".join(map(_letter, composed))
    grouped = _GROUP.sub(lambda found: _GROUPS[found[0]], latin)
    key = grouped.translate(_SINGLE)
    return _DOUBLE.sub(r"\1", _NO_KEY.sub(" ", key)).strip()


def _letter(character: str) -> str:
    if character.isascii() or "а" <= character <= "я":
        return character
    # Letters of other scripts by their nearest Latin ones; signs and emoji have no place in a key.
    return anyascii(character).lower() if character.isalnum() else " "


def clean(text: str) -> str:
    """Make what a person sent safe to store and to show; the words and the emoji stay.

    Control and format characters go (zero width, direction marks, byte order), also halves of
    surrogate pairs; any line end becomes a newline, at most two in a row; NFC; trimmed.
    Idempotent.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = "".join(character for character in lines if not _is_noise(character))
    joined = "".join(
        character
        for place, character in enumerate(kept)
        if not _is_stray(character, kept[place - 1 : place], kept[place + 1 : place + 2])
    )
    trimmed = _SPACED_END.sub("", unicodedata.normalize("NFC", joined))
    return _NEWLINES.sub("\n\n", trimmed).strip()


def _is_noise(character: str) -> bool:
    if character in {"\n", _JOINER} or _is_tag(character):
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} or character in "\ufffe\uffff"


def _is_stray(character: str, before: str, after: str) -> bool:
    """Joiners and tags have a place only inside an emoji: a family, a flag."""
    if character == _JOINER:
        return not (_is_pictorial(before) and _is_pictorial(after))
    return _is_tag(character) and before != _FLAG and not _is_tag(before)


def _is_tag(character: str) -> bool:
    return "\U000e0020" <= character <= "\U000e007f"


def _is_pictorial(character: str) -> bool:
    # Sk: skin tones; Mn: the variation selector; Cn: emoji newer than this Python's tables.
    return bool(character) and unicodedata.category(character) in {"So", "Sk", "Mn", "Cn"}


def has_letters(text: str) -> bool:
    """Tell whether there is at least one letter of any script."""
    return any(character.isalpha() for character in text)


def utf16_length(text: str) -> int:
    """Count as Telegram does: UTF-16 units, two for an emoji."""
    return len(text) + sum(character > "\uffff" for character in text)


def split_message(text: str, limit: int = 4096) -> list[str]:
    """Cut plain text into parts of at most `limit` UTF-16 units, in order, none of them blank.

    Cuts at a blank line, a line, a sentence, a space, and inside a word only when nothing else is
    left in the second half; white space at a cut is dropped, everything else stays.
    """
    if limit < 2:  # noqa: PLR2004 - one emoji
        raise ValueError("a part must have room for one character")
    parts: list[str] = []
    rest = text.strip()
    while rest:
        head = _head(rest, limit)
        if len(head) < len(rest):
            head = head[: _cut(rest, len(head))]
        parts.append(head.strip())
        rest = rest[len(head) :].strip()
    return parts


def _head(text: str, limit: int) -> str:
    """Take the longest beginning of at most `limit` UTF-16 units."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return text[:place]
    return text


def _cut(text: str, size: int) -> int:
    """Choose where to cut before `size`, the best border of the second half."""
    window, half = text[: size + 1], size // 2
    for border in ("\n\n", "\n"):
        if (place := window.rfind(border)) > half:
            return place
    if ends := [found.end() for found in _SENTENCE.finditer(window) if half < found.end() <= size]:
        return ends[-1]
    place = max(window.rfind(" "), window.rfind("\t"))
    if place > half:
        return place
    # Inside a word, but not inside what the eye sees as one character.
    whole = size
    while whole > half and _continues(text, whole):
        whole -= 1
    return whole if whole > half else size


def _continues(text: str, place: int) -> bool:
    after = text[place]
    return _JOINER in (after, text[place - 1]) or unicodedata.category(after) in _MARKS
