"""Replies that say nothing of the matter, and samples too small to say anything."""

import pytest

from domain.samples import enough
from domain.stock import is_stock


@pytest.mark.parametrize(
    "reply",
    [
        "Ваше обращение принято к рассмотрению.",
        "ваше обращение принято к рассмотрению",
        "Ваше обращение будет принято к рассмотрению!",
        "Өтінішіңіз қабылданды және қаралуда",
        "We have received your letter. Thank you!",
    ],
)
def test_a_reply_that_could_go_to_anybody(reply: str) -> None:
    assert is_stock(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Яму на улице Абая засыпали 12 ноября.",
        "Ваше обращение принято к рассмотрению, дорогу осмотрят 12 ноября.",
        "Рақмет, шам жөнделді.",
        "",
        "👍",
    ],
)
def test_a_reply_about_the_matter(reply: str) -> None:
    assert not is_stock(reply)


def test_replies_that_a_workspace_gives_too_often() -> None:
    known = ["Мы над этим работаем.", "👍"]
    assert is_stock("Мы над этим работаем!", known)
    assert not is_stock("Мы над этим работаем!")
    assert is_stock("Ваше обращение получено", known)
    assert not is_stock("👍", known)


def test_from_ten_cases_on_numbers_may_be_compared() -> None:
    assert enough(10)
    assert not enough(9.9)
