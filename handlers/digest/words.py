"""Words that several parts of the digest share."""

from markupsafe import Markup

from domain.announcements import AnnouncementKind
from handlers.common.texts import marked

KINDS: dict[str, str] = {
    AnnouncementKind.MEETING: marked("Meeting"),
    AnnouncementKind.RECEPTION: marked("Reception"),
    AnnouncementKind.REPORT: marked("Report to voters"),
    AnnouncementKind.NEWS: marked("News"),
}


def linked(url: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, words)


def shortened(words: str, limit: int) -> str:
    """A text on one line."""
    plain = " ".join(words.split())
    return plain if len(plain) <= limit else f"{plain[: limit - 1].rstrip()}…"
