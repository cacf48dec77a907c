"""From a cell to a value and back. Cells are text without spaces around; an empty one is None."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final

from services.importing.faults import CellRefused

Value = str | int | float | bool | date | tuple[str, int] | list[str] | None
Parser = Callable[[str], Value]

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_CODE: Final = re.compile(r"[A-Z0-9]{2,8}")
_KATO: Final = re.compile(r"[0-9]{9}")
_THESIS: Final = re.compile(r"([a-z0-9]+(?:[-_.][a-z0-9]+)*)/([0-9]{1,4})")
_URL: Final = re.compile(r"https?://\S+")
_SHOWN: Final = 80


def clean(cell: str) -> str:
    """The same text however it was typed: composed letters, no spaces around."""
    plain = cell.replace("\u00a0", " ").replace("\r\n", "\n")
    return unicodedata.normalize("NFC", plain).strip()


def text(cell: str) -> str:
    if cell[0] in "=@":
        raise CellRefused("formula", sign=cell[0])
    if any(unicodedata.category(one) in {"Cc", "Cs"} and one not in "\n\t" for one in cell):
        raise CellRefused("control_character")
    return cell


def whole(least: int, most: int) -> Parser:
    def parse(cell: str) -> int:
        if not _WHOLE.fullmatch(cell):
            raise CellRefused("not_a_whole_number", value=_short(cell))
        if not least <= int(cell) <= most:
            raise CellRefused("out_of_range", value=cell, least=least, most=most)
        return int(cell)

    return parse


def decimal(least: float, most: float) -> Parser:
    def parse(cell: str) -> float:
        if not _DECIMAL.fullmatch(cell):
            raise CellRefused("not_a_number", value=_short(cell))
        if not least <= float(cell) <= most:
            raise CellRefused("out_of_range", value=cell, least=least, most=most)
        return float(cell)

    return parse


def day(cell: str) -> date:
    try:
        if _DATE.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise CellRefused("not_a_date", value=_short(cell))


def yes_or_no(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise CellRefused("not_yes_or_no", value=_short(cell))
    return cell == "yes"


def one_of(*known: str) -> Parser:
    def parse(cell: str) -> str:
        if cell not in known:
            raise CellRefused("not_one_of", value=_short(cell), known=", ".join(known))
        return cell

    return parse


def several(parse: Parser) -> Parser:
    """A list in one cell, each part of it read by `parse`."""

    def parse_all(cell: str) -> list[str]:
        return [str(parse(part)) for part in items(cell)]

    return parse_all


def _form(pattern: re.Pattern[str], example: str) -> Parser:
    def parse(cell: str) -> str:
        if not pattern.fullmatch(cell):
            raise CellRefused("wrong_form", value=_short(cell), example=example)
        return cell

    return parse


slug = _form(_SLUG, "almaty-city")
code = _form(_CODE, "ABA01 (2 to 8 capital Latin letters and digits)")
kato = _form(_KATO, "351000000 (nine digits)")
url = _form(_URL, "https://example.org/page")
count = whole(0, 100_000_000)
number = whole(1, 9999)


def thesis(cell: str) -> tuple[str, int]:
    """A party and the number of its thesis."""
    found = _THESIS.fullmatch(cell)
    if found is None:
        raise CellRefused("wrong_form", value=_short(cell), example="amanat/3")
    return found[1], int(found[2])


def items(cell: str) -> list[str]:
    """The parts of a list, each once."""
    return list(dict.fromkeys(part for one in cell.split(";") if (part := one.strip())))


def shown(value: object) -> str:
    """What a cell shows for a value: the reverse of the parsers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:.12f}".rstrip("0").rstrip(".")
    return str(value)


def _short(cell: str) -> str:
    return cell if len(cell) <= _SHOWN else f"{cell[: _SHOWN - 1]}…"
