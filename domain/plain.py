"""Text without capitals and without what tells Kazakh letters from the nearest Russian ones.

A change of single letters, so that a database makes it by the same table: `translate` of SQL.
"""

from typing import Final

_KAZAKH: Final = dict(zip("әғқңөұүһіё", "агкноуухие", strict=True))
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя"
_TABLE: Final = {
    **{letter.upper(): letter for letter in _LETTERS},
    **{letter.upper(): near for letter, near in _KAZAKH.items()},
    **_KAZAKH,
}
SOURCE: Final = "".join(_TABLE)
TARGET: Final = "".join(_TABLE.values())
_PYTHON: Final = str.maketrans(SOURCE, TARGET)


def plain(text: str) -> str:
    """Қала, ҚАЛА and кала are the same."""
    return text.translate(_PYTHON)
