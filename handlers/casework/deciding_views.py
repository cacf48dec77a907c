"""What a coordinator sees of a request for more time: dates and reasons, never the letter."""

from markupsafe import Markup

from handlers.casework.callbacks import DecideTime
from handlers.common.cases import number, subject
from handlers.common.course_words import extended
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.time_requests import TimeRequest


def request(_: Texts, found: TimeRequest, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            _("<b>The deputy asks for more time a second time</b>"),
            number(found),
            _("To {name}", name=_.name(found.deputy.name)),
            subject(_, found),
            _("Registered on {day}", day=_.date(found.registered_on)),
            _("To be answered by {day}", day=_.date(found.due)) if found.due else None,
            *(lines("", extended(_, one)) for one in found.before),
            "",
            _("<b>Asked for now: until {day}</b>", day=_.date(found.until)),
            _("Reason: {reason}", reason=found.reason),
            _decided(_, found),
        ),
        rows=(*_rows(_, found), home_row(_, back=OpenReview())),
    )


def _decided(_: Texts, found: TimeRequest) -> Markup | None:
    if found.granted is None:
        return None
    if found.granted:
        return _("It was granted. The voter and the deputy's side are told.")
    return _("It was refused. The deputy's side is told; the old date stays.")


def _rows(_: Texts, found: TimeRequest) -> Rows:
    if found.granted is not None:
        return ()
    return (
        (
            Button(_.label("Grant it"), tap=DecideTime(request_id=found.id, granted=True)),
            Button(_.label("Refuse it"), tap=DecideTime(request_id=found.id, granted=False)),
        ),
    )
