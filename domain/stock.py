"""Replies that say nothing of the matter: "we received your letter" is no answer."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from domain.text import fold

ALIKE: Final = 90.0  # of 100; one word more or less in a short reply
COMMON: Final = (
    "Өтінішіңіз қабылданды.",
    "Өтінішіңіз қабылданды және қаралуда.",
    "Өтінішіңіз тіркелді, белгіленген мерзімде қаралады.",
    "Өтінішіңізді алдық, рақмет.",
    "Ваше обращение получено.",
    "Ваше обращение принято к рассмотрению.",
    "Ваше обращение принято и находится на рассмотрении.",
    "Ваше обращение зарегистрировано и будет рассмотрено в установленные сроки.",
    "Спасибо, мы получили ваше обращение.",
    "We received your letter.",
    "We have received your letter, thank you.",
    "Your letter is being considered.",
    "Your appeal has been received and will be considered.",
)


def is_stock(text: str, known: Iterable[str] = ()) -> bool:
    """Whether it is, nearly word for word, one of the common stock replies or of `known` ones."""
    key = fold(text)
    return bool(key) and any(fuzz.ratio(key, fold(one)) >= ALIKE for one in (*COMMON, *known))
