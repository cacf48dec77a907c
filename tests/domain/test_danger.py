"""Danger is heard in three languages; a fire station is no fire."""

import pytest

from services import danger

DANGERS = {
    "Помогите, у нас пожар, горит третий этаж": "101",
    "Прямо сейчас горит соседний дом!": "101",
    "В подъезде сильно пахнет газом": "101",
    "Біздің үйде өрт шықты, көмектесіңіздер": "101",
    "Көрші үй жанып жатыр": "101",
    "орт шыкты тез келиндер": "101",
    "Our house is on fire": "101",
    "There is a gas leak in the building": "101",
    "Муж пьёт и бьет меня каждый день": "102",
    "Меня постоянно избивает сожитель": "102",
    "Бывший муж грозится меня убить": "102",
    "Отчим бьёт ребенка": "102",
    "Он сказал: убью тебя, я боюсь": "",
    "Күйеуім мені ұрып-соғады": "102",
    "Күйеуім күнде сабайды": "102",
    "Ол мені өлтіремін деп қорқытады": "102",
    "My husband beats me": "102",
    "He threatens to kill me and the children": "102",
    "Я больше не хочу жить": "150",
    "Долги такие, что хочется покончить с собой": "150",
    "Жить не хочется, никто не помогает": "150",
    "Өмір сүргім келмейді": "150",
    "Өлгім келеді, шаршадым": "150",
    "I want to die": "150",
    "Sometimes I think I will kill myself": "150",
}

QUIET = (
    "Пожарная часть в нашем селе закрыта второй год.",
    "В школе нет пожарной сигнализации и огнетушителей.",
    "Пожарный гидрант не работает.",
    "После пожара нам так и не дали жилье.",
    "В прошлом году был пожар, дом не восстановили.",
    "Фонари на улице не горят, свет в подъезде не горит.",
    "У светофора горит только красный свет.",
    "Горит одна лампа на весь двор.",
    "Ауылда өрт сөндіру бекеті жабылды.",
    "Мектепте өрт қауіпсіздігі сақталмаған.",
    "Былтыр болған өрт салдарынан үйсіз қалдық.",
    "The fire station in our village is closed.",
    "There is no fire alarm at school.",
    "Нужен центр для женщин, пострадавших от домашнего насилия.",
    "Просим принять закон против бытового насилия.",
    "Зорлықтан қорғау орталығы керек.",
    "We need a law on domestic violence.",
    "Вода бьет фонтаном из трубы.",
    "Забор бьет током, оголенный провод.",
    "Инфляция бьет рекорды.",
    "Не хочу жить в таком грязном дворе.",
    "I do not want to live next to a landfill.",
    "Убили собаку во дворе, нужен отлов.",
    "Дорога убитая, машины ломаются.",
    "Убитые подъезды никто не ремонтирует.",
    "Дети умирают от скуки, нет кружков.",
    "Жизнь в ауле умирает, молодежь уезжает.",
    "Ортада орын жоқ, орта мектепте 3 ауысым.",
    "Жарық жанбайды, шам жанып тұрған жоқ.",
    "The street lights do not burn at night.",
    "Prices are killing small business.",
)

THREATS = (
    "Если не сделаете дорогу, я вас убью",
    "Взорву ваш акимат",
    "Сделайте, иначе сожгу вашу машину",
    "Сені өлтіремін",
    "I will kill you",
    "Вам конец, я знаю где вы живёте",
)

NO_THREATS = (
    "Муж кричит, что убью тебя",
    "Ол мені өлтіремін деп қорқытады",
    "Если не сделаете дорогу, я напишу в прокуратуру",
    "Я буду жаловаться президенту!",
    "Дорогу взорвали при строительстве",
    "Сожгли мусор прямо во дворе",
    "Я убью себя",
    "Someone will be killed on this crossing",
    "This road will kill somebody one day",
    "Жол апатынан адам өлді",
)


@pytest.mark.parametrize(("text", "first"), DANGERS.items())
def test_danger_shows_whom_to_call(text: str, first: str) -> None:
    numbers = [one.number for one in danger.numbers_for(text)]
    assert numbers[:1] == ([first] if first else [])


@pytest.mark.parametrize("text", QUIET)
def test_words_that_only_sound_like_danger_stay_quiet(text: str) -> None:
    assert not danger.numbers_for(text)


@pytest.mark.parametrize("text", THREATS)
def test_threats_are_heard(text: str) -> None:
    assert danger.threatens(text)


@pytest.mark.parametrize("text", NO_THREATS)
def test_who_tells_of_a_threat_threatens_nobody(text: str) -> None:
    assert not danger.threatens(text)


def test_every_number_to_call_is_known_with_its_source() -> None:
    known = danger.lists()
    assert {number for one in known.dangers for number in one.call} <= set(known.numbers)
    assert set(known.numbers) == {"101", "102", "103", "111", "112", "150"}
