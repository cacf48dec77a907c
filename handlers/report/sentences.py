"""Contradictions, findings and gaps in neutral words; plain text."""

from collections.abc import Iterable, Sequence

from domain.names import Names
from domain.samples import SMALLEST_SAMPLE
from domain.told import What
from handlers.common.measure_words import measure_word
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from handlers.report.words import first_up
from services.monitoring.contradictions import Contradiction, Kind, Version
from services.monitoring.findings import Finding, FindingKind, Named
from services.monitoring.gaps import Gap, GapKind

PARTS = {
    "factions": marked("the factions together give"),
    "deputies": marked("the deputies' own figures together give"),
    "deputies_at_nought": marked("deputies with no meeting in their own figures:"),
    "districts": marked("districts in the directory:"),
    "programmes": marked("the kinds together give"),
    "registers": marked("the registers hold"),
}
TELLINGS = {
    What.INITIATOR: marked("{name} began it ({source})"),
    What.SIGNATORY: marked("{name} only signed it ({source})"),
    What.TOLD: marked("it is named ({source})"),
    What.NOT_TOLD: marked("it is not named ({source})"),
}
FINDINGS = {
    FindingKind.MOST_INITIATED: marked(
        "Most deputy requests initiated, {part} of {whole} of {deputies} deputies: {names}."
    ),
    FindingKind.MOST_SIGNED: marked(
        "Most deputy requests of others signed, {part} of {whole} of {deputies} deputies: {names}."
    ),
    FindingKind.MOST_TOGETHER: marked(
        "Most initiated and signed together, {part} of {whole} of {deputies} deputies: {names}."
    ),
    FindingKind.INSIDE: marked(
        "Meetings in the deputies' own districts: {part} of {whole}, {deputies} deputies."
    ),
    FindingKind.ONLY_OUTSIDE: marked(
        "Meetings only outside the district: {part} of {whole} deputies with meetings."
    ),
    FindingKind.MOSTLY_OUTSIDE: marked(
        "More than half of the meetings outside the district, but not all: {part} of {whole} "
        "deputies with meetings."
    ),
}
GAPS = {
    GapKind.NO_DEPUTY: marked("Districts whose deputy is not known: {count} of {whole}."),
    GapKind.NO_DISTRICT: marked("Deputies whose district is not known: {count} of {whole}."),
    GapKind.NAME_DOUBT: marked(
        "Deputies whose name the sources print differently or in part: {count} of {whole}."
    ),
    GapKind.NO_AVAILABILITY: marked(
        "Deputies of whom it is not known how to get their programme: {count} of {whole}."
    ),
    GapKind.NO_KIND: marked(
        "Deputies of whom it is not known what kind of programme they have: {count} of {whole}."
    ),
    GapKind.FACTION_WITHOUT_DEPUTIES: marked(
        "Factions whose deputies are not in the directory: {count} of {whole}."
    ),
    GapKind.NO_INITIATOR: marked(
        "Recorded requests whose initiator is not named: {count} of {whole}."
    ),
    GapKind.SIGNATORIES: marked(
        "Recorded requests with signatories who are not named: {count} of {whole}."
    ),
    GapKind.GROUPS: marked(
        "Records that stand for several requests and are not counted: {count} of {whole}."
    ),
    GapKind.NO_DATE: marked("Recorded requests without a date: {count} of {whole}."),
    GapKind.NO_REPLY: marked("Recorded requests without a reply: {count} of {whole}."),
    GapKind.NO_PLACE: marked(
        "Recorded meetings of which it is not known whether they were in the district: {count} of "
        "{whole}."
    ),
    GapKind.NOT_RECORDED: marked(
        "Stated, but not recorded one by one ({measure}): {count} of {whole}."
    ),
    GapKind.OTHER_PERIODS: marked("Figures stated for other periods, left out here: {count}."),
}


