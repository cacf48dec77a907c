"""Words about a record: which deputy, which place, and where they fit if nothing is asked."""

from collections.abc import Iterable

from domain.errors import BadInput
from domain.record_fields import Field
from domain.records import RecordKind
from handlers.common.screen import Screen
from handlers.records import choice_views
from handlers.records.desk import Desk
from handlers.records.typed_facts import Typed, slip
from services import lookup
from services.directory import Deputy
from services.lookup import Meaning
from services.lookup_atlas import Place
from services.records import filling, signing, whereabouts
from services.records.reading import Record


async def understood(desk: Desk, typed: Typed) -> Screen:
    """Nothing is asked in particular: a day, a number or a name tells by itself what it is."""
    one = await desk.record()
    if typed.days is not None:
        await filling.set_days(desk.uow, desk.actor, desk.kind, desk.ident, *typed.days)
        return await desk.draft()
    if typed.number is not None:
        if one.deputy is None:
            return await of_deputy(desk, Field.DEPUTY, str(typed.number))
        if desk.kind is RecordKind.MEETING:
            await filling.set_people(desk.uow, desk.actor, desk.ident, typed.number)
            return await desk.draft()
    if not typed.words:
        raise BadInput("record_unclear")
    meant = slip(typed.words)
    if meant is not None:
        raise BadInput(meant)
    return await _words(desk, one, typed.words)


async def _words(desk: Desk, one: Record, words: str) -> Screen:
    """A name, a place, a district; what else it may be is asked."""
    met = (await lookup.search(desk.uow, desk.actor, desk.cache, words)).meanings
    if met and one.deputy is None and not _all_places(met):
        return await of_deputy(desk, Field.DEPUTY, words)
    if desk.kind is RecordKind.MEETING and any(isinstance(it, Place) for it in met):
        return await of_place(desk, words)
    return choice_views.unclear(desk.texts, one, words)


def _all_places(met: Iterable[Meaning]) -> bool:
    return all(isinstance(it, Place) for it in met)


async def of_deputy(desk: Desk, field: Field, text: str) -> Screen:
    """One is taken; several are offered. Signatories may come with commas."""
    names = [part for part in text.replace("\n", ",").split(",") if part.strip()]
    found: list[Deputy] = []
    for name in names if field is Field.SIGNATORIES else [text]:
        met = await _named(desk, name)
        if len(met) != 1:
            return choice_views.deputies(desk.texts, await desk.record(), field, met)
        found.append(met[0])
    if not found:
        raise BadInput("empty")
    for one in found:
        await take_deputy(desk, field, one.mandate_id)
    return await (desk.ask(field) if field is Field.SIGNATORIES else desk.after(field))


async def _named(desk: Desk, name: str) -> list[Deputy]:
    met = await lookup.deputies_named(desk.uow, desk.actor, desk.cache, name)
    return [one for one in met if desk.actor.records(one.assembly_id)]


async def take_deputy(desk: Desk, field: Field, mandate_id: int) -> None:
    if field is Field.SIGNATORIES:
        await signing.sign(desk.uow, desk.actor, desk.ident, mandate_id)
    else:
        await filling.set_deputy(
            desk.uow, desk.actor, desk.cache, desk.kind, desk.ident, mandate_id
        )


async def of_place(desk: Desk, text: str) -> Screen:
    """A known place, several to choose from, or the words as they are."""
    met = (await lookup.search(desk.uow, desk.actor, desk.cache, text)).meanings
    places = [one for one in met if isinstance(one, Place)]
    if len(places) > 1:
        return await _several(desk, places)
    if places:
        await whereabouts.set_place(desk.uow, desk.actor, desk.cache, desk.ident, places[0].id)
    else:
        await filling.set_words(
            desk.uow, desk.actor, desk.cache, desk.kind, desk.ident, Field.PLACE, text
        )
    return await desk.after(Field.PLACE)


async def _several(desk: Desk, places: list[Place]) -> Screen:
    """Those in the deputy's own district first."""
    one = await desk.record()
    district = one.deputy.district_id if one.deputy else None
    near = sorted(places, key=lambda it: district not in {*it.districts, *it.maybe})
    return choice_views.places(desk.texts, one, near)
