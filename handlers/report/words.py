"""Words of the report for the closed lists behind it; plain text."""

from domain.records import Issue, Relation
from handlers.common.measure_words import AVAILABILITY, KINDS
from handlers.common.texts import Texts, marked
from services.monitoring.diagrams import DiagramKind
from services.monitoring.facts import Basis

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


def diagram_word(_: Texts, kind: DiagramKind, word: str) -> str:
    """The bar of a diagram whose subjects are words."""
    words = {str(key): text for key, text in AVAILABILITY.items()}
    if kind is DiagramKind.PROGRAMME_KIND:
        words = {str(key): text for key, text in KINDS.items()}
    return _.label(words[word]) if word in words else word


def first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
