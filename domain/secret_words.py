"""Words for a receipt that can be said on the telephone in Kazakh, Russian and English alike.

Each syllable is a consonant and a vowel that Latin and Cyrillic write one to one, so the words can
be typed on any keyboard: badokite-sulamune is бадоките-суламуне.
"""

from collections.abc import Callable, Sequence
from typing import Final

from domain.names import Language

_CONSONANTS: Final = "bdgklmnprstvz"
_VOWELS: Final = "aeiou"
SYLLABLES: Final = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS)
WORDS: Final = 2
SYLLABLES_OF_A_WORD: Final = 4  # 65 ** 8 is more than 2 ** 48
_TO_LATIN: Final = str.maketrans("бдгклмнпрствзаеиоуіё", "bdgklmnprstvzaeiouie")
_TO_CYRILLIC: Final = str.maketrans("bdgklmnprstvzaeiou", "бдгклмнпрствзаеиоу")
# Nobody should have to read these out at a counter.
_RUDE: Final = (
    "suka", "kaka", "pipi", "pisi", "popa", "mud", "pid", "sos", "sik", "kot", "dik", "kok", "kak",
    "gad", "bok", "durak", "lox", "manda", "dab", "bes", "ped", "nasi", "seri", "pop", "got", "tit",
)  # fmt: skip


def new_words(choose: Callable[[Sequence[str]], str]) -> str:
    """New words; `choose` picks one of several by chance, such as `secrets.choice`."""
    while True:
        found = "-".join(
            "".join(choose(SYLLABLES) for _ in range(SYLLABLES_OF_A_WORD)) for _ in range(WORDS)
        )
        if not any(rude in found for rude in _RUDE):
            return found


def folded(typed: str) -> str:
    """Typed words in the form in which they are compared: Latin letters alone."""
    latin = typed.casefold().translate(_TO_LATIN)
    return "".join(sign for sign in latin if sign.isascii() and sign.isalpha())


def written(words: str, language: Language) -> str:
    """The words in the script of a language."""
    return words if language is Language.EN else words.translate(_TO_CYRILLIC)
