"""Domain errors in words: the one place, the most specific first."""

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from domain.errors import (
    BadInput,
    CheckCharacterWrong,
    DomainError,
    ElectionTime,
    LimitReached,
    NotAllowed,
    NotFound,
    TransitionRefused,
)
from handlers.common.links import MyAppeals
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Notice, Screen, lines
from handlers.common.texts import Texts, marked

REASONS = {
    "empty": marked("There is no text in this message. Please write it in words."),
    "no_letters": marked("I cannot read this as a text. Please write it in words."),
    "too_long": marked("This is too long: at most {limit} characters. Please shorten it."),
    "letter_too_long": marked(
        "Together this is {length} characters; {limit} fit. What you wrote before is kept. "
        "Please send a shorter text."
    ),
    "takes_no_appeals": marked("Letters to this assembly are not taken here at present."),
    "edited_elsewhere": marked(
        "You changed an earlier message that is not part of this letter. The letter stays as it is."
    ),
    "no_outcome": marked("Please choose the outcome before you send the answer."),
    "handover_day": marked("The day must lie between {first} and {last}."),
    "too_short": marked("This is very short. Please write a little more."),
    "not_a_date": marked("I cannot read this as a date. An example: 25.11.2026."),
    "not_a_receipt": marked(
        "I cannot read a registration number in this. An example: MZH-2026-000001-U."
    ),
    "no_digits": marked("A number of e-Otinish has digits. Please type it as it stands there."),
    "day_too_far": marked("The day must lie between {first} and {last}."),
    "not_a_period": marked("I cannot read two days in this. An example: 01.01.2026 - 30.06.2026."),
    "period_backwards": marked("The last day is before the first one. Please type them again."),
    "already_off": marked("This is a day off already: {day}. There is nothing to change."),
    "already_worked": marked("This is a working day already: {day}. There is nothing to change."),
    "reason_lines": marked(
        "Please send one line in your language, or three lines: Kazakh, Russian, English. "
        "A dash stands for a language that you leave out."
    ),
    "no_summary": marked("Please write the summary first."),
    "another_draft": marked(
        "You have another letter that is not sent yet. Please send or discard it first, under "
        "/appeals; the text of this one is kept."
    ),
    "proof_missing": marked("Please add evidence first: a link, a photo or a document."),
    "proof_link": marked(
        "I cannot use this as evidence. Please send a whole link, for example "
        "https://example.kz/news/12, a photo or a document."
    ),
    "proof_size": marked(
        "This file is larger than {limit} MB. Please send a smaller one, or a link to it."
    ),
    "proof_type": marked(
        "I cannot take a file of this type. Photos, PDF, texts, tables and presentations fit."
    ),
    "proof_many": marked("{limit} pieces of evidence are there already; more do not fit."),
    "too_many_files": marked("At most {limit} files fit in one letter. The others were left out."),
    "name_taken": marked("A colleague is called {name} already. Please choose another name."),
    "too_many_templates": marked("There are {limit} templates; more do not fit. Delete one first."),
    "group_taken": marked("This group belongs to another deputy's workspace."),
    "title_taken": marked("There is a template called {title} already. Please name it otherwise."),
    "extend_late": marked(
        "The date has passed already, so it cannot be moved. Please answer as soon as you can."
    ),
    "extend_not_later": marked("The new day must be later than {due}."),
    "extend_too_far": marked(
        "This is too far: two months from the registration at most. The latest day: {latest}."
    ),
    "extend_day_off": marked("This is a day off. Please choose a working day until {latest}."),
    "merge_itself": marked("This is the appeal itself. Please choose another one."),
    "merge_nowhere": marked(
        "There is no appeal to this deputy under this number. Please check it in the list."
    ),
    "merge_closed": marked("That appeal is closed. Please choose one that is open."),
    "not_a_number": marked(
        "This does not look like a number of an appeal. An example: MZH-2026-000001-U."
    ),
    "redirect_no_letter": marked(
        "Please name the letter: its number and day, or send its photo or the document. "
        "Without it the voter cannot ask there."
    ),
    "redirect_same": marked("This is the deputy who has it already. Please choose another one."),
    "redirect_back": marked(
        "The appeal has come from this deputy. Please choose another one, "
        "or answer it and name the competent body."
    ),
    "wrong_file": marked("I can take photos and documents here. Please send the text in words."),
    "not_a_moment": marked(
        "I cannot read a day and a time in this. An example: 25.12 18:30, or 25.12 18:30-20:00."
    ),
    "moment_past": marked("This moment has passed already. Please type one that is still to come."),
    "moment_too_far": marked("This is more than a year away. Please check the year."),
    "end_before_start": marked("The end must be later than the beginning. Please type both again."),
    "hours_without_end": marked("Please type when it ends as well: 25.12 10:00-13:00."),
    "visit_length": marked(
        "A visit takes 10, 15, 20, 30 or 60 minutes. Please choose one of them."
    ),
    "visits_do_not_fit": marked(
        "No visit fits into these hours, or more than {limit}. Please change the hours."
    ),
    "announcement_unready": marked(
        "Something is missing still: the text, the day and time, or where it will be."
    ),
    "only_words": marked(
        "Here I can take only words. Please type them; photos and documents do not fit here."
    ),
    "not_a_link": marked(
        "I cannot read this as a link. Please send the whole address, "
        "for example https://example.kz/news/12."
    ),
    "record_unclear": marked(
        "I can use a link, a photo, a document, a date, a number, a name or a place here. "
        "/cancel leaves."
    ),
    "record_choose": marked("Please choose from the buttons."),
    "record_not_a_number": marked("I cannot read this as a number. An example: 40."),
    "record_day_ahead": marked("{day} is still ahead. Please name the day on which it happened."),
    "record_day_before": marked(
        "The deputy's mandate began on {day}. Please check the date or the deputy."
    ),
    "record_day_after": marked(
        "The deputy's mandate ended on {day}. Please check the date or the deputy."
    ),
    "record_reply_before": marked(
        "The request was sent on {day}; a reply cannot be older. Please check the date."
    ),
    "record_other_assembly": marked(
        "You record for another assembly, or this deputy belongs to another convocation. "
        "Please choose another deputy."
    ),
    "record_lacks": marked("Something is still missing. Open the draft to see what."),
    "signatory_is_initiator": marked(
        "This deputy began the request, so there is no need to name them among those who joined. "
        "Please name another one."
    ),
    "file_too_large": marked(
        "This file is larger than {limit} MB. Please send a smaller one, or a link to it."
    ),
    "file_type": marked("I cannot keep this kind of file. What fits: a photo or a file {types}."),
    "too_much_evidence": marked(
        "There are {limit} pieces of evidence; more do not fit. Remove one first."
    ),
}

