"""Words for an appeal that the voter, the deputy's side and the coordinators share."""

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup

from domain.appeals import AWAITING_ANSWER, Kind, Outcome, State, Topic, Way
from handlers.common.due_words import days_left_words, explained
from handlers.common.screen import File, lines
from handlers.common.texts import Texts, marked
from services.appeals.files import StoredFile
from services.appeals.home import Home
from services.appeals.reading import PAGE, Case, Page, Row

__all__ = [
    "KINDS",
    "OUTCOMES",
    "STATES",
    "TOPICS",
    "WAYS",
    "dates",
    "days_left_words",
    "explained",
    "letter",
    "number",
    "numbered",
    "state_dates",
    "subject",
    "telegram_files",
]

KINDS = {
    Kind.HELP: marked("Request for help"),
    Kind.COMPLAINT: marked("Complaint"),
    Kind.PROPOSAL: marked("Proposal"),
    Kind.QUESTION: marked("Question"),
    Kind.THANKS: marked("Thanks"),
    Kind.PROGRAMME: marked("Request for the election programme"),
}

TOPICS = {
    Topic.HOUSING: marked("Housing and utilities"),
    Topic.ROADS: marked("Roads and transport"),
    Topic.HEALTH: marked("Health care"),
    Topic.SCHOOL: marked("Schools and kindergartens"),
    Topic.SOCIAL: marked("Social support"),
    Topic.WORK: marked("Jobs and pay"),
    Topic.ECOLOGY: marked("Land and ecology"),
    Topic.LAW: marked("Law and safety"),
    Topic.OTHER: marked("Another topic"),
}

STATES = {
    State.DRAFT: marked("Draft"),
    State.REGISTERED: marked("Registered"),
    State.UNDELIVERABLE: marked("Waiting for a coordinator to pass it on"),
    State.DELIVERED: marked("Delivered"),
    State.ACKNOWLEDGED: marked("Taken into work"),
    State.ANSWERED: marked("Answered"),
    State.CONFIRMED: marked("Solved"),
    State.PARTLY: marked("Partly solved"),
    State.DISPUTED: marked("Disputed"),
    State.WITHDRAWN: marked("Withdrawn"),
    State.HELD: marked("A coordinator looks at it first"),
    State.RETURNED: marked("Returned to be rewritten"),
    State.JOINED: marked("Joined to another letter"),
    State.IN_WORK: marked("In work"),
    State.CLARIFICATION: marked("A question to the author"),
    State.REDIRECTED: marked("Redirected"),
    State.MERGED: marked("Merged with another letter"),
    State.CLOSED: marked("Closed"),
    State.ANONYMISED: marked("Closed, the text was removed"),
}

OUTCOMES = {
    Outcome.SOLVED: marked("Solved"),
    Outcome.PARTLY: marked("Partly solved"),
    Outcome.EXPLAINED: marked("Explained"),
    Outcome.REFUSED: marked("Refused, with the reason"),
    Outcome.OUTSIDE: marked("Outside the deputy's competence"),
}

WAYS = {
    Way.LETTER: marked("Letter"),
    Way.E_OTINISH: marked("e-Otinish"),
    Way.RECEPTION: marked("Reception in person"),
    Way.MAIL: marked("Post or e-mail"),
    Way.OTHER: marked("Another way"),
}

_NOT_TAKEN_YET = frozenset({State.REGISTERED, State.DELIVERED})


class _Numbered(Protocol):
    @property
    def number(self) -> str: ...


class _Titled(Protocol):
    @property
    def kind(self) -> Kind: ...
    @property
    def topic(self) -> Topic | None: ...


class Letter(_Titled, Protocol):
    """What a letter is made of; a draft before it is sent has the same."""

    @property
    def text(self) -> str: ...
    @property
    def files(self) -> tuple[StoredFile, ...]: ...
    @property
    def sender_name(self) -> str | None: ...
    @property
    def sender_place(self) -> str | None: ...
    @property
    def home(self) -> Home | None: ...


def number(case: _Numbered) -> Markup:
    """The registration number; a tap copies it."""
    return Markup("<code>№ {}</code>").format(case.number)


def numbered(page: Page) -> list[tuple[int, Row]]:
    """The rows with their places in the whole list; a page beyond the end is the last one."""
    last = max(0, (page.total - 1) // PAGE)
    first = min(max(page.page, 0), last) * PAGE + 1
    return list(enumerate(page.rows, start=first))


def subject(_: Texts, case: _Titled) -> Markup:
    """Kind and topic: what it is about in a few words."""
    kind = _(KINDS[case.kind])
    if case.topic is None:
        return kind
    return Markup("{}. {}").format(kind, _(TOPICS[case.topic]))


def letter(_: Texts, case: Letter, *, signed: bool = True) -> Markup:
    """The appeal as the deputy's side sees it: the words as they were written, and who signed.

    Not `signed`: nothing is said of the signature.
    """
    return lines(
        Markup("<b>{}</b>").format(subject(_, case)),
        "",
        _body(_, case),
        "",
        _signature(_, case) if signed else None,
        _("Place: {place}", place=case.sender_place) if case.sender_place else None,
        _home(_, case.home),
        _.n("{n} file is attached.", "{n} files are attached.", len(case.files))
        if case.files
        else None,
    )


def _signature(_: Texts, case: Letter) -> Markup:
    return _("Signed: {name}", name=case.sender_name) if case.sender_name else _("Not signed")


def _body(_: Texts, case: Letter) -> Markup:
    if case.text:
        return Markup("{}").format(case.text)
    if case.kind is Kind.PROGRAMME:
        return _("A voter asks you for your election programme.")
    return _("There is no text; the letter is in the files.")


def _home(_: Texts, home: Home | None) -> Markup:
    if home is None:
        return _("The voter has not said which district is theirs.")
    if home.same:
        return _("A voter of district {district}.", district=home.number)
    return _("A voter of another district: {district}.", district=home.number)


def dates(_: Texts, case: Case) -> Markup:
    """When it was registered and what is due when; or who has to act before the clocks start."""
    taken = case.state not in _NOT_TAKEN_YET
    return lines(
        _("Registered on {day}", day=_.date(case.registered_on)),
        _("To be taken into work by {day}", day=_.date(case.acknowledge.due))
        if case.acknowledge and not taken
        else None,
        _answer_date(_, case),
        _(
            "The clocks wait until a coordinator has passed it on; that is due by {day}.",
            day=_.date(case.handover.due),
        )
        if case.handover and case.state is State.UNDELIVERABLE
        else None,
    )


def _answer_date(_: Texts, case: Case) -> Markup | None:
    if case.reply_by is not None:
        return _(
            "The clock stands until the author replies, by {day}.", day=_.date(case.reply_by.due)
        )
    if case.answer_by is None or case.state not in AWAITING_ANSWER:
        return None
    return _("To be answered by {day}", day=_.date(case.answer_by.due))


def state_dates(_: Texts, case: Case) -> Markup | None:
    """The second clock, where the author sent it through e-Otinish too."""
    if case.e_otinish is None:
        return None
    return _(
        "In e-Otinish since {day}, № {number}. A state body has to answer by {due}: by law, "
        "article 76 of the Code.",
        day=_.date(case.e_otinish.since),
        number=case.e_otinish.number,
        due=_.date(case.e_otinish.due.due),
    )


def telegram_files(stored: Iterable[StoredFile]) -> tuple[File, ...]:
    """Files as a screen sends them."""
    return tuple(File(one.kind, one.file_id) for one in stored)
