"""Words of the report for the closed lists behind it; plain text."""

from domain.measures import BY_AVAILABILITY, BY_KIND, Measure
from domain.programmes import Availability, ProgrammeKind
from domain.records import Issue, Relation
from handlers.common.texts import Texts, marked
from services.monitoring.diagrams import DiagramKind
from services.monitoring.facts import Basis

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
DIAGRAMS = {
    DiagramKind.AVAILABILITY: marked("Availability of election programmes"),
    DiagramKind.PROGRAMME_KIND: marked("Kind of election programmes"),
    DiagramKind.FACTIONS: marked("Deputy requests by faction"),
    DiagramKind.REQUESTS: marked("Deputy requests by deputy"),
    DiagramKind.MEETINGS: marked("Meetings with voters by deputy"),
}
BASES = {
    Basis.STATED: marked("as sources state it"),
    Basis.COMPUTED: marked("counted from the registers"),
}
RELATIONS = {
    Relation.DIRECT: marked("touches the programme"),
    Relation.INDIRECT: marked("touches the programme indirectly"),
    Relation.IMPLIED: marked("said to touch the programme, of several requests together"),
    Relation.NOT_STATED: marked("the source does not say whether it touches the programme"),
}
ISSUES = {
    Issue.REFORMS: marked("reforms"),
    Issue.HUMAN_RIGHTS: marked("human rights"),
    Issue.BUDGET: marked("transparency of the budget"),
    Issue.MEDIA: marked("freedom of speech and media"),
    Issue.GENDER: marked("gender equality"),
    Issue.WOMEN: marked("protection of women's rights"),
    Issue.DOMESTIC_VIOLENCE: marked("fight against domestic violence"),
    Issue.ECOLOGY: marked("ecology"),
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


def diagram_word(_: Texts, kind: DiagramKind, word: str) -> str:
    """The bar of a diagram whose subjects are words."""
    words = {str(key): text for key, text in AVAILABILITY.items()}
    if kind is DiagramKind.PROGRAMME_KIND:
        words = {str(key): text for key, text in KINDS.items()}
    return _.label(words[word]) if word in words else word


def first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
