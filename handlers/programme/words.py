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

TOPICS = {
    "agriculture": marked("Agriculture"),
    "anticorruption": marked("Fight against corruption"),
    "citizen_needs": marked("Needs of citizens"),
    "digital_democracy": marked("Digital democracy"),
    "ecology": marked("Ecology"),
    "education": marked("Education"),
    "education_health": marked("Education and health care"),
    "housing_land": marked("Housing and land"),
    "industry": marked("Industry"),
    "infrastructure": marked("Infrastructure"),
    "interethnic_harmony": marked("Interethnic harmony"),
    "judiciary": marked("Courts"),
    "land_anticorruption": marked("Land and the fight against corruption"),
    "legislation": marked("Legislation"),
    "local_self_government": marked("Local self-government"),
    "safety": marked("Safety"),
    "salaries": marked("Salaries"),
    "social_policy": marked("Social policy"),
    "socio_economic": marked("Social and economic development"),
    "sport_culture": marked("Sport and culture"),
    "tourism": marked("Tourism"),
    "village": marked("Life in the village"),
    "water_irrigation": marked("Water and irrigation"),
}
OTHER_TOPIC = marked("Other promises")
