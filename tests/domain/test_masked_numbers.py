"""Which rows of digits identify a person, and what is left of the words around them."""

import pytest

from domain.days import DayOff, DayOffKind, fill_year
from domain.masks import is_card, is_iin, mask


@pytest.mark.parametrize("number", ["941216327526", "651227344434", "891224331583"])
def test_an_iin_of_the_second_round(number: str) -> None:
    """The first weights give ten, which is no digit."""
    assert [digit for digit in "0123456789" if is_iin(number[:11] + digit)] == [number[-1]]


def test_some_rows_begin_no_iin() -> None:
    assert not any(is_iin(f"95121139544{digit}") for digit in range(10))


@pytest.mark.parametrize(
    "number", ["", "85051240034", "8505124003433", "85051240034x", "8505 1240034"]
)
def test_what_is_no_iin(number: str) -> None:
    assert is_iin("850512400343")
    assert not is_iin(number)


@pytest.mark.parametrize(
    "number",
    [
        "4222222222222",
        "378282246310005",
        "4111111111111111",
        "5500005555555559",
        "6011000990139424",
        "6304000000000000000",
    ],
)
def test_a_card_has_one_check_digit(number: str) -> None:
    assert [digit for digit in "0123456789" if is_card(number[:-1] + digit)] == [number[-1]]


@pytest.mark.parametrize("number", ["0" * 12, "0" * 20, "4111 1111 1111 1111", "411111111111111x"])
def test_what_is_no_card(number: str) -> None:
    assert not is_card(number)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # Abroad: nine to fifteen digits behind a plus.
        ("Me: +44 20 7946 0958!", "Me: [***]!"),
        ("Me: +(44) 20 7946 0958!", "Me: [***]!"),
        ("+371 201 234 56", "[***]"),
        ("371 201 234 56", "371 201 234 56"),
        ("+12 345 678", "+12 345 678"),
        ("+12 345 6789", "[***]"),
        ("+12 345 678 901 234 5", "[***]"),
        ("+12 345 678 901 234 5 6", "[***] 6"),
        ("100 +371 201 234 56", "100 [***]"),
        # At home: with the country's seven or eight, or without it.
        ("жду 8-701-123-45-67 тут", "жду [***] тут"),
        ("жду (701) 123-45-67 тут", "жду [***] тут"),
        ("жду 7272 12 34 56 тут", "жду [***] тут"),
        ("сумма 77 011 234 567 тенге", "сумма 77 011 234 567 тенге"),
        ("жду 9-701-123-45-67 тут", "жду 9-[***] тут"),
        ("жду 6011234567", "жду 6011234567"),
        # In town: three pairs, not too far apart.
        ("жду 55 - 12 - 34 тут", "жду [***] тут"),
        ("счёт 55 -- 12 -- 34", "счёт 55 -- 12 -- 34"),
        # Twelve digits at a stretch are nothing one has to read, eleven may be.
        ("№ 123456789012", "№ [***]"),
        ("№ 1234567890123456789012345", "№ [***]"),
        ("№ 12345678901", "№ 12345678901"),
        ("№ 123456 789012", "№ 123456 789012"),
        # One after the other, each on its own.
        ("87011234567 87017654321", "[***] [***]"),
        ("5 87011234567 5 87017654321 5", "5 [***] 5 [***] 5"),
        ("карта 4111 1111 1111 1111 2026", "карта [***] 2026"),
    ],
)
def test_numbers_of_people_go_and_figures_stay(text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ул. Абая, д. 15, кв. 7, Семей", "ул. Абая [***], Семей"),
        ("Абай көшесі, 15-үй", "Абай көшесі [***]"),
        ("15 Abai street, Semey", "[***] Abai street, Semey"),
        ("\n15 Abai street", "\n[***] Abai street"),
        ("кв. 7 течёт", "[***] течёт"),
        ("тел. 551234", "тел. [***]"),
        ("тел:\n551234", "тел:\n[***]"),
        ("тел:551234", "тел: [***]"),
    ],
)
def test_the_words_around_stay_readable(text: str, shown: str) -> None:
    assert mask(text) == shown


def test_of_two_holidays_on_one_day_the_certain_one_is_the_reason() -> None:
    day = min(day for day in fill_year("KZ", (), 2032).off if (day.month, day.day) == (3, 22))
    assert fill_year("KZ", (), 2032).off[day] == DayOff(day, DayOffKind.HOLIDAY, "nauryz")
