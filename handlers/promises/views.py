"""A promise: what was promised, what became of it, what touches it."""

from markupsafe import Markup

from domain.promises import PromiseScope
from domain.records import MeetingFormat, RecordKind
from handlers.common.deep_links import PROMISE_LINK, share_link
from handlers.common.fact_links import OpenChange, OpenPromise, OpenRecord
from handlers.common.links import FollowPromise, OpenProgramme
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import OPINION, STATUSES, all_files, beside, verdict
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from handlers.promises.callbacks import HowStatuses, Propose, ShowProofs, StatusHistory
from services.promises.reading import Change, History, PromiseView
from services.promises.thread import PAGE, Kind, Thread, Touch

SCOPES = {
    PromiseScope.LOCAL: marked("It concerns the constituency."),
    PromiseScope.NATIONAL: marked("It concerns the whole country."),
}
FORMATS = {
    MeetingFormat.MEETING: marked("Meeting with voters"),
    MeetingFormat.RECEPTION: marked("Personal reception"),
    MeetingFormat.ONLINE: marked("Online meeting"),
    MeetingFormat.WORK_COLLECTIVE: marked("Meeting at a workplace"),
    MeetingFormat.REPORT: marked("Report to voters"),
    MeetingFormat.FIELD_VISIT: marked("Visit to a site"),
    MeetingFormat.OTHER: marked("Meeting"),
}


def heading(_: Texts, found: PromiseView) -> Markup:
    return lines(
        _(
            "<b>Promise {number} of {name}</b>",
            number=found.item.number,
            name=_.name(found.deputy.name),
        ),
        Markup("<blockquote>{}</blockquote>").format(_.name(found.item.text)),
    )


def promise(_: Texts, found: PromiseView, thread: Thread) -> Screen:
    return Screen(
        lines(
            heading(_, found),
            _about_thesis(_, found),
            _("How it can be measured: {indicator}", indicator=found.indicator)
            if found.indicator
            else _("How it can be measured is not written down yet."),
            _(SCOPES[found.scope]) if found.scope else None,
            _("Source: {source}", source=source_label(_, found.source)) if found.source else None,
            "",
            verdict(_, found.verdict) if found.verdict else _("Status: <b>not rated</b>"),
            _(OPINION),
            *_thread(_, thread),
        ),
        rows=_rows(_, found, thread),
    )


def _about_thesis(_: Texts, found: PromiseView) -> Markup | None:
    thesis = found.item.thesis
    if thesis is None:
        return None
    return _("thesis {number} of the party: {text}", number=thesis.number, text=_.name(thesis.text))


def _thread(_: Texts, found: Thread) -> list[Markup]:
    """The newest first; appeals are only counted, unless their authors made something public."""
    counted = (
        _("Appeals about it: fewer than 5.")
        if found.appeals is None
        else _("Appeals about it: {n}", n=found.appeals)
    )
    title = _("<b>What touches this promise</b>")
    if not found.total:
        return [Markup(""), title, _("Nothing is recorded yet."), counted]
    told = (_touch(_, index, one) for index, one in enumerate(found.touches, _first(found)))
    return [Markup(""), title, counted, *told]


def _first(found: Thread) -> int:
    return found.page * PAGE + 1


def _touch(_: Texts, index: int, one: Touch) -> Markup:
    day = _.short_date(one.day) if one.day else _.label("day not known")
    return lines(
        Markup("{}. {}: {}").format(index, day, _what(_, one)),
        Markup("   {}").format(one.url) if one.url else None,
        _.n("{n} piece of evidence", "{n} pieces of evidence", one.proofs) if one.proofs else None,
        *beside(_, one.responses),
    )


def _what(_: Texts, one: Touch) -> Markup:
    if one.kind is Kind.STATUS and one.status:
        return _("status: {status}", status=_(STATUSES[one.status]))
    text = _.name(one.text) if one.text else ""
    if one.kind is Kind.REQUEST:
        return _("deputy request: {text}", text=text)
    if one.kind is Kind.APPEAL:
        return _("appeal of a voter: {text}", text=text)
    parts = (
        _(FORMATS[one.format or MeetingFormat.MEETING]),
        _.name(one.place) if one.place else None,
        None if one.inside is None else _inside(_, one),
    )
    return Markup(", ").join(part for part in parts if part)


