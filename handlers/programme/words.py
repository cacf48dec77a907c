"""What is known about a programme, in plain words without a verdict."""

from domain.programmes import Availability, ProgrammeKind
from handlers.common.texts import marked

AVAILABILITY = {
    Availability.OPEN: marked("It can be read in open sources."),
    Availability.AFTER_REQUEST: marked("It was given after a request."),
    Availability.UNAVAILABLE: marked("It could not be obtained."),
    Availability.UNKNOWN: marked("Whether it can be read anywhere is not known."),
}

KINDS = {
    ProgrammeKind.OWN: marked("It is the deputy's own programme."),
    ProgrammeKind.OWN_PLUS_PARTY: marked(
        "It is the deputy's own programme together with theses of the party."
    ),
    ProgrammeKind.PARTY: marked("It is the programme of the party only."),
    ProgrammeKind.NO_DATA: marked("There are no data on what kind of programme it is."),
    ProgrammeKind.UNKNOWN: marked("What kind of programme it is, is not known."),
}

CONFIDENCE = {
    "high": marked("the source says so outright"),
    "medium-high": marked("very likely"),
    "medium": marked("likely, but not stated outright"),
    "low": marked("doubtful, the sources disagree"),
}
