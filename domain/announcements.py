"""What the deputy's side announces, and what becomes of it."""

from enum import StrEnum
from typing import Final


class AnnouncementKind(StrEnum):
    MEETING = "meeting"
    RECEPTION = "reception"
    REPORT = "report"
    NEWS = "news"


class AnnouncementState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"  # by the deputy's side
    STOPPED = "stopped"  # by a coordinator


# What a deputy may publish in seven days; more would be noise, and people would leave.
PER_WEEK: Final = 5
