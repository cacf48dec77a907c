"""Bodies that appeals are often redirected to: data, in three languages."""

import csv
from functools import cache
from pathlib import Path

from domain.errors import NotFound
from domain.names import Names

FILE = Path(__file__).resolve().parent.parent / "data" / "bodies.csv"


@cache
def frequent() -> dict[str, Names]:
    """By slug, in the order in which they are offered."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["slug"]: Names(row["name_kk"], row["name_ru"], row["name_en"])
            for row in csv.DictReader(file)
        }


def known(slug: str) -> str:
    """Raises NotFound: taps can be forged."""
    if slug not in frequent():
        raise NotFound("body")
    return slug


def named(body: str) -> Names:
    """What a redirection holds: a slug of the list, or a name as it was typed."""
    return frequent().get(body) or Names(body, body, body)
