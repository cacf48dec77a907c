"""Domain errors in words: the one place, the most specific first."""

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from domain.errors import (
    BadInput,
    CheckCharacterWrong,
    DomainError,
    ElectionTime,
    LimitReached,
    NotAllowed,
    NotFound,
    TransitionRefused,
)
from handlers.common.links import MyAppeals
from handlers.common.navigation import home_row
from handlers.common.reasons import REASONS
from handlers.common.refusals import BARRED, LIMITS, REFUSED, STALE
from handlers.common.screen import Button, Notice, Screen, lines
from handlers.common.texts import Texts, marked


def explain(_: Texts, error: DomainError) -> list[Screen]:
    """What the person sees when a rule said no. Order matters: the most specific class first."""
    if isinstance(error, Notice):
        return [error.screen]
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return [Screen(words(_, error), rows=(home_row(_),), fresh=True)]
    return [Screen(_("This cannot be done now."), rows=(home_row(_),), fresh=True)]


def _wrong_number(_: Texts, error: DomainError) -> Markup:
    del error
    return _("This number does not look right. Please check it against your receipt.")


def _bad_input(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, BadInput)  # noqa: S101 - for the type checker
    words = REASONS.get(error.reason, marked("I cannot use this. Please send it another way."))
    facts = {
        name: _.date(value) if isinstance(value, date) else value
        for name, value in error.data.items()
    }
    return _(words, **facts)


def _not_found(_: Texts, error: DomainError) -> Markup:
    # The same words for "not there" and "not yours": a forged button learns nothing.
    del error
    return _("I cannot find this. It may have been removed, or it is not open to you.")


def _not_allowed(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, NotAllowed)  # noqa: S101 - for the type checker
    if error.reason == "own_mandate":
        return _(
            "You work for this deputy here, so the letter would come back to yourselves. "
            "You can write to every other deputy."
        )
    words = marked("This is not open to you now. Your rights may have changed.")
    return _(BARRED.get(error.reason or "", words))


def _refused(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, TransitionRefused)  # noqa: S101 - for the type checker
    return refusal_words(_, error)


def refusal_words(_: Texts, error: TransitionRefused) -> Markup:
    return _(REFUSED.get(error.reason, STALE))


def _limit(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, LimitReached)  # noqa: S101 - for the type checker
    words = LIMITS.get(error.limit, marked("This is as much as can be sent for now."))
    return _(words, moment=_.moment(error.until)) if error.until else _(words)


def _election(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, ElectionTime)  # noqa: S101 - for the type checker
    return _(
        "An election is under way, so this is closed until {day}. The constitutional law "
        "“On Elections in the Republic of Kazakhstan” lets only registered organisations hold "
        "polls about candidates, and nobody publish them from five days before the vote. This bot "
        "keeps out of campaigns altogether: no ratings, no verdicts, no comparisons, no "
        "announcements of deputies. Letters to deputies go on as usual.",
        day=_.date(error.last),
    )


_WORDS: tuple[tuple[type[DomainError], Callable[[Texts, DomainError], Markup]], ...] = (
    (CheckCharacterWrong, _wrong_number),
    (ElectionTime, _election),
    (BadInput, _bad_input),
    (NotFound, _not_found),
    (NotAllowed, _not_allowed),
    (TransitionRefused, _refused),
    (LimitReached, _limit),
)


def stopped(_: Texts) -> Screen:
    """In the middle of writing the letter went, or the role that gave access to it."""
    return Screen(
        lines(
            _("<b>I have stopped here.</b>"),
            _("What you were writing about is not open to you any more: it is gone or done with, "
              "or your role has ended. Your last message was not sent to anybody."),
        ),
        rows=((Button(_.label("My appeals"), tap=MyAppeals()),), home_row(_)),
        fresh=True,
    )  # fmt: skip


def kept_for_later(_: Texts, reference: int) -> Screen:
    """After three failures: honest, and with something to quote."""
    return Screen(
        _(
            "I could not work on this message. It is kept under {reference}, "
            "and the people who run this bot will look at it. You can go on meanwhile.",
            reference=f"#{reference}",
        ),
        rows=(home_row(_),),
        fresh=True,
    )


def slow_down(_: Texts) -> Screen:
    return Screen(_("That is too fast for me. Please wait half a minute and go on."), fresh=True)
