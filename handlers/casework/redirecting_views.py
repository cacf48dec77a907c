"""Screens of redirecting an appeal."""

from markupsafe import Markup

from domain.names import Names
from domain.roles import Role
from handlers.casework.callbacks import PickBody, PickDeputy, Redirect, SendOn, ToDeputy
from handlers.casework.steps_views import back_to_steps, onward
from handlers.common.cases import number, telegram_files
from handlers.common.course_words import redirected as redirected_words
from handlers.common.links import OpenCase
from handlers.common.navigation import PAGE_SIZE, home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services import bodies
from services.appeals.reading import Case
from services.appeals.redirection import Whereto
from services.directory import Deputy


def ask_body(_: Texts, case: Case, page: int = 0, note: Markup | None = None) -> Screen:
    listed = list(bodies.frequent().items())
    here = min(max(page, 0), (len(listed) - 1) // PAGE_SIZE)
    first = here * PAGE_SIZE
    return Screen(
        lines(
            note,
            number(case),
            _("<b>Which body is competent?</b>"),
            _("Type its exact name, for example with the city or district, or tap one."),
            _(
                "Redirection is possible until {day}; the voter is told at once.",
                day=_.date(case.course.redirect_by),
            )
            if case.course.redirect_by
            else _("The voter is told at once."),
        ),
        rows=(
            *(
                (Button(_.name(name), tap=PickBody(appeal_id=case.id, slug=slug)),)
                for slug, name in listed[first : first + PAGE_SIZE]
            ),
            *pager(_, here, len(listed), lambda page: Redirect(appeal_id=case.id, page=page)),
            (Button(_.label("Another deputy in this bot"), tap=ToDeputy(appeal_id=case.id)),),
            back_to_steps(_, case),
        ),
    )


def too_late(_: Texts, case: Case) -> Screen:
    last = case.course.redirect_by
    return Screen(
        lines(
            number(case),
            _("<b>It can no longer be redirected.</b>"),
            _(
                "The 3 working days after its receipt ended on {day}.",
                day=_.date(last),
            )
            if last
            else None,
            _(
                'Please answer it: choose the outcome "Outside the deputy\'s competence" '
                "and name the competent body in the answer."
            ),
        ),
        rows=(
            (Button(_.label("Open the appeal"), tap=OpenCase(appeal_id=case.id)),),
            back_to_steps(_, case),
        ),
    )


def ask_letter(_: Texts, case: Case, body: Names, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            number(case),
            _("Redirected to: {body}", body=_.name(body)),
            _("<b>With which letter?</b>"),
            _("Type its number and day, or send its photo or the document."),
        ),
        rows=(home_row(_, back=Redirect(appeal_id=case.id)),),
    )


def ask_deputy(_: Texts, case: Case, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            number(case),
            _("<b>Which deputy is it for?</b>"),
            _("Type the number of the district, a name or a place."),
            _("The appeal gets a number of its own there, and the voter is told both."),
        ),
        rows=(home_row(_, back=Redirect(appeal_id=case.id)),),
    )


def deputies(_: Texts, case: Case, found: tuple[Deputy, ...]) -> Screen:
    """Several, or none."""
    if not found:
        return ask_deputy(
            _, case, _("I find no deputy by this who takes appeals here. Please try another way.")
        )
    shown = found[:PAGE_SIZE]
    return Screen(
        lines(
            number(case),
            _("<b>Which deputy is it for?</b>"),
            _("There are more; a more exact name finds them.") if len(found) > PAGE_SIZE else None,
        ),
        rows=(
            *(
                (
                    Button(
                        _called(_, index, one),
                        tap=PickDeputy(appeal_id=case.id, mandate_id=one.mandate_id),
                        choice=index,
                    ),
                )
                for index, one in enumerate(shown, start=1)
            ),
            home_row(_, back=ToDeputy(appeal_id=case.id)),
        ),
    )


def _called(_: Texts, index: int, deputy: Deputy) -> str:
    name = _.name(deputy.name)
    if deputy.district is None:
        return f"{index}. {name}"
    return _.label(
        "{index}. {name}, district {district}", index=index, name=name, district=deputy.district
    )


def look(_: Texts, case: Case, whereto: Whereto, deputy: Deputy | None) -> Screen:
    """Before it goes: whereto, and what the voter will read."""
    body = bodies.named(whereto.body)
    return Screen(
        lines(
            number(case),
            _("Redirect to deputy {name}?", name=_.name(deputy.name))
            if deputy
            else _("Redirect to: {body}?", body=_.name(body)),
            _("Letter of redirection: {reference}", reference=whereto.reference)
            if whereto.reference
            else None,
            _.n("{n} file is attached.", "{n} files are attached.", 1) if whereto.file else None,
            _("The voter is told at once. An answer can still be given here."),
        ),
        files=telegram_files([whereto.file]) if whereto.file else (),
        rows=(
            (Button(_.label("Yes, redirect"), tap=SendOn(appeal_id=case.id)),),
            home_row(_, back=Redirect(appeal_id=case.id)),
        ),
    )


def redirected(_: Texts, case: Case, role: Role) -> Screen:
    done = case.course.redirected
    return Screen(
        lines(
            number(case),
            redirected_words(_, done) if done else None,
            _("The voter is told."),
        ),
        rows=onward(_, case, role),
    )
