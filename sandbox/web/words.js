// What the page itself says, in three languages; the browser's language decides, a button changes it.

const WORDS = {
  en: {
    start: "Start", send: "Send", message: "Message", menu: "Menu", commands: "Commands of the bot",
    attach: "Attach", photo: "Photo or album", file: "File", location: "Location", contact: "My contact",
    otherContact: "Somebody's contact", block: "Block the bot", unblock: "Unblock the bot", language: "Language of the phone",
    addPerson: "Add a person", name: "Name", note: "Note", add: "Add", cancel: "Cancel", ok: "OK",
    hour: "+1 hour", day: "+1 day", tomorrow: "Tomorrow 09:00", set: "Set the clock", clock: "Clock", when: "When",
    trouble: "Make Telegram fail", next429: "Next message: 429, wait 5 s", next403: "Next message to {name}: 403 blocked",
    next502: "Next message: 502", cutOff: "Next message: answer lost", unreachable: "Unreachable for 10 s", clear: "No more faults",
    planned: "Planned: {what}", edited: "edited", typing: "is typing…", bot: "bot", place: "Place", latitude: "Latitude",
    longitude: "Longitude", phone: "Phone number", copied: "Copied", edit: "Edit", reply: "Reply", votes: "{n} votes",
    lost: "The sandbox does not answer. Trying again…", empty: "No messages yet. Press Start, as in Telegram.",
    ownPlace: "Other (numbers below)", closed: "closed", forward: "Forward to the bot",
    keyboard: "Keyboard of the bot", buttons: "Buttons of the message", copyIt: "copy", messages: "Messages with {name}", openChat: "Chat of {name}", more: "More", theme: "Page language",
    noCommands: "The bot has not set any commands", download: "Download", weekdays: "Sun Mon Tue Wed Thu Fri Sat",
  },
  ru: {
    start: "Старт", send: "Отправить", message: "Сообщение", menu: "Меню", commands: "Команды бота",
    attach: "Прикрепить", photo: "Фото или альбом", file: "Файл", location: "Место", contact: "Мой контакт",
    otherContact: "Чужой контакт", block: "Заблокировать бота", unblock: "Разблокировать бота", language: "Язык телефона",
    addPerson: "Добавить человека", name: "Имя", note: "Пометка", add: "Добавить", cancel: "Отмена", ok: "Хорошо",
    hour: "+1 час", day: "+1 день", tomorrow: "Завтра 09:00", set: "Перевести часы", clock: "Часы", when: "Когда",
    trouble: "Сломать Telegram", next429: "Следующее сообщение: 429, ждать 5 с", next403: "Следующее для {name}: 403, заблокирован",
    next502: "Следующее сообщение: 502", cutOff: "Следующее сообщение: ответ потерян", unreachable: "Недоступен 10 с", clear: "Убрать сбои",
    planned: "Будет: {what}", edited: "изменено", typing: "печатает…", bot: "бот", place: "Место", latitude: "Широта",
    longitude: "Долгота", phone: "Телефон", copied: "Скопировано", edit: "Изменить", reply: "Ответить", votes: "голосов: {n}",
    lost: "Песочница не отвечает. Пробую снова…", empty: "Сообщений пока нет. Нажмите «Старт», как в Telegram.",
    ownPlace: "Другое (числа ниже)", closed: "закрыт", forward: "Переслать боту",
    keyboard: "Клавиатура бота", buttons: "Кнопки сообщения", copyIt: "скопировать", messages: "Переписка: {name}", openChat: "Чат: {name}", more: "Ещё", theme: "Язык страницы",
    noCommands: "Бот не задал команд", download: "Скачать", weekdays: "вс пн вт ср чт пт сб",
  },
  kk: {
    start: "Бастау", send: "Жіберу", message: "Хабар", menu: "Мәзір", commands: "Боттың пәрмендері",
    attach: "Тіркеу", photo: "Фото немесе альбом", file: "Файл", location: "Орналасқан жер", contact: "Менің контактім",
    otherContact: "Басқаның контактісі", block: "Ботты бұғаттау", unblock: "Бұғаттан шығару", language: "Телефон тілі",
    addPerson: "Адам қосу", name: "Аты", note: "Белгі", add: "Қосу", cancel: "Бас тарту", ok: "Жақсы",
    hour: "+1 сағат", day: "+1 күн", tomorrow: "Ертең 09:00", set: "Сағатты қою", clock: "Сағат", when: "Қашан",
    trouble: "Telegram-ды бұзу", next429: "Келесі хабар: 429, 5 с күту", next403: "{name} үшін келесі хабар: 403, бұғатталған",
    next502: "Келесі хабар: 502", cutOff: "Келесі хабар: жауап жоғалады", unreachable: "10 с қолжетімсіз", clear: "Ақауларды алып тастау",
    planned: "Болады: {what}", edited: "өзгертілді", typing: "жазып жатыр…", bot: "бот", place: "Жер", latitude: "Ендік",
    longitude: "Бойлық", phone: "Телефон", copied: "Көшірілді", edit: "Өзгерту", reply: "Жауап беру", votes: "дауыс: {n}",
    lost: "Құмсалғыш жауап бермейді. Қайта көремін…", empty: "Әзірге хабар жоқ. Telegram-дағыдай «Бастау» батырмасын басыңыз.",
    ownPlace: "Басқа (сандар төменде)", closed: "жабық", forward: "Ботқа қайта жіберу",
    keyboard: "Боттың пернетақтасы", buttons: "Хабардың батырмалары", copyIt: "көшіру", messages: "{name}: хат алмасу", openChat: "{name} чаты", more: "Тағы", theme: "Бет тілі",
    noCommands: "Боттың пәрмендері жоқ", download: "Жүктеу", weekdays: "жс дс сс ср бс жм сб",
  },
};

const remembered = localStorage.getItem("language");
export const pageLanguage = WORDS[remembered] ? remembered
  : WORDS[navigator.language.slice(0, 2)] ? navigator.language.slice(0, 2) : "en";

export function choosePageLanguage(language) {
  localStorage.setItem("language", language);
  location.reload();
}

export function t(key, values = {}) {
  return (WORDS[pageLanguage][key] ?? WORDS.en[key]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