def _inside(_: Texts, one: Touch) -> Markup:
    return _("inside the constituency") if one.inside else _("outside the constituency")


def _rows(_: Texts, found: PromiseView, thread: Thread) -> Rows:
    ident = found.id
    rows: list[tuple[Button, ...]] = [
        *_open_one(thread),
        *pager(
            _, thread.page, thread.total, lambda to: OpenPromise(promise_id=ident, page=to), PAGE
        ),
    ]
    if found.verdict and found.is_side:
        rows.append((Button(_.label("Reply to this status"), tap=_open(found.verdict.id)),))
    looks: list[Button] = []
    if found.verdict and all_files(found.verdict):
        looks.append(Button(_.label("Show the files"), tap=_proofs(found.verdict.id)))
    if found.rated:
        label = _.label("Earlier statuses: {n}", n=found.rated)
        looks.append(Button(label, tap=StatusHistory(promise_id=ident)))
    if looks:
        rows.append(tuple(looks))
    rows += _work(_, found)
    url = share_link(_.link(PROMISE_LINK, ident), _.name(found.item.text)[:100])
    how = Button(_.label("How statuses come about"), tap=HowStatuses(promise_id=ident))
    follow = Button(_.label("Follow"), tap=FollowPromise(promise_id=ident))
    rows += [(how,), (follow, Button(_.label("Share"), url=url))]
    back = OpenProgramme(mandate_id=found.deputy.mandate_id)
    return (*rows, home_row(_, back))


def _open_one(thread: Thread) -> Rows:
    """By its number; what a voter wrote has nothing behind it that others may see."""
    numbered = enumerate(thread.touches, _first(thread))
    found = tuple(
        Button(str(index), tap=_record(one), choice=index)
        for index, one in numbered
        if one.kind is not Kind.APPEAL
    )
    return (found,) if found else ()


def _record(one: Touch) -> OpenChange | OpenRecord:
    if one.kind is Kind.STATUS:
        return _open(one.id)
    return OpenRecord(kind=RecordKind(one.kind.value), record_id=one.id)


def _work(_: Texts, found: PromiseView) -> Rows:
    if found.pending:
        label = _.label("The status that was proposed")
        return ((Button(label, tap=_open(found.pending)),),)
    if found.may_propose:
        label = _.label("Propose a status")
        return ((Button(label, tap=Propose(promise_id=found.id)),),)
    return ()


def _open(change_id: int) -> OpenChange:
    return OpenChange(change_id=change_id)


def _proofs(change_id: int) -> ShowProofs:
    return ShowProofs(change_id=change_id)


def history(_: Texts, found: History) -> Screen:
    """Whatever was public stays here."""
    ident = found.promise.id
    return Screen(
        lines(
            heading(_, found.promise),
            _("<b>Statuses that were public, the newest first</b>"),
            *(lines("", verdict(_, one)) for one in found.verdicts),
            *([] if found.verdicts else [_("There were none.")]),
            "",
            _(OPINION),
        ),
        rows=(
            *pager(_, found.page, found.total, lambda to: StatusHistory(promise_id=ident, page=to)),
            home_row(_, OpenPromise(promise_id=ident)),
        ),
    )


def how(_: Texts, promise_id: int) -> Screen:
    return Screen(
        lines(
            _("<b>How statuses come about</b>"),
            _("1. A volunteer proposes a status: why, in neutral words, and on what evidence."),
            _("2. A coordinator looks at it: another person, and nobody who works for the deputy."),
            _(
                "3. The deputy's side is told, with the evidence, and has 5 working days to reply. "
                "Where the deputy is not in this bot, that is said beside the status."
            ),
            _(
                "4. Then it is public, with the day, the evidence and what the deputy's side says. "
                "Every status that was public stays in the history."
            ),
            _("The deputy's side can reply or disagree at any time, also later."),
            "",
            _(OPINION),
        ),
        rows=(home_row(_, OpenPromise(promise_id=promise_id)),),
    )


def proofs(_: Texts, found: Change) -> Screen:
    return Screen(
        _("The files behind the status and the replies to it."),
        files=all_files(found.verdict),
        rows=(home_row(_, OpenChange(change_id=found.verdict.id)),),
    )
