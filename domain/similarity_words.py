"""What the comparison of letters knows of words; all of it folded when it is loaded.

Beginnings of words stand for one matter in three languages: that is how a Kazakh letter about a
road meets a Russian one.
"""

from typing import Final

from domain.text import fold

# Words of courtesy and of grammar tell nothing of the matter.
STOP: Final = frozenset(
    fold(
        "здравствуйте добрый день уважаемый уважаемая депутат прошу просим просьба пожалуйста "
        "помогите помочь помощь нужно нужен нужна нужны надо очень уже еще опять снова вообще "
        "совсем просто это этот эта эти тот все всех всё нас нам наш наша нашей нашем наши мы я "
        "мне меня мой вы вас вам ваш они он она его ее их что как когда где кто чтобы если потому "
        "из за до от по при для без над под на в во с со к ко у о об и а но или же ли бы не ни нет "
        "был была было были будет есть можно нельзя который которая сами сам себе свой там тут "
        "здесь только даже лишь через возле около между рядом после вся весь целый постоянно "
        "каждый каждую начала пор ул улица улице улицы улицу дом доме дома адрес номер "
        "сделайте сделать примите меры разобраться больше "
        "сәлеметсіз бе құрметті сұраймыз сұраймын өтінеміз өтінемін өтініш беріңіз беріңіздер "
        "беріңіздерші берсеңіздер керек қажет және мен пен "
        "бен біз бізде біздің біздер маған менің "
        "сіз олар бұл осы сол ол бір бірде өте әбден "
        "тым да де деп үшін бойы бойынша дейін бері жоқ "
        "бар болды болып болса болған болмай емес "
        "тұр тұрмыз тұрған отыр отырмыз отырған жатыр жатқан "
        "жүр алмай алмайды алмаймыз алды қалды қалмады кетті кетуі кетеді келе көшесі көшесінде "
        "көшесіндегі көше үй үйде қашан ғана жаңа барлық әр күн сайын қап бір шара қолданыңыздар "
        "жасап жасаңыздар мүмкін "
        "the a an is are was were be been has have had "
        "not no do does did and or but of on in at to "
        "from for with by it its this that there we our us i my you your they their them he she "
        "his her please would could should can cannot need needs want very so too also because "
        "which who what when where since out up any none never every doesnt dont street st dear "
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday summer winter spring autumn"
    ).split()
)

# Units: the number before them counts something and is not the number of a house or a school.
UNITS: Final = tuple(
    fold(
        "год лет месяц недел день дня дней сут час минут тысяч тыс млн тенге км километр метр раз "
        "процент человек детей рубл жыл ай апта күн сағат минут мың теңге шақырым метр рет пайыз "
        "бала адам оқушы year month week day hour minute thousand tenge km kilomet met percent "
        "people child time ауысым смен shift"
    ).split()
)

# Words beside which a name stands.
NAME_FOLLOWS: Final = frozenset(
    fold(
        "улица улице улицы улицу ул проспект проспекте пр переулок пер микрорайон микрорайоне мкр "
        "село селе села посёлок поселке поселок аул ауле аула город городе трасса трассе деревня"
    ).split()
)
NAME_PRECEDES: Final = frozenset(
    fold(
        "көшесі көшесінде көшесіндегі көшесінің даңғылы даңғылында ауылы ауылында ауылындағы "
        "ауылының қаласы қаласында қаласындағы кенті кентінде ауданы ауданында өзені өзеніндегі "
        "өзенінің street avenue village square road"
    ).split()
)

# The case of "where" in Kazakh.
WHERE: Final = tuple(fold("да де дағы дегі тағы тегі").split())

