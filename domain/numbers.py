"""Registration numbers: `MZH-2026-000001-U`, made to survive handwriting, telephones and phones.

The last character is a check by ISO 7064 MOD 37,36 over assembly code, year and serial. It finds
every single wrong character. It finds every swap of neighbours too, but for one pair of adjacent
values (such as 1 and 2) in each of its 36 states: one swap in 630.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from domain.errors import BadInput, CheckCharacterWrong

_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUES: Final = {character: value for value, character in enumerate(_ALPHABET)}
_CODE: Final = re.compile(r"[A-Z0-9]{2,8}")
# Written without a dash after it, a code may have letters only: its digits could be the year's.
_FORM: Final = re.compile(
    r"([A-Z]{2,8}|[A-Z0-9]{2,8}(?=-))-?(20[0-9]{2})-?([0-9]{6}|[1-9][0-9]{6,11})-?([A-Z0-9])"
)

# What a Cyrillic keyboard gives for a letter that looks the same, the Kazakh ones included.
_LOOK_ALIKES: Final = str.maketrans("АВЕКМНОРСТУХІҮЅЈҺ", "ABEKMHOPCTYXIYSJH")
_SIGN: Final = re.compile(r"^(?:[№#]|N[O\u00ba\u00b0](?=[\W_])|N(?=[\W_]))[\s.:]*")
_GLUED_SIGN: Final = re.compile(r"^NO?")
_DASHES: Final = re.compile(r"[\s_\-\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]+")
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2099


def check_character(text: str) -> str:
    """Compute the ISO 7064 MOD 37,36 check character of `text`, which is made of [A-Z0-9]."""
    product = 36
    for character in text:
        product = ((product + _VALUES[character]) % 36 or 36) * 2 % 37
    return _ALPHABET[(37 - product) % 36]


@dataclass(frozen=True, slots=True)
class AppealNumber:
    """A number of the gapless series of one assembly and one year of registration.

    `assembly_code` is 2 to 8 of [A-Z0-9], `year` has four digits, `serial` counts from 1. Text
    pads the serial to six digits; after 999999 it simply grows.
    """

    assembly_code: str
    year: int
    serial: int

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.assembly_code):
            raise ValueError("an assembly code is 2 to 8 capital Latin letters or digits")
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR or self.serial < 1:
            raise ValueError("a number needs a year from 2000 to 2099 and a serial from 1")

    @property
    def check(self) -> str:
        """The check character."""
        return check_character(f"{self.assembly_code}{self.year}{self.serial:06d}")

    def __str__(self) -> str:
        return f"{self.assembly_code}-{self.year}-{self.serial:06d}-{self.check}"

    @property
    def display(self) -> str:
        """As people see it: `№ MZH-2026-000001-U`."""
        return f"№ {self}"


def parse(text: str) -> AppealNumber:
    """Read a number as people type it.

    Case, spaces, kinds of dashes, a leading "№", "N" or "No" and Cyrillic letters that look like
    Latin ones make no difference.

    Raises:
        CheckCharacterWrong: it looks like a number, but a character must be wrong.
        BadInput: "not_a_number": it does not look like one.
    """
    plain = text.strip().upper().translate(_LOOK_ALIKES)
    written = _DASHES.sub("-", _SIGN.sub("", plain)).strip("-. ")
    # "NMZH-2026-..." may be "N" and "MZH" written together, or an assembly of that name: the check
    # character decides.
    forms = [written, _GLUED_SIGN.sub("", written), written.removeprefix("N")]
    matches = [match for form in forms if (match := _FORM.fullmatch(form))]
    if not matches or int(matches[0][3]) == 0:
        raise BadInput("not_a_number")
    for code, year, serial, check in (match.groups() for match in matches):
        number = AppealNumber(code, int(year), int(serial))
        if number.check == check:
            return number
    raise CheckCharacterWrong("-".join(matches[0].groups()))
