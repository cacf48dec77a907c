"""Language and settings."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from domain.names import Language
from handlers.common.links import (
    ChooseLanguage,
    FindDeputy,
    OpenDigest,
    OpenFollowing,
    WriteAppeal,
)
from handlers.common.navigation import home_row
from handlers.common.role_words import role_label
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.settings.callbacks import (
    AskLeave,
    LeaveRole,
    MyData,
    OpenSettings,
    Privacy,
    RemoveHome,
    SetLanguage,
)
from services.grants import Holder
from services.personal_data import Home

# Each in its own language: whoever cannot read the screen finds their own.
OWN_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
MOST = 2  # districts and roles with a button of their own; a screen has eight rows


@dataclass(frozen=True, slots=True)
class Mine:
    """What the settings show."""

    homes: tuple[Home, ...]
    roles: tuple[Holder, ...]
    has_draft: bool
    follows: int
    digest_at: datetime | None  # None: switched off


def languages(_: Texts, toast: str | None = None) -> Screen:
    rows = tuple(
        (
            Button(
                f"{name} ✓" if language is _.language else name,
                tap=SetLanguage(language=language),
                choice=index,
            ),
        )
        for index, (language, name) in enumerate(OWN_NAMES.items(), start=1)
    )
    return Screen(
        lines(
            _("<b>Language: {name}</b>", name=OWN_NAMES[_.language]),
            _("The buttons, the messages and the command menu follow it at once."),
        ),
        rows=(*rows, home_row(_)),
        toast=toast,
    )


def settings(_: Texts, mine: Mine) -> Screen:
    """Eight rows at most: what there is more of can be reached one after the other."""
    find = _.label("Change my district") if mine.homes else _.label("Find my district")
    rows: list[tuple[Button, ...]] = [
        (Button(_.label("Language"), tap=ChooseLanguage()), Button(find, tap=FindDeputy())),
        (
            Button(_.label("What I follow"), tap=OpenFollowing()),
            Button(_.label("Weekly digest"), tap=OpenDigest()),
        ),
    ]
    rows += [
        (
            Button(
                _.label("Remove district {number}", number=home.district),
                tap=RemoveHome(assembly_id=home.assembly_id),
            ),
        )
        for home in mine.homes[:MOST]
    ]
    rows += [
        (Button(role_label(_, role.scope), tap=AskLeave(grant_id=role.grant_id)),)
        for role in mine.roles[:MOST]
    ]
    rows.append(
        (Button(_.label("Privacy"), tap=Privacy()), Button(_.label("My data"), tap=MyData()))
    )
    if mine.has_draft and len(rows) < 7:  # noqa: PLR2004 - the last of eight rows leads home
        rows.append((Button(_.label("Go on with the draft"), tap=WriteAppeal()),))
    return Screen(_summary(_, mine), rows=(*rows, home_row(_)))


def _summary(_: Texts, mine: Mine) -> Markup:
    homes = [
        _("My district: {number}, {assembly}", number=home.district, assembly=_.name(home.assembly))
        for home in mine.homes
    ]
    roles = [_("My role: {role}", role=role_label(_, role.scope)) for role in mine.roles]
    return lines(
        _("<b>Settings</b>"),
        _("Language: {name}", name=OWN_NAMES[_.language]),
        *(homes or [_("My district: not chosen yet")]),
        *roles,
        _("You follow: {n}", n=mine.follows),
        _("The next weekly digest: {moment}", moment=_.moment(mine.digest_at))
        if mine.digest_at
        else _("The weekly digest is switched off."),
        _("A draft of an appeal is kept for you.") if mine.has_draft else None,
    )


def ask_leave(_: Texts, role: Holder) -> Screen:
    leave = Button(_.label("Leave this role"), tap=LeaveRole(grant_id=role.grant_id))
    return Screen(
        lines(
            _("<b>{role}</b>", role=role_label(_, role.scope)),
            _("If you leave the role, it ends at once. A new invitation brings it back."),
        ),
        rows=((leave,), home_row(_, OpenSettings())),
    )


def left(_: Texts, role: Holder) -> Screen:
    return Screen(
        _("You have left the role: <b>{role}</b>.", role=role_label(_, role.scope)),
        rows=(home_row(_, OpenSettings()),),
    )
