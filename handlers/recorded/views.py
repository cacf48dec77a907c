"""Screens of the deputy's side: what is recorded, one fact, an answer to it."""

from collections.abc import Iterable

from markupsafe import Markup

from domain.promises import ResponseKind, Subject
from handlers.common.fact_links import OpenAbout, Respond
from handlers.common.links import FindDeputy, OpenInbox
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import files as telegram_files
from handlers.common.promise_words import proofs
from handlers.common.screen import Button, File, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.recorded.callbacks import FactFiles, ListFacts, OpenFact, SendResponse
from handlers.recorded.fact_words import SUBJECTS, full, short, what
from services.directory import Deputy
from services.promises.facts import PAGE, Fact, Facts, Overview
from services.promises.proofs import Proof
from services.promises.responding import TEXT_LIMIT

Key = tuple[int, Subject, int]  # mandate, what it is, its id


def nobody(_: Texts) -> Screen:
    """For whoever types /mine without working for a deputy."""
    return Screen(
        lines(
            _("<b>Here a deputy reads what is recorded about the deputy.</b>"),
            _("What is recorded is open to everybody on the deputy's card."),
        ),
        rows=((Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )


def choose(_: Texts, deputies: Iterable[Deputy]) -> Screen:
    rows = tuple(
        (Button(_.name(one.name), tap=OpenAbout(mandate_id=one.mandate_id), choice=n),)
        for n, one in enumerate(deputies, 1)
    )
    return Screen(_("<b>Of which deputy?</b>"), rows=(*rows[:6], home_row(_, OpenInbox())))


def overview(_: Texts, found: Overview) -> Screen:
    mandate_id = found.deputy.mandate_id
    shown = [subject for subject in Subject if found.counts[subject]]
    return Screen(
        lines(
            _("<b>What is recorded about {name}</b>", name=_.name(found.deputy.name)),
            *(
                _("{what}: {n}", what=_(SUBJECTS[subject]), n=found.counts[subject])
                for subject in Subject
            ),
            "",
            _(
                "You can answer each of them or disagree with it. "
                "Your words stand beside it, wherever it is shown."
            ),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label(SUBJECTS[subject]),
                        tap=ListFacts(mandate_id=mandate_id, subject=subject),
                        choice=n,
                    ),
                )
                for n, subject in enumerate(shown, 1)
            ),
            home_row(_, OpenInbox()),
        ),
    )


def listed(_: Texts, found: Facts) -> Screen:
    mandate_id, subject = found.deputy.mandate_id, found.subject
    rows = list(enumerate(found.rows, found.page * PAGE + 1))
    return Screen(
        lines(
            Markup("<b>{}: {}</b>").format(_(SUBJECTS[subject]), found.total),
            *(Markup("{}. {}").format(n, short(_, one)) for n, one in rows),
            _("Tap one, or just type its number."),
        ),
        rows=(
            *(
                (Button(_cut(f"{n}. {what(_, one).striptags()}"), tap=_fact_tap(mandate_id, one),
                        choice=n),)
                for n, one in rows
            ),
            *pager(
                _,
                found.page,
                found.total,
                lambda to: ListFacts(mandate_id=mandate_id, subject=subject, page=to),
            ),
            home_row(_, OpenAbout(mandate_id=mandate_id)),
        ),
    )  # fmt: skip


def _cut(label: str, limit: int = 60) -> str:
    return label if len(label) <= limit else f"{label[: limit - 1]}…"


def _fact_tap(mandate_id: int, one: Fact) -> OpenFact:
    return OpenFact(mandate_id=mandate_id, subject=one.subject, ident=one.id)


def fact(_: Texts, mandate_id: int, one: Fact, note: Markup | None = None) -> Screen:
    key = (mandate_id, one.subject, one.id)
    return Screen(
        lines(
            note,
            Markup("<b>{}</b>").format(_(SUBJECTS[one.subject])) if one.verdict else None,
            full(_, one),
        ),
        rows=(
            (
                Button(_.label("Reply"), tap=_respond(key, ResponseKind.ANSWER)),
                Button(_.label("I disagree"), tap=_respond(key, ResponseKind.DISPUTE)),
            ),
            *_files_row(_, key, one),
            home_row(_, ListFacts(mandate_id=mandate_id, subject=one.subject)),
        ),
    )


def _files_row(_: Texts, key: Key, one: Fact) -> Rows:
    if not all_files(one):
        return ()
    mandate_id, subject, ident = key
    tap = FactFiles(mandate_id=mandate_id, subject=subject, ident=ident)
    return ((Button(_.label("Show the files"), tap=tap),),)


def all_files(one: Fact) -> tuple[File, ...]:
    said = [proof for response in one.responses for proof in response.proofs]
    return telegram_files([*one.proofs, *said])


def files(_: Texts, mandate_id: int, one: Fact) -> Screen:
    return Screen(
        _("The files of this record and of what is said to it."),
        files=all_files(one),
        rows=(home_row(_, _fact_tap(mandate_id, one)),),
    )


def _respond(key: Key, kind: ResponseKind) -> Respond:
    mandate_id, subject, ident = key
    return Respond(mandate_id=mandate_id, subject=subject, ident=ident, kind=kind)


def ask_text(
    _: Texts, mandate_id: int, one: Fact, kind: ResponseKind, note: Markup | None = None
) -> Screen:
    question = (
        _("<b>What do you want to say to it?</b>")
        if kind is ResponseKind.ANSWER
        else _("<b>With what do you disagree, and why?</b> A coordinator decides about it.")
    )
    return Screen(
        lines(
            note,
            what(_, one),
            question,
            _(
                "One message, up to {limit} characters. Everybody can read it.",
                limit=_.number(TEXT_LIMIT),
            ),
        ),
        rows=(home_row(_, _fact_tap(mandate_id, one)),),
    )


def look(
    _: Texts,
    mandate_id: int,
    one: Fact,
    kind: ResponseKind,
    text: str,
    attached: Proof | None,
    note: Markup | None = None,
) -> Screen:
    tap = SendResponse(mandate_id=mandate_id, subject=one.subject, ident=one.id, kind=kind)
    return Screen(
        lines(
            note,
            what(_, one),
            _("<b>So it will stand beside it:</b>"),
            Markup("<blockquote>{}</blockquote>").format(text),
            proofs(_, [attached])
            if attached
            else _("You can attach one document or photo: just send it now."),
        ),
        rows=(
            (Button(_.label("Send"), tap=tap),),
            home_row(_, _respond((mandate_id, one.subject, one.id), kind)),
        ),
    )


def refused(_: Texts, mandate_id: int, one: Fact, why: Markup) -> Screen:
    return fact(_, mandate_id, one, why)


def left(_: Texts, mandate_id: int) -> Screen:
    return Screen(_("Nothing was sent."), rows=(home_row(_, OpenAbout(mandate_id=mandate_id)),))
