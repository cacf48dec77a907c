"""What kinds of announcements and languages are called, and times of events."""

from datetime import datetime

from babel.dates import format_time

from domain.announcements import AnnouncementKind, AnnouncementState
from domain.names import FALLBACKS, Language, Names
from handlers.common.texts import Texts, marked

KINDS = {
    AnnouncementKind.MEETING: marked("Meeting with voters"),
    AnnouncementKind.RECEPTION: marked("Reception"),
    AnnouncementKind.REPORT: marked("Report to voters"),
    AnnouncementKind.NEWS: marked("News"),
}
STATES = {
    AnnouncementState.DRAFT: marked("draft"),
    AnnouncementState.PUBLISHED: marked("published"),
    AnnouncementState.CANCELLED: marked("cancelled"),
    AnnouncementState.STOPPED: marked("stopped by a coordinator"),
}
OWN_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
WRITTEN_IN = {
    Language.KK: marked("The author wrote this in Kazakh."),
    Language.RU: marked("The author wrote this in Russian."),
    Language.EN: marked("The author wrote this in English."),
}


def language_shown(texts: Names, language: Language) -> Language | None:
    """In which language a reader of `language` gets it."""
    return next((one for one in FALLBACKS[language] if getattr(texts, one)), None)


def clock(_: Texts, moment: datetime) -> str:
    return format_time(moment.astimezone(_.zone), "HH:mm", locale=_.language)


def span(_: Texts, start: datetime, end: datetime | None) -> str:
    """Date with weekday and the hours: "…, 18:30–20:00"."""
    if end is None:
        return _.moment(start)
    if end.astimezone(_.zone).date() != start.astimezone(_.zone).date():
        return f"{_.moment(start)} – {_.moment(end)}"
    return f"{_.moment(start)}–{clock(_, end)}"
