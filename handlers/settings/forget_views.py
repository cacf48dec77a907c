"""Erasing everything: what goes, what stays, asked twice."""

from handlers.common.links import MyAppeals
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.settings.callbacks import Forget, ForgetNow, ForgetSure, Privacy, WithdrawAll
from services.forgetting import Leaving

SHOWN = 10


def explain(_: Texts, leaving: Leaving) -> Screen:
    if leaving.open_numbers:
        return _open_first(_, leaving)
    return Screen(
        lines(
            _("<b>Erase what is kept about me</b>"),
            _(
                "Erased: texts of letters, of replies and answers to them, files, name and place, "
                "drafts, districts, consents, roles, what you follow, visits, “I will come”, "
                "and your Telegram number."
            ),
            _("Kept: numbers, dates and outcomes of closed letters, without you."),
            _("Kept without you as well: answers that were sent and records that were accepted.")
            if leaving.roles
            else None,
            _("It cannot be undone. Your chat with me stays in Telegram until you delete it."),
            _.n(
                "{n} closed letter will be emptied.",
                "{n} closed letters will be emptied.",
                leaving.closed,
            )
            if leaving.closed
            else None,
            _("A draft will be removed.") if leaving.drafts else None,
            _("Your roles will end.") if leaving.roles else None,
        ),
        rows=((Button(_.label("Erase everything"), tap=ForgetSure()),), home_row(_, Privacy())),
    )


def _open_first(_: Texts, leaving: Leaving) -> Screen:
    numbers = ", ".join(f"№ {number}" for number in leaving.open_numbers[:SHOWN])
    count = len(leaving.open_numbers)
    return Screen(
        lines(
            _("<b>Somebody is still working for you</b>"),
            _.n(
                "{n} letter is open: {numbers}",
                "{n} letters are open: {numbers}",
                count,
                numbers=numbers,
            ),
            _(
                "Withdraw them now, and then everything can be erased. Or wait for the answers "
                "and come back: /forget."
            ),
        ),
        rows=(
            (Button(_.label("Withdraw them"), tap=WithdrawAll()),),
            (Button(_.label("Wait for the answers"), tap=MyAppeals()),),
            home_row(_, Privacy()),
        ),
    )


def last_question(_: Texts) -> Screen:
    return Screen(
        _("Erase everything for good? This is the last question."),
        rows=(
            (Button(_.label("Yes, erase for good"), tap=ForgetNow()),),
            (Button(_.label("No, keep it"), tap=Forget()),),
            home_row(_, Privacy()),
        ),
    )


def done(_: Texts) -> Screen:
    """Without buttons: what they say would be kept for typing."""
    return Screen(
        _(
            "Done. Nothing that is kept here can be traced to you any more. "
            "You are welcome again at any time: /start"
        ),
        plain_menu=True,
    )
