"""People and their roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from secrets import token_hex

from sqlalchemy import and_, bindparam, delete, or_, select, update

from domain.names import Language, language_of
from domain.roles import DEPUTY_SIDE, Actor, GrantedRole, Role
from models.users import Consent, Grant, HomeDistrict, User
from services import conversations, outbox
from services.unit_of_work import UnitOfWork

_user, _grant, _talk = User.__table__, Grant.__table__, conversations.TABLE

# One question for each update, of columns and not of objects, which would take three times as long:
# the person, the conversation, and a line for each role in force.
_ARRIVAL = (
    select(
        _user.c.id,
        _user.c.language,
        _user.c.blocked_at,
        _grant.c.role,
        _grant.c.mandate_id,
        _grant.c.assembly_id,
        *conversations.ROW,
    )
    .select_from(_user)
    .outerjoin(_grant, and_(_grant.c.user_id == _user.c.id, _grant.c.revoked_at.is_(None)))
    .outerjoin(_talk, _talk.c.key == bindparam("talk"))
    .where(_user.c.telegram_id == bindparam("telegram_id"))
    .order_by(_grant.c.id)
)


async def actor_of(
    uow: UnitOfWork, telegram_id: int, language_code: str | None, talk: str = ""
) -> Actor:
    """The person behind an update with the roles in force now; a new person becomes known.

    `talk` is the key of the conversation that goes on, which is read along.
    """
    key = {"telegram_id": telegram_id, "talk": talk}
    rows = (await uow.session.execute(_ARRIVAL, key)).all()
    if not rows:
        return await _newcomer(uow, telegram_id, language_of(language_code))
    user_id, language, blocked_at, *_, state, data, menu = rows[0]
    conversations.known(uow, talk, state, data, menu)
    if blocked_at is not None:  # whoever writes has unblocked the bot
        await uow.session.execute(update(User).where(User.id == user_id).values(blocked_at=None))
    roles = _roles_of(uow, telegram_id, [(row[3], row[4], row[5]) for row in rows])
    return Actor(user_id, telegram_id, Language(language), roles)


async def _newcomer(uow: UnitOfWork, telegram_id: int, language: Language) -> Actor:
    user = User(telegram_id=telegram_id, language=language, created_at=uow.now)
    uow.session.add(user)
    await uow.session.flush()
    return Actor(user.id, telegram_id, language, _roles_of(uow, telegram_id, []), is_new=True)


def _roles_of(
    uow: UnitOfWork, telegram_id: int, rows: Iterable[tuple[str | None, int | None, int | None]]
) -> tuple[GrantedRole, ...]:
    roles = tuple(GrantedRole(Role(role), mandate, area) for role, mandate, area in rows if role)
    return (*roles, GrantedRole(Role.COORDINATOR)) if telegram_id in uow.admin_ids else roles


_KNOWN = (
    select(
        _user.c.telegram_id,
        _user.c.language,
        _grant.c.role,
        _grant.c.mandate_id,
        _grant.c.assembly_id,
    )
    .select_from(_user)
    .outerjoin(_grant, and_(_grant.c.user_id == _user.c.id, _grant.c.revoked_at.is_(None)))
    .where(_user.c.id == bindparam("user_id"))
    .order_by(_grant.c.id)
)


async def actor_by_id(uow: UnitOfWork, user_id: int) -> Actor:
    """The same for a known person: the recipient of a notice."""
    rows = (await uow.session.execute(_KNOWN, {"user_id": user_id})).all()
    telegram_id, language = rows[0][:2]
    roles = _roles_of(uow, telegram_id, [(row[2], row[3], row[4]) for row in rows])
    return Actor(user_id, telegram_id, Language(language), roles)


_in_force = _grant.c.revoked_at.is_(None)
_COORDINATORS = (
    select(_user.c.id)
    .where(
        or_(
            _user.c.id.in_(
                select(_grant.c.user_id).where(
                    _grant.c.role == Role.COORDINATOR,
                    _in_force,
                    or_(
                        _grant.c.assembly_id.is_(None),
                        _grant.c.assembly_id == bindparam("assembly_id"),
                    ),
                )
            ),
            _user.c.telegram_id.in_(bindparam("admin_ids", expanding=True)),
        )
    )
    .order_by(_user.c.id)
)
_MEMBERS = (
    select(_grant.c.user_id)
    .where(
        _grant.c.mandate_id == bindparam("mandate_id"),
        _grant.c.role.in_(sorted(DEPUTY_SIDE)),
        _in_force,
    )
    .order_by(_grant.c.user_id)
    .distinct()
)


async def coordinators(uow: UnitOfWork, assembly_id: int) -> list[int]:
    """User ids of those who coordinate this assembly and have talked to the bot."""
    key = {"assembly_id": assembly_id, "admin_ids": list(uow.admin_ids)}
    return list(await uow.session.scalars(_COORDINATORS, key))


async def workspace_members(uow: UnitOfWork, mandate_id: int) -> list[int]:
    """User ids of the deputy and the assistants of a mandate."""
    return list(await uow.session.scalars(_MEMBERS, {"mandate_id": mandate_id}))


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


_home = HomeDistrict.__table__
_HOMES = (
    select(_home.c.assembly_id, _home.c.district_id)
    .where(_home.c.user_id == bindparam("user_id"))
    .order_by(_home.c.id)
)


async def homes_of(uow: UnitOfWork, actor: Actor) -> tuple[tuple[int, int], ...]:
    """The districts that a person calls their own: assembly id, district id."""
    known = ("homes", actor.user_id)
    if known not in uow.memory:
        rows = await uow.session.execute(_HOMES, {"user_id": actor.user_id})
        uow.memory[known] = tuple((assembly_id, district_id) for assembly_id, district_id in rows)
    found: tuple[tuple[int, int], ...] = uow.memory[known]
    return found


def homes_changed(uow: UnitOfWork, actor: Actor) -> None:
    """What this update has read of them no longer holds."""
    uow.memory.pop(("homes", actor.user_id), None)


async def set_home(uow: UnitOfWork, actor: Actor, assembly_id: int, district_id: int) -> None:
    """Remembers the own district: one in each assembly, the last word counts."""
    homes_changed(uow, actor)
    await uow.session.execute(
        delete(HomeDistrict).where(
            HomeDistrict.user_id == actor.user_id, HomeDistrict.assembly_id == assembly_id
        )
    )
    uow.session.add(
        HomeDistrict(user_id=actor.user_id, assembly_id=assembly_id, district_id=district_id)
    )


_consent = Consent.__table__.c
_CONSENT = select(_consent.id).where(
    _consent.user_id == bindparam("user_id"), _consent.version == bindparam("version")
)


async def has_consented(uow: UnitOfWork, actor: Actor, version: str) -> bool:
    key = {"user_id": actor.user_id, "version": version}
    return await uow.session.scalar(_CONSENT, key) is not None


async def consent(uow: UnitOfWork, actor: Actor, version: str) -> None:
    """Kept with the version of the text that was agreed to; the second time changes nothing."""
    if not await has_consented(uow, actor, version):
        uow.session.add(Consent(user_id=actor.user_id, version=version, given_at=uow.now))
