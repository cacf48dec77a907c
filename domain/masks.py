"""What must not become public in a letter: numbers that identify a person, and exact addresses.

Too much is masked rather than too little: the author sees the result before it is public.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MASK: Final = "[***]"

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME_IN_CHAT: Final = re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}\b")
# 20 characters, written at once or in fours; digits and letters of the account follow the check.
_IBAN: Final = re.compile(r"\bKZ[ -]?\d{2}(?:[ -]?[0-9A-Z]){16}\b", re.IGNORECASE)

_RUN: Final = re.compile(r"\+?\(?\d(?:[\d()\-–—.\s]*\d)?")
_GROUP: Final = re.compile(r"\d+")
_GAP: Final = 3  # signs between two groups of one number: "7 (701)", "123 - 45"

_NUMBER: Final = (
    r"\d{1,4}(?:\s?[а-яёa-zәіңғүұқөһ](?!\w))?(?:\s?[/\-]\s?\d{1,4}(?:[а-яёa-z](?!\w))?)?(?!\d)"
)
# A date, a sum, or so many months: no house.
_NO_FIGURE: Final = (
    r"(?![.,]\d|\s*(?:мес|лет\b|год|дн|дней|час|тыс|млн|раз|чел|тенге|теңге|метр|км\b|"
    r"ай\b|күн|жыл|сағат|рет\b|адам|month|year|day|hour|people|times))"
)
_FLAT: Final = (
    r"(?:[\s,.;]*\b(?:кв(?:артир\w*)?|пәтер\w*|корп(?:ус)?|стр(?:оение)?|под(?:ъезд)?|"
    rf"apt|apartment|flat|оф(?:ис)?)\b\.?\s*(?:№|#)?\s*{_NUMBER})*"
)
_STREET: Final = (
    r"\b(?:ул|улиц[аеуы]|улицей|пр|просп|пр-т|проспект\w*|пер|переул\w+|мкр|мкрн|микрорайон\w*|"
    r"бульв\w*|б-р|проезд\w*|шоссе|тупик\w*|street|st|avenue|ave)\b\.?"
)
_CAPITAL: Final = r"(?-i:[А-ЯЁӘІҢҒҮҰҚӨҺA-Z])"
_NAME: Final = (
    r"[\s«\"]*(?:\d+-?(?:й|я|е|ая)?\s+)?[^\W\d_][\w.\-]*"
    rf"(?:\s+{_CAPITAL}[\w.\-]*){{0,2}}[»\"]?"
)
_HOUSE: Final = r"[\s,]*(?:\b(?:д|дом\w{0,2}|үй|house)\b\.?\s*)?(?:№|#)?\s*"
_STREET_AFTER: Final = r"\b(?:көше\w*|даңғыл\w*|шағын\s?аудан\w*|ш/а|street|avenue|ave)\b\.?"
_DOORS: Final = rf"(?:\s?-?\s?үй\w*)?(?:[\s,]*\d{{1,4}}\s?-?\s?пәтер\w*)?{_FLAT}"
_ADDRESSES: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # ул. Абая, д. 15, кв. 7; улица 9 Мая 15/2
        rf"(?P<keep>{_STREET}{_NAME}){_HOUSE}{_NUMBER}{_NO_FIGURE}{_FLAT}",
        # Абай көшесі, 15-үй, 7-пәтер; Abai street 15, apt 7
        rf"(?P<keep>{_STREET_AFTER})[\s,]*(?:(?:үй|house)\b|№)?\s*{_NUMBER}{_NO_FIGURE}{_DOORS}",
        # 15 Abai street
        rf"\b{_NUMBER}(?P<keep>\s[^\W\d_]\w+(?:\s[^\W\d_]\w+)?\s(?:street|avenue|ave)\b){_FLAT}",
        # д. 15, кв. 7; дом 15; house 15
        rf"(?P<keep>)\b(?:д\.|(?:дом\w{{0,2}}|house|үй)\b)\s*[№#]?\s*{_NUMBER}{_NO_FIGURE}{_FLAT}",
        # 15-үй, 7-пәтер; 7 пәтерде
        rf"(?P<keep>)\b\d{{1,4}}\s?-?\s?(?:үй|пәтер)\w*{_DOORS}",
        # кв. 7; apt 7
        r"(?P<keep>)\b(?:кв(?:артир\w*)?|пәтер\w*|apt|apartment|flat)\b\.?\s*[№#]?\s*\d{1,4}\b",
    )
)

_IIN: Final = 12
_ALWAYS: Final = 12  # so many digits at a stretch are no figure anybody has to read
_CARD: Final = range(13, 20)
_CARD_GROUP: Final = range(3, 8)
_PHONE: Final = {10: "7", 11: "78"}
_ABROAD: Final = range(9, 16)
_CITY_PHONE: Final = (2, 2, 2)
# Behind such a word any digits are a number of a person.
_NAMED: Final = re.compile(
    r"(?P<keep>\b(?:тел|телефон\w*|сот|сотов\w*|моб|whats\s?app|ватсап\w*|phone|tel|mobile|"
    r"иин|жсн|iin|паспорт\w*|удостоверени\w*|куәлі\w*|passport)\b\.?:?\s*(?:№\s*)?[NР]?)"
    r"\+?\d[\d\-–\s]{3,}\d",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """Hide phones, IINs, cards, accounts, e-mail and exact addresses. Twice is as once."""
    while (masked := _once(text)) != text:
        text = masked
    return text


def _once(text: str) -> str:
    for form in (_EMAIL, _NAME_IN_CHAT, _IBAN):
        text = form.sub(MASK, text)
    text = _RUN.sub(_hide_numbers, text)
    for form in (_NAMED, *_ADDRESSES):
        text = form.sub(_keep_street, text)
    return text


def _keep_street(found: re.Match[str]) -> str:
    kept = found["keep"]
    space = " " if kept.strip() and not kept.endswith((" ", "\n")) else ""
    return f"{MASK}{kept}" if kept[:1].isspace() else f"{kept}{space}{MASK}"


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits without a break, and where they stand in the run."""

    digits: str
    start: int
    end: int


