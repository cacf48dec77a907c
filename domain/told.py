"""One fact that sources tell differently, as the data files write it down.

"initiator kuspan [report (ru), line 1] / signatory kuspan [report (kk), line 2]": each telling says
what, about whom, and in brackets where. What does not have this form stays plain words.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    INITIATOR = "initiator"
    SIGNATORY = "signatory"
    TOLD = "told"
    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Telling:
    what: What
    person: str | None  # slug
    source: str


_TELLING = re.compile(r"(initiator|signatory|told|not told)(?: ([a-z0-9_.-]+))? \[(.+)\]")


def tellings(conflict: str) -> tuple[Telling, ...]:
    """Empty where it is written in plain words."""
    found = [_TELLING.fullmatch(part.strip()) for part in conflict.split(" / ")]
    if not all(found):
        return ()
    return tuple(Telling(What(one[1]), one[2], one[3]) for one in found if one)
