"""How people of a workspace are called on its screens."""

from domain.roles import Role
from handlers.common.texts import Texts
from services.desk.colleagues import Colleague


def called(_: Texts, one: Colleague | None) -> str:
    """The name they chose, or their role and number."""
    if one is None:
        return _.label("a former colleague")
    if one.name:
        return one.name
    if one.role is Role.DEPUTY:
        return _.label("the deputy")
    return _.label("Assistant #{number}", number=one.user_id)
