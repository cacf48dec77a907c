"""Deputy and day of a new record, guessed from what was sent and only to be confirmed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.roles import Actor
from domain.web_links import day_in, words_in
from services import lookup
from services.directory import Deputy, deputy
from services.lookup_cache import LookupCache
from services.records import drafts
from services.records.reading import Record
from services.unit_of_work import UnitOfWork

WORDS: Final = 12  # of a post or an address that are looked up


@dataclass(frozen=True, slots=True)
class Guess:
    """What is not said yet and may be so."""

    deputy: Deputy | None = None
    day: date | None = None


async def guess(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, record: Record, hint: Guess
) -> Guess:
    """`hint`: what the first message said. Nothing for what is said already."""
    found = hint.deputy
    urls = [one.url for one in record.proofs if one.url]
    today = uow.rules.today(uow.now)
    if record.deputy is None and found is None:
        told = [word for url in urls for word in words_in(url)]
        found = await named(uow, actor, cache, told) or await drafts.last_deputy(uow, actor)
    days = (hint.day, *(day_in(url, today) for url in urls), today)
    day = next(one for one in days if one is not None)
    said = record.line.day or record.line.period[0]
    if said or not _in_office(record.deputy or found, day):
        return Guess(None if record.deputy else found, None)
    return Guess(None if record.deputy else found, day)


def _in_office(known: Deputy | None, day: date) -> bool:
    """A guess that would be refused helps nobody."""
    if known is None:
        return True
    after_start = known.starts_on is None or known.starts_on <= day
    return after_start and not known.ended(day)


async def named(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, words: list[str]
) -> Deputy | None:
    """The one deputy whom any of these words names beyond doubt."""
    found: dict[int, Deputy] = {}
    for word in words[:WORDS]:
        met = await lookup.search(uow, actor, cache, word)
        one = met.meanings[0] if met.clear else None
        if isinstance(one, Deputy) and actor.records(one.assembly_id):
            found[one.mandate_id] = one
    return next(iter(found.values())) if len(found) == 1 else None


async def hint(uow: UnitOfWork, mandate_id: int | None, day: date | None) -> Guess:
    return Guess(await deputy(uow, mandate_id) if mandate_id else None, day)
