"""The digest of those with a role: the deputy's side, coordinators, activists."""

from typing import Final

from markupsafe import Markup

from handlers.common.cases import days_left_words, subject
from handlers.common.deep_links import ANNOUNCEMENT_LINK, CARD_LINK, CASE_LINK, WAITING_LINK
from handlers.common.texts import Texts
from handlers.digest.words import KINDS, linked
from services.appeals.reading import Page, Row
from services.digests.activists import Activism
from services.digests.coordination import Coordination
from services.digests.desks import Desk
from services.records.waiting import Waiting

SHOWN: Final = 3


def desk(_: Texts, found: Desk) -> list[Markup]:
    brief = found.brief
    figures = brief.figures
    return [
        _("<b>What the district asks: {name}</b>", name=_.name(brief.deputy.name)),
        _(
            "New letters: {new} · answered: {answered} · open: {open}",
            new=figures.new,
            answered=brief.answered,
            open=figures.open,
        ),
        *_cases(_, _("Late: {n}", n=found.late.total), found.late, CASE_LINK),
        *_cases(_, _("Due within a week: {n}", n=found.coming.total), found.coming, CASE_LINK),
        *(
            Markup("{}, {}").format(
                linked(_.link(ANNOUNCEMENT_LINK, one.id), _.label(KINDS[one.kind])),
                _.moment(one.starts_at),
            )
            for one in found.announced[:SHOWN]
        ),
        *(
            [_("Visits booked for the coming week: {n}, see /reception", n=found.visits)]
            if found.visits
            else []
        ),
        _("All of it: /inbox and /brief"),
    ]


def coordination(_: Texts, found: Coordination) -> list[Markup]:
    waiting = _("Letters in the queue: {n}", n=found.queue.total)
    return [
        _("<b>Coordination</b>"),
        _(
            "Registered: {new} · answered: {answered} · late now: {late}",
            new=found.registered,
            answered=found.answered,
            late=found.late,
        ),
        *_cases(_, waiting, found.queue, WAITING_LINK),
        *([_("Letters to look at first: {n}, see /review", n=found.held)] if found.held else []),
        *_checks(_, found.checks),
        *([_("Messages that did not arrive: {n}", n=found.undelivered)]
          if found.undelivered else []),
        _("Gaps in the data: {n}, see /admin", n=found.gaps),
    ]  # fmt: skip


def _checks(_: Texts, found: Waiting) -> list[Markup]:
    """What others recorded, proposed or deny, until somebody decides."""
    return [
        *([_("Records to be checked: {n}, see /review", n=found.records)] if found.records else []),
        *([_("Statuses of promises: {n}", n=found.statuses)] if found.statuses else []),
        *([_("Deputies disagree: {n}", n=found.disputes)] if found.disputes else []),
    ]


def activism(_: Texts, found: Activism) -> list[Markup]:
    said = [
        _("<b>Your records</b>"),
        _(
            "Accepted: {accepted} · waiting: {waiting} · returned: {returned}",
            accepted=found.accepted,
            waiting=found.waiting,
            returned=found.returned,
        ),
    ]
    if found.without_evidence:
        said.append(_("Without evidence yet: {n}, see /log", n=found.without_evidence))
    if not found.unrecorded:
        return said
    names = Markup(", ").join(
        linked(_.link(CARD_LINK, one.mandate_id), _.name(one.name)) for one in found.unrecorded
    )
    more = found.unrecorded_total - len(found.unrecorded)
    said.append(_("No record yet about: {names}", names=names))
    return [*said, _.n("and {n} more", "and {n} more", more)] if more > 0 else said


def _cases(_: Texts, title: Markup, page: Page, kind: str) -> list[Markup]:
    if not page.total:
        return []
    shown = page.rows[:SHOWN]
    more = page.total - len(shown)
    said = [title, *(_case(_, row, kind) for row in shown)]
    return [*said, _.n("and {n} more", "and {n} more", more)] if more > 0 else said


def _case(_: Texts, row: Row, kind: str) -> Markup:
    number = linked(_.link(kind, row.id), f"№ {row.number}")
    about = (number, subject(_, row), days_left_words(_, row.days_left))
    return Markup(" · ").join(part for part in about if part)
