"""Screens of /report: assembly, period, language, format, and how far it is."""

from collections.abc import Sequence
from pathlib import Path

from domain.names import Language
from handlers.common.navigation import PAGE_SIZE, home_row, pager
from handlers.common.screen import Button, File, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.report.callbacks import (
    InLanguage,
    InPeriod,
    MakeReport,
    OtherPeriod,
    ReportOf,
    Reports,
    StopReport,
    WatchReport,
    packed,
)
from handlers.report.document import counts_alone
from handlers.report.writing import Format
from services.jobs import JobView
from services.monitoring.facts import Period, Scope

LANGUAGES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
FORMATS = {
    Format.PDF: marked("Document to read and print (pdf)"),
    Format.PNG: marked("The five diagrams as pictures (png)"),
    Format.XLSX: marked("Tables for a spreadsheet (xlsx)"),
    Format.CSV: marked("Open data (csv, with a dictionary)"),
    Format.JSON: marked("Open data for programs (json)"),
}


def assemblies(_: Texts, found: Sequence[Scope], page: int) -> Screen:
    if not found:
        return Screen(_("No deputies are known yet of any assembly of yours."), rows=(home_row(_),))
    start = page * PAGE_SIZE
    rows = tuple(
        (
            Button(
                f"{number}. {term(_, one)}",
                tap=ReportOf(convocation_id=one.convocation_id),
                choice=number,
            ),
        )
        for number, one in enumerate(found[start : start + PAGE_SIZE], start + 1)
    )
    turn = pager(_, page, len(found), lambda to: Reports(page=to))
    return Screen(_("<b>Monitoring report</b>\nOf which assembly?"), (*rows, *turn, home_row(_)))


def term(_: Texts, one: Scope) -> str:
    return _.label(
        "{assembly}, convocation {number}", assembly=_.name(one.assembly), number=one.convocation
    )


def periods(_: Texts, scope: Scope, found: Sequence[Period]) -> Screen:
    rows: Rows = tuple(
        (
            Button(
                f"{number}. {span(_, one)}",
                tap=InPeriod(
                    convocation_id=scope.convocation_id, first=packed(one[0]), last=packed(one[1])
                ),
                choice=number,
            ),
        )
        for number, one in enumerate(found, 1)
    )
    other = OtherPeriod(convocation_id=scope.convocation_id)
    return Screen(
        lines(
            _("<b>Monitoring report</b>"),
            term(_, scope),
            "",
            _("For which period? The first one is that of the figures that sources state."),
        ),
        (*rows, (Button(_.label("Another period"), tap=other),), home_row(_)),
    )


def span(_: Texts, period: Period) -> str:
    return f"{_.short_date(period[0])} – {_.short_date(period[1])}"


def ask_period(_: Texts, scope: Scope) -> Screen:
    return Screen(
        _("Please type the first and the last day, like 01.01.2026 - 30.06.2026."),
        (home_row(_, ReportOf(convocation_id=scope.convocation_id)),),
    )


def languages(_: Texts, scope: Scope, period: Period) -> Screen:
    first, last = packed(period[0]), packed(period[1])
    rows = tuple(
        (
            Button(
                f"{number}. {word}",
                tap=InLanguage(
                    convocation_id=scope.convocation_id, first=first, last=last, language=language
                ),
                choice=number,
            ),
        )
        for number, (language, word) in enumerate(LANGUAGES.items(), 1)
    )
    back = ReportOf(convocation_id=scope.convocation_id)
    return Screen(
        _("Report for {period}. In which language?", period=span(_, period)),
        (*rows, home_row(_, back)),
    )


def formats(_: Texts, scope: Scope, period: Period, language: Language) -> Screen:
    first, last = packed(period[0]), packed(period[1])
    rows = tuple(
        (
            Button(
                f"{number}. {_.label(word)}",
                tap=MakeReport(
                    convocation_id=scope.convocation_id,
                    first=first,
                    last=last,
                    language=language,
                    form=form,
                ),
                choice=number,
            ),
        )
        for number, (form, word) in enumerate(FORMATS.items(), 1)
    )
    back = InPeriod(convocation_id=scope.convocation_id, first=first, last=last)
    text = _(
        "Report for {period}, {language}. As what?",
        period=span(_, period),
        language=LANGUAGES[language],
    )
    return Screen(text, (*rows, home_row(_, back)))


def progress(_: Texts, job: JobView) -> Screen:
    """The same screen is edited while the work goes on."""
    if job.state == "cancelled":
        text = _("The report was stopped. Nothing is sent.")
        return Screen(text, ((Button(_.label("Another report"), tap=Reports()),), home_row(_)))
    if job.state == "done":
        return Screen(_("The report is ready: it comes as a file."), (home_row(_),))
    if job.state == "failed":
        return failed(_)
    step = (
        _("Step {done} of {total} is done.", done=job.progress, total=job.total)
        if job.total
        else _("It waits for its turn or has just begun.")
    )
    return Screen(
        lines(
            _("<b>The report is being made.</b>"),
            step,
            _("It comes here as soon as it is ready; you can go on with other things."),
        ),
        (
            (Button(_.label("How far is it?"), tap=WatchReport(job_id=job.id)),),
            (Button(_.label("Stop it"), tap=StopReport(job_id=job.id)),),
            home_row(_),
        ),
    )


def ready(_: Texts, job: JobView) -> Screen:
    files = tuple(
        File(one["kind"], path=one["path"], name=one["name"], caption=one.get("caption", ""))
        for one in job.facts.get("files", [])
    )
    if not files or not all(Path(one.path or "").is_file() for one in files):
        return Screen(
            _("The file of your report is not there any more. Please order it again."),
            ((Button(_.label("Another report"), tap=Reports()),), home_row(_)),
            fresh=True,
        )
    return Screen(
        lines(_("<b>Your report is ready.</b>"), counts_alone(_)),
        ((Button(_.label("Another report"), tap=Reports()),), home_row(_)),
        files=files,
        fresh=True,
    )


def failed(_: Texts) -> Screen:
    return Screen(
        _("The report could not be made; whoever runs the bot sees why. Please order it again."),
        ((Button(_.label("Another report"), tap=Reports()),), home_row(_)),
        fresh=True,
    )
