"""What people really type, and what is found: places with regions, people, numbers."""

import pytest

from domain.names import Names
from domain.roles import Actor
from services.directory import Deputy
from services.lookup import Meaning, search
from services.lookup_atlas import District, Place
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork

ONE = {
    # Numbers.
    "8": "No. 8",
    "№8": "No. 8",
    "№ 8": "No. 8",
    "округ 8": "No. 8",
    "8-ші округ": "No. 8",
    "District 8": "No. 8",
    "депутат 8 округа": "No. 8",
    # People, in every spelling met in the sources, and with slips.
    "Сабильянов": "Nurtai Sabilyanov",
    "Сабилянов": "Nurtai Sabilyanov",
    "Саблянов": "Nurtai Sabilyanov",
    "Sabilyanov": "Nurtai Sabilyanov",
    "сабільянов": "Nurtai Sabilyanov",
    "депутат Сабильянов": "Nurtai Sabilyanov",
    "Нуртай Сабильянов": "Nurtai Sabilyanov",
    "базарбек": "Bakytzhan Bazarbek",
    "Б. Базарбек": "Bakytzhan Bazarbek",
    "Базарбек Бақытжан": "Bakytzhan Bazarbek",
    "Құспан": "Abzal Kuspan",
    "Куспан": "Abzal Kuspan",
    "Касқарауов": "Daniyar Kaskarauov",
    "Kaskarauov": "Daniyar Kaskarauov",
    "Мусралимова": "Aina Musralimova",
    "Мүсіралиева": "Aina Musralimova",
    "Турлыхан": "Daulet Turlykhanov",
    "Тумашанов": "L. Tumashinov",
    "Жарқынбек": "Zharkynbek Amantai",
    "Нұрымова Гүлдара": "Guldara Nurymova",
    # Cities, with their former names.
    "Семей": "Semey, Abai Region",
    "Semey": "Semey, Abai Region",
    "семи": "Semey, Abai Region",
    "Семипалатинск": "Semey, Abai Region",
    "кто депутат в Семее": "Semey, Abai Region",
    "маслихат Семей": "Semey, Abai Region",
    "Усть-Каменогорск": "Ust-Kamenogorsk, East Kazakhstan Region",
    "Өскемен": "Ust-Kamenogorsk, East Kazakhstan Region",
    "Oskemen": "Ust-Kamenogorsk, East Kazakhstan Region",
    "Устькаменогорск": "Ust-Kamenogorsk, East Kazakhstan Region",
    "Темірту": "Temirtau, Karaganda Region",
    "Кокчетав": "Kokshetau, Akmola Region",
    "Гурьев": "Atyrau, Atyrau Region",
    "Кустанай": "Kostanay, Kostanay Region",
    "Тараз": "Taraz, Zhambyl Region",
    # One district whichever is meant: nothing to ask.
    "Павлодар": "Pavlodar, Pavlodar Region",
    "Актобе": "Aktobe, Aktobe Region",
    # Republican cities and regions.
    "Алма-Ата": "Almaty city",
    "город Алматы": "Almaty city",
    "Нур-Султан": "Astana city",
    "Чимкент": "Shymkent city",
    "Абай облысы": "Abai Region",
    "Алматинская область": "Almaty Region",
    # Districts of cities and of regions.
    "Медеу": "Medeu, Almaty city",
    "Медеуский район": "Medeu, Almaty city",
    "Медеу Алматы": "Medeu, Almaty city",
    "Алматы, Медеуский район": "Medeu, Almaty city",
    "Наурызбай": "Nauryzbay, Almaty city",
    "Есиль Астана": "Esil, Astana city",
    "Аксу, Павлодарская область": "Aksu, Pavlodar Region",
    "Қордай": "Korday, Zhambyl Region",
}

SEVERAL = {
    "Абай": {
        "Abay, Karaganda Region",
        "Abay, Shymkent city",
        "Abay, Abai Region",
        "Abai Region",
    },
    "Абайский район": {"Abay, Karaganda Region", "Abay, Shymkent city", "Abay, Abai Region"},
    "Алматы": {"Almaty, Astana city", "Almaty city", "Almaty Region"},
    "Есиль": {"Esil, North Kazakhstan Region", "Esil, Astana city", "Esil, Akmola Region"},
    "Балхаш": {"Balkhash, Karaganda Region", "Balkhash, Almaty Region"},
    "Қарағанды": {"Karaganda, Karaganda Region", "Karaganda Region"},
    "Түркістан": {"Turkestan, Turkistan Region", "Turkistan Region"},
    "Даулет": {"Daulet Turlykhanov", "Daulet Mukaev"},
}

NONE = (
    "Москва",
    "спасибо",
    "asdfgh",
    "🙂",
    "777",
    "0",
    "99999",
    "'; DROP TABLE persons; --",
    "8 марта",
    "Здравствуйте, у нас во дворе третий месяц нет света, и никто не отвечает, помогите",
)


def named(meaning: Meaning) -> str:
    if isinstance(meaning, District):
        return f"No. {meaning.number}"
    if isinstance(meaning, Place):
        return f"{meaning.name.en}, {meaning.region.en}"
    names: Names = meaning.name
    return str(names.en)


@pytest.mark.parametrize(("text", "expected"), ONE.items(), ids=ONE)
async def test_one_clear_hit(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, text: str, expected: str
) -> None:
    found = await search(uow, actor, cache, text)
    assert [named(one) for one in found.meanings] == [expected]
    assert found.clear


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items(), ids=SEVERAL)
async def test_several_meanings(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, text: str, expected: set[str]
) -> None:
    found = await search(uow, actor, cache, text)
    assert {named(one) for one in found.meanings} == expected
    assert not found.clear


@pytest.mark.parametrize("text", NONE)
async def test_nothing(uow: UnitOfWork, actor: Actor, cache: LookupCache, text: str) -> None:
    assert not (await search(uow, actor, cache, text)).meanings


async def test_a_person_without_a_district_is_found_as_such(
    uow: UnitOfWork, actor: Actor, cache: LookupCache
) -> None:
    (found,) = (await search(uow, actor, cache, "Балабиев")).meanings
    assert isinstance(found, Deputy)
    assert found.district is None
    assert not found.elected_by_list
