"""Roles in words that several features share."""

from domain.roles import Role
from handlers.common.texts import Texts, marked
from services.grants import Scope

ROLES = {
    Role.DEPUTY: marked("Deputy"),
    Role.ASSISTANT: marked("Deputy's assistant"),
    Role.ACTIVIST: marked("Activist"),
    Role.COORDINATOR: marked("Coordinator"),
}


def role_label(_: Texts, scope: Scope) -> str:
    """The role with what it is for: "Deputy's assistant: Abzal Kuspan, district 14"."""
    return _.label("{role}: {place}", role=_.label(ROLES[scope.role]), place=place(_, scope))


def place(_: Texts, scope: Scope) -> str:
    """The deputy, the assembly, or all of them."""
    if scope.deputy is not None:
        name = _.name(scope.deputy.name)
        if scope.deputy.district is None:
            return name
        return _.label("{name}, district {number}", name=name, number=scope.deputy.district)
    if scope.assembly is not None:
        return _.name(scope.assembly)
    return _.label("all assemblies")
