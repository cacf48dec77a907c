"""What a report is made of, as read from the database: nothing is concluded here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.names import Names
from domain.promises import Decision, ResponseKind, Subject

Period = tuple[date, date]


class Basis(StrEnum):
    """A figure is counted from the registers or stated by a source; never both in one."""

    STATED = "stated"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Told:
    """A value as one source states it."""

    value: float
    source: str | None


Stated = Mapping[str, tuple[Told, ...]]  # by measure
Counted = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """`period` is inclusive."""

    assembly_id: int
    slug: str
    assembly: Names
    convocation_id: int
    convocation: int
    period: Period


@dataclass(frozen=True, slots=True)
class DeputyFacts:
    mandate_id: int
    slug: str
    name: Names
    name_doubt: str | None
    by_list: bool
    district: int | None
    district_source: str | None
    faction_id: int | None
    faction: Names | None
    starts_on: date | None
    ends_on: date | None
    availability: str
    programme_kind: str
    stated: Stated
    counted: Counted
    source: str | None


@dataclass(frozen=True, slots=True)
class FactionFacts:
    """`members` as the directory has it."""

    id: int
    slug: str
    name: Names
    members: int | None
    source: str | None
    stated: Stated


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """A recorded request. A group stands for several, nobody knows how many."""

    id: int
    slug: str | None
    text: Names
    initiator: int | None
    signatories: tuple[int, ...]
    complete: bool
    signatories_stated: int | None
    is_group: bool
    sent_on: date | None
    addressee: str | None
    reply_on: date | None
    issues: tuple[str, ...]
    relates_programme: str
    socially_significant: bool | None
    conflict: str | None
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """Of a deputy's side to a figure, a meeting or a request. What does not belong is empty."""

    mandate_id: int
    subject: Subject
    measure: str | None
    value: float | None
    day: date | None
    about: Names
    kind: ResponseKind
    words: str
    said_on: date
    decision: Decision | None
    because: str | None


@dataclass(frozen=True, slots=True)
class AssemblySize:
    slug: str
    name: Names
    level: str
    seats: int
    source: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    scope: Scope
    data_date: date | None
    seats: AssemblySize | None
    seats_single_mandate: int | None
    districts: int
    deputies: tuple[DeputyFacts, ...]
    factions: tuple[FactionFacts, ...]
    stated: Stated  # about the whole convocation
    elsewhere: Stated  # about all assemblies together
    other_periods: int  # figures that are stated for another period, and left out
    requests: tuple[RequestFacts, ...]
    assemblies: tuple[AssemblySize, ...]
    replies: tuple[Reply, ...] = ()

    @property
    def single_mandate(self) -> tuple[DeputyFacts, ...]:
        return tuple(one for one in self.deputies if not one.by_list)
