"""Reads the nodes of a YAML file with their lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from services.importing import cells
from services.importing.faults import Fault
from services.importing.reader import Document, Row, decode
from services.importing.sheet import Sheet

LISTS = frozenset({"issues"})


@dataclass(slots=True)
class Reading:
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
        """A value; a list of values becomes the cell that a table has for it."""
        row.lines[name] = node.start_mark.line + 1
        if name in LISTS and isinstance(node, SequenceNode):
            row.cells[name] = "; ".join(self.values(name, node))
        elif not isinstance(node, ScalarNode):
            self.refuse(node, name, "not_a_value")
        elif node.tag != "tag:yaml.org,2002:null":
            row.cells[name] = cells.clean(node.value)

    def sequence(self, name: str, node: Node) -> list[Node]:
        if isinstance(node, SequenceNode):
            return list(node.value)
        if not (isinstance(node, ScalarNode) and not node.value):
            self.refuse(node, name, "not_a_list")
        return []

    def values(self, name: str, node: SequenceNode) -> Iterator[str]:
        for one in node.value:
            if isinstance(one, ScalarNode):
                yield cells.clean(one.value)
            else:
                self.refuse(one, name, "not_a_value")

    def row(self, node: Node, defaults: Row | None = None) -> Row:
        line = node.start_mark.line + 1
        if defaults is None:
            return Row(self.file, line, {})
        return Row(self.file, line, dict(defaults.cells), dict(defaults.lines))


def compose(file: Document, faults: list[Fault]) -> Node | None:
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
