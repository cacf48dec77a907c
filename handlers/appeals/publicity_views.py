"""Screens of who may read a letter."""

from markupsafe import Markup

from domain.appeals import Visibility
from handlers.appeals.callbacks import PickVisibility, Preview, WhoSees, WriteSummary
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals.drafts import Draft
from services.appeals.publicity import SUMMARY_LIMIT, public_words

SHOWN = 700
CHOICES = {
    Visibility.PRIVATE: marked("Only the deputy's side"),
    Visibility.SUMMARY: marked("A summary may be public"),
    Visibility.TEXT: marked("The text may be public"),
}


def seen_by_all(_: Texts, draft: Draft) -> Markup | None:
    """What all may read, exactly as they will; None for a private letter."""
    words = public_words(draft.visibility, draft.summary, draft.text)
    if words is None:
        return None
    return masked(_, words)


def masked(_: Texts, words: str) -> Markup:
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return lines(
        "",
        _("<b>The public will see:</b>"),
        Markup("<blockquote>{}</blockquote>").format(shown),
        _("Your name and place are not shown, nor your files. Phones, numbers of documents and "
          "cards, e-mail, houses and flats are replaced by [***]. Is anything else left that "
          "should not be seen? Then change it."),
    )  # fmt: skip


def who_sees(_: Texts, draft: Draft) -> Screen:
    rows = tuple(
        (Button(_label(_, draft, one), tap=_tap(draft, one), choice=index),)
        for index, one in enumerate(_open_choices(draft), start=1)
    )
    return Screen(
        lines(
            _("<b>Who may read this letter?</b>"),
            _("The deputy's side reads all of it in any case."),
            _("If a summary or the text may be public, others with the same trouble can join you, "
              "and the deputy sees how many you are."),
            seen_by_all(_, draft),
        ),
        rows=(*rows, home_row(_, back=Preview(draft_id=draft.id))),
    )  # fmt: skip


def _open_choices(draft: Draft) -> list[Visibility]:
    return [one for one in Visibility if one is not Visibility.TEXT or draft.text]


def _label(_: Texts, draft: Draft, one: Visibility) -> str:
    label = _.label(CHOICES[one])
    return _.label("{kind} (chosen)", kind=label) if one is draft.visibility else label


def _tap(draft: Draft, one: Visibility) -> PickVisibility | WriteSummary:
    if one is Visibility.SUMMARY:
        return WriteSummary(draft_id=draft.id)
    return PickVisibility(draft_id=draft.id, visibility=one)


def ask_summary(_: Texts, draft: Draft) -> Screen:
    return Screen(summary_wanted(_), rows=(home_row(_, back=WhoSees(draft_id=draft.id)),))


def summary_wanted(_: Texts) -> Markup:
    return lines(
        _("<b>The summary for all</b>"),
        _("Please write in one or two sentences what you ask for and where, without names and "
          "without what is personal: up to {limit} characters.", limit=SUMMARY_LIMIT),
        _("An example: There is no light in Abai street from the school to the market."),
    )  # fmt: skip
