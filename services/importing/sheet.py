"""How a file is described: its columns, and the rows of tables that one line of it makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from services.importing import cells
from services.importing.cells import Parser, Value


@dataclass(frozen=True, slots=True)
class Column:
    parse: Parser
    required: bool = False
    empty: Value = None  # what an empty cell means


@dataclass(frozen=True, slots=True)
class Child:
    """A cell with a list: each part of it is a row of its own."""

    column: str
    entity: str
    parent: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Part:
    """A row of a table. `values` and `links` say for each attribute which columns hold it."""

    entity: str
    values: Mapping[str, str]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    children: tuple[Child, ...] = ()
    constants: Mapping[str, Any] = field(default_factory=dict)
    only_with: str | None = None  # a line without this cell makes no such row


@dataclass(frozen=True, slots=True)
class Sheet:
    """`any_of`: at least one of these has to be filled in. `complete` fills in what may be left."""

    columns: Mapping[str, Column]
    parts: tuple[Part, ...]
    any_of: tuple[str, ...] = ()
    complete: Callable[[dict[str, str]], None] | None = None

    @property
    def required(self) -> frozenset[str]:
        return frozenset(name for name, column in self.columns.items() if column.required)


def must(parse: Parser) -> Column:
    return Column(parse, required=True)


def may(parse: Parser, empty: Value = None) -> Column:
    return Column(parse, empty=empty)


def same(*names: str) -> dict[str, str]:
    """Attributes that are called like their columns."""
    return {name: name for name in names}


# Columns and links that several files share.
NAMES: Final = {"name_kk": may(cells.text), "name_ru": must(cells.text), "name_en": may(cells.text)}
TEXTS: Final = {name: may(cells.text) for name in ("text_kk", "text_ru", "text_en")}
CONFIDENCE: Final = cells.one_of("high", "medium-high", "medium", "low")
SOURCE: Final = {"source": may(cells.text), "confidence": may(CONFIDENCE)}
TERM: Final = {"assembly": must(cells.slug), "convocation": must(cells.number)}
TERRITORY: Final = {
    "territory_kk": may(cells.text),
    "territory_ru": may(cells.text),
    "territory_en": may(cells.text),
    "electorate": may(cells.count),
    "electorate_on": may(cells.day),
    "electorate_source": may(cells.text),
}
IN_TERM: Final = ("assembly", "convocation")
IN_DISTRICT: Final = (*IN_TERM, "district")
OF_FACTION: Final = (*IN_TERM, "faction")
OF_MANDATE: Final = ("deputy", *IN_TERM)
