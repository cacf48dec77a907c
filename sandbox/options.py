"""What whoever starts the stand-in hands in: people, places, the clock."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

MoveClock = Callable[[datetime], Awaitable[None]]


def wall_clock() -> datetime:
    """Return the time of the machine, for who hands in no clock."""
    return datetime.now(UTC)  # noqa: TID251 - the stand-in has no clock of its own


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """A person who is there from the start; `note` stands under the name, such as a role."""

    id: int
    name: str
    language: str = "en"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A ready-made location to share."""

    name: str
    latitude: float
    longitude: float


@dataclass(slots=True)
class Options:
    """Settings of the stand-in and of its chat page."""

    people: list[PersonSpec] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    now: Callable[[], datetime] = wall_clock
    move_clock: MoveClock | None = None
    title: str = "Sandbox"
    notes: str | Mapping[str, str] = ""  # a line below the title; by language, or the same for all
