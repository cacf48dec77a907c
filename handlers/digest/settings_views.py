"""When the digest comes: day, hour, off."""

from babel.dates import get_day_names

from domain.digests import FIRST_HOUR, LAST_HOUR
from handlers.common.links import OpenDigest, OpenFollowing, SwitchDigest
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.digest.callbacks import ChooseDay, ChooseHour, SetDay, SetHour, SetQuiet
from services.digests.plans import Plan

DAYS = 7


def plan(_: Texts, found: Plan | None, toast: str | None = None) -> Screen:
    on = found is not None and found.next_at is not None
    return Screen(
        lines(_("<b>Weekly digest</b>"), *_words(_, found)),
        rows=(
            *(_choices(_, found) if on and found else ()),
            (
                Button(
                    _.label("Switch off") if on else _.label("Switch on"),
                    tap=SwitchDigest(on=not on),
                ),
            ),
            home_row(_, OpenFollowing()),
        ),
        toast=toast,
    )


def _words(_: Texts, found: Plan | None) -> tuple[object, ...]:
    what = _(
        "One message a week: what your deputy did, how your letters stand, what is announced in "
        "your district."
    )
    if found is None or found.next_at is None:
        return (what, _("It is switched off."))
    day = day_name(_, found.weekday)
    return (
        what,
        _("When: {day}, {hour}:00", day=day, hour=f"{found.hour:02}"),
        _("The next one: {moment}", moment=_.moment(found.next_at)),
        _("A week without news: nothing comes.")
        if found.quiet_when_empty
        else _("A week without news: one line says so."),
    )


def _choices(_: Texts, found: Plan) -> Rows:
    quiet = found.quiet_when_empty
    label = _.label("Tell me when there is no news") if quiet else _.label("Silence without news")
    return (
        (
            Button(_.label("Another day"), tap=ChooseDay()),
            Button(_.label("Another hour"), tap=ChooseHour()),
        ),
        (Button(label, tap=SetQuiet(quiet=not quiet)),),
    )


def days(_: Texts) -> Screen:
    buttons = [
        Button(f"{day + 1}. {day_name(_, day)}", tap=SetDay(weekday=day), choice=day + 1)
        for day in range(DAYS)
    ]
    return Screen(
        lines(_("<b>On which day?</b>"), _("Tap one, or just type its number.")),
        rows=(*in_pairs(buttons), home_row(_, OpenDigest())),
    )


def hours(_: Texts) -> Screen:
    buttons = [
        Button(f"{hour:02}:00", tap=SetHour(hour=hour), choice=hour)
        for hour in range(FIRST_HOUR, LAST_HOUR + 1)
    ]
    return Screen(
        lines(_("<b>At what hour?</b>"), _("Tap one, or just type the hour, for example 9.")),
        rows=(*in_pairs(buttons), home_row(_, OpenDigest())),
    )


def day_name(_: Texts, weekday: int) -> str:
    """0 is Monday."""
    name: str = get_day_names("wide", "stand-alone", _.language)[weekday]
    return name[:1].upper() + name[1:]
