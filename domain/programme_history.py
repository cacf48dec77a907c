"""What an accepted step in the search for a programme says about the programme itself."""

from dataclasses import dataclass, replace

from domain.programmes import Availability, ProgrammeKind
from domain.records import ProgrammeEventKind as Step


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a programme."""

    availability: Availability
    kind: ProgrammeKind
    url: str | None


UNKNOWN = Standing(Availability.UNKNOWN, ProgrammeKind.UNKNOWN, None)
_READ = frozenset({Availability.OPEN, Availability.AFTER_REQUEST})
_NO_KIND = frozenset({ProgrammeKind.UNKNOWN, ProgrammeKind.NO_DATA})


def following(was: Standing, step: Step, link: str | None) -> Standing:
    """How the programme stands after one more accepted step.

    | step | what follows |
    |---|---|
    | found, changed | it is open, at the link that came along |
    | asked | nothing: an answer is awaited |
    | came | it is given after a request, unless it is open anyway |
    | refused | it is unavailable, unless it was read before |
    | dead link | the link goes; what was open is unknown now, since nobody has asked yet |
    | party named | its kind is the party's, unless another kind is known |
    """
    match step:
        case Step.FOUND | Step.CHANGED:
            return replace(was, availability=Availability.OPEN, url=link or was.url)
        case Step.CAME if was.availability is not Availability.OPEN:
            return replace(was, availability=Availability.AFTER_REQUEST)
        case Step.REFUSED if was.availability not in _READ:
            return replace(was, availability=Availability.UNAVAILABLE)
        case Step.DEAD_LINK:
            opened = was.availability is Availability.OPEN
            left = Availability.UNKNOWN if opened else was.availability
            return replace(was, availability=left, url=None)
        case Step.PARTY_NAMED if was.kind in _NO_KIND:
            return replace(was, kind=ProgrammeKind.PARTY)
        case _:
            return was
