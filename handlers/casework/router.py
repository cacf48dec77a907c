"""Which step of a case leads where."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.casework import (
    asking,
    choosing_deputy,
    deciding,
    extending,
    merging,
    redirecting,
    reply,
    steps,
    succession,
)
from handlers.casework import callbacks as taps
from handlers.casework import steps_views as views
from handlers.casework.states import Asking, Extending, Merging, Redirecting, Replying
from handlers.common.links import OpenSteps, OpenTimeRequest, ReplyToQuestion
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words

BUSY = StateFilter(Asking, Redirecting, Extending, Merging)


def router() -> Router:
    found = Router(name="casework")
    found.callback_query.register(steps.open_steps, OpenSteps.filter())
    found.message.register(cancel, Command("cancel"), BUSY)
    _asking(found)
    _redirecting(found)
    _extending(found)
    _merging(found)
    found.callback_query.register(succession.succeed, taps.Succeed.filter())
    found.callback_query.register(succession.stay, taps.Stay.filter())
    _replying(found)
    found.message.register(only_words, BUSY, ~F.text)
    return found


def _asking(found: Router) -> None:
    found.callback_query.register(asking.begin, taps.AskAuthor.filter())
    found.callback_query.register(asking.send, taps.SendQuestion.filter())
    found.message.register(asking.type_question, StateFilter(Asking.question), WORDS)


def _redirecting(found: Router) -> None:
    letter = StateFilter(Redirecting.letter)
    found.callback_query.register(redirecting.begin, taps.Redirect.filter())
    found.callback_query.register(redirecting.pick_body, taps.PickBody.filter())
    found.callback_query.register(redirecting.send_on, taps.SendOn.filter())
    found.callback_query.register(choosing_deputy.ask, taps.ToDeputy.filter())
    found.callback_query.register(choosing_deputy.pick, taps.PickDeputy.filter())
    found.message.register(redirecting.type_body, StateFilter(Redirecting.body), WORDS)
    found.message.register(redirecting.type_letter, letter, WORDS)
    found.message.register(redirecting.send_letter, letter, F.photo | F.document)
    found.message.register(redirecting.no_letter, letter, ~F.text)
    found.message.register(choosing_deputy.find, StateFilter(Redirecting.deputy), WORDS)


def _extending(found: Router) -> None:
    found.callback_query.register(extending.begin, taps.Extend.filter())
    found.callback_query.register(extending.pick_day, taps.PickUntil.filter())
    found.callback_query.register(extending.sure, taps.SureExtend.filter())
    found.callback_query.register(deciding.open_request, OpenTimeRequest.filter())
    found.callback_query.register(deciding.decide, taps.DecideTime.filter())
    found.message.register(extending.type_reason, StateFilter(Extending.reason), WORDS)
    found.message.register(extending.type_day, StateFilter(Extending.day), WORDS)


def _merging(found: Router) -> None:
    found.callback_query.register(merging.begin, taps.Merge.filter())
    found.callback_query.register(merging.pick, taps.PickTarget.filter())
    found.callback_query.register(merging.sure, taps.SureMerge.filter())
    found.message.register(merging.type_number, StateFilter(Merging.number), WORDS)


def _replying(found: Router) -> None:
    here = StateFilter(Replying.writing)
    found.callback_query.register(reply.begin, ReplyToQuestion.filter())
    found.callback_query.register(reply.start_over, taps.ReplyAnew.filter())
    found.callback_query.register(reply.send, taps.SendReply.filter())
    found.message.register(reply.cancel, here, Command("cancel"))
    found.message.register(reply.add_text, here, WORDS)
    found.message.register(reply.add_file, here, F.photo | F.document)
    found.message.register(reply.not_usable, here, ~F.text)
    found.edited_message.register(reply.edit, here, F.text | F.caption)


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    await state.clear()
    return views.left(texts, appeal_id)
