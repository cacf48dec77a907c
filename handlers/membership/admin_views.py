"""The coordinator's desk: people, invitations, convocations."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from domain.election import ElectionPeriod
from handlers.common.fact_links import OpenTable
from handlers.common.links import OpenCalendar
from handlers.common.navigation import home_row, pager
from handlers.common.role_words import role_label
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.membership.callbacks import (
    Admin,
    Broadcasts,
    ChooseRole,
    Gaps,
    Invitations,
    OpenInvitation,
    OpenRole,
    People,
    Terms,
    WithdrawInvitation,
    WithdrawRole,
)
from services.grants import Holder
from services.open_invites import Invitation


@dataclass(frozen=True, slots=True)
class Desk:
    """Figures of the first screen. `dead` is None for coordinators of single assemblies."""

    people: int
    invitations: int
    gaps: int
    dead: int | None
    elections: Sequence[tuple[ElectionPeriod, bool]] = ()
    told_to_many: bool = False


def desk(_: Texts, data: Desk) -> Screen:
    dead = data.dead
    return Screen(
        lines(
            _("<b>People and data</b>"),
            _("People with a role: {n}", n=data.people),
            _("Invitations not used yet: {n}", n=data.invitations),
            _("Gaps in the data: {n}", n=data.gaps),
            _("Messages that failed: {n} (see <code>dead-letters</code>)", n=dead)
            if dead
            else None,
            *_elections(_, data),
        ),
        rows=(
            (Button(_.label("Invite"), tap=ChooseRole()),),
            (
                Button(_.label("People"), tap=People()),
                Button(_.label("Invitations"), tap=Invitations()),
            ),
            (Button(_.label("Gaps in the data"), tap=Gaps()),),
            (Button(_.label("Who takes appeals"), tap=Terms()),),
            (Button(_.label("Monitoring table"), tap=OpenTable()),),
            (
                Button(_.label("Working days"), tap=OpenCalendar()),
                *(
                    (Button(_.label("Messages to many"), tap=Broadcasts()),)
                    if data.told_to_many
                    else ()
                ),
            ),
            home_row(_),
        ),
    )


def _elections(_: Texts, data: Desk) -> list[Markup]:
    """Whether verdicts, comparisons and announcements are closed, and for how long."""
    if not any(in_force for _period, in_force in data.elections):
        first = _("Election mode: off")
    else:
        first = _("<b>Election mode: on.</b> Closed: verdicts, comparisons, announcements")
    return [first, *(_period(_, one) for one, _in_force in data.elections)]


def _period(_: Texts, one: ElectionPeriod) -> Markup:
    return _(
        "{assembly}: {first} – {last} ({source})",
        assembly=one.assembly or _.label("All assemblies"),
        first=_.short_date(one.first),
        last=_.short_date(one.last),
        source=one.source,
    )


def people(_: Texts, found: list[Holder], page: int, total: int) -> Screen:
    rows = tuple(
        (
            Button(
                _.label(
                    "{index}. {role}",
                    index=index,
                    role=role_label(_, one.scope),
                ),
                tap=OpenRole(grant_id=one.grant_id),
                choice=index,
            ),
        )
        for index, one in enumerate(found, start=1)
    )
    text = _("<b>People with a role</b>") if found else _("Nobody has a role yet.")
    return Screen(
        lines(text, *(_person(_, index, one) for index, one in enumerate(found, start=1))),
        rows=(*rows, *pager(_, page, total, lambda to: People(page=to)), home_row(_, Admin())),
    )


def _person(_: Texts, index: int, one: Holder) -> object:
    return _(
        "{index}. {role}. Person #{person}, since {day}",
        index=index,
        role=role_label(_, one.scope),
        person=one.user_id,
        day=_.short_date(one.since.astimezone(_.zone).date()),
    )


def role(_: Texts, one: Holder, back: CallbackData | None) -> Screen:
    """One role: the question before it is taken back."""
    withdraw = Button(_.label("Withdraw the role"), tap=WithdrawRole(grant_id=one.grant_id))
    return Screen(
        lines(
            _("<b>{role}</b>", role=role_label(_, one.scope)),
            _(
                "Person #{person}, since {moment}",
                person=one.user_id,
                moment=_.moment(one.since),
            ),
            "",
            _("If you withdraw the role, it ends at once, and the person is told."),
        ),
        rows=((withdraw,), home_row(_, back)),
    )


def withdrawn(_: Texts, one: Holder, back: CallbackData | None) -> Screen:
    return Screen(
        _(
            "The role has ended: <b>{role}</b>, person #{person}.",
            role=role_label(_, one.scope),
            person=one.user_id,
        ),
        rows=(home_row(_, back),),
    )


def invitations(_: Texts, found: list[Invitation], page: int, total: int) -> Screen:
    rows = tuple(
        (
            Button(
                _.label("{index}. {role}", index=index, role=role_label(_, one.scope)),
                tap=OpenInvitation(invite_id=one.id),
                choice=index,
            ),
        )
        for index, one in enumerate(found, start=1)
    )
    text = (
        _("<b>Invitations not used yet</b>\nTap one to withdraw it.")
        if found
        else _("All invitations are used or expired.")
    )
    return Screen(
        text,
        rows=(
            *rows,
            *pager(_, page, total, lambda to: Invitations(page=to)),
            home_row(_, Admin()),
        ),
    )


def invitation(_: Texts, one: Invitation) -> Screen:
    withdraw = WithdrawInvitation(invite_id=one.id)
    return Screen(
        lines(
            _("Invitation: <b>{role}</b>", role=role_label(_, one.scope)),
            _("It works until {moment}.", moment=_.moment(one.expires_at)),
        ),
        rows=(
            (Button(_.label("Withdraw the invitation"), tap=withdraw),),
            home_row(_, Invitations()),
        ),
    )
