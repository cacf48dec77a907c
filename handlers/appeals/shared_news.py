"""News of a letter to those who joined it."""

from typing import Any, Final

from markupsafe import Markup

from domain.appeals import Closing
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.appeals.callbacks import OpenJoined
from handlers.common.course_words import plain
from handlers.common.course_words import redirected as redirected_words
from handlers.common.links import WriteAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals import joining
from services.appeals.joining import Progress
from services.unit_of_work import UnitOfWork

_AGAIN: Final = marked("<b>A letter that you joined is worked on again.</b>")
_CLOSED: Final = marked("<b>A letter that you joined is closed.</b>")
_NEWS: Final = {
    Action.REPLY: marked("<b>A letter that you joined goes on:</b> its author was asked something "
                         "and has replied."),
    Action.EXTEND: marked("<b>The answer to a letter that you joined will take longer.</b>"),
    Action.REDIRECT: marked("<b>A letter that you joined was redirected.</b>"),
    Action.SUCCEED: marked("<b>A letter that you joined is with the deputy's successor now.</b>"),
    Action.MERGE: marked("<b>A letter that you joined is answered together with another.</b>"),
    Action.WRITE_AGAIN: _AGAIN,
    Action.SEND_BACK: _AGAIN,
    Action.REOPEN: _AGAIN,
    Action.WITHDRAW: marked("<b>A letter that you joined was withdrawn by its author.</b> "
                            "Nobody will work on it any more."),
}  # fmt: skip
_WHY: Final = {
    Closing.SILENT: marked("Nobody said whether the answer helped."),
    Closing.SOLVED: marked("Its author said that it is solved."),
    Closing.PARTLY: marked("Its author said that it is partly solved."),
    Closing.DISPUTED: marked("Its author did not agree with the answer; a coordinator decided."),
    Closing.NO_REPLY: marked("Its author was asked something and did not reply."),
    Closing.REDIRECTED: marked("The competent body did not let us know anything."),
    Closing.NOT_DELIVERABLE: marked("No way led to this deputy."),
}


async def news(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> list[Screen]:
    found = await joining.progress(uow, actor, facts["appeal_id"])
    return [news_view(texts, found, Action(facts["action"]))]


def news_view(_: Texts, found: Progress, action: Action) -> Screen:
    letter, over = found.letter, action not in _NEWS or action is Action.WITHDRAW
    return Screen(
        lines(
            _(_NEWS.get(action, _CLOSED)),
            plain(letter.number),
            _("Your letter: {number}", number=plain(found.own)) if found.own else None,
            _("To {name}", name=_.name(letter.deputy.name)),
            Markup("<blockquote>{}</blockquote>").format(letter.words) if letter.words else None,
            *_details(_, found, action),
            _("To be answered by {day}", day=_.date(letter.answer_due))
            if letter.answer_due
            else None,
            _("If you still need something, you can write a letter of your own.") if over else None,
        ),
        rows=_rows(_, found, over=over),
    )


def _details(_: Texts, found: Progress, action: Action) -> tuple[Markup | None, ...]:
    if action is Action.REDIRECT and found.redirected:
        here = found.redirected.child is None
        return (
            redirected_words(_, found.redirected),
            _("If an answer comes here, you get it.")
            if here
            else _("You have joined it there as well and get its answer."),
        )
    if action is Action.MERGE and found.merged_into:
        return (
            _("The other letter: {number}", number=plain(found.merged_into)),
            _("You get its answer when it comes."),
        )
    if action not in _NEWS and found.closed_as:
        return (_(_WHY[found.closed_as]),)
    return ()


def _rows(_: Texts, found: Progress, *, over: bool) -> Rows:
    own = Button(
        _.label("Write an appeal"), tap=WriteAppeal(mandate_id=found.letter.deputy.mandate_id)
    )
    return (
        (Button(_.label("Open"), tap=OpenJoined(appeal_id=found.letter.id)),),
        *(((own,),) if over else ()),
        home_row(_),
    )


NOTICES = {"shared_news": news}
