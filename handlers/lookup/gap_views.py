"""What the coordinators are told, and what the person hears of it."""

from handlers.common.links import OpenCard
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.lookup.views import other_ways
from handlers.lookup.words import district_name, place_with_region
from services.lookup_atlas import District, Place
from services.lookup_gaps import Gap, GapNotice


def told(_: Texts, coordinators: int) -> Screen:
    """After "Tell the coordinators"."""
    said = (
        lines(
            _("Thank you. The coordinators hear of it, without your name."),
            _("They fill in what a source confirms, so it can take some days."),
        )
        if coordinators
        else _("Thank you. There is no coordinator here yet, so nobody can be told.")
    )
    return Screen(said, rows=other_ways(_))


def gap_notice(_: Texts, notice: GapNotice) -> Screen:
    """For a coordinator: what somebody missed."""
    subject = notice.subject
    if notice.gap is Gap.WORDS:
        said = _("Somebody searched for “{words}” and found nothing.", words=notice.words)
    elif isinstance(subject, District):
        said = _(
            "Somebody misses the deputy of this district: {district}.",
            district=f"{_.name(subject.assembly.name)}, {district_name(_, subject)}",
        )
    elif isinstance(subject, Place):
        said = _(
            "Somebody misses the deputies of this place: {place}.",
            place=place_with_region(_, subject),
        )
    elif subject is not None:
        said = _(
            "Somebody misses the deputies of the maslikhats here: {region}.",
            region=_.name(subject.name),
        )
    else:
        said = _("Somebody misses the constituency of a deputy.")
    rows: Rows = ()
    if notice.mandate_id is not None:
        tap = OpenCard(mandate_id=notice.mandate_id)
        rows = ((Button(_.label("Open the card"), tap=tap),),)
    return Screen(said, rows=(*rows, home_row(_)), fresh=True)
