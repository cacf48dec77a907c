"""For whom a case is shown: the deputy's side, or a coordinator who has to do with it."""

from aiogram.filters.callback_data import CallbackData

from domain.roles import Actor, Role
from handlers.common.links import OpenCase, OpenWaiting
from services.appeals.reading import Case


def role_of(actor: Actor, case: Case) -> Role:
    return actor.role_for(case.deputy.mandate_id) or Role.COORDINATOR


def card(role: Role, case: Case) -> CallbackData:
    """The way back to it."""
    if role is Role.COORDINATOR:
        return OpenWaiting(appeal_id=case.id)
    return OpenCase(appeal_id=case.id)
