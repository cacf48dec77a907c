"""The words of an appeal: its states, kinds, topics, outcomes and ways.

How it goes from state to state stands in `domain.life_cycle`.
"""

from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    HELD = "held"  # a coordinator looks at it before it is registered
    RETURNED = "returned"
    JOINED = "joined"
    REGISTERED = "registered"
    UNDELIVERABLE = "undeliverable"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    IN_WORK = "in_work"
    CLARIFICATION = "clarification"  # the author was asked; the answer's clock stands
    REDIRECTED = "redirected"
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    DISPUTED = "disputed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    ANONYMISED = "anonymised"


# Never registered: no number, no deadline, nobody but the author (and whoever checks it) knows it.
UNREGISTERED = frozenset({State.DRAFT, State.HELD, State.RETURNED, State.JOINED})
# Registered, and the case still waits for somebody.
OPEN = frozenset(
    {
        State.REGISTERED,
        State.UNDELIVERABLE,
        State.DELIVERED,
        State.ACKNOWLEDGED,
        State.IN_WORK,
        State.CLARIFICATION,
        State.REDIRECTED,
        State.ANSWERED,
        State.DISPUTED,
    }
)
# The deputy's side owes an answer and its clock runs.
AWAITING_ANSWER = frozenset(
    {
        State.REGISTERED,
        State.DELIVERED,
        State.ACKNOWLEDGED,
        State.IN_WORK,
        State.DISPUTED,
    }
)
# What the inbox of the deputy's side lists: an answer is owed, or an author's reply is awaited.
IN_INBOX = AWAITING_ANSWER | {State.CLARIFICATION}
# Such a letter may be tied to promises, and is counted with them.
COUNTS_FOR_PROMISES = frozenset(State) - UNREGISTERED - {State.WITHDRAWN, State.ANONYMISED}
# Nothing follows, except that a closed case may be reopened once.
FINAL = frozenset({State.CLOSED, State.WITHDRAWN, State.JOINED, State.MERGED, State.ANONYMISED})


class Closing(StrEnum):
    """Why a case was closed."""

    SILENT = "silent"  # nobody said whether the answer helped; not counted as a success
    SOLVED = "solved"
    PARTLY = "partly"
    DISPUTED = "disputed"
    NO_REPLY = "no_reply"
    REDIRECTED = "redirected"
    NOT_DELIVERABLE = "not_deliverable"


class HoldReason(StrEnum):
    """Why a letter is looked at by a person before it is registered."""

    BURST = "burst"  # many look-alikes in a short time
    FLOOD = "flood"
    THREAT = "threat"


class ReturnReason(StrEnum):
    """Why a held letter goes back to its author; a fixed list, so that it is never a whim."""

    NO_SUBSTANCE = "no_substance"
    INSULTS = "insults"
    THREAT = "threat"
    ADVERTISING = "advertising"
    REPEATED = "repeated"
    OTHERS_DATA = "others_data"  # holds personal data of somebody else


class Visibility(StrEnum):
    PRIVATE = "private"
    SUMMARY = "summary"
    TEXT = "text"


class Kind(StrEnum):
    HELP = "help"
    COMPLAINT = "complaint"
    PROPOSAL = "proposal"
    QUESTION = "question"
    THANKS = "thanks"
    PROGRAMME = "programme"  # asks the deputy for the election programme


class Topic(StrEnum):
    """Few enough to stand on one screen with the kinds."""

    HOUSING = "housing"
    ROADS = "roads"
    HEALTH = "health"
    SCHOOL = "school"
    SOCIAL = "social"
    WORK = "work"
    ECOLOGY = "ecology"
    LAW = "law"
    OTHER = "other"


class Outcome(StrEnum):
    SOLVED = "solved"
    PARTLY = "partly"
    EXPLAINED = "explained"
    REFUSED = "refused"
    OUTSIDE = "outside"  # outside the deputy's competence


class Way(StrEnum):
    """How an appeal reached, or an answer came from, a deputy who is not in the bot."""

    LETTER = "letter"
    E_OTINISH = "e_otinish"
    RECEPTION = "reception"
    MAIL = "mail"
    OTHER = "other"
