"""What is counted about deputies, factions and assemblies, and how figures hang together."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.programmes import Availability, ProgrammeKind


class Measure(StrEnum):
    """The measures that the project knows. A source may state others: they are shown as named."""

    REQUESTS_INITIATED = "requests_initiated"
    REQUESTS_SIGNED = "requests_signed"
    MEETINGS_INSIDE = "meetings_in_district"
    MEETINGS_OUTSIDE = "meetings_outside"
    MEETINGS_UNKNOWN = "meetings_unknown"
    RECEPTIONS = "receptions"
    MEMBERS = "members"
    REQUESTS = "requests"
    REQUESTS_PER_MEMBER = "requests_per_member"
    REQUESTS_SINGLE_MANDATE = "requests_of_single_mandate_deputies"
    WITHOUT_MEETINGS = "deputies_without_meetings"
    LOCAL_SEATS = "seats_of_city_and_district_maslikhats"
    REGIONAL_SEATS = "seats_of_regional_maslikhats"


BY_AVAILABILITY: Final[Mapping[Availability, str]] = {
    Availability.OPEN: "programmes_open",
    Availability.AFTER_REQUEST: "programmes_after_request",
    Availability.UNAVAILABLE: "programmes_unavailable",
    Availability.UNKNOWN: "programmes_availability_unknown",
}
BY_KIND: Final[Mapping[ProgrammeKind, str]] = {
    ProgrammeKind.OWN: "programmes_own",
    ProgrammeKind.OWN_PLUS_PARTY: "programmes_own_plus_party",
    ProgrammeKind.PARTY: "programmes_party",
    ProgrammeKind.NO_DATA: "programmes_no_data",
    ProgrammeKind.UNKNOWN: "programmes_kind_unknown",
}
# Seats of all assemblies of these levels together.
SEATS_OF_LEVELS: Final[Mapping[str, frozenset[str]]] = {
    Measure.LOCAL_SEATS: frozenset({"city", "district"}),
    Measure.REGIONAL_SEATS: frozenset({"region", "republican_city"}),
}
