"""The people of the sandbox, with their roles, as `data/sandbox.yaml` names them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select

from bot.fatal import StartRefused
from domain.roles import Role
from models.deputies import Mandate, Person
from models.users import Grant
from services import people
from services.unit_of_work import Database, UnitOfWork


@dataclass(frozen=True, slots=True)
class Player:
    id: int
    name: str
    language: str
    role: Role
    deputy: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Cast:
    players: tuple[Player, ...]
    places: tuple[tuple[str, float, float], ...]

    @property
    def coordinators(self) -> frozenset[int]:
        return frozenset(one.id for one in self.players if one.role is Role.COORDINATOR)


def load_cast(path: Path) -> Cast:
    """Reads the file; raises StartRefused where it does not fit."""
    try:
        raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        players = tuple(
            Player(
                one["id"],
                one["name"],
                one["language"],
                Role(one["role"]),
                one.get("deputy"),
                one["note"],
            )
            for one in raw["people"]
        )
        places = tuple((one["name"], one["latitude"], one["longitude"]) for one in raw["places"])
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise StartRefused(f"{path} does not fit: {type(error).__name__}") from error
    return Cast(players, places)


async def give_roles(database: Database, cast: Cast) -> None:
    """Makes the players known with their roles; a second time changes nothing."""
    async with database.write() as uow:
        for player in cast.players:
            actor = await people.actor_of(uow, player.id, player.language)
            if player.deputy is not None and not actor.mandates:
                await _join_workspace(uow, actor.user_id, player)


async def _join_workspace(uow: UnitOfWork, user_id: int, player: Player) -> None:
    mandate_id = await uow.session.scalar(
        select(Mandate.id).join(Person).where(Person.slug == player.deputy).limit(1)
    )
    if mandate_id is None:
        raise StartRefused(f"the sandbox's cast names a deputy that is not known: {player.deputy}")
    grant = Grant(user_id=user_id, role=player.role, mandate_id=mandate_id, granted_at=uow.now)
    uow.session.add(grant)
