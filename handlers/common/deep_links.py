"""Deep links: `/start d_12` and the like, and the pages that share them."""

from urllib.parse import quote

# Kinds of deep links: `_.link(CARD_LINK, mandate_id)`.
CARD_LINK = "d"
PROGRAMME_LINK = "p"
APPEAL_LINK = "a"  # the author's own
CASE_LINK = "c"  # of the deputy's side
WAITING_LINK = "w"  # of a coordinator
PROMISE_LINK = "u"
ANNOUNCEMENT_LINK = "e"
MEETING_LINK = "m"
REQUEST_LINK = "q"
RECEIPT_LINK = "v"  # verifies a receipt: number and secret word


def linked_id(args: str | None) -> int:
    """The id in `/start a_12`; a router's pattern has seen to the form."""
    return int((args or "").partition("_")[2])


def id_link(kind: str) -> str:
    """The pattern of such a deep link."""
    return rf"^{kind}_[0-9]{{1,9}}$"


def share_link(link: str, text: str) -> str:
    """A link that lets a person choose a chat to share `link` with."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text, safe='')}"
