"""Texts in one language: `_("...")` for messages, `_.label("...")` for buttons.

Messages are HTML and come as `Markup`: values put into them are escaped, so what a person typed
can never become a tag. Labels are plain text.
"""

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from domain.names import FALLBACKS, Language, Names

# A date ends without a full stop of its own ("г.", "жел."), which would meet that of a sentence.
FULL = {Language.RU: "EEEE, d MMMM y"}
SHORT = {Language.KK: "y 'ж'. d MMMM", Language.RU: "d MMM y"}
LOCALES = Path(__file__).resolve().parents[2] / "locales"
DOMAIN = "deputat"


def marked(message: str) -> str:
    """Marks a constant for extraction; translate it later with `_` or `_.label`."""
    return message


@cache
def _compiled(language: Language) -> bytes:
    """The catalog, compiled in memory: a checkout needs no build step to speak."""
    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    return compiled.getvalue()


@cache
def _chain(language: Language) -> GNUTranslations:
    first, *others = (_catalog_copy(key) for key in FALLBACKS[language])
    for other in others:
        first.add_fallback(other)
    return first


def _catalog_copy(language: Language) -> GNUTranslations:
    """A chain changes its links, so each has copies of its own."""
    return GNUTranslations(io.BytesIO(_compiled(language)))


@dataclass(frozen=True, slots=True)
class Texts:
    """The translator that every view takes first, by convention named `_`."""

    language: Language
    zone: ZoneInfo
    username: str = ""  # of the bot, for deep links

    @property
    def chat_link(self) -> str:
        """To the private chat with this bot."""
        return f"https://t.me/{self.username}"

    def link(self, kind: str, key: str | int) -> str:
        """A deep link into this bot: `https://t.me/<bot>?start=<kind>_<key>`."""
        return f"https://t.me/{self.username}?start={kind}_{key}"

    def __call__(self, message: str, **values: object) -> Markup:
        return _filled(_chain(self.language).gettext(message), values)

    def n(self, one: str, many: str, n: int, **values: object) -> Markup:
        """Plural by Babel's rules of the language; `{n}` is the number."""
        return _filled(_chain(self.language).ngettext(one, many, n), {"n": n, **values})

    def p(self, context: str, message: str, **values: object) -> Markup:
        return _filled(_chain(self.language).pgettext(context, message), values)

    def label(self, message: str, **values: object) -> str:
        """Plain text, for buttons and for answers to taps."""
        return _chain(self.language).gettext(message).format(**values)

    def label_n(self, one: str, many: str, n: int, **values: object) -> str:
        return _chain(self.language).ngettext(one, many, n).format(n=n, **values)

    def name(self, names: Names) -> str:
        return names.best(self.language)

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.language)

    def date(self, day: dt.date) -> str:
        """With the weekday: "пятница, 20 ноября 2026"."""
        return format_date(day, FULL.get(self.language, "full"), locale=self.language)

    def day(self, moment: dt.datetime) -> str:
        """The local day of a moment, with its weekday."""
        return self.date(moment.astimezone(self.zone).date())

    def short_date(self, day: dt.date) -> str:
        """Without the weekday: "20 нояб. 2026"."""
        return format_date(day, SHORT.get(self.language, "medium"), locale=self.language)

    def moment(self, moment: dt.datetime) -> str:
        """Date with weekday and local time."""
        local = moment.astimezone(self.zone)
        clock = format_time(local, "HH:mm", locale=self.language)
        return f"{self.date(local.date())}, {clock}"


def _filled(text: str, values: Mapping[str, object]) -> Markup:
    # `Markup.format` would do the same, four times slower: placeholders are plain names here.
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(text.format_map(escaped) if values else text)  # noqa: S704 - catalogs are ours
