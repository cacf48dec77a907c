"""How a programme was looked for, and what is kept of it."""

from domain.roles import Actor
from handlers.common.fact_links import EditPromises, OpenCopies, OpenRecord
from handlers.common.links import OpenProgramme
from handlers.common.navigation import home_row
from handlers.common.promise_words import brief
from handlers.common.record_facts import line_label, when
from handlers.common.record_words import STEPS
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.records import copy_views
from services.records.programmes import History


def history(_: Texts, data: History, actor: Actor) -> Screen:
    """How a programme was looked for; what is kept of it."""
    mandate_id = data.deputy.mandate_id
    steps = [
        lines(
            _(
                "{index}. {day}: {what}",
                index=index,
                day=when(_, one) or "",
                what=_(STEPS[one.step]),
            ),
            brief(_, data.said.get(one.id, ())),
        )
        for index, one in enumerate(data.steps, start=1)
        if one.step
    ]
    copies = [copy_views.line(_, one) for one in data.copies.rows]
    nothing = _("How it was looked for is not recorded yet.")
    return Screen(
        lines(
            _("<b>The programme of {name}: how it was found</b>", name=_.name(data.deputy.name)),
            *(steps or (nothing,)),
            *(("", _("Archived copies:"), *copies) if copies else ()),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. {line_label(_, one)}",
                        tap=OpenRecord(kind=one.kind, record_id=one.id),
                        choice=index,
                    ),
                )
                for index, one in enumerate(data.steps[:5], start=1)
            ),
            *_copies(_, data),
            *_editing(_, data, actor),
            home_row(_, back=OpenProgramme(mandate_id=mandate_id)),
        ),
    )


def _copies(_: Texts, data: History) -> Rows:
    if not data.copies.total:
        return ()
    tap = OpenCopies(mandate_id=data.deputy.mandate_id)
    label = _.label_n("{n} archived copy", "{n} archived copies", data.copies.total)
    return ((Button(label, tap=tap),),)


def _editing(_: Texts, data: History, actor: Actor) -> Rows:
    """For coordinators only."""
    if not actor.coordinates(data.deputy.assembly_id):
        return ()
    tap = EditPromises(mandate_id=data.deputy.mandate_id)
    return ((Button(_.label("Split it into promises"), tap=tap),),)