# Why somebody may not decide about a record; by the reason of NotAllowed.
BARRED = {
    "own_record": marked("You recorded this yourself, so another coordinator has to look at it."),
    "own_staff": marked(
        "You work for a deputy whom this is about, so another coordinator has to look at it."
    ),
}

# Why a step of a case was refused, and the way out; by the reason of TransitionRefused.
REFUSED = {
    "succeed_gone": marked(
        "This cannot be handed to a successor any more. Open the letter to see how it stands."
    ),
    "propose_own_side": marked(
        "You work for this deputy, so others have to propose the status of these promises. "
        "What your side has to say stands beside each status."
    ),
    "change_open": marked(
        "A new status of this promise has been proposed already. "
        "When it is decided, the next one can be proposed."
    ),
    "status_same": marked(
        "This is the status that the promise has now. Please choose another one."
    ),
    "dispute_waits": marked(
        "You have disagreed with this already; a coordinator decides about it. "
        "An answer can be added meanwhile."
    ),
    "settle_own": marked(
        "You recorded or proposed this yourself, so another coordinator has to decide."
    ),
    "review_own": marked(
        "You proposed this yourself, so another coordinator has to look at it. "
        "Two different people agree before anything is public."
    ),
    "review_own_side": marked(
        "You work for this deputy, so another coordinator has to look at it."
    ),
    "extend_deputy_only": marked(
        "Only the deputy can take more time for an answer. Please ask the deputy to do it here."
    ),
    "extend_late": marked(
        "The date has passed already, so it cannot be moved. Please answer as soon as you can."
    ),
    "extend_nothing_left": marked(
        "No more time can be taken: an answer may take two months from the registration at most."
    ),
    "extend_asked": marked(
        "A coordinator has been asked for more time already. You will be told what is decided."
    ),
    "redirect_late": marked(
        "An appeal can be redirected within 3 working days of its receipt, and they are over. "
        'Please answer it: choose the outcome "Outside the deputy\'s competence" '
        "and name the competent body in the answer."
    ),
    "join_closed": marked(
        "That letter was closed meanwhile. Your own is kept under /appeals and can be sent."
    ),
    "reply_late": marked(
        "No reply came in time, so the letter was closed. If you still need an answer, "
        "open it: it can be taken up again once."
    ),
    "reply_given": marked("Your reply was sent already. You will be told what comes next."),
    "reply_not_needed": marked(
        "No reply is needed any more. Open the letter to see how it stands."
    ),
    "dispute_late": marked(
        "An answer can be disputed within 30 days; that time is over. What is possible: open a "
        "closed letter again, once, within 60 days of its closing; or write a new one."
    ),
    "write_again_once": marked(
        "The second letter of this case was sent already. What is possible: wait for the answer, "
        "open the letter again when it is closed, or write a new one."
    ),
    "reopen_late": marked(
        "A closed letter can be opened again within 60 days; that time is over. "
        "What is possible: write a new letter and name this number in it."
    ),
    "reopen_once": marked(
        "This letter was opened again once already. "
        "What is possible: write a new letter and name this number in it."
    ),
    "reopen_nobody": marked(
        "The deputy is still not reached by this bot, so nobody would get it. "
        "What is possible: e-Otinish, the deputy's reception, or the office of the assembly."
    ),
    "send_back_once": marked(
        "This case was sent back once already. What is possible: close the disagreement "
        "with a reason, or leave it to the deputy's side to answer."
    ),
}
STALE = marked("This has changed since the button was shown. Open it again to see how it stands.")


