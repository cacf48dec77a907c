"""What may become public shows nobody's numbers and nobody's door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.masks import MASK, is_card, is_iin, mask

HIDDEN = (
    ("Звоните мне: +7 701 123 45 67, жду", "701"),
    ("Звоните 8(701)123-45-67", "123-45"),
    ("мой номер 87011234567", "8701"),
    ("Менің нөмірім 8 (7252) 12-34-56", "12-34"),
    ("домашний 55-12-34", "55-12"),
    ("тел. 551234", "551234"),
    ("My phone: +44 20 7946 0958", "7946"),
    ("WhatsApp 7011234567", "701"),
    ("ИИН 900101300126", "900101"),
    ("мой: 850512 400343", "400343"),
    ("моя карта и 8505-1240-0343", "0343"),
    ("ЖСН: 900101 300121", "300121"),
    ("карта 4111 1111 1111 1111", "1111"),
    ("карта 4111-1111-1111-1111", "1111"),
    ("card 4111111111111111", "4111"),
    ("счёт KZ86125KZT5004100100", "5004"),
    ("счёт KZ86 125K ZT50 0410 0100", "0410"),
    ("пишите на aigul.k@mail.kz", "aigul"),
    ("пишите @aigul_kz в телеграм", "aigul"),
    ("живу на ул. Абая, д. 15, кв. 7", "15"),
    ("живу на ул. Абая, д. 15, кв. 7", "7"),
    ("улица Абая 15", "15"),
    ("ул. 9 Мая, дом 12/3, квартира 45", "45"),
    ("проспект Назарбаева, 120а-17", "120"),
    ("мкр. Аксай-4, дом 33", "33"),
    ("Абай көшесі, 15-үй, 7-пәтер", "15"),
    ("Абай көшесі, 15-үй, 7-пәтер", "7"),
    ("Абай көшесі 15", "15"),
    ("біз 15 үйде, 7 пәтерде тұрамыз", "15"),
    ("біз 15 үйде, 7 пәтерде тұрамыз", "7"),
    ("I live at 15 Abai street, apt 7", "15"),
    ("I live at Abai street 15, apt. 7", "7"),
    ("house 27, flat 3", "27"),
    ("наша квартира № 61", "61"),
)

KEPT = (
    "Дорога разбита с мая 2024 года, уже 18 месяцев.",
    "Нужно 15 400 000 тенге на ремонт школы № 5.",
    "На улице Абая с 10.06.2026 нет света.",
    "Отключают воду с 8:00 до 23:30 каждый день.",
    "Школада 1200 оқушы, 35 сынып бар.",
    "В 2023, 2024 и 2025 годах обещали.",
    "Bus 37 has not come since 1 May 2026.",
    "Мы прошли 12-13 км пешком.",
    "Статья 76, пункт 3.",
    "Больница на улице Абая закрыта.",
    "Көшеде шам жанбайды.",
)


@pytest.mark.parametrize(("text", "part"), HIDDEN)
def test_what_identifies_is_hidden(text: str, part: str) -> None:
    assert part not in mask(text)
    assert MASK in mask(text)


@pytest.mark.parametrize("text", KEPT)
def test_figures_of_the_matter_stay(text: str) -> None:
    assert mask(text) == text


def test_the_street_stays_readable() -> None:
    assert mask("Яма на ул. Абая, д. 15, кв. 7 уже год") == f"Яма на ул. Абая {MASK} уже год"


def iin(eleven: str) -> str | None:
    """With its check digit; some numbers have none."""
    return next((eleven + str(n) for n in range(10) if is_iin(eleven + str(n))), None)


def card(body: str) -> str:
    return next(body + str(n) for n in range(10) if is_card(body + str(n)))


IINS = st.from_regex(r"[0-9]{11}", fullmatch=True).map(iin).filter(lambda found: found is not None)
CARDS = st.from_regex(r"[0-9]{12,18}", fullmatch=True).map(card)
AROUND = st.text(alphabet=st.characters(codec="utf-8"), max_size=40) | st.text(
    alphabet="0123456789 -.,+()дкв№абKZ@", max_size=40
)


@given(st.text(max_size=200) | AROUND)
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(AROUND, IINS, AROUND)
def test_no_iin_survives(before: str, number: str, after: str) -> None:
    assert number not in mask(f"{before} {number} {after}")
    assert number not in mask(f"{before}{number}{after}")


@given(AROUND, CARDS, AROUND, st.sampled_from(["", " ", "-"]))
def test_no_card_survives(before: str, number: str, after: str, between: str) -> None:
    groups = [number[start : start + 4] for start in range(0, len(number), 4)]
    shown = between.join(groups) if len(groups[-1]) > 2 else number
    left = "".join(filter(str.isdecimal, mask(f"Карта: {shown}. {after}")))
    assert number not in left
    assert number not in mask(f"{before} {number} {after}")
