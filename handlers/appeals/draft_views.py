"""What becomes of a letter that is not sent: kept, discarded, added to, or sent after all."""

from markupsafe import Markup

from handlers.appeals.callbacks import (
    AddCarried,
    ChangeTopic,
    Discard,
    DiscardAndStart,
    Keep,
    Preview,
)
from handlers.common.links import MyAppeals, OpenAppeal, OpenCard, WriteAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen
from handlers.common.texts import Texts
from services.appeals.drafts import Draft


def not_taken(_: Texts, draft_id: int, words: Markup, *, topic_first: bool) -> Screen:
    """A message that is no part of the letter."""
    back = ChangeTopic(draft_id=draft_id) if topic_first else Preview(draft_id=draft_id)
    return Screen(
        words, rows=((Button(_.label("To the letter"), tap=back),), home_row(_)), fresh=True
    )


def keep_or_discard(_: Texts, draft: Draft) -> Screen:
    """After /cancel: nothing is thrown away unasked."""
    return Screen(
        _("Your letter to {name} is not sent. Keep it for later or discard it?",
          name=_.name(draft.deputy.name)),
        rows=(
            (Button(_.label("Keep"), tap=Keep(draft_id=draft.id)),),
            (Button(_.label("Discard"), tap=Discard(draft_id=draft.id)),),
            (Button(_.label("Go on writing"), tap=Preview(draft_id=draft.id)),),
        ),
    )  # fmt: skip


def another_draft(_: Texts, draft: Draft, mandate_id: int) -> Screen:
    """One letter at a time."""
    return Screen(
        _("You have a letter to {name} that is not sent yet. What shall become of it?",
          name=_.name(draft.deputy.name)),
        rows=(
            (Button(_.label("Go on with it"), tap=Preview(draft_id=draft.id)),),
            (
                Button(
                    _.label("Discard it and begin anew"),
                    tap=DiscardAndStart(draft_id=draft.id, mandate_id=mandate_id),
                ),
            ),
            home_row(_, back=OpenCard(mandate_id=mandate_id)),
        ),
    )  # fmt: skip


def ask_to_add(_: Texts, draft: Draft) -> Screen:
    """Words came from outside of the conversation while another letter is not sent yet."""
    discard = DiscardAndStart(draft_id=draft.id, mandate_id=0)
    return Screen(
        _(
            "You have a letter to {name} that is not sent yet. Shall these words be added to it?",
            name=_.name(draft.deputy.name),
        ),
        rows=(
            (Button(_.label("Add them to that letter"), tap=AddCarried(draft_id=draft.id)),),
            (Button(_.label("Discard that letter and begin anew"), tap=discard),),
            home_row(_),
        ),
    )


def kept(_: Texts, draft: Draft) -> Screen:
    return Screen(
        _("Your letter to {name} is kept for 7 days. You find it under /appeals.",
          name=_.name(draft.deputy.name)),
        rows=((Button(_.label("Go on writing"), tap=Preview(draft_id=draft.id)),), home_row(_)),
    )  # fmt: skip


def discarded(_: Texts) -> Screen:
    return Screen(
        _("The letter is discarded. Nothing was sent."),
        rows=(
            (Button(_.label("Write to a deputy"), tap=WriteAppeal()),),
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            home_row(_),
        ),
    )


def sent(_: Texts, number: str) -> Screen:
    """The receipt follows as a message of its own."""
    return Screen(_("Sent. Your letter is registered as {number}; the receipt follows.",
                    number=Markup("<code>№ {}</code>").format(number)))  # fmt: skip


def already_asked(_: Texts, appeal_id: int, number: str) -> Screen:
    return Screen(
        _("You have asked this deputy for the programme already: {number}.", number=f"№ {number}"),
        rows=(
            (Button(_.label("Open my request"), tap=OpenAppeal(appeal_id=appeal_id)),),
            home_row(_),
        ),
    )
