"""Words of promises and verdicts: neutral, and the same weight in each language."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from domain.promises import ChangeState, Decision, PromiseStatus, ResponseKind
from domain.records import ReturnReason
from handlers.common.screen import File, lines
from handlers.common.texts import Texts, marked
from services.promises.proofs import Proof
from services.promises.reading import Verdict
from services.promises.responses import Response

BRIEF = 160  # signs of a reply where a fact is one of many
STATUSES = {
    PromiseStatus.NOT_RATED: marked("Not rated"),
    PromiseStatus.IN_WORK: marked("Being worked on"),
    PromiseStatus.STALLED: marked("Stalled"),
    PromiseStatus.KEPT: marked("Kept"),
    PromiseStatus.COMPROMISE: marked("Kept in part, by a compromise"),
    PromiseStatus.NOT_KEPT: marked("Not kept"),
}
STATES = {
    ChangeState.PROPOSED: marked("It waits for a coordinator, and is not public."),
    ChangeState.WITH_DEPUTY: marked("It is confirmed; the deputy's side can reply before others."),
    ChangeState.PUBLIC: marked("It is public."),
    ChangeState.RETURNED: marked("It was returned."),
    ChangeState.WITHDRAWN: marked("It was withdrawn."),
}
RETURNED_FOR = {
    ReturnReason.NO_EVIDENCE: marked("The evidence does not show it"),
    ReturnReason.LINK_DEAD: marked("The link does not open"),
    ReturnReason.WRONG_DEPUTY: marked("It is about another deputy"),
    ReturnReason.WRONG_DATE: marked("The date does not fit the source"),
    ReturnReason.NOT_NEUTRAL: marked("The words are not neutral"),
    ReturnReason.PERSONAL_DATA: marked("It holds personal data of others"),
    ReturnReason.UNCLEAR: marked("It is not clear what is meant"),
}
OPINION = marked(
    "<i>A status is the opinion of volunteers by the stated method, with its evidence. "
    "It is no legal finding.</i>"
)


def status(_: Texts, found: PromiseStatus) -> Markup:
    return Markup("<b>{}</b>").format(_(STATUSES[found]))


def verdict(_: Texts, found: Verdict) -> Markup:
    """Status, why, on what evidence; beside it what the deputy's side says."""
    return lines(
        _("Status: {status}", status=status(_, found.status)),
        _("Since {day}", day=_.date(found.published_on)) if found.published_on else None,
        _("Why: {reason}", reason=found.reason),
        proofs(_, found.proofs),
        *beside(_, found.responses),
        _("The deputy is not in this bot and was not told before it was public.")
        if found.reached is False
        else None,
        _("The deputy's side was told and has not replied here.")
        if found.reached and not found.responses and found.state is ChangeState.PUBLIC
        else None,
    )


def proofs(_: Texts, found: Sequence[Proof]) -> Markup | None:
    """Links can be tapped; files are shown by a button."""
    if not found:
        return None
    return lines(_("Evidence:"), *(_proof(_, n, one) for n, one in enumerate(found, 1)))


def _proof(_: Texts, n: int, one: Proof) -> Markup:
    if one.url:
        what = Markup("{}").format(one.url)
    elif one.kind == "photo":
        what = _("photo")
    else:
        what = _("document {name}", name=one.file_name or "")
    return Markup("{}. {}").format(n, what)


def beside(_: Texts, found: Iterable[Response]) -> list[Markup]:
    """Beside the fact, each with its day."""
    return [response(_, one) for one in found]


def response(_: Texts, one: Response) -> Markup:
    heading = (
        _("<b>The deputy's side answers</b>, {day}:", day=_.day(one.written_at))
        if one.kind is ResponseKind.ANSWER
        else _("<b>The deputy's side disagrees</b>, {day}:", day=_.day(one.written_at))
    )
    return lines(
        heading,
        Markup("<blockquote>{}</blockquote>").format(one.text),
        _("Attached: {n}", n=len(one.proofs)) if one.proofs else None,
        _decided(_, one),
    )


def brief(_: Texts, found: Sequence[Response]) -> Markup | None:
    """Where a fact is one of many: the last word of the deputy's side, shortened."""
    if not found:
        return None
    last = found[-1]
    words = " ".join(last.text.split())
    cut = words if len(words) <= BRIEF else f"{words[: BRIEF - 1]}…"
    said = (
        _("The deputy's side answers: “{words}”", words=cut)
        if last.kind is ResponseKind.ANSWER
        else _("The deputy's side disagrees: “{words}”", words=cut)
    )
    return Markup("<i>{}</i>").format(lines(said, _decided(_, last)))


def _decided(_: Texts, one: Response) -> Markup | None:
    if one.waits:
        return _("A coordinator has not decided about it yet.")
    if one.decision is Decision.UPHELD:
        return _("A coordinator agreed with the deputy's side.")
    if one.decision is Decision.REJECTED:
        return _("A coordinator left it as it is: {reason}", reason=one.because or "")
    return None


def files(found: Iterable[Proof]) -> tuple[File, ...]:
    return tuple(File(one.kind, one.file_id) for one in found if one.file_id)


def all_files(found: Verdict) -> tuple[File, ...]:
    """Of the verdict and of what is said to it."""
    said = [proof for one in found.responses for proof in one.proofs]
    return files([*found.proofs, *said])
