"""Messages to the author: the receipt, news of the case, a draft that waits."""

from typing import Any

from markupsafe import Markup

from domain.appeals import Way
from domain.life_cycle import Action
from domain.roles import Actor
from domain.secret_words import written
from handlers.appeals import letter_views, next_views, survey_views
from handlers.appeals.callbacks import Discard, Preview, WhyDates, Withdraw
from handlers.common import additions
from handlers.common.case_steps import about_promise
from handlers.common.cases import WAYS, dates, number
from handlers.common.links import OpenAppeal, OpenReceipt
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals import drafts, reading, receipts, survey
from services.appeals.reading import Case
from services.appeals.receipts import Receipt
from services.unit_of_work import UnitOfWork


async def receipt(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    return [receipt_view(texts, case, await receipts.own(uow, actor, case.id))]


def receipt_view(_: Texts, case: Case, proof: Receipt) -> Screen:
    """Number, when registered, who has it, two dates with weekdays, what is next, the way out."""
    return Screen(
        lines(
            _("<b>Your letter is registered</b>"),
            number(case),
            _("To {name}", name=_.name(case.deputy.name)),
            _("Received on {moment}", moment=_.moment(case.received_at)),
            dates(_, case),
            _mandate_ended(_, case),
            "",
            next_views.next_step(_, case),
            _("You will be told at each step. It is always under /appeals."),
            *_proof(_, proof),
        ),
        rows=(
            (
                Button(_.label("Why these dates?"), tap=WhyDates(appeal_id=case.id)),
                Button(_.label("Copy the number"), copy=f"№ {case.number}"),
            ),
            (
                Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),
                Button(_.label("Withdraw"), tap=Withdraw(appeal_id=case.id)),
            ),
            (
                Button(_.label("Receipt"), tap=OpenReceipt(appeal_id=case.id)),
                *((about_promise(_, case),) if case.has_promises else ()),
            ),
            home_row(_),
        ),
    )


def _proof(_: Texts, proof: Receipt) -> tuple[object, ...]:
    if not proof.words:
        return ()
    return (
        "",
        _("Secret words: <code>{words}</code>", words=written(proof.words, _.language)),
        _("With them and the number you can prove to anybody that it was registered."),
    )


def _mandate_ended(_: Texts, case: Case) -> Markup | None:
    ends = case.deputy.ends_on
    if ends is None or ends >= case.registered_on:
        return None
    return _("The mandate ended on {day}: an answer is voluntary.", day=_.short_date(ends))


async def news(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> list[Screen]:
    """What happened to the case, in the author's language."""
    case = await reading.authored(uow, actor, facts["appeal_id"])
    if facts["what"] == "answered":
        return [answered(texts, case)]
    if facts["what"] == "interim":
        return [on_the_way(texts, case)]
    return [news_view(texts, case, facts["what"])]


def answered(_: Texts, case: Case) -> Screen:
    """The newest answer in full with the survey below."""
    rows: Rows = (
        *survey_views.rows(_, case.id),
        (Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),),
        home_row(_),
    )
    newest = next(one for one in reversed(case.answers) if not one.interim)
    screen = letter_views.answer(_, case, newest, rows)
    return Screen(
        lines(screen.text, "", _("Was the matter solved?")),
        rows=screen.rows,
        files=screen.files,
        fresh=True,
    )


def on_the_way(_: Texts, case: Case) -> Screen:
    """The newest interim word: the case goes on and so does its clock."""
    newest = next(one for one in reversed(case.answers) if one.interim)
    rows: Rows = ((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_))
    screen = letter_views.answer(_, case, newest, rows)
    return Screen(
        lines(screen.text, "", _("This is not the answer yet. The clock runs on."), dates(_, case)),
        rows=rows,
        files=screen.files,
        fresh=True,
    )


_NEWS = {
    "acknowledged": marked("<b>Your letter was taken into work.</b>"),
    "in_work": marked("<b>Your letter is in work:</b> somebody now looks into it."),
    "delivered": marked(
        "<b>The deputy has joined this bot and has your letter.</b> The dates count from now."
    ),
    "handed_over": marked(
        "<b>A coordinator has passed your letter on to the deputy.</b> How: {way}. "
        "The dates count from that day."
    ),
    "not_delivered": marked(
        "<b>Your letter could not be delivered here.</b> A coordinator will pass it on by "
        "other ways and you will be told how and when."
    ),
    "sent_back": marked(
        "<b>A coordinator agrees that this needs a new answer.</b> "
        "The deputy's side has been asked for it."
    ),
    "dispute_closed": marked("<b>A coordinator has looked at your disagreement and closed it.</b>"),
    "given_up": marked("<b>Your letter could not be passed on to the deputy.</b> It is closed."),
    "closed_redirected": marked(
        "<b>Your letter is closed.</b> It was passed on to the competent body, "
        "and no answer has become known here."
    ),
}
# What is shown with news of a decision: the words of the decision, and what is possible now.
_DECIDED = {
    "sent_back": Action.SEND_BACK,
    "dispute_closed": Action.CLOSE_DISPUTED,
    "given_up": Action.GIVE_UP,
}
_CLOSING = frozenset({"dispute_closed", "given_up", "closed_redirected"})


def news_view(_: Texts, case: Case, what: str) -> Screen:
    action = _DECIDED.get(what)
    return Screen(
        lines(
            _(_NEWS[what], way=_way(_, case)),
            number(case),
            additions.newest(_, case, action) if action else None,
            "" if action else None,
            dates(_, case),
            *(
                ("", next_views.next_step(_, case), next_views.can_do(_, case))
                if what in _CLOSING
                else ()
            ),
        ),
        rows=(
            *(((Button("e-Otinish", url=next_views.E_OTINISH),),) if what == "given_up" else ()),
            (Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),),
            home_row(_),
        ),
    )


def _way(_: Texts, case: Case) -> Markup | None:
    """How it was passed on last, where it was."""
    found = [one.data["way"] for one in case.events if one.action == Action.HAND_OVER]
    return _(WAYS[Way(found[-1])]) if found else None


async def survey_again(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    case = await survey.still_open(uow, actor, facts["appeal_id"], facts["days"])
    return [survey_views.again(texts, case, facts["days"])]


async def draft_waits(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    _ = texts
    draft = await drafts.load(uow, actor, facts["draft_id"])
    return [
        Screen(
            _("Your letter to {name} is not sent yet. It is kept for 7 days.",
              name=_.name(draft.deputy.name)),
            rows=(
                (Button(_.label("Go on writing"), tap=Preview(draft_id=draft.id)),),
                (Button(_.label("Discard"), tap=Discard(draft_id=draft.id)),),
            ),
        )
    ]  # fmt: skip


NOTICES = {
    "receipt": receipt,
    "case_news": news,
    "draft_waits": draft_waits,
    "survey": survey_again,
}
