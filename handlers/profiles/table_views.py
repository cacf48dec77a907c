"""The monitoring table, and whose it is."""

from markupsafe import Markup

from handlers.common.fact_links import OpenProfile, OpenTable
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.profiles.callbacks import ListTables
from handlers.profiles.views import GAPS, period
from services.monitoring.facts import Scope
from services.promises.table import PAGE, Table, Tables


def choose(_: Texts, found: Tables) -> Screen:
    """Several assemblies have deputies that are known."""
    rows = list(enumerate(found.rows, found.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>Which monitoring table?</b>"),
            _("Tap an assembly, or type its number in the list."),
        ),
        rows=(
            *((Button(f"{n}. {_title(_, one)}", tap=_open(one), choice=n),) for n, one in rows),
            *pager(_, found.page, found.total, lambda to: ListTables(page=to)),
            home_row(_),
        ),
    )


def _title(_: Texts, one: Scope) -> str:
    return _.label(
        "{assembly}, convocation {number}", assembly=_.name(one.assembly), number=one.convocation
    )


def _open(one: Scope, page: int = 0) -> OpenTable:
    return OpenTable(convocation_id=one.convocation_id, page=page)


def table(_: Texts, found: Table) -> Screen:
    """Who has most gaps comes first."""
    rows = list(enumerate(found.rows, found.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>Monitoring table: {assembly}</b>", assembly=_.name(found.scope.assembly)),
            *period(_, found.scope.period, None),
            _(
                "Deputies: {whole}; with nothing missing: {part}",
                whole=_.number(found.total),
                part=_.number(found.complete),
            ),
            *(
                Markup("{}. {}: {}").format(
                    n, _.name(one.name), "; ".join(_.label(GAPS[gap]) for gap in one.gaps) or "✓"
                )
                for n, one in rows
            ),
            _("After each name: what is missing."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{n}. {_.name(one.name)}",
                        tap=OpenProfile(mandate_id=one.mandate_id),
                        choice=n,
                    ),
                )
                for n, one in rows
            ),
            *pager(_, found.page, found.total, lambda to: _open(found.scope, to)),
            home_row(_, back=OpenTable() if found.others else None),
        ),
    )
