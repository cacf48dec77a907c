"""Words for what is counted about deputies; plain text."""

from domain.measures import BY_AVAILABILITY, BY_KIND, Measure
from domain.programmes import Availability, ProgrammeKind
from handlers.common.texts import Texts, marked

AVAILABILITY = {
    Availability.OPEN: marked("found in open sources"),
    Availability.AFTER_REQUEST: marked("given after a request"),
    Availability.UNAVAILABLE: marked("could not be obtained"),
    Availability.UNKNOWN: marked("not known"),
}
KINDS = {
    ProgrammeKind.OWN: marked("own programme"),
    ProgrammeKind.OWN_PLUS_PARTY: marked("own programme with theses of the party"),
    ProgrammeKind.PARTY: marked("programme of the party only"),
    ProgrammeKind.NO_DATA: marked("no data"),
    ProgrammeKind.UNKNOWN: marked("not known"),
}
PROGRAMMES = marked("programmes: {what}")
MEASURES = {
    Measure.REQUESTS_INITIATED: marked("deputy requests initiated"),
    Measure.REQUESTS_SIGNED: marked("deputy requests of others signed"),
    Measure.MEETINGS_INSIDE: marked("meetings in the district"),
    Measure.MEETINGS_OUTSIDE: marked("meetings outside the district"),
    Measure.MEETINGS_UNKNOWN: marked("meetings, place not known"),
    Measure.RECEPTIONS: marked("personal receptions"),
    Measure.MEMBERS: marked("members"),
    Measure.REQUESTS: marked("deputy requests"),
    Measure.REQUESTS_PER_MEMBER: marked("deputy requests per member"),
    Measure.REQUESTS_SINGLE_MANDATE: marked("deputy requests of single-mandate deputies"),
    Measure.WITHOUT_MEETINGS: marked("deputies without meetings"),
    Measure.LOCAL_SEATS: marked("seats of city and district maslikhats"),
    Measure.REGIONAL_SEATS: marked("seats of regional maslikhats"),
    "seats": marked("seats"),
    "seats_single_mandate": marked("single-mandate seats"),
}
_PROGRAMME_WORDS = {
    **{measure: AVAILABILITY[word] for word, measure in BY_AVAILABILITY.items()},
    **{measure: KINDS[word] for word, measure in BY_KIND.items()},
}


def measure_word(_: Texts, measure: str) -> str:
    """A measure that the project does not know is shown as its source calls it."""
    if measure in _PROGRAMME_WORDS:
        return _.label(PROGRAMMES, what=_.label(_PROGRAMME_WORDS[measure]))
    known = {str(name): word for name, word in MEASURES.items()}.get(measure)
    return _.label(known) if known else measure
