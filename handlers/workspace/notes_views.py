"""Notes among colleagues."""

from markupsafe import Markup

from handlers.common.cases import number
from handlers.common.links import OpenCase
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import AddNote, OpenNotes
from handlers.workspace.words import called
from services.desk.notes import TEXT_LIMIT, Note, Notes


def notes(_: Texts, found: Notes) -> Screen:
    return Screen(
        lines(
            _("<b>Notes on {number}</b>", number=number(found)),
            _("Only the deputy and the assistants see them."),
            None if found.rows else _("No notes yet."),
            *(_note(_, one) for one in found.rows),
        ),
        rows=(
            (Button(_.label("Write a note"), tap=AddNote(appeal_id=found.appeal_id)),),
            *pager(_, found.page, found.total, lambda page: _turn(found, page)),
            home_row(_, back=OpenCase(appeal_id=found.appeal_id)),
        ),
    )


def _turn(found: Notes, page: int) -> OpenNotes:
    return OpenNotes(appeal_id=found.appeal_id, page=page)


def _note(_: Texts, one: Note) -> Markup:
    return lines("", Markup("<b>{}</b>, {}").format(called(_, one.by), _.moment(one.at)), one.text)


def ask(_: Texts, appeal_id: int) -> Screen:
    return Screen(
        lines(
            _("<b>A note for colleagues</b>"),
            _("Please write it in one message, up to {limit} characters.", limit=TEXT_LIMIT),
            _("The voter never sees it."),
        ),
        rows=(home_row(_, back=OpenNotes(appeal_id=appeal_id)),),
    )
