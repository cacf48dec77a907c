"""Bodies that appeals are often redirected to: data, in three languages."""

from functools import cache
from pathlib import Path

import yaml

from domain.errors import NotFound
from domain.names import Names

FILE = Path(__file__).resolve().parent.parent / "data" / "bodies.yaml"


@cache
def frequent() -> dict[str, Names]:
    """By slug, in the order in which they are offered."""
    listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {slug: Names(one["kk"], one["ru"], one["en"]) for slug, one in listed.items()}


def known(slug: str) -> str:
    """Raises NotFound: taps can be forged."""
    if slug not in frequent():
        raise NotFound("body")
    return slug


def named(body: str) -> Names:
    """What a redirection holds: a slug of the list, or a name as it was typed."""
    return frequent().get(body) or Names(body, body, body)
