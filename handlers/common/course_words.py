"""What was done with an appeal on its way, in words that all sides share."""

from markupsafe import Markup

from handlers.common.screen import lines
from handlers.common.texts import Texts
from services.appeals.course import Asked, Course, Extended, Redirected
from services.appeals.reading import Case


def course(_: Texts, case: Case) -> Markup | None:
    """Questions with their replies, more time with its reason, redirection, who joined."""
    found = case.course
    parts = [
        _came_from(_, found),
        *(question(_, one) for one in found.asked),
        *(extended(_, one) for one in found.extended),
        redirected(_, found.redirected) if found.redirected else None,
        _("It was merged into {number}.", number=plain(found.merged_into))
        if found.merged_into
        else None,
        joined(_, found.supporters),
    ]
    told = [part for part in parts if part is not None]
    return lines(*(lines("", part) for part in told)) if told else None


def joined(_: Texts, supporters: int) -> Markup | None:
    if not supporters:
        return None
    return _.n("{n} more person asks the same.", "{n} more people ask the same.", supporters)


def plain(number: str) -> Markup:
    return Markup("<code>№ {}</code>").format(number)


def _came_from(_: Texts, found: Course) -> Markup | None:
    if found.came_from is None:
        return None
    return _("It was redirected here from {number}.", number=plain(found.came_from))


def question(_: Texts, asked: Asked) -> Markup:
    return lines(
        _("<b>A question to the author, {moment}</b>", moment=_.moment(asked.asked_at)),
        Markup("{}").format(asked.question),
        *(_reply(_, asked) if asked.replied_at else ()),
    )


def _reply(_: Texts, asked: Asked) -> tuple[object, ...]:
    assert asked.replied_at is not None  # noqa: S101 - for the type checker
    files = len(asked.files)
    return (
        _("<b>The author's reply, {moment}</b>", moment=_.moment(asked.replied_at)),
        asked.reply or _("There is no text; the reply is in the files."),
        _.n("{n} file is attached.", "{n} files are attached.", files) if files else None,
    )


def extended(_: Texts, one: Extended) -> Markup:
    return lines(
        _("<b>More time was taken: until {day}</b>", day=_.date(one.until)),
        _("Reason: {reason}", reason=one.reason),
    )


def redirected(_: Texts, one: Redirected) -> Markup:
    """Whereto, and under which letter or number it can be asked for there."""
    if one.child is not None and one.deputy is not None:
        return lines(
            _("<b>Redirected to deputy {name}</b>", name=_.name(one.deputy.name)),
            _("Its number there: {number}", number=plain(one.child)),
        )
    return lines(
        _("<b>Redirected to: {body}</b>", body=_.name(one.body)),
        _("Letter of redirection: {reference}", reference=one.reference) if one.reference else None,
        _("The letter is in the files.") if one.files else None,
    )
