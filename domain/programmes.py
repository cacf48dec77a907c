"""What can be known about an election programme."""

from enum import StrEnum


class Availability(StrEnum):
    OPEN = "open"
    AFTER_REQUEST = "after_request"
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"


class ProgrammeKind(StrEnum):
    OWN = "own"
    OWN_PLUS_PARTY = "own_plus_party"
    PARTY = "party"
    NO_DATA = "no_data"
    UNKNOWN = "unknown"
