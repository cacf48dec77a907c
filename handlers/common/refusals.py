"""Why somebody may not do something, or not now, and the way out."""

from handlers.common.texts import marked

# About a record; by the reason of NotAllowed.
BARRED = {
    "tied_by_author": marked("The author says that the letter is about this promise: it stays."),
    "own_record": marked("You recorded this yourself, so another coordinator has to look at it."),
    "own_staff": marked(
        "You work for a deputy whom this is about, so another coordinator has to look at it."
    ),
}

# A step of a case; by the reason of TransitionRefused.
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
    "open_closed": marked(
        "The letter is closed, so nobody could join it any more: it stays as it is."
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

# As much as goes for now; by the limit of LimitReached.
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
