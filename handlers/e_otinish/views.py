"""The letter in the form that article 63 of the Code asks for."""

from markupsafe import Markup

from domain.appeals import State
from handlers.common.cases import number, state_dates, subject, telegram_files
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case

ADDRESS = "https://eotinish.kz"


def ready(_: Texts, case: Case) -> list[Screen]:
    """The text with its files to take along, then what to do with them."""
    return [
        Screen(_letter(_, case), files=telegram_files(case.files), fresh=True),
        Screen(
            lines(
                _("<b>To e-Otinish, the state's service</b>"),
                _("1. Hold the message above and copy its text; the files stand before it."),
                _("2. Open e-Otinish, sign in, choose the addressee and paste the text."),
                _missing(_, case),
                _("3. Type here the number that you get there: both clocks are shown together."),
                "",
                state_dates(_, case),
            ),
            rows=(
                (Button(_.label("Open e-Otinish"), url=ADDRESS),),
                home_row(_, back=OpenAppeal(appeal_id=case.id)),
            ),
            fresh=True,
        ),
    ]  # fmt: skip


def _letter(_: Texts, case: Case) -> Markup:
    deputy = case.deputy
    return lines(
        _("To: {name}, deputy of {assembly}", name=_.name(deputy.name),
          assembly=_.name(deputy.assembly)),
        _("Electoral district: {district}", district=deputy.district) if deputy.district else None,
        _("From: {name}", name=case.sender_name or "________"),
        _("Address: {place}", place=case.sender_place or "________"),
        "",
        subject(_, case),
        "",
        Markup("{}").format(case.text) if case.text else _("The letter is in the files."),
        "",
        _("Date: {day}", day=_.date(case.registered_on)),
        _("Also registered under {number} in a bot for letters to deputies.", number=number(case)),
    )  # fmt: skip


def _missing(_: Texts, case: Case) -> Markup:
    """What article 63 wants and the letter does not hold."""
    return lines(
        _("The law (article 63 of the Code) asks for more than this letter holds. Add there:"),
        _("– your name in full") if not case.sender_name else None,
        _("– your postal address"),
        _("– what you ask for, in words") if not case.text else None,
    )


def noted(_: Texts, case: Case) -> Screen:
    """Both clocks, side by side."""
    here = case.answer_by.due if case.answer_by and case.state is not State.ANSWERED else None
    return Screen(
        lines(
            _("<b>Noted.</b>"),
            number(case),
            _("Here: to be answered by {day}, our standard.", day=_.date(here)) if here else None,
            state_dates(_, case),
        ),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )
