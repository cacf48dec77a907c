"""One fact that sources tell differently."""

import pytest

from domain.told import Telling, What, tellings


def test_each_telling_says_what_about_whom_and_where() -> None:
    assert tellings(
        "initiator kuspan [report (ru), line 1] / signatory bazarbek_b.2 [report (kk), line 2]"
    ) == (
        Telling(What.INITIATOR, "kuspan", "report (ru), line 1"),
        Telling(What.SIGNATORY, "bazarbek_b.2", "report (kk), line 2"),
    )


def test_a_telling_about_nobody() -> None:
    assert tellings("told [monograph, line 5] /  not told [a site / its archive]") == ()
    assert tellings(" told [monograph, line 5]  /  not told [report] ") == (
        Telling(What.TOLD, None, "monograph, line 5"),
        Telling(What.NOT_TOLD, None, "report"),
    )


@pytest.mark.parametrize(
    "plain",
    [
        "",
        "the report and the monograph disagree",
        "initiator kuspan [report] / something else",
        "initiator Құспан [report]",
        "initiator kuspan",
        "initiator kuspan []",
    ],
)
def test_plain_words_stay_plain(plain: str) -> None:
    assert tellings(plain) == ()
