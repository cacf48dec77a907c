"""Screens about a successor."""

from handlers.casework.callbacks import Stay, Succeed
from handlers.common.cases import dates, number, subject
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case
from services.directory import Deputy


def asked(_: Texts, case: Case, successor: Deputy) -> Screen:
    ended = case.deputy.ends_on
    yes = Succeed(appeal_id=case.id, mandate_id=successor.mandate_id)
    return Screen(
        lines(
            _("<b>Your deputy's mandate has ended. Shall the successor have your letter?</b>"),
            number(case),
            subject(_, case),
            _("{name}, until {day}", name=_.name(case.deputy.name), day=_.date(ended))
            if ended
            else _.name(case.deputy.name),
            _("Now for the same district: {name}", name=_.name(successor.name)),
            _("With the successor the dates begin anew. Otherwise all stays as it is."),
        ),
        rows=(
            (Button(_.label("Yes, to the successor"), tap=yes),),
            (Button(_.label("No, leave it"), tap=Stay(appeal_id=case.id)),),
            home_row(_),
        ),
    )


def succeeded(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("<b>Your letter is with the successor now</b>"),
            number(case),
            _("To {name}", name=_.name(case.deputy.name)),
            dates(_, case),
        ),
        rows=((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_)),
    )


def stays(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("Your letter stays where it is."),
            number(case),
            _("To {name}", name=_.name(case.deputy.name)),
        ),
        rows=((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_)),
    )
