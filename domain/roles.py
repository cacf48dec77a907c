"""Who acts, and what they may act for."""

from dataclasses import dataclass
from enum import StrEnum

from domain.names import Language


class Role(StrEnum):
    VOTER = "voter"
    ACTIVIST = "activist"
    ASSISTANT = "assistant"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"
    SYSTEM = "system"


DEPUTY_SIDE = frozenset({Role.DEPUTY, Role.ASSISTANT})


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """A role in force: for a mandate (deputy's side), for an assembly, or (both empty) for all."""

    role: Role
    mandate_id: int | None = None
    assembly_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update. Roles are read anew for each update: a button proves nothing."""

    user_id: int
    telegram_id: int
    language: Language
    roles: tuple[GrantedRole, ...] = ()
    is_new: bool = False

    @property
    def mandates(self) -> frozenset[int]:
        """Mandates in whose workspace this person works."""
        return frozenset(
            granted.mandate_id
            for granted in self.roles
            if granted.role in DEPUTY_SIDE and granted.mandate_id is not None
        )

    def role_for(self, mandate_id: int) -> Role | None:
        """Deputy or assistant of this mandate, or None."""
        held = {granted.role for granted in self.roles if granted.mandate_id == mandate_id}
        return next((role for role in (Role.DEPUTY, Role.ASSISTANT) if role in held), None)

    def has(self, role: Role) -> bool:
        return any(granted.role is role for granted in self.roles)

    def coordinates(self, assembly_id: int) -> bool:
        return any(
            granted.role is Role.COORDINATOR and granted.assembly_id in {None, assembly_id}
            for granted in self.roles
        )

    def records(self, assembly_id: int) -> bool:
        """May record facts about the deputies of this assembly."""
        return self.coordinates(assembly_id) or any(
            granted.role is Role.ACTIVIST and granted.assembly_id in {None, assembly_id}
            for granted in self.roles
        )

    @property
    def is_recorder(self) -> bool:
        """May record facts somewhere."""
        return self.has(Role.ACTIVIST) or self.has(Role.COORDINATOR)

    @property
    def coordinated_assemblies(self) -> frozenset[int] | None:
        """Ids of the assemblies this person coordinates; None means all of them."""
        ids = [granted.assembly_id for granted in self.roles if granted.role is Role.COORDINATOR]
        return None if None in ids else frozenset(ident for ident in ids if ident is not None)
