"""Names and languages."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    KK = "kk"
    RU = "ru"
    EN = "en"


# Whose place a missing name takes: most Kazakh readers read Russian, few read English.
FALLBACKS = {
    Language.KK: (Language.KK, Language.RU, Language.EN),
    Language.RU: (Language.RU, Language.KK, Language.EN),
    Language.EN: (Language.EN, Language.RU, Language.KK),
}


@dataclass(frozen=True, slots=True)
class Names:
    kk: str | None
    ru: str | None
    en: str | None

    def best(self, language: Language) -> str:
        """The name in this language, or in the nearest one that has it; "" when none has."""
        return next((name for key in FALLBACKS[language] if (name := getattr(self, key))), "")


def language_of(code: str | None) -> Language:
    """The product's language for Telegram's IETF code; Kazakh where it tells nothing.

    Neighbours who read Russian better than Kazakh or English get Russian.
    """
    head = (code or "").lower().partition("-")[0]
    if head in {"ru", "be", "uk", "ky", "uz", "tg", "tt"}:
        return Language.RU
    if head in {"", "kk"}:
        return Language.KK
    return Language.EN
