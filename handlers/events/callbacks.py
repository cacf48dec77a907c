"""Taps about announcements."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.announcements import AnnouncementKind
from domain.names import Language


class Field(StrEnum):
    KK = "text_kk"
    RU = "text_ru"
    EN = "text_en"
    TIME = "time"
    PLACE = "place"
    LINK = "link"


TEXTS = {Language.KK: Field.KK, Language.RU: Field.RU, Language.EN: Field.EN}
LANGUAGES = {field: language for language, field in TEXTS.items()}


class BeginAnnouncement(CallbackData, prefix="e_begin"):
    mandate_id: int
    kind: AnnouncementKind


class AskField(CallbackData, prefix="e_ask"):
    """`guided`: the next question follows by itself."""

    ident: int
    field: Field
    guided: bool = False


class LeaveOut(CallbackData, prefix="e_out"):
    ident: int
    field: Field


class Preview(CallbackData, prefix="e_prev"):
    """As those who read in this language will see it."""

    ident: int
    language: Language


class ChangeIt(CallbackData, prefix="e_edit"):
    """What to change."""

    ident: int


class Publish(CallbackData, prefix="e_pub"):
    ident: int


class DropDraft(CallbackData, prefix="e_drop"):
    ident: int


class EndIt(CallbackData, prefix="e_end"):
    """Asks why it is cancelled, or stopped by a coordinator."""

    ident: int
    stop: bool = False


class Attend(CallbackData, prefix="e_come"):
    ident: int
    coming: bool


class CalendarFile(CallbackData, prefix="e_ics"):
    ident: int


class TookPlace(CallbackData, prefix="e_was"):
    ident: int
    it_did: bool


class OpenSlot(CallbackData, prefix="r_one"):
    ident: int


class BookVisit(CallbackData, prefix="r_book"):
    """`move`: in the place of the visit that is booked already."""

    ident: int
    move: bool = False


class CancelVisit(CallbackData, prefix="r_free"):
    ident: int


class SaySubject(CallbackData, prefix="r_subj"):
    ident: int


class NewTimes(CallbackData, prefix="r_new"):
    """The side opens times: asks for the hours."""

    mandate_id: int


class NoPlace(CallbackData, prefix="r_nopl"):
    mandate_id: int


class OpenTimes(CallbackData, prefix="r_open"):
    """So many minutes for each visit; hours and place are in the conversation."""

    mandate_id: int
    minutes: int


class CloseSlot(CallbackData, prefix="r_shut"):
    ident: int
    sure: bool = False
