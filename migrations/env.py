"""How Alembic reaches the database: a connection handed over, or DATABASE_URL. Logs no address."""

import asyncio
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, Connection
from sqlalchemy.types import TypeDecorator

from models import Base
from models.engine import create_engine
from models.schema import migrating


def render(kind: str, item: object, autogenerate: AutogenContext) -> str | Literal[False]:
    """Write our column types as what the database has: migrations import nothing of ours."""
    if kind == "type" and isinstance(item, JSON):
        autogenerate.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=render,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_on(url: str) -> None:
    engine = create_engine(url)
    try:
        async with migrating(engine) as connection:
            await connection.run_sync(run)
    finally:
        await engine.dispose()


def url_of_settings() -> str:
    from bot.settings import load  # noqa: PLC0415 - only the command line has settings

    return load().database_url.get_secret_value()


def main() -> None:
    if context.is_offline_mode():
        message = "migrations run on a database, not as a script of SQL"
        raise SystemExit(message)
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run(connection)
        return
    asyncio.run(run_on(str(context.config.attributes.get("url") or url_of_settings())))


main()
