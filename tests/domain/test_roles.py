"""Who may act for whom."""

import pytest

from domain.names import Language
from domain.roles import Actor, GrantedRole, Role


def who(*roles: GrantedRole) -> Actor:
    return Actor(1, 1001, Language.KK, roles)


VOTER = who()
DEPUTY = who(GrantedRole(Role.DEPUTY, mandate_id=7))
ASSISTANT = who(
    GrantedRole(Role.ASSISTANT, mandate_id=7), GrantedRole(Role.ASSISTANT, mandate_id=8)
)
BOTH = who(GrantedRole(Role.ASSISTANT, mandate_id=7), GrantedRole(Role.DEPUTY, mandate_id=7))
LOCAL = who(GrantedRole(Role.COORDINATOR, assembly_id=3))
EVERYWHERE = who(GrantedRole(Role.COORDINATOR))
ACTIVIST = who(GrantedRole(Role.ACTIVIST, assembly_id=3))
ROVING = who(GrantedRole(Role.ACTIVIST))


@pytest.mark.parametrize(
    ("actor", "mandates"),
    [(VOTER, set()), (DEPUTY, {7}), (ASSISTANT, {7, 8}), (BOTH, {7}), (EVERYWHERE, set())],
)
def test_in_whose_workspace_somebody_works(actor: Actor, mandates: set[int]) -> None:
    assert actor.mandates == mandates


def test_a_role_without_a_workspace_opens_none() -> None:
    assert who(GrantedRole(Role.DEPUTY)).mandates == set()
    assert who(GrantedRole(Role.COORDINATOR, mandate_id=7)).mandates == set()


def test_the_side_of_one_deputy() -> None:
    assert DEPUTY.role_for(7) is Role.DEPUTY
    assert DEPUTY.role_for(8) is None
    assert ASSISTANT.role_for(8) is Role.ASSISTANT
    assert BOTH.role_for(7) is Role.DEPUTY
    assert who(GrantedRole(Role.COORDINATOR, mandate_id=7)).role_for(7) is None


@pytest.mark.parametrize(
    ("actor", "here", "elsewhere", "records_here", "records_elsewhere"),
    [
        (VOTER, False, False, False, False),
        (DEPUTY, False, False, False, False),
        (LOCAL, True, False, True, False),
        (EVERYWHERE, True, True, True, True),
        (ACTIVIST, False, False, True, False),
        (ROVING, False, False, True, True),
        (who(GrantedRole(Role.DEPUTY, assembly_id=3)), False, False, False, False),
    ],
)
def test_one_assembly_or_all(
    actor: Actor,
    here: bool,  # noqa: FBT001
    elsewhere: bool,  # noqa: FBT001
    records_here: bool,  # noqa: FBT001
    records_elsewhere: bool,  # noqa: FBT001
) -> None:
    assert (actor.coordinates(3), actor.coordinates(4)) == (here, elsewhere)
    assert (actor.records(3), actor.records(4)) == (records_here, records_elsewhere)
    assert actor.is_recorder is records_here


def test_which_assemblies_somebody_coordinates() -> None:
    assert LOCAL.coordinated_assemblies == frozenset({3})
    assert EVERYWHERE.coordinated_assemblies is None
    assert who(*EVERYWHERE.roles, *LOCAL.roles).coordinated_assemblies is None
    assert ACTIVIST.coordinated_assemblies == frozenset()


def test_a_role_is_had_or_not() -> None:
    assert ROVING.has(Role.ACTIVIST)
    assert not ROVING.has(Role.COORDINATOR)
    assert not VOTER.has(Role.VOTER)  # nobody has to be granted that
