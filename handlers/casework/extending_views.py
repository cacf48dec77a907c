"""Screens of more time for an answer."""

from datetime import date

from markupsafe import Markup

from domain.errors import BadInput
from domain.roles import Role
from handlers.casework.callbacks import Extend, PickUntil, SureExtend
from handlers.casework.steps_views import back_to_steps, onward
from handlers.common.cases import dates, number
from handlers.common.navigation import home_row
from handlers.common.reasons import REASONS
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.extension import REASON_LIMIT, Room
from services.appeals.reading import Case


def ask_reason(_: Texts, case: Case, room: Room, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            number(case),
            _("To be answered by {day}", day=_.date(room.due)),
            _("<b>Why is more time needed?</b>"),
            _(
                "The voter reads the reason; one message, up to {limit} characters.",
                limit=_.number(REASON_LIMIT),
            ),
            _("More time was taken before, so a coordinator decides about it.")
            if room.second
            else None,
        ),
        rows=(back_to_steps(_, case),),
    )


def ask_day(_: Texts, case: Case, room: Room, note: Markup | None = None) -> Screen:
    """The latest day allowed stands last."""
    return Screen(
        lines(
            note,
            number(case),
            _("<b>Until which day?</b>"),
            _("It is due on {due}; the latest day allowed is {latest}.",
              due=_.date(room.due), latest=_.date(room.latest)),
            _("Tap or type the day, for example {example}.", example=f"{room.latest:%d.%m.%Y}"),
        ),
        rows=(
            *(
                (Button(_label(_, room, day), tap=PickUntil(appeal_id=case.id, day=str(day))),)
                for day in room.offers
            ),
            home_row(_, back=Extend(appeal_id=case.id)),
        ),
    )  # fmt: skip


def _label(_: Texts, room: Room, day: date) -> str:
    if day == room.latest:
        return _.label("The latest day allowed: {day}", day=_.short_date(day))
    return _.short_date(day)


def wrong_day(_: Texts, error: BadInput) -> Markup:
    """What cannot be, with the days in words."""
    days = {name: _.date(day) for name, day in error.data.items() if isinstance(day, date)}
    return _(REASONS[error.reason], **days)


def look(_: Texts, case: Case, room: Room, reason: str, until: date) -> Screen:
    label = _.label("Ask the coordinator") if room.second else _.label("Yes, take more time")
    return Screen(
        lines(
            number(case),
            _("<b>More time: until {day}</b>", day=_.date(until)),
            _("Reason: {reason}", reason=reason),
            "",
            _("A coordinator is asked; until the decision the old date stays.")
            if room.second
            else _("The voter is told at once, with the reason."),
        ),
        rows=(
            (Button(label, tap=SureExtend(appeal_id=case.id)),),
            home_row(_, back=Extend(appeal_id=case.id)),
        ),
    )


def extended(_: Texts, case: Case, role: Role, *, done: bool) -> Screen:
    return Screen(
        lines(
            number(case),
            _("More time is taken. The voter is told.")
            if done
            else _("The coordinators are asked. You will be told what they decide."),
            dates(_, case),
        ),
        rows=onward(_, case, role),
    )
