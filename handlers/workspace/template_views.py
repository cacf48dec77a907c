"""Answer templates: the list, one of them, and choosing one for an answer."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from handlers.common.answer_desk import Step
from handlers.common.cases import number
from handlers.common.links import OpenInbox
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import (
    Answer,
    ChangeTemplate,
    DropTemplate,
    NewTemplate,
    OpenTemplate,
    OpenTemplates,
    PickTemplate,
    SendInterim,
    TurnTemplate,
    UseTemplate,
)
from services.appeals.reading import Case
from services.desk.templates import PAGE, TEXT_LIMIT, TITLE_LIMIT, Template, Templates


def listed(_: Texts, found: Templates) -> Screen:
    mandate_id = found.mandate_id
    return Screen(
        lines(
            _("<b>Answer templates</b>"),
            _("Texts to begin an answer with. Everybody of this workspace uses and changes them."),
            *_lines(_, found),
        ),
        rows=(
            *_rows(_, found, lambda one: OpenTemplate(template_id=one.id)),
            *pager(
                _, found.page, found.total, lambda to: OpenTemplates(mandate_id=mandate_id, page=to)
            ),
            (Button(_.label("Add a template"), tap=NewTemplate(mandate_id=mandate_id)),),
            home_row(_, back=OpenInbox()),
        ),
    )


def pick(_: Texts, case: Case, found: Templates) -> Screen:
    """For the answer that is being written. Interim ones do not become part of it."""
    manage = OpenTemplates(mandate_id=found.mandate_id)
    return Screen(
        lines(
            _("<b>Templates for {number}</b>", number=number(case)),
            _("A template is added to your answer; a word on the way is sent by itself."),
            *_lines(_, found),
        ),
        rows=(
            *_rows(_, found, lambda one: _use(case, one)),
            *pager(_, found.page, found.total, lambda to: PickTemplate(appeal_id=case.id, page=to)),
            (Button(_.label("Change the templates"), tap=manage),),
            home_row(_, back=Answer(appeal_id=case.id, step=Step.WRITE)),
        ),
    )


def _use(case: Case, one: Template) -> CallbackData:
    if one.interim:
        return SendInterim(appeal_id=case.id, template_id=one.id)
    return UseTemplate(appeal_id=case.id, template_id=one.id)


def _lines(_: Texts, found: Templates) -> tuple[Markup, ...]:
    if not found.rows:
        return (_("No templates yet."),)
    first = found.page * PAGE + 1
    return tuple(_line(_, index, one) for index, one in enumerate(found.rows, start=first))


def _line(_: Texts, index: int, one: Template) -> Markup:
    if one.interim:
        return _("{index}. {title} (a word on the way)", index=index, title=one.title)
    return Markup("{}. {}").format(index, one.title)


def _rows(_: Texts, found: Templates, tap: Callable[[Template], CallbackData]) -> Rows:
    first = found.page * PAGE + 1
    return tuple(
        (Button(f"{index}. {one.title}", tap=tap(one), choice=index),)
        for index, one in enumerate(found.rows, start=first)
    )


def one(_: Texts, found: Template) -> Screen:
    turn = TurnTemplate(template_id=found.id, interim=not found.interim)
    return Screen(
        lines(
            Markup("<b>{}</b>").format(found.title),
            _("A word on the way: it goes to the voter by itself and stops no clock.")
            if found.interim
            else _("The beginning of an answer."),
            "",
            found.text,
        ),
        rows=(
            (Button(_.label("Change the text"), tap=ChangeTemplate(template_id=found.id)),),
            (
                Button(
                    _.label("Make it the beginning of an answer")
                    if found.interim
                    else _.label("Make it a word on the way"),
                    tap=turn,
                ),
            ),
            (Button(_.label("Delete"), tap=DropTemplate(template_id=found.id)),),
            home_row(_, back=OpenTemplates(mandate_id=found.mandate_id)),
        ),
    )


def ask(_: Texts, mandate_id: int, found: Template | None) -> Screen:
    """`found`: the one that is changed; its words can be copied by a tap."""
    back: CallbackData = (
        OpenTemplate(template_id=found.id) if found else OpenTemplates(mandate_id=mandate_id)
    )
    return Screen(
        lines(
            _("<b>A new template</b>") if found is None else _("<b>Change the template</b>"),
            _(
                "Please send one message: the first line is the name (up to {title} characters), "
                "the rest is the text (up to {text}).",
                title=TITLE_LIMIT,
                text=_.number(TEXT_LIMIT),
            ),
            *(("", _("Now, to copy:"), _code(found)) if found else ()),
        ),
        rows=(home_row(_, back=back),),
    )


def _code(found: Template) -> Markup:
    return Markup("<code>{}\n{}</code>").format(found.title, found.text)


def ask_delete(_: Texts, found: Template) -> Screen:
    return Screen(
        _("Delete the template <b>{title}</b>? Answers that were sent stay.", title=found.title),
        rows=(
            (Button(_.label("Yes, delete"), tap=DropTemplate(template_id=found.id, sure=True)),),
            home_row(_, back=OpenTemplate(template_id=found.id)),
        ),
    )


def added(_: Texts, found: Template) -> Markup:
    """What has just become part of an answer."""
    return lines(
        _("Added to the answer. To change it, copy it, start over and send it changed:"),
        Markup("<code>{}</code>").format(found.text),
        "",
    )
