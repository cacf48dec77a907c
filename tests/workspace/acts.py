"""What the stories of answering share."""

from sqlalchemy import select

from models.appeals import Answer
from tests.world import Someone, World


async def begin(someone: Someone, *parts: str) -> None:
    """Opens the most urgent one and writes."""
    await someone.says("/inbox")
    await someone.says("1")
    await someone.taps("Answer")
    for part in parts:
        await someone.says(part)


async def answers(world: World) -> list[Answer]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Answer).order_by(Answer.id)))


async def sends(someone: Someone, outcome: str = "Solved") -> None:
    """What was written, with its outcome."""
    await someone.taps("Choose the outcome")
    await someone.taps(outcome)
    await someone.taps("Send")
