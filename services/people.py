"""People and their roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from secrets import token_hex

from sqlalchemy import and_, bindparam, delete, or_, select, update

from domain.names import Language, language_of
from domain.roles import DEPUTY_SIDE, Actor, GrantedRole, Role
from models.users import Consent, Grant, HomeDistrict, User
from services import outbox
from services.unit_of_work import UnitOfWork

# One question for each update: the person, and a line for each role in force.
_WITH_ROLES = (
    select(User, Grant.role, Grant.mandate_id, Grant.assembly_id)
    .outerjoin(Grant, and_(Grant.user_id == User.id, Grant.revoked_at.is_(None)))
    .where(User.telegram_id == bindparam("telegram_id"))
    .order_by(Grant.id)
)


async def actor_of(uow: UnitOfWork, telegram_id: int, language_code: str | None) -> Actor:
    """The person behind an update with the roles in force now; a new person becomes known."""
    rows = (await uow.session.execute(_WITH_ROLES, {"telegram_id": telegram_id})).all()
    user, is_new = (rows[0][0], False) if rows else (None, True)
    if user is None:
        user = User(
            telegram_id=telegram_id, language=language_of(language_code), created_at=uow.now
        )
        uow.session.add(user)
        await uow.session.flush()
    elif user.blocked_at is not None:
        user.blocked_at = None  # whoever writes has unblocked the bot
    uow.keep(user)
    roles = _granted((role, mandate, assembly) for _, role, mandate, assembly in rows)
    if telegram_id in uow.admin_ids:
        roles = (*roles, GrantedRole(Role.COORDINATOR))
    return Actor(user.id, telegram_id, Language(user.language), roles, is_new)


async def _roles(uow: UnitOfWork, user_id: int) -> tuple[GrantedRole, ...]:
    rows = await uow.session.execute(
        select(Grant.role, Grant.mandate_id, Grant.assembly_id).where(
            Grant.user_id == user_id, Grant.revoked_at.is_(None)
        )
    )
    return _granted(rows.all())


def _granted(
    rows: Iterable[tuple[str | None, int | None, int | None]],
) -> tuple[GrantedRole, ...]:
    return tuple(GrantedRole(Role(role), mandate, area) for role, mandate, area in rows if role)


async def actor_by_id(uow: UnitOfWork, user_id: int) -> Actor:
    """The same for a known person: the recipient of a notice."""
    user = await uow.session.get_one(User, user_id)
    roles = await _roles(uow, user.id)
    if user.telegram_id in uow.admin_ids:
        roles = (*roles, GrantedRole(Role.COORDINATOR))
    return Actor(user.id, user.telegram_id, Language(user.language), roles)


async def coordinators(uow: UnitOfWork, assembly_id: int) -> list[int]:
    """User ids of those who coordinate this assembly and have talked to the bot."""
    granted = select(Grant.user_id).where(
        Grant.role == Role.COORDINATOR,
        Grant.revoked_at.is_(None),
        or_(Grant.assembly_id.is_(None), Grant.assembly_id == assembly_id),
    )
    found = await uow.session.scalars(
        select(User.id)
        .where(or_(User.id.in_(granted), User.telegram_id.in_(uow.admin_ids)))
        .order_by(User.id)
    )
    return list(found)


async def workspace_members(uow: UnitOfWork, mandate_id: int) -> list[int]:
    """User ids of the deputy and the assistants of a mandate."""
    found = await uow.session.scalars(
        select(Grant.user_id)
        .where(
            Grant.mandate_id == mandate_id,
            Grant.role.in_(DEPUTY_SIDE),
            Grant.revoked_at.is_(None),
        )
        .order_by(Grant.user_id)
        .distinct()
    )
    return list(found)


async def choose_language(uow: UnitOfWork, actor: Actor, language: Language) -> None:
    """From now on everything comes in this language, the command menu too."""
    await uow.session.execute(
        update(User).where(User.id == actor.user_id).values(language=language, language_chosen=True)
    )
    await refresh_menu(uow, actor.user_id)


async def refresh_menu(uow: UnitOfWork, user_id: int) -> None:
    """Has the person's command menu set anew, after the language or a role changed."""
    await outbox.queue(
        uow,
        "menu",
        user_id,
        f"menu:{user_id}:{token_hex(8)}",  # each change counts, two of one moment as well
        priority=outbox.Priority.HOUSEKEEPING,
    )


async def mark_blocked(uow: UnitOfWork, user_id: int) -> None:
    await uow.session.execute(
        update(User).where(User.id == user_id, User.blocked_at.is_(None)).values(blocked_at=uow.now)
    )


async def mark_blocked_by_telegram_id(uow: UnitOfWork, telegram_id: int) -> None:
    await uow.session.execute(
        update(User).where(User.telegram_id == telegram_id).values(blocked_at=uow.now)
    )


@dataclass(frozen=True, slots=True)
class Settings:
    language: Language
    language_chosen: bool
    homes: tuple[tuple[int, int], ...]  # assembly id, district id
    consents: tuple[str, ...]


async def settings_of(uow: UnitOfWork, actor: Actor) -> Settings:
    user = await uow.session.get_one(User, actor.user_id)
    consents = await uow.session.scalars(
        select(Consent.version).where(Consent.user_id == actor.user_id)
    )
    return Settings(
        Language(user.language),
        user.language_chosen,
        await homes_of(uow, actor),
        tuple(consents),
    )


async def homes_of(uow: UnitOfWork, actor: Actor) -> tuple[tuple[int, int], ...]:
    """The districts that a person calls their own: assembly id, district id."""
    rows = await uow.session.execute(
        select(HomeDistrict.assembly_id, HomeDistrict.district_id)
        .where(HomeDistrict.user_id == actor.user_id)
        .order_by(HomeDistrict.id)
    )
    return tuple((assembly_id, district_id) for assembly_id, district_id in rows)


async def set_home(uow: UnitOfWork, actor: Actor, assembly_id: int, district_id: int) -> None:
    """Remembers the own district: one in each assembly, the last word counts."""
    await uow.session.execute(
        delete(HomeDistrict).where(
            HomeDistrict.user_id == actor.user_id, HomeDistrict.assembly_id == assembly_id
        )
    )
    uow.session.add(
        HomeDistrict(user_id=actor.user_id, assembly_id=assembly_id, district_id=district_id)
    )


async def has_consented(uow: UnitOfWork, actor: Actor, version: str) -> bool:
    found = await uow.session.scalar(
        select(Consent.id).where(Consent.user_id == actor.user_id, Consent.version == version)
    )
    return found is not None


async def consent(uow: UnitOfWork, actor: Actor, version: str) -> None:
    """Kept with the version of the text that was agreed to; the second time changes nothing."""
    if not await has_consented(uow, actor, version):
        uow.session.add(Consent(user_id=actor.user_id, version=version, given_at=uow.now))
