"""Dates as people read them: inside a sentence, and at its end."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from domain.names import Language
from handlers.common.texts import Texts

YEAR = [dt.date(2026, 1, 1) + dt.timedelta(days=day) for day in range(365)]


@pytest.mark.parametrize("language", list(Language))
def test_no_date_brings_a_full_stop_to_meet_that_of_the_sentence(language: Language) -> None:
    texts = Texts(language, ZoneInfo("Asia/Almaty"))

    for day in YEAR:
        assert texts.date(day)[-1].isalnum()
        assert texts.short_date(day)[-1].isalnum()


def test_a_date_names_its_weekday_day_month_and_year() -> None:
    day, zone = dt.date(2026, 11, 20), ZoneInfo("Asia/Almaty")

    assert Texts(Language.RU, zone).date(day) == "пятница, 20 ноября 2026"
    assert Texts(Language.RU, zone).short_date(day) == "20 нояб. 2026"
    assert Texts(Language.KK, zone).date(day) == "2026\u202fж. 20 қараша, жұма"
    assert Texts(Language.KK, zone).short_date(day) == "2026 ж. 20 қараша"
