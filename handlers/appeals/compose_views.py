"""Screens of writing an appeal: the kind and topic, the text, the preview, the signature."""

from markupsafe import Markup

from domain.appeals import Kind, Topic
from handlers.appeals import publicity_views
from handlers.appeals.callbacks import (
    Change,
    ChangeTopic,
    ChooseKind,
    ChooseTopic,
    Discard,
    Keep,
    Preview,
    RemoveFiles,
    RewriteText,
    Send,
    SignName,
    SignPlace,
    WhoSees,
)
from handlers.common.cases import KINDS, TOPICS, letter
from handlers.common.links import FindDeputy, OpenCard, WriteAppeal
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.drafts import TEXT_LIMIT, Draft
from services.appeals.files import FILE_LIMIT
from services.directory import Deputy

CHOSEN_KINDS = (Kind.HELP, Kind.COMPLAINT, Kind.PROPOSAL, Kind.QUESTION, Kind.THANKS)


def to_whom(_: Texts, mine: list[Deputy], *, kept: bool = False) -> Screen:
    """Whom to write to: the own deputies first. `kept`: there are words already."""
    rows = tuple(
        (
            Button(
                _.label("To {name}", name=_.name(one.name)),
                tap=WriteAppeal(mandate_id=one.mandate_id),
                choice=index,
            ),
        )
        for index, one in enumerate(mine[:5], start=1)
    )
    return Screen(
        lines(
            _("Your text is kept.") if kept else None,
            _("<b>Whom do you want to write to?</b>"),
            _("Type the name, the place or the district number of the deputy."),
        ),
        rows=(*rows, (Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )


def topic(_: Texts, draft: Draft, note: Markup | None = None) -> Screen:
    """Kind and topic on one screen. The chosen kind is marked; a topic goes on."""
    kinds = [
        Button(
            _.label("{kind} (chosen)", kind=_.label(KINDS[kind]))
            if kind is draft.kind
            else _.label(KINDS[kind]),
            tap=ChooseKind(draft_id=draft.id, kind=kind),
        )
        for kind in CHOSEN_KINDS
    ]
    topics = [
        Button(_.label(TOPICS[one]), tap=ChooseTopic(draft_id=draft.id, topic=one))
        for one in Topic
        if one is not Topic.OTHER
    ]
    card = OpenCard(mandate_id=draft.deputy.mandate_id)
    back = Preview(draft_id=draft.id) if draft.topic and draft.can_be_sent else card
    unsure = Button(_.label("I am not sure"), tap=ChooseTopic(draft_id=draft.id, topic=Topic.OTHER))
    return Screen(
        lines(
            note,
            _("<b>A letter to {name}</b>", name=_.name(draft.deputy.name)),
            _mandate_ended(_, draft),
            _("What is it about? Choose a topic; above it you can change the kind of letter."),
        ),
        rows=(*in_pairs([*kinds, unsure]), *in_pairs(topics), home_row(_, back=back)),
    )


def ask_text(_: Texts, draft: Draft) -> Screen:
    """What makes a good appeal, in two lines."""
    return Screen(
        lines(
            _("<b>A letter to {name}</b>", name=_.name(draft.deputy.name)),
            _("Please write now: what happened, where, since when, and what you ask for."),
            _("Up to {limit} characters; several messages become one letter. "
              "Photos and documents can be added at any time, up to {files}.",
              limit=_.number(TEXT_LIMIT), files=FILE_LIMIT),
            _("Documents may carry the place where they were made."),
        ),
        rows=(
            (Button(_.label("Not now, keep it"), tap=Keep(draft_id=draft.id)),),
            home_row(_, back=ChangeTopic(draft_id=draft.id)),
        ),
    )  # fmt: skip


def preview(_: Texts, draft: Draft) -> Screen:
    """The letter exactly as the deputy will see it, who sees what, and the consent."""
    if not draft.can_be_sent:
        return ask_text(_, draft)
    return Screen(
        lines(
            _("<b>To {name}</b>", name=_.name(draft.deputy.name)),
            _mandate_ended(_, draft),
            "",
            letter(_, draft),
            "",
            _("This is how the deputy's side will see it. They do not see your Telegram name. "
              "A coordinator reads it only where it must be checked or passed on by other ways."),
            publicity_views.seen_by_all(_, draft),
            None
            if draft.is_programme_request
            else _("More text, photos or documents? Just send them."),
            _("By sending you agree that this letter is kept and shown to them; "
              "for how long: /privacy"),
        ),
        files=(),
        rows=(
            (Button(_.label("Agree and send"), tap=Send(draft_id=draft.id)),),
            *(
                ()
                if draft.is_programme_request
                else (
                    (
                        Button(_.label("Change"), tap=Change(draft_id=draft.id)),
                        Button(_.label("Who may read it"), tap=WhoSees(draft_id=draft.id)),
                    ),
                )
            ),
            (Button(_.label("Not now, keep it"), tap=Keep(draft_id=draft.id)),),
            home_row(_),
        ),
    )  # fmt: skip


def _mandate_ended(_: Texts, draft: Draft) -> Markup | None:
    if draft.ended_on is None:
        return None
    return _(
        "The mandate ended on {day}: an answer is voluntary.", day=_.short_date(draft.ended_on)
    )


def change(_: Texts, draft: Draft) -> Screen:
    name = draft.sender_name or _.label("not given")
    place = draft.sender_place or _.label("not given")
    files = ((Button(_.label("Remove the files"), tap=RemoveFiles(draft_id=draft.id)),),)
    return Screen(
        lines(
            _("<b>What shall be different?</b>"),
            _("Name: {name}", name=name),
            _("Place: {place}", place=place),
        ),
        rows=(
            (Button(_.label("Write the text anew"), tap=RewriteText(draft_id=draft.id)),),
            (Button(_.label("Kind and topic"), tap=ChangeTopic(draft_id=draft.id)),),
            (
                Button(_.label("My name"), tap=SignName(draft_id=draft.id)),
                Button(_.label("My place"), tap=SignPlace(draft_id=draft.id)),
            ),
            *(files if draft.files else ()),
            (Button(_.label("Discard the letter"), tap=Discard(draft_id=draft.id)),),
            home_row(_, back=Preview(draft_id=draft.id)),
        ),
    )


def ask_name(_: Texts, draft: Draft) -> Screen:
    return Screen(
        _("How shall the letter be signed? Please type the name. "
          "The state's own services consider only signed letters; here it is up to you."),
        rows=(home_row(_, back=Preview(draft_id=draft.id)),),
    )  # fmt: skip


def ask_place(_: Texts, draft: Draft) -> Screen:
    return Screen(
        _("Where is it about? Please type the place: a village, a street, a house."),
        rows=(home_row(_, back=Preview(draft_id=draft.id)),),
    )
