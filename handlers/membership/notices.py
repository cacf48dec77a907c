"""News about roles: to coordinators when one is given, to the holder when it is taken back."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.errors import NotFound
from domain.roles import Actor, Role
from handlers.common.navigation import home_row
from handlers.common.role_words import role_label
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.membership.callbacks import InviteForDeputy, OpenRole
from services import grants
from services.appeals import desertion
from services.directory import deputy
from services.unit_of_work import UnitOfWork


async def role_granted(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    _ = texts
    one = await grants.holder(uow, actor, facts["grant_id"])
    if one.until is not None:
        raise NotFound("role")
    text = _(
        "A new role: <b>{role}</b>, person #{person}. If this is not as it should be, withdraw it.",
        role=role_label(_, one.scope),
        person=one.user_id,
    )
    look = Button(_.label("Look"), tap=OpenRole(grant_id=one.grant_id))
    return [Screen(text, rows=((look,), home_row(_)))]


async def role_withdrawn(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    _ = texts
    one = await grants.holder(uow, actor, facts["grant_id"])
    text = _(
        "Your role has ended: <b>{role}</b>. Everything that voters can do stays open to you.",
        role=role_label(_, one.scope),
    )
    return [Screen(text, rows=(home_row(_),))]


async def workspace_left(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """Whoever is invited now sees all the letters there. What is settled meanwhile is no news."""
    _ = texts
    found = await deputy(uow, facts["mandate_id"])
    letters = await desertion.deserted(uow, found.mandate_id)
    if not letters or not actor.coordinates(found.assembly_id):
        raise NotFound("workspace")
    text = lines(
        _("<b>Nobody is left in the workspace of {name}.</b>", name=_.name(found.name)),
        _.n("{n} open letter waits there.", "{n} open letters wait there.", letters),
        _("Please invite the deputy or an assistant: whoever joins sees them all."),
    )
    rows = tuple(
        (Button(label, tap=InviteForDeputy(role=role, mandate_id=found.mandate_id)),)
        for label, role in (
            (_.label("Invite an assistant"), Role.ASSISTANT),
            (_.label("Invite the deputy"), Role.DEPUTY),
        )
    )
    return [Screen(text, rows=(*rows, home_row(_)))]


NOTICES: dict[
    str, Callable[[UnitOfWork, Actor, Texts, dict[str, Any]], Awaitable[list[Screen]]]
] = {
    "role_granted": role_granted,
    "role_withdrawn": role_withdrawn,
    "workspace_left": workspace_left,
}
