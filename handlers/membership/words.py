"""What a role is for, in whole sentences."""

from markupsafe import Markup

from domain.roles import Role
from handlers.common.role_words import place
from handlers.common.texts import Texts
from services.grants import Scope


def invited_as(_: Texts, scope: Scope) -> Markup:
    """Whole sentences: other languages bend the words."""
    where = place(_, scope)
    if scope.role is Role.DEPUTY:
        return _("You are invited as deputy: <b>{place}</b>.", place=where)
    if scope.role is Role.ASSISTANT:
        return _("You are invited as assistant of <b>{place}</b>.", place=where)
    if scope.role is Role.ACTIVIST:
        return _("You are invited as activist: <b>{place}</b>.", place=where)
    return _("You are invited as coordinator: <b>{place}</b>.", place=where)


def duties(_: Texts, scope: Scope) -> Markup:
    """What the role opens, in one or two sentences."""
    if scope.role is Role.DEPUTY:
        return _(
            "Voters' appeals to you come here. You take them into work, answer them, "
            "and choose your assistants."
        )
    if scope.role is Role.ASSISTANT:
        return _(
            "Voters' appeals to the deputy come here. You take them into work and answer "
            "on the deputy's behalf."
        )
    if scope.role is Role.ACTIVIST:
        return _(
            "You help with the monitoring of deputies' work. Recording meetings is not open yet; "
            "until then everything that voters can do is open to you."
        )
    return _(
        "You pass appeals on to deputies who are not here yet, settle disputes, invite people, "
        "and fill gaps in the data."
    )
