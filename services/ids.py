"""Ids as they come from taps and links: from anybody, so perhaps forged."""

from domain.errors import NotFound

BIGGEST_ID = 2**31 - 1


def known_id(kind: str, ident: int) -> int:
    """A number that may be asked for in the database. Raises NotFound: taps can be forged."""
    if not 0 < ident <= BIGGEST_ID:
        raise NotFound(kind)
    return ident