def _hide_numbers(run: re.Match[str]) -> str:
    """Masks what reads as a number of a person, from the border of a group to that of another."""
    text = run[0]
    groups = [_Group(_plain(one[0]), *one.span()) for one in _GROUP.finditer(text)]
    hidden: list[tuple[int, int]] = []
    first = 0
    while first < len(groups):
        last = _longest(text, groups, first)
        if last is None:
            first += 1
            continue
        begin = groups[first].start
        hidden.append((_with_signs(text, begin), groups[last].end))
        first = last + 1
    for begin, end in reversed(hidden):
        text = text[:begin] + MASK + text[end:]
    return text


def _plain(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits)


def _with_signs(text: str, begin: int) -> int:
    while begin and text[begin - 1] in "+(":
        begin -= 1
    return begin


def _longest(text: str, groups: list[_Group], first: int) -> int | None:
    """The last group of the longest number that starts here."""
    found = None
    plus = first == 0 and text.startswith("+")
    for last in _reach(groups, first):
        if _identifies([one.digits for one in groups[first : last + 1]], plus=plus):
            found = last
    return found


def _reach(groups: list[_Group], first: int) -> Iterator[int]:
    """The places at which a number that starts here may end."""
    yield first
    digits = len(groups[first].digits)
    for last in range(first + 1, len(groups)):
        digits += len(groups[last].digits)
        if digits >= _CARD.stop or groups[last].start - groups[last - 1].end > _GAP:
            return
        yield last


def _identifies(groups: list[str], *, plus: bool) -> bool:
    digits = "".join(groups)
    return (
        (len(groups) == 1 and len(digits) >= _ALWAYS)
        or (plus and len(digits) in _ABROAD)
        or tuple(map(len, groups)) == _CITY_PHONE
        or (digits.startswith(tuple(_PHONE.get(len(digits), ""))) and _like_phone(groups))
        or (all(len(one) in _CARD_GROUP for one in groups) and is_card(digits))
        or is_iin(digits)
    )


def _like_phone(groups: list[str]) -> bool:
    """Sums of money and years are written in groups too: a phone's code comes early."""
    return len(groups) == 1 or len(groups[0]) == 1 or len(groups[0]) in {3, 4}


def is_iin(digits: str) -> bool:
    """Twelve digits with the check digit of Kazakhstan's identification numbers, the day apart."""
    if len(digits) != _IIN or not digits.isdecimal():
        return False
    *numbers, check = map(int, digits)
    found = _weighed(numbers, 0)
    return check == (_weighed(numbers, 2) if found == 10 else found)  # noqa: PLR2004 - no digit


def _weighed(numbers: list[int], shift: int) -> int:
    """The sum with the weights 1 to 11, which begin so many places further."""
    return sum(((place + shift) % 11 + 1) * one for place, one in enumerate(numbers)) % 11


def is_card(digits: str) -> bool:
    """As long as a bank card, with Luhn's check digit."""
    if len(digits) not in _CARD or not digits.isdecimal():
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)  # noqa: PLR2004 - the cross sum
    return total % 10 == 0