# Beginnings of words in Kazakh, Russian and English, by the matter they speak of.
_MATTERS: Final = {
    "дорога": "дорог трасс жол road highway асфальт",
    "яма": "ям выбо шұңқыр ойы pothole hole",
    "ремонт": "ремонт отремонт почин чини жөнде repair mend fix",
    "свет": "свет освещ фонар шам жарық жары light lamp dark темн қараңғы",
    "ток": "электр напряжен ток electric power",
    "вода": "вод су суы суы ауыз water",
    "труба": "водопров труб құбыр pipe",
    "тепло": "отоплен тепл батаре жылу heating радиат",
    "мусор": "мусор свалк отход қоқыс қоқы garbage rubbish trash waste landfill",
    "школа": "школ мектеп school",
    "садик": "садик сад балабақша kindergarten",
    "очередь": "очеред кезек queue waiting",
    "больница": "больниц поликлин аурухан емхан hospital clinic",
    "врач": "врач терапевт доктор дәрігер doctor",
    "автобус": "автобус маршрут bus route",
    "связь": "интернет internet онлайн",
    "мост": "мост көпір bridge",
    "собака": "собак псы ит итт иттер dog",
    "дым": "дым смог түтін smoke",
    "зарплата": "зарплат оклад жалақы айлық salary wage",
    "пенсия": "пенси зейнетақы pension",
    "лифт": "лифт lift elevator",
    "крыша": "крыш кровл шатыр төбе roof",
    "площадка": "площадк алаң playground",
    "парковка": "парков стоянк тұрақ parking",
    "машина": "машин авто көлік car",
    "снег": "снег сугроб қар snow",
    "скот": "скот мал малға cattle",
    "пастбище": "пастбищ жайылым pasture",
    "кладбище": "кладбищ зират cemetery",
    "авария": "авари дтп апат accident crash",
    "ребенок": "дет ребен бала child kid школьник",
    "дождь": "дожд жаңбыр rain",
    "горячий": "горяч ыстық hot",
    "учитель": "учител педагог мұғалім teacher",
    "светофор": "светофор бағдаршам traffic",
    "лекарство": "лекарств препарат инсулин ингалятор дәрі medicine drug insulin inhaler",
    "питание": "питани столов еда асхана тамақ canteen meal food",
    "пособие": "пособи выплат асп жәрдемақы allowance benefit",
    "стипендия": "стипенди шәкіртақы scholarship stipend",
    "пандус": "пандус ramp",
    "газ": "газ gas",
    "шум": "шум шу noise",
    "дерево": "дерев ағаш tree",
    "канализация": "канализаци кәріз сточн sewer sewage",
    "тариф": "тариф цен баға price tariff",
    "жилье": "жиль квартир баспана тұрғын housing",
    "земля": "земл участ жер телім land",
    "спорт": "спорт стадион секци sport stadium",
    "поезд": "поезд вокзал электричк пойыз train station",
    "полиция": "полици участков полиция police",
    "налог": "налог салық tax",
    "паводок": "паводк наводнен затоп тасқын flood",
    "ферма": "ферм қожалық шаруа farm",
    "почта": "почт пошта post",
    "общежитие": "общежит жатақхана dormitor hostel",
    "стройка": "строит стройк құрылыс construct",
    "ветеринар": "ветеринар вет veterinar",
}
MATTERS: Final = {
    fold(beginning): matter for matter, words in _MATTERS.items() for beginning in words.split()
}
LONGEST_BEGINNING: Final = max(map(len, MATTERS))

# What many letters of different matters share counts little.
WEAK: Final = frozenset(
    {"школа", "больница", "ребенок", "машина", "ремонт", "очередь", "стройка", "почта"}
)
WEAK_BEGINNINGS: Final = tuple(
    fold(
        "жител люд человек народ город сел аул поселк ауыл тұрғын халық қала village people "
        "недел месяц год лет ден дни вечер ноч втор трет четверт год жыл ай апта кеш түн "
        "month week year day night two three вторую третью два три екі үш екінші хожд ход езд "
        "хватает хватат жетіспе жетпей работ жұмыс work проблем post office двор аула"
    ).split()
)

_ENDINGS: Final = (
    "ами ями ого его ому ему ыми ими ой ей ый ий ая яя ое ее ые ие ую юю ых их ым им ом ем ам "
    "ям ах ях ов ев а я о е у ю ы и ь ать ять ить еть ует ают яют ит ат ят ет ут ют али или "
    "ила ала ло ли ться тся ешь ишь лар лер дар дер тар тер лары лері дары дері тары тері ның "
    "нің дың дің тың тің ға ге қа ке на не да де та те нда нде дан ден тан тен нан нен ны ні "
    "ды ді ты ті сы сі мыз міз ымыз іміз ыңыз іңіз ндағы ндегі дағы дегі тағы тегі мен бен "
    "пен ып іп п ing ed es s ly "
)
ENDINGS: Final = tuple(sorted({fold(one) for one in _ENDINGS.split()}, key=len, reverse=True))
