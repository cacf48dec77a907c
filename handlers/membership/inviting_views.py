"""Making an invitation, and a deputy's own assistants."""

from datetime import datetime

from aiogram.filters.callback_data import CallbackData

from domain.roles import Role
from handlers.common.deep_links import share_link
from handlers.common.navigation import home_row, pager
from handlers.common.role_words import ROLES, role_label
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.membership.callbacks import (
    Admin,
    Assistants,
    ChooseRole,
    InviteAssistant,
    InviteForAssembly,
    InviteForDeputy,
    InviteTo,
    OpenRole,
)
from services.directory import Deputy
from services.grants import Holder
from services.invite_targets import Body
from services.invites import INVITED, NewInvitation


def roles(_: Texts) -> Screen:
    rows = tuple(
        (Button(_.label(ROLES[role]), tap=InviteTo(role=role), choice=index),)
        for index, role in enumerate(INVITED, start=1)
    )
    return Screen(_("Which role do you invite to?"), rows=(*rows, home_row(_, Admin())))


def ask_deputy(_: Texts) -> Screen:
    return Screen(
        _("Which deputy? Type the number of the district or the name."),
        rows=(home_row(_, ChooseRole()),),
    )


def deputies(_: Texts, role: Role, found: list[Deputy]) -> Screen:
    if not found:
        return Screen(
            _("I know no such deputy. Type the number of the district or a part of the name."),
            rows=(home_row(_, ChooseRole()),),
        )
    # Without numbers of their own: a number that is typed here is a district.
    rows = tuple(
        (Button(_deputy(_, one), tap=InviteForDeputy(role=role, mandate_id=one.mandate_id)),)
        for one in found
    )
    return Screen(
        _("Choose the deputy, or type another number or name."),
        rows=(*rows, home_row(_, ChooseRole())),
    )


def _deputy(_: Texts, one: Deputy) -> str:
    if one.district is None:
        return _.label("{name} ({assembly})", name=_.name(one.name), assembly=_.name(one.assembly))
    return _.label(
        "{name}, district {number} ({assembly})",
        name=_.name(one.name),
        number=one.district,
        assembly=_.name(one.assembly),
    )


def assemblies(_: Texts, role: Role, found: list[Body], *, every: bool) -> Screen:
    """`every`: the person who invites may give the role for all assemblies."""
    rows: Rows = tuple(
        (
            Button(
                _.name(one.name),
                tap=InviteForAssembly(role=role, assembly_id=one.id),
                choice=index,
            ),
        )
        for index, one in enumerate(found[:6], start=1)
    )
    if every:
        tap = InviteForAssembly(role=role, assembly_id=0)
        rows = ((Button(_.label("All assemblies"), tap=tap),), *rows)
    return Screen(
        _("For which assembly? Choose, or type its name.")
        if rows
        else _("I know no such assembly. Type a part of its name."),
        rows=(*rows[:7], home_row(_, ChooseRole())),
    )


def link(_: Texts, made: NewInvitation, back: CallbackData) -> Screen:
    """The link itself: shown once, it cannot be looked up again."""
    url = f"{_.chat_link}?start={made.token}"
    words_of_link = _.label("An invitation: {role}", role=role_label(_, made.scope))
    return Screen(
        lines(
            _("Invitation: <b>{role}</b>", role=role_label(_, made.scope)),
            _("<code>{url}</code>", url=url),
            _("It works once, until {moment}.", moment=_.moment(made.expires_at)),
            _(
                "Send it only to the person it is meant for: "
                "whoever accepts it first gets the role."
            ),
        ),
        rows=(
            (
                Button(_.label("Copy"), copy=url),
                Button(_.label("Share"), url=share_link(url, words_of_link)),
            ),
            home_row(_, back),
        ),
    )


def assistants(_: Texts, deputy: Deputy, found: list[Holder], page: int, total: int) -> Screen:
    rows = tuple(
        (
            Button(
                _.label("{index}. Person #{person}", index=index, person=one.user_id),
                tap=OpenRole(grant_id=one.grant_id),
                choice=index,
            ),
        )
        for index, one in enumerate(found, start=1)
    )
    ident = deputy.mandate_id
    return Screen(
        lines(
            _("<b>Assistants of {name}</b>", name=_.name(deputy.name)),
            _("They see the appeals to you and answer on your behalf."),
            None if found else _("No assistants yet."),
            *(_since(_, index, one.user_id, one.since) for index, one in enumerate(found, start=1)),
        ),
        rows=(
            *rows,
            *pager(_, page, total, lambda to: Assistants(mandate_id=ident, page=to)),
            (Button(_.label("Invite an assistant"), tap=InviteAssistant(mandate_id=ident)),),
            home_row(_),
        ),
    )


def _since(_: Texts, index: int, person: int, since: datetime) -> object:
    day = _.short_date(since.astimezone(_.zone).date())
    return _("{index}. Person #{person}, since {day}", index=index, person=person, day=day)
