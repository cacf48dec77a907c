"""What promises are about, in words."""

from handlers.common.texts import marked

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
