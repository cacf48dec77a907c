"""What can be wrong with a file: where, which rule, and the facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

MESSAGES: Final = {
    "nothing_found": "there is no file with data here",
    "unknown_file": "neither the name nor the first row tells what this file is",
    "unreadable": "the file cannot be read",
    "not_utf8": "not UTF-8 text: save the file as “CSV UTF-8”",
    "broken_csv": "the row cannot be read: a quotation mark that opens but never closes?",
    "broken_yaml": "not YAML: {problem}",
    "no_header": "the first row has to name the columns",
    "unknown_column": "no such column; known ones: {known}",
    "missing_column": "this column is required",
    "repeated_column": "the column is there twice",
    "too_many_cells": "{found} cells in a row of {expected} columns",
    "not_a_mapping": "expected “name: value” pairs",
    "not_a_list": "expected a list",
    "not_a_value": "expected a single value",
    "required": "must not be empty",
    "too_long": "{length} characters, at most {limit} fit",
    "control_character": "contains a character that cannot be shown",
    "formula": "begins with {sign}, which a spreadsheet takes for a formula",
    "not_a_number": "“{value}” is not a number",
    "not_a_whole_number": "“{value}” is not a whole number",
    "out_of_range": "{value} is not between {least} and {most}",
    "not_a_date": "“{value}” is not a date like 2023-03-29",
    "not_yes_or_no": "“{value}” is neither yes nor no",
    "not_one_of": "“{value}” is none of: {known}",
    "wrong_form": "“{value}” does not have the form of {example}",
    "unknown_reference": "no {kind} “{value}” in these files or in the database",
    "duplicate": "the same {kind} as in {file}, line {line}",
    "contradiction": "says otherwise about the same {kind} than {file}, line {line}",
    "code_taken": "the code {value} belongs to {owner}",
    "fixed": "cannot be changed any more from “{value}”: it stands in numbers already given out",
    "district_taken": "district {district} has another deputy at that time: {other}",
    "list_with_district": "a deputy from a list has no district",
    "ends_before_start": "ends before it starts",
    "needs_term": "assembly and convocation go together; a deputy or a faction needs both",
    "signs_own": "who began the request is not among those who joined it",
    "more_than_stated": "{named} are named, but only {stated} stated",
    "not_complete": "{stated} are stated and {named} named: say signatories_complete: no",
    "more_than_all": "more single-mandate seats than seats",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`reason` is a key of MESSAGES, `data` what its sentence needs."""

    file: str
    line: int | None
    column: str | None
    reason: str
    data: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """One line of English for the command line."""
        place = [self.file]
        if self.line is not None:
            place.append(f"line {self.line}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {MESSAGES[self.reason].format(**self.data)}"


class ImportRefused(Exception):
    """Nothing was imported. All that is wrong, in the order of the files."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


class CellRefused(Exception):
    """A value that its column cannot hold."""

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason, data)
        self.reason = reason
        self.data = data
