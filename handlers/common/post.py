"""What goes to a group: news of a case, and the card that its topic begins with."""

from dataclasses import dataclass

from handlers.common.screen import Screen

TITLE_LIMIT = 128


@dataclass(frozen=True, slots=True)
class Post:
    """`opening`: the case is new, so the card is the news."""

    appeal_id: int
    title: str
    card: Screen
    news: Screen
    opening: bool
