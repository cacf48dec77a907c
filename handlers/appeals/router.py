"""Which act of the author leads where."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart, StateFilter

from handlers.appeals import callbacks as taps
from handlers.appeals import (
    carrying,
    cases,
    compose,
    going_on,
    joining,
    letter,
    openness,
    publicity,
    unregistered,
)
from handlers.appeals.states import Compose, Dispute, GoingOn
from handlers.common.deep_links import APPEAL_LINK, id_link
from handlers.common.links import AskProgramme, MyAppeals, OpenAppeal, WriteAppeal, WriteThis
from handlers.common.typed import WORDS, only_words


def router() -> Router:
    found = Router(name="appeals")
    openness.register(found)
    joining.register(found)
    unregistered.register(found)
    _compose(found)
    found.include_router(_letter())
    _cases(found)
    return found


def _compose(found: Router) -> None:
    found.message.register(compose.appeal_command, Command("appeal"))
    found.callback_query.register(compose.begin, WriteAppeal.filter())
    found.callback_query.register(carrying.write_this, WriteThis.filter())
    found.callback_query.register(carrying.add_carried, taps.AddCarried.filter())
    found.callback_query.register(compose.ask_programme, AskProgramme.filter())
    found.callback_query.register(compose.discard_and_start, taps.DiscardAndStart.filter())
    found.callback_query.register(compose.choose_kind, taps.ChooseKind.filter())
    found.callback_query.register(compose.choose_topic, taps.ChooseTopic.filter())
    found.callback_query.register(compose.change_topic, taps.ChangeTopic.filter())
    found.callback_query.register(compose.preview, taps.Preview.filter())
    found.callback_query.register(compose.send, taps.Send.filter())
    found.callback_query.register(compose.send_own, taps.SendOwn.filter())
    found.callback_query.register(compose.keep, taps.Keep.filter())
    found.callback_query.register(compose.discard, taps.Discard.filter())
    found.message.register(compose.cancel, Command("cancel"), StateFilter(Compose))


def _letter() -> Router:
    found = Router(name="the letter")
    for observer in (found.message, found.edited_message):
        observer.middleware(letter.show_the_way_back)
    publicity.register(found)
    found.callback_query.register(letter.change, taps.Change.filter())
    found.callback_query.register(letter.rewrite, taps.RewriteText.filter())
    found.callback_query.register(letter.ask_name, taps.SignName.filter())
    found.callback_query.register(letter.ask_place, taps.SignPlace.filter())
    found.callback_query.register(letter.remove_files, taps.RemoveFiles.filter())
    writing = StateFilter(Compose.text, Compose.topic)
    found.message.register(letter.add_text, writing, WORDS)
    found.message.register(letter.add_file, writing, F.photo | F.document)
    found.edited_message.register(letter.edit, writing, WORDS | F.caption)
    signature = StateFilter(Compose.name, Compose.place)
    found.message.register(letter.sign, signature, WORDS)
    found.message.register(letter.not_usable, writing, ~F.text)
    found.message.register(only_words, signature, ~F.text)
    return found


def _cases(found: Router) -> None:
    link = F.args.regexp(id_link(APPEAL_LINK))
    found.message.register(cases.linked_case, CommandStart(deep_link=True, magic=link))
    found.message.register(cases.appeals_command, Command("appeals"))
    found.callback_query.register(cases.my_appeals, MyAppeals.filter())
    found.callback_query.register(cases.more_letters, taps.MoreLetters.filter())
    found.callback_query.register(cases.open_case, OpenAppeal.filter())
    found.callback_query.register(cases.why_dates, taps.WhyDates.filter())
    found.callback_query.register(cases.history, taps.History.filter())
    found.callback_query.register(cases.in_full, taps.ShowLetter.filter())
    found.callback_query.register(cases.withdraw, taps.Withdraw.filter())
    found.callback_query.register(cases.solved, taps.Solved.filter())
    _after_the_answer(found)


def _after_the_answer(found: Router) -> None:
    found.callback_query.register(going_on.not_solved, taps.NotSolved.filter())
    found.message.register(going_on.dispute, StateFilter(Dispute.reason), WORDS)
    found.message.register(only_words, StateFilter(Dispute.reason), ~F.text)
    found.callback_query.register(going_on.ask_second_letter, taps.WriteAgain.filter())
    found.callback_query.register(going_on.ask_why_again, taps.Reopen.filter())
    found.callback_query.register(going_on.send, taps.SendWords.filter())
    found.message.register(going_on.write, StateFilter(GoingOn.words), WORDS)
    found.edited_message.register(going_on.edit, StateFilter(GoingOn.words))
    found.message.register(going_on.attach, StateFilter(GoingOn.words), F.photo | F.document)
    found.message.register(only_words, StateFilter(GoingOn.words), ~F.text)
