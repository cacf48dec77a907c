"""requests.yaml: deputy requests with those who signed them."""

from typing import Final

from domain.records import Issue, RecordState, Relation, SourceKind
from services.importing import cells
from services.importing.sheet import (
    IN_TERM,
    OF_MANDATE,
    SOURCE,
    TERM,
    TEXTS,
    Part,
    Sheet,
    may,
    must,
    same,
)

_OF_INITIATOR: Final = ("initiator", *IN_TERM)
_OWN: Final = (
    "slug", "signatories_complete", "signatories_stated", "is_group", "sent_on", "period_from",
    "period_to", "addressee", "body", "issues", "relates_programme", "socially_significant",
    "reply_on", "reply", "conflict",
)  # fmt: skip


def _defaults(row: dict[str, str]) -> None:
    """What a request is unless it says otherwise."""
    row["signatories_complete"] = row["signatories_complete"] or "yes"
    row["is_group"] = row["is_group"] or "no"
    row["relates_programme"] = row["relates_programme"] or Relation.NOT_STATED


REQUESTS: Final = Sheet(
    {
        "slug": must(cells.slug),
        **TERM,
        "initiator": may(cells.slug),
        "signatories_complete": may(cells.yes_or_no),
        "signatories_stated": may(cells.count),
        "is_group": may(cells.yes_or_no),
        "sent_on": may(cells.day),
        "period_from": may(cells.day),
        "period_to": may(cells.day),
        "addressee": may(cells.text),
        **TEXTS,
        "body": may(cells.text),
        "url": may(cells.url),
        "issues": may(cells.several(cells.one_of(*Issue)), empty=[]),
        "relates_programme": may(cells.one_of(*Relation)),
        "socially_significant": may(cells.yes_or_no),
        "reply_on": may(cells.day),
        "reply": may(cells.text),
        "conflict": may(cells.text),
        **SOURCE,
    },
    (
        Part(
            "request",
            same(*_OWN, *TEXTS, *SOURCE) | {"source_url": "url"},
            {"convocation_id": IN_TERM, "initiator_id": _OF_INITIATOR},
            constants={"state": RecordState.ACCEPTED, "source_kind": SourceKind.REPORT},
        ),
    ),
    any_of=tuple(TEXTS),
    complete=_defaults,
)
SIGNATORIES: Final = Sheet(
    {"slug": must(cells.slug), "deputy": must(cells.slug), **TERM},
    (Part("signatory", {}, {"request_id": ("slug",), "mandate_id": OF_MANDATE}),),
)
# Beside the list of signatories, what stands at the top of the file for all requests.
FOR_ALL: Final = ("assembly", "convocation", "period_from", "period_to")
