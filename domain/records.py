"""Facts that people record: what they are about, where they come from, how they are reviewed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import TransitionRefused


class RecordKind(StrEnum):
    MEETING = "meeting"
    REQUEST = "request"
    EVENT = "event"  # a step in the search for a programme


class RecordState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"  # waits for a coordinator
    ACCEPTED = "accepted"
    RETURNED = "returned"
    MERGED = "merged"  # the same fact was recorded twice
    WITHDRAWN = "withdrawn"


class RecordAction(StrEnum):
    SUBMIT = "submit"
    ACCEPT = "accept"
    RETURN = "return"
    MERGE = "merge"
    WITHDRAW = "withdraw"


class ReturnReason(StrEnum):
    NO_EVIDENCE = "no_evidence"
    LINK_DEAD = "link_dead"
    WRONG_DEPUTY = "wrong_deputy"
    WRONG_DATE = "wrong_date"
    NOT_NEUTRAL = "not_neutral"
    PERSONAL_DATA = "personal_data"
    UNCLEAR = "unclear"


class SourceKind(StrEnum):
    """Where a fact was met."""

    SITE = "site"  # of the assembly
    SOCIAL = "social"
    MEDIA = "media"
    PRESENCE = "presence"  # the activist was there
    REPORT = "report"  # an imported report
    REPLY = "reply"  # the deputy's side said so


class MeetingFormat(StrEnum):
    MEETING = "meeting"
    RECEPTION = "reception"
    ONLINE = "online"
    WORK_COLLECTIVE = "work_collective"
    REPORT = "report"  # the deputy reported to voters
    FIELD_VISIT = "field_visit"
    OTHER = "other"


class Issue(StrEnum):
    """Socially significant issues, as the method of the monitoring lists them."""

    REFORMS = "reforms"
    HUMAN_RIGHTS = "human_rights"
    BUDGET = "budget_transparency"
    MEDIA = "freedom_of_speech_media"
    GENDER = "gender_equality"
    WOMEN = "womens_rights"
    DOMESTIC_VIOLENCE = "domestic_violence"
    ECOLOGY = "ecology"


class Relation(StrEnum):
    """How a fact touches a promise, or a request the programme."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    IMPLIED = "implied"  # the source says so of all requests together
    NOT_STATED = "not_stated"


class ProgrammeEventKind(StrEnum):
    FOUND = "found"
    ASKED = "asked"
    CAME = "came"
    DEAD_LINK = "dead_link"
    PARTY_NAMED = "party_named"  # the party's programme was named instead
    REFUSED = "refused"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class _Step:
    sources: frozenset[RecordState]
    target: RecordState


def _step(target: RecordState, *sources: RecordState) -> _Step:
    return _Step(frozenset(sources), target)


_R = RecordState
STEPS: Final = {
    RecordAction.SUBMIT: _step(_R.SUBMITTED, _R.DRAFT, _R.RETURNED),
    RecordAction.ACCEPT: _step(_R.ACCEPTED, _R.SUBMITTED),
    RecordAction.RETURN: _step(_R.RETURNED, _R.SUBMITTED, _R.ACCEPTED),
    RecordAction.MERGE: _step(_R.MERGED, _R.SUBMITTED, _R.ACCEPTED),
    RecordAction.WITHDRAW: _step(_R.WITHDRAWN, _R.DRAFT, _R.SUBMITTED, _R.RETURNED),
}


def after(state: RecordState, action: RecordAction) -> RecordState:
    """The state after `action`. Raises TransitionRefused."""
    step = STEPS[action]
    if state not in step.sources:
        raise TransitionRefused(state, action, "state")
    return step.target