def explain(_: Texts, error: DomainError) -> list[Screen]:
    """What the person sees when a rule said no. Order matters: the most specific class first."""
    if isinstance(error, Notice):
        return [error.screen]
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return [Screen(words(_, error), rows=(home_row(_),), fresh=True)]
    return [Screen(_("This cannot be done now."), rows=(home_row(_),), fresh=True)]


def _wrong_number(_: Texts, error: DomainError) -> Markup:
    del error
    return _("This number does not look right. Please check it against your receipt.")


def _bad_input(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, BadInput)  # noqa: S101 - for the type checker
    words = REASONS.get(error.reason, marked("I cannot use this. Please send it another way."))
    facts = {
        name: _.date(value) if isinstance(value, date) else value
        for name, value in error.data.items()
    }
    return _(words, **facts)


def _not_found(_: Texts, error: DomainError) -> Markup:
    # The same words for "not there" and "not yours": a forged button learns nothing.
    del error
    return _("I cannot find this. It may have been removed, or it is not open to you.")


def _not_allowed(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, NotAllowed)  # noqa: S101 - for the type checker
    if error.reason == "own_mandate":
        return _(
            "You work for this deputy here, so the letter would come back to yourselves. "
            "You can write to every other deputy."
        )
    words = marked("This is not open to you now. Your rights may have changed.")
    return _(BARRED.get(error.reason or "", words))


def _refused(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, TransitionRefused)  # noqa: S101 - for the type checker
    return refusal_words(_, error)


def refusal_words(_: Texts, error: TransitionRefused) -> Markup:
    return _(REFUSED.get(error.reason, STALE))


LIMITS = {
    "receipts": marked(
        "There were too many wrong words for one hour. Receipts can be verified again on {moment}."
    ),
    "letters_apart": marked(
        "Letters go out with a pause between them. Yours is kept under /appeals; it can be sent on "
        "{moment}."
    ),
    "letters_a_day": marked(
        "You have sent as many letters as go out in a day. This one is kept under /appeals; "
        "it can be sent on {moment}."
    ),
    "letters_open": marked(
        "As many letters of yours as go at a time wait for this deputy's answer. The next one can "
        "be sent when one of them is answered or withdrawn. This one is kept under /appeals for "
        "7 days."
    ),
    "announcements_a_week": marked(
        "As much has been announced in seven days as people like to read. "
        "This one is kept as a draft; it can be published from {moment}."
    ),
    "visits_open": marked(
        "You have a visit booked with this deputy already. Move or cancel it to take another time."
    ),
}


def _limit(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, LimitReached)  # noqa: S101 - for the type checker
    words = LIMITS.get(error.limit, marked("This is as much as can be sent for now."))
    return _(words, moment=_.moment(error.until)) if error.until else _(words)


def _election(_: Texts, error: DomainError) -> Markup:
    assert isinstance(error, ElectionTime)  # noqa: S101 - for the type checker
    return _(
        "An election is under way, so this is closed until {day}. The constitutional law "
        "“On Elections in the Republic of Kazakhstan” lets only registered organisations hold "
        "polls about candidates, and nobody publish them from five days before the vote. This bot "
        "keeps out of campaigns altogether: no ratings, no verdicts, no comparisons, no "
        "announcements of deputies. Letters to deputies go on as usual.",
        day=_.date(error.last),
    )


_WORDS: tuple[tuple[type[DomainError], Callable[[Texts, DomainError], Markup]], ...] = (
    (CheckCharacterWrong, _wrong_number),
    (ElectionTime, _election),
    (BadInput, _bad_input),
    (NotFound, _not_found),
    (NotAllowed, _not_allowed),
    (TransitionRefused, _refused),
    (LimitReached, _limit),
)


def stopped(_: Texts) -> Screen:
    """In the middle of writing the letter went, or the role that gave access to it."""
    return Screen(
        lines(
            _("<b>I have stopped here.</b>"),
            _("What you were writing about is not open to you any more: it is gone or done with, "
              "or your role has ended. Your last message was not sent to anybody."),
        ),
        rows=((Button(_.label("My appeals"), tap=MyAppeals()),), home_row(_)),
        fresh=True,
    )  # fmt: skip


def kept_for_later(_: Texts, reference: int) -> Screen:
    """After three failures: honest, and with something to quote."""
    return Screen(
        _(
            "I could not work on this message. It is kept under {reference}, "
            "and the people who run this bot will look at it. You can go on meanwhile.",
            reference=f"#{reference}",
        ),
        rows=(home_row(_),),
        fresh=True,
    )


def slow_down(_: Texts) -> Screen:
    return Screen(_("That is too fast for me. Please wait half a minute and go on."), fresh=True)
