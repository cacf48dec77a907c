"""The YAML files: programmes with their promises, and what the data are as of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from services.importing import cells
from services.importing.deputy_sheets import PROGRAMMES, PROMISES
from services.importing.faults import Fault
from services.importing.reader import Document, Row, decode
from services.importing.sheet import Sheet, may

ABOUT: Final = Sheet({"title": may(cells.text), "data_date": may(cells.day)}, ())
_TOP: Final = {"assembly", "convocation", "programmes"}


@dataclass(slots=True)
class _Reading:
    """Rows found so far in one document, each with the sheet it follows."""

    file: str
    faults: list[Fault]
    found: list[tuple[Sheet, Row]] = field(default_factory=list)

    def refuse(self, node: Node, column: str | None, reason: str, **data: object) -> None:
        line = node.start_mark.line + 1
        self.faults.append(Fault(self.file, line, column, reason, data))

    def pairs(self, node: Node, known: set[str]) -> Iterator[tuple[str, Node]]:
        """Names with their nodes; what is unknown or comes twice is a fault."""
        if not isinstance(node, MappingNode):
            self.refuse(node, None, "not_a_mapping")
            return
        seen: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if name not in known:
                self.refuse(key, name or None, "unknown_column", known=", ".join(sorted(known)))
            elif name in seen:
                self.refuse(key, name, "repeated_column")
            else:
                seen.add(name)
                yield name, value

    def scalar(self, row: Row, name: str, node: Node) -> None:
        row.lines[name] = node.start_mark.line + 1
        if not isinstance(node, ScalarNode):
            self.refuse(node, name, "not_a_value")
        elif node.tag != "tag:yaml.org,2002:null":
            row.cells[name] = cells.clean(node.value)

    def sequence(self, name: str, node: Node) -> list[Node]:
        if isinstance(node, SequenceNode):
            return list(node.value)
        if not (isinstance(node, ScalarNode) and not node.value):
            self.refuse(node, name, "not_a_list")
        return []

    def row(self, node: Node, defaults: Row | None = None) -> Row:
        line = node.start_mark.line + 1
        if defaults is None:
            return Row(self.file, line, {})
        return Row(self.file, line, dict(defaults.cells), dict(defaults.lines))


def document(file: Document, faults: list[Fault]) -> list[tuple[Sheet, Row]]:
    """The rows of a YAML file."""
    node = _compose(file, faults)
    if node is None:
        return []
    reading = _Reading(file.name, faults)
    if file.stem == "about":
        row = reading.row(node)
        for name, value in reading.pairs(node, set(ABOUT.columns)):
            reading.scalar(row, name, value)
        reading.found.append((ABOUT, row))
    elif file.stem == "programmes":
        _programmes(reading, node)
    else:
        faults.append(Fault(file.name, None, None, "unknown_file"))
    for sheet, row in reading.found:
        # A name that is not there is an empty one: whoever deletes a line means it.
        row.cells = dict.fromkeys(sheet.columns, "") | row.cells
    return reading.found


def _compose(file: Document, faults: list[Fault]) -> Node | None:
    content = decode(file, faults)
    if content is None:
        return None
    try:
        node: Node | None = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        problem = error.problem or "it does not parse"
        faults.append(Fault(file.name, line, None, "broken_yaml", {"problem": problem}))
        return None
    except (yaml.YAMLError, RecursionError):
        faults.append(Fault(file.name, None, None, "unreadable"))
        return None
    return node


def _programmes(reading: _Reading, node: Node) -> None:
    top = reading.row(node)
    listed: list[Node] = []
    for name, value in reading.pairs(node, _TOP):
        if name == "programmes":
            listed = reading.sequence(name, value)
        else:
            reading.scalar(top, name, value)
    for one in listed:
        _programme(reading, one, top)


def _programme(reading: _Reading, node: Node, top: Row) -> None:
    row = reading.row(node, top)
    promises: list[Node] = []
    for name, value in reading.pairs(node, {*PROGRAMMES.columns, "promises"}):
        if name == "promises":
            promises = reading.sequence(name, value)
        else:
            reading.scalar(row, name, value)
    reading.found.append((PROGRAMMES, row))
    owner = {"deputy", "assembly", "convocation"}
    for position, one in enumerate(promises, 1):
        promise = reading.row(one)
        promise.cells = {name: cell for name, cell in row.cells.items() if name in owner}
        promise.cells["position"] = str(position)
        for name, value in reading.pairs(one, set(PROMISES.columns) - owner - {"position"}):
            reading.scalar(promise, name, value)
        reading.found.append((PROMISES, promise))
