"""Why something sent could not be used; by the reason of BadInput."""

from handlers.common.texts import marked

REASONS = {
    "no_document": marked("Please add the document with which the answer came, or a photo of it."),
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
