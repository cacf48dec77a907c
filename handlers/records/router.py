"""Which act of a recorder leads where; and the registers for everybody."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart, StateFilter

from handlers.common.deep_links import MEETING_LINK, REQUEST_LINK, id_link
from handlers.common.fact_links import (
    EditRecord,
    LogAnnounced,
    OpenCopies,
    OpenCopy,
    OpenHistory,
    OpenLog,
    OpenRecord,
    OpenRegister,
)
from handlers.common.typed import WORDS
from handlers.records import callbacks as taps
from handlers.records import copies, fields, filling, home, promises, registers, sending
from handlers.records.desk import hand_over_desks
from handlers.records.states import Logging

SAID = WORDS | F.photo | F.document
HERE = StateFilter(Logging.filling)


def router() -> Router:
    found = Router(name="records")
    for observer in (found.message, found.callback_query):
        observer.middleware(hand_over_desks)
    _home(found)
    _fields(found)
    _registers(found)
    found.callback_query.register(sending.send, taps.Send.filter())
    found.callback_query.register(sending.send_as_same, taps.SendAsSame.filter())
    found.message.register(home.cancel, Command("cancel"), HERE)
    found.message.register(filling.first, StateFilter(Logging.home), SAID)
    found.message.register(filling.location, HERE, F.location)
    found.message.register(filling.take, HERE, SAID)
    found.include_router(promises.router())
    found.message.register(filling.unusable, StateFilter(Logging), ~F.text)
    return found


def _home(found: Router) -> None:
    found.message.register(home.command, Command("log"))
    found.callback_query.register(home.open_log, OpenLog.filter())
    found.callback_query.register(home.begin, taps.BeginRecord.filter())
    found.callback_query.register(home.log_announced, LogAnnounced.filter())
    found.callback_query.register(home.another, taps.Another.filter())
    found.callback_query.register(home.add_reply, taps.AddReply.filter())
    found.callback_query.register(home.open_mine, taps.OpenMine.filter())
    found.callback_query.register(home.edit, EditRecord.filter())
    found.callback_query.register(home.discard, taps.Discard.filter())


def _fields(found: Router) -> None:
    found.callback_query.register(fields.ask, taps.AskField.filter())
    found.callback_query.register(fields.more, taps.MoreFields.filter())
    found.callback_query.register(fields.guessed, taps.Guessed.filter())
    found.callback_query.register(fields.pick_deputy, taps.PickDeputy.filter())
    found.callback_query.register(fields.pick_place, taps.PickPlace.filter())
    found.callback_query.register(fields.pick_day, taps.PickDay.filter())
    found.callback_query.register(fields.choose, taps.Choose.filter())
    found.callback_query.register(fields.clear, taps.ClearField.filter())
    found.callback_query.register(fields.touch, taps.Touch.filter())
    found.callback_query.register(fields.remove_evidence, taps.RemoveEvidence.filter())
    found.callback_query.register(fields.show_files, taps.ShowFiles.filter())


def _registers(found: Router) -> None:
    found.message.register(registers.meetings, Command("meetings"))
    found.message.register(registers.requests, Command("requests"))
    for kind in (MEETING_LINK, REQUEST_LINK):
        link = CommandStart(deep_link=True, magic=F.args.regexp(id_link(kind)))
        found.message.register(registers.linked_record, link)
    found.callback_query.register(registers.open_register, OpenRegister.filter())
    found.callback_query.register(registers.open_record, OpenRecord.filter())
    found.callback_query.register(registers.show_files, taps.ShowRecordFiles.filter())
    found.callback_query.register(registers.open_history, OpenHistory.filter())
    found.callback_query.register(copies.shelf, OpenCopies.filter())
    found.callback_query.register(copies.hand_out, OpenCopy.filter())
