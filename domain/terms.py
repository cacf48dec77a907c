"""Terms in working days, as data with their sources.

No law that was found binds *deputies* to them, so the shipped basis is "standard": our own
standard, oriented on the source, never "by law". Only the term of state bodies is set by law. The
catalogs translate the identifiers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class RuleId(StrEnum):
    """What is due."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"
    REDIRECT = "redirect"
    HANDOVER = "handover"
    DISPUTE = "dispute"
    REOPENED = "reopened"
    CLARIFICATION = "clarification"
    HELD = "held"
    EXTENSION_NOTICE = "extension_notice"
    STATE_ANSWER = "state_answer"
    RIGHT_OF_REPLY = "right_of_reply"


class SourceId(StrEnum):
    """Where a term comes from: an article of the Code (350-VI of 29.06.2020), or ourselves."""

    CODE_ART_65 = "code_art_65"
    CODE_ART_76 = "code_art_76"
    OWN = "own"


class Basis(StrEnum):
    """What the product may say: "our standard, oriented on ..." or "by law"."""

    STANDARD = "standard"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Rule:
    """A term: `working_days` after day zero. `checked_on` is when the source was last read."""

    id: RuleId
    working_days: int
    source: SourceId
    basis: Basis = Basis.STANDARD
    checked_on: date = date(2026, 11, 21)

    def __post_init__(self) -> None:
        if self.working_days < 1:
            raise ValueError("a term has at least one working day")


_DEFAULTS: Final = (
    Rule(RuleId.ACKNOWLEDGEMENT, 3, SourceId.OWN),
    Rule(RuleId.ANSWER, 15, SourceId.CODE_ART_76),
    Rule(RuleId.REDIRECT, 3, SourceId.CODE_ART_65),
    Rule(RuleId.HANDOVER, 2, SourceId.OWN),
    Rule(RuleId.DISPUTE, 5, SourceId.OWN),
    Rule(RuleId.REOPENED, 10, SourceId.OWN),
    Rule(RuleId.CLARIFICATION, 15, SourceId.OWN),
    Rule(RuleId.HELD, 1, SourceId.OWN),
    Rule(RuleId.EXTENSION_NOTICE, 3, SourceId.CODE_ART_76),
    Rule(RuleId.RIGHT_OF_REPLY, 5, SourceId.OWN),
    # Through e-Otinish a letter reaches a state body, which the Code does bind.
    Rule(RuleId.STATE_ANSWER, 15, SourceId.CODE_ART_76, Basis.LAW),
)
RULES: Final[Mapping[RuleId, Rule]] = MappingProxyType({rule.id: rule for rule in _DEFAULTS})


def rules_with(working_days: Mapping[RuleId, int]) -> Mapping[RuleId, Rule]:
    """Change the lengths of shipped rules. A length changed by hand is ours, not its source's."""
    changed = {
        name: replace(RULES[name], working_days=days, source=SourceId.OWN, basis=Basis.STANDARD)
        for name, days in working_days.items()
        if days != RULES[name].working_days
    }
    return MappingProxyType({**RULES, **changed})
