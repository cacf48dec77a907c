"""The YAML files: programmes with their promises, deputy requests, what the data are as of."""

from typing import Final

from yaml.nodes import Node, ScalarNode

from services.importing import cells
from services.importing.deputy_sheets import PROGRAMMES, PROMISES
from services.importing.faults import Fault
from services.importing.reader import Document, Row
from services.importing.request_sheets import FOR_ALL, REQUESTS, SIGNATORIES
from services.importing.sheet import Sheet, may
from services.importing.yaml_reading import Reading, compose

ABOUT: Final = Sheet({"title": may(cells.text), "data_date": may(cells.day)}, ())
_TOP: Final = {"assembly", "convocation", "programmes"}


def document(file: Document, faults: list[Fault]) -> list[tuple[Sheet, Row]]:
    """The rows of a YAML file."""
    node = compose(file, faults)
    if node is None:
        return []
    reading = Reading(file.name, faults)
    if file.stem == "about":
        row = reading.row(node)
        for name, value in reading.pairs(node, set(ABOUT.columns)):
            reading.scalar(row, name, value)
        reading.found.append((ABOUT, row))
    elif file.stem == "programmes":
        _programmes(reading, node)
    elif file.stem == "requests":
        _requests(reading, node)
    else:
        faults.append(Fault(file.name, None, None, "unknown_file"))
    for sheet, row in reading.found:
        # A name that is not there is an empty one: whoever deletes a line means it.
        row.cells = dict.fromkeys(sheet.columns, "") | row.cells
    return reading.found


def _programmes(reading: Reading, node: Node) -> None:
    top = reading.row(node)
    listed: list[Node] = []
    for name, value in reading.pairs(node, _TOP):
        if name == "programmes":
            listed = reading.sequence(name, value)
        else:
            reading.scalar(top, name, value)
    for one in listed:
        _programme(reading, one, top)


def _programme(reading: Reading, node: Node, top: Row) -> None:
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


def _requests(reading: Reading, node: Node) -> None:
    top = reading.row(node)
    listed: list[Node] = []
    for name, value in reading.pairs(node, {*FOR_ALL, "requests"}):
        if name == "requests":
            listed = reading.sequence(name, value)
        else:
            reading.scalar(top, name, value)
    for one in listed:
        _request(reading, one, top)


def _request(reading: Reading, node: Node, top: Row) -> None:
    row = reading.row(node, top)
    signed: list[Node] = []
    for name, value in reading.pairs(node, {*REQUESTS.columns, "signatories"}):
        if name == "signatories":
            signed = reading.sequence(name, value)
        else:
            reading.scalar(row, name, value)
    reading.found.append((REQUESTS, row))
    for one in signed:
        signatory = reading.row(one)
        shared = {name: row.cells.get(name, "") for name in ("slug", "assembly", "convocation")}
        signatory.cells = shared | {"deputy": one.value if isinstance(one, ScalarNode) else ""}
        reading.found.append((SIGNATORIES, signatory))
