"""Which act of a coordinator leads where."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart, StateFilter

from handlers.common.answer_desk import Desk
from handlers.common.answering import AnsweringSteps
from handlers.common.deep_links import WAITING_LINK, id_link
from handlers.common.links import OpenReview, OpenWaiting
from handlers.common.texts import marked
from handlers.common.typed import WORDS, only_words
from handlers.coordination import callbacks as taps
from handlers.coordination import cases, deciding, held, passing
from handlers.coordination.states import Deciding, PassingOn, Recording
from services.appeals import handover, reading

DESK = Desk(
    state=Recording.writing,
    tap=taps.Record,
    case=lambda appeal_id: OpenWaiting(appeal_id=appeal_id),
    heading=marked("<b>The answer that came to {number}</b>"),
    hint=marked("Please send the document or a photo of it, and copy its words here as well."),
    needs_file=True,
    read=reading.coordinated,
    send=handover.send_recorded,
    after=cases.recorded,
)


def router() -> Router:
    found = Router(name="coordination")
    held.register(found)
    link = F.args.regexp(id_link(WAITING_LINK))
    found.message.register(cases.linked_case, CommandStart(deep_link=True, magic=link))
    found.message.register(cases.review_command, Command("review"))
    found.callback_query.register(cases.open_review, OpenReview.filter())
    found.callback_query.register(cases.open_case, OpenWaiting.filter())
    found.callback_query.register(cases.show_files, taps.ShowFiles.filter())
    found.callback_query.register(cases.why_dates, taps.WhyDates.filter())
    found.callback_query.register(cases.text_to_pass_on, taps.TextToPassOn.filter())
    _passing(found)
    _deciding(found)
    found.include_router(AnsweringSteps(DESK).router())
    return found


def _passing(found: Router) -> None:
    found.callback_query.register(passing.ask_way, taps.PassOn.filter())
    found.callback_query.register(passing.ask_day, taps.PickWay.filter())
    found.callback_query.register(passing.pick_day, taps.PickDay.filter())
    found.callback_query.register(passing.no_reference, taps.NoReference.filter())
    found.message.register(passing.cancel, Command("cancel"), StateFilter(PassingOn))
    found.message.register(passing.type_day, StateFilter(PassingOn.day), WORDS)
    found.message.register(passing.type_reference, StateFilter(PassingOn.reference), WORDS)
    found.message.register(only_words, StateFilter(PassingOn), ~F.text)


def _deciding(found: Router) -> None:
    found.callback_query.register(deciding.ask_reason, taps.Decide.filter())
    found.callback_query.register(deciding.ask_words, taps.PickReason.filter())
    found.callback_query.register(deciding.without_words, taps.WithoutWords.filter())
    found.message.register(deciding.cancel, Command("cancel"), StateFilter(Deciding))
    found.message.register(deciding.with_words, StateFilter(Deciding), WORDS)
    found.message.register(only_words, StateFilter(Deciding), ~F.text)
