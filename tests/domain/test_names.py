"""Which language somebody reads, and which name is shown where one is missing."""

import pytest

from domain.names import Language, Names, language_of

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, KK),
        ("", KK),
        ("kk", KK),
        ("KK-Cyrl", KK),
        ("ru", RU),
        ("ru-RU", RU),
        ("be", RU),
        ("uk", RU),
        ("ky", RU),
        ("uz", RU),
        ("tg", RU),
        ("tt", RU),
        ("en", EN),
        ("en-US", EN),
        ("de", EN),
        ("zh-Hans-CN", EN),
    ],
)
def test_the_language_of_a_telephone(code: str | None, language: Language) -> None:
    assert language_of(code) is language


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (Names("Өскемен", "Усть-Каменогорск", "Oskemen"), "Өскемен Усть-Каменогорск Oskemen"),
        (Names(None, "Усть-Каменогорск", "Oskemen"), "Усть-Каменогорск Усть-Каменогорск Oskemen"),
        (Names("Өскемен", None, "Oskemen"), "Өскемен Өскемен Oskemen"),
        (Names("Өскемен", "Оскемен", ""), "Өскемен Оскемен Оскемен"),
        (Names("Өскемен", "", None), "Өскемен Өскемен Өскемен"),
        (Names(None, None, "Oskemen"), "Oskemen Oskemen Oskemen"),
    ],
)
def test_a_missing_name_is_taken_from_the_nearest_language(names: Names, shown: str) -> None:
    assert " ".join(names.best(language) for language in (KK, RU, EN)) == shown


def test_no_name_at_all() -> None:
    assert Names(None, None, None).best(KK) == ""
