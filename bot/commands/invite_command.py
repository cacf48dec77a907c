"""`invite`: one line with a one-time link that gives its first opener a role."""

from argparse import Namespace

from bot.app import bot_username
from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.database import create_database
from bot.fatal import StartRefused
from bot.settings import Settings
from bot.start_up import prepare_database
from domain.names import Language
from domain.roles import DEPUTY_SIDE, Role
from services import invite_targets, invites
from services.directory import Deputy
from services.invite_targets import Body
from services.unit_of_work import UnitOfWork


def register(commands: Commands) -> None:
    found = commands.add_parser("invite", help="print a one-time link that gives a role")
    found.add_argument("--role", required=True, choices=[str(role) for role in invites.INVITED])
    found.add_argument("--assembly", metavar="ID", help="the slug of the assembly")
    found.add_argument("--district", metavar="NUMBER", type=int, help="whose deputy it is about")
    found.add_argument("--deputy", metavar="ID", help="slug of the person, or id of the mandate")
    found.set_defaults(command=invite)


async def invite(settings: Settings, arguments: Namespace) -> None:
    role = Role(arguments.role)
    database = create_database(settings, Clock())
    try:
        await prepare_database(database, settings)
        async with database.write() as uow:
            mandate_id, assembly_id = await _target(uow, role, arguments)
            username = await bot_username(settings)
            made = await invites.create(
                uow, None, role, mandate_id=mandate_id, assembly_id=assembly_id
            )
    finally:
        await database.engine.dispose()
    print(f"https://t.me/{username}?start={made.token}")


async def _target(
    uow: UnitOfWork, role: Role, arguments: Namespace
) -> tuple[int | None, int | None]:
    """The mandate or the assembly (None: all) that the role is for. Refuses what is ambiguous."""
    if role in DEPUTY_SIDE:
        return (await _deputy(uow, role, arguments)).mandate_id, None
    if arguments.district is not None or arguments.deputy is not None:
        message = f"The role {role} is for an assembly or for all: leave out --district, --deputy."
        raise StartRefused(message)
    if arguments.assembly is None:
        return None, None
    return None, (await _named(uow, arguments.assembly)).id


async def _named(uow: UnitOfWork, slug: str) -> Body:
    found = await invite_targets.by_slug(uow, slug)
    if found is None:
        raise StartRefused(f"There is no assembly {slug!r}. " + await _assemblies(uow))
    return found


async def _deputy(uow: UnitOfWork, role: Role, arguments: Namespace) -> Deputy:
    body = await _assembly(uow, arguments.assembly)
    every = await invite_targets.deputies_of(uow, body.id)
    if arguments.district is None and arguments.deputy is None:
        raise StartRefused(f"Whose {role}? Add one of these:\n" + _choices(every))
    found = await invite_targets.deputies_of(
        uow, body.id, district=arguments.district, key=arguments.deputy
    )
    if not found:
        message = f"{body.slug} has no such deputy who takes appeals. Choose one of these:\n"
        raise StartRefused(message + _choices(every))
    if len(found) > 1:
        message = "Several deputies fit. Choose one by the id of the mandate:\n"
        raise StartRefused(message + _choices(found, by_mandate=True))
    return found[0][1]


async def _assembly(uow: UnitOfWork, slug: str | None) -> Body:
    """The named assembly, or the only one that has deputies and takes appeals."""
    if slug is not None:
        return await _named(uow, slug)
    seated = await invite_targets.with_deputies(uow)
    if len(seated) != 1:
        raise StartRefused("Which assembly? " + await _assemblies(uow))
    return seated[0]


async def _assemblies(uow: UnitOfWork) -> str:
    seated = await invite_targets.with_deputies(uow)
    if not seated:
        return "No assembly has deputies and takes appeals."
    lines = (f"  --assembly {one.slug}  {one.name.best(Language.RU)}" for one in seated)
    return "With deputies:\n" + "\n".join(lines)


def _choices(found: list[tuple[str, Deputy]], *, by_mandate: bool = False) -> str:
    return "\n".join(
        f"  --deputy {deputy.mandate_id if by_mandate else slug}"
        f"  {deputy.name.best(Language.RU)}"
        f" ({f'district {deputy.district}' if deputy.district else 'district unknown'})"
        for slug, deputy in found
    )
