"""Every question of every conversation, for the stories of restarts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.records import acts
from tests.robustness.ways import author, coordinator, records, side
from tests.world import Someone, World


@dataclass(frozen=True)
class Step:
    """How somebody comes to this question, what they type there, and what they see then.

    `left` is what /cancel says instead.
    """

    come: Callable[[World], Awaitable[Someone]]
    types: str
    sees: str
    left: str = "What would you like to do?"


UNDONE = "Nothing was done"
LEFT_ALONE = "Nothing was decided."
KEEP = "Keep it for later or discard it?"
STEPS = {
    "Compose:topic": Step(author.at_topic, "Since May.", "Your text is kept.", KEEP),
    "Compose:text": Step(author.at_text, "Since May.", "The road is broken.\nSince May.", KEEP),
    "Compose:name": Step(author.at_name, "Aigul", "Signed: Aigul", KEEP),
    "Compose:summary": Step(
        author.at_summary, "The road to the school is broken.", "The public will see", KEEP
    ),
    "Compose:place": Step(author.at_place, "Zaisan", "Place: Zaisan", KEEP),
    "Opening:summary": Step(
        author.at_public_summary, "No light in Abai street.", "The public will see"
    ),
    "Dispute:reason": Step(author.at_dispute, "It is not.", "a coordinator are told"),
    "Answering:writing": Step(side.at_answer, "By us.", "So far: 20 characters", "not sent"),
    "Working:name": Step(side.at_short_name, "Dana", "see you as Dana"),
    "Working:note": Step(side.at_note, "Ask first.", "Ask first."),
    "Working:search": Step(side.at_search, "road", "Found: 1"),
    "Working:template": Step(side.at_template, "Roads\nIn May.", "The beginning of an answer."),
    "PassingOn:day": Step(coordinator.at_day, "24.11", "Under what number", "Nothing was noted."),
    "PassingOn:reference": Step(coordinator.at_reference, "ZT-77", "Noted.", "Nothing was noted."),
    "Recording:writing": Step(coordinator.at_record, "By us.", "So far: 20 characters", "not sent"),
    "Inviting:deputy": Step(coordinator.at_invited_deputy, "8", "Choose the deputy"),
    "Inviting:assembly": Step(coordinator.at_invited_assembly, "Mazhilis", "assembl"),
    "Asking:question": Step(side.at_question, "Which street?", "Which street?", UNDONE),
    "Redirecting:body": Step(side.at_body, "Akimat of Semey", "Akimat of Semey", UNDONE),
    "Redirecting:letter": Step(
        side.at_letter_there, "12-3", "Redirect to: Akimat of Semey?", UNDONE
    ),
    "Redirecting:sure": Step(side.at_last_look, "Yes, redirect", "The voter is told.", UNDONE),
    "Redirecting:deputy": Step(
        side.at_other_deputy, "Nobody of that name", "I find no deputy", UNDONE
    ),
    "Merging:number": Step(side.at_number_of_another, "the first one", "a number", UNDONE),
    "Extending:reason": Step(
        side.at_reason_for_time, "No estimate yet.", "Until which day?", UNDONE
    ),
    "Extending:day": Step(side.at_day_of_more_time, "23.12.2026", "December 23, 2026", UNDONE),
    "Exporting:number": Step(author.at_number_there, "ZT-77", "ZT-77"),
    "Verifying:number": Step(author.at_receipt_number, "MZH-2026-000001-U", "words"),
    "Verifying:words": Step(author.at_receipt_words, "badokite-sulamune", "no receipt"),
    "Replying:writing": Step(author.at_reply, "House 5.", "Abai street.\nHouse 5.", "not sent"),
    "Changing:day": Step(coordinator.at_changed_day, "4.12.2026", "Why?"),
    "Changing:reason": Step(coordinator.at_changed_reason, "Storm", "Where does it stand?"),
    "Changing:source": Step(coordinator.at_changed_source, "Order 77", "Order 77"),
    "GoingOn:words": Step(author.at_second_letter, "In May.", "This will be added to"),
    "Deciding:words": Step(coordinator.at_decision, "Look again.", "Sent back.", LEFT_ALONE),
    "Ordering:period": Step(
        coordinator.at_report_period, "1.1.2026 - 30.6.2026", "In which language?"
    ),
    "Filling:district": Step(coordinator.at_district, "29", "Noted: "),
    "Announcing:field": Step(
        records.at_announcement_text, "School 5", "When?", "All right, stopped."
    ),
    "Announcing:reason": Step(
        records.at_cancelling_reason, "The hall is closed.", "The reason: The hall is closed."
    ),
    "Logging:home": Step(records.at_what_is_logged, acts.LINK, "Meeting with voters: draft"),
    "Logging:filling": Step(
        records.at_record, "Sabilyanov", "Deputy: Nurtai Sabilyanov", "Keep this draft"
    ),
    "Proposing:reason": Step(
        records.at_status_reason, "It was opened.", "What shows it?", "Nothing was proposed."
    ),
    "Proposing:evidence": Step(
        records.at_evidence,
        "https://example.kz/a",
        "1. https://example.kz/a",
        "Nothing was proposed.",
    ),
    "Receiving:hours": Step(
        records.at_reception_hours, "27.11 10:00-11:25", "Where?", "All right, stopped."
    ),
    "Receiving:place": Step(records.at_reception_place, "Room 5", "How long is one visit?"),
    "Receiving:subject": Step(records.at_visit_subject, "Roads", "About: Roads"),
    "Responding:text": Step(
        records.at_response, "There were 400.", "There were 400.", "Nothing was sent."
    ),
    "Responding:look": Step(
        records.at_response_look, "In the hall.", "In the hall.", "Nothing was sent."
    ),
    "Reviewing:words": Step(
        records.at_return_words, "The post is of May.", "The recorder is told why.", LEFT_ALONE
    ),
    "Settling:reason": Step(
        records.at_settling, "The photos show it.", "It stays, with your reason.", LEFT_ALONE
    ),
    "Splitting:words": Step(records.at_promise_text, "Build a school", "4. Build a school"),
}