def contradiction(_: Texts, one: Contradiction) -> str:
    if one.kind is Kind.TOLD_DIFFERENTLY:
        return _.label(
            "A request that sources tell differently, “{request}”: {versions}.",
            request=_.name(one.subject) if one.subject else "",
            versions="; ".join(_telling(_, version) for version in one.versions),
        )
    what = _what(_, one)
    if one.kind is Kind.TOLD_TWICE:
        values = "; ".join(_value(_, version) for version in one.versions)
        return _.label("{what}: different values are stated: {values}.", what=what, values=values)
    if one.kind is Kind.RATIO:
        value, printed, given = one.versions
        return _.label(
            "{what}: {value} does not go with the stated {average}, {printed}: it would be "
            "{given}.",
            what=what,
            value=_value(_, value),
            average=measure_word(_, printed.what),
            printed=_value(_, printed),
            given=_number(_, given),
        )
    *stated, other = one.versions
    values = "; ".join(_value(_, version) for version in stated)
    if one.kind is Kind.OVER_SIZE:
        return _.label(
            "{what}: {values}; at most allowed: {limit}.",
            what=what,
            values=values,
            limit=_value(_, other),
        )
    return _.label(
        "{what}: stated {values}; {parts} {number}.",
        what=what,
        values=values,
        parts=_.label(PARTS[other.what]),
        number=_number(_, other),
    )


def _what(_: Texts, one: Contradiction) -> str:
    measure = measure_word(_, one.measure)
    if one.subject is None:
        return first_up(measure)
    return _.label("{subject}, {measure}", subject=_.name(one.subject), measure=measure)


def _value(_: Texts, one: Version) -> str:
    sources = source_label(_, *one.sources)
    return f"{_number(_, one)} ({sources})" if sources else _number(_, one)


def _number(_: Texts, one: Version) -> str:
    return _.number(one.value if one.value is not None else 0)


def _telling(_: Texts, one: Version) -> str:
    words = {str(key): text for key, text in TELLINGS.items()}.get(str(one.what))
    source = source_label(_, *one.sources)
    if words is None:
        return f"{one.what} ({source})" if source else one.what
    name = _.name(one.person) if one.person else _.label("the deputy")
    return _.label(words, name=name, source=source)


def finding(_: Texts, one: Finding) -> str:
    text = _.label(
        FINDINGS[one.kind],
        names=names_of(_, (named.name for named in one.named)),
        part=_.number(one.part),
        whole=_.number(one.whole),
        deputies=_.number(one.deputies),
    )
    if one.kind not in {FindingKind.ONLY_OUTSIDE, FindingKind.MOSTLY_OUTSIDE}:
        return _once(text)
    if one.named:
        names = _some(_, [_named(_, named) for named in one.named], "; ")
        text += " " + _.label("Outside, of all meetings of the deputy: {names}.", names=names)
    if one.unnamed:
        text += " " + _.label(
            "Not named for having fewer than {n} meetings: {count}.",
            n=SMALLEST_SAMPLE,
            count=one.unnamed,
        )
    return _once(text)


def _once(text: str) -> str:
    """An initial ends with a stop of its own."""
    return text.replace("..", ".")


def _named(_: Texts, one: Named) -> str:
    return _.label(
        "{name}: {part} of {whole}",
        name=_.name(one.name),
        part=_.number(one.part),
        whole=_.number(one.whole),
    )


def gap(_: Texts, one: Gap) -> str:
    text = _.label(
        GAPS[one.kind],
        count=_.number(one.count),
        whole=_.number(one.whole or 0),
        measure=measure_word(_, one.measure) if one.measure else "",
    )
    some = one.who and one.count != one.whole  # "all of them" needs no list
    return _once(f"{text} {names_of(_, one.who)}." if some else text)


def names_of(_: Texts, who: Iterable[Names], most: int = 40) -> str:
    return _some(_, [_.name(one) for one in who], ", ", most)


def _some(_: Texts, words: Sequence[str], between: str, most: int = 40) -> str:
    """All of them stand in the tables."""
    shown = between.join(words[:most])
    left = len(words) - most
    return _.label("{names} and {n} more", names=shown, n=left) if left > 0 else shown
