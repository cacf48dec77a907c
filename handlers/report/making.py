"""A report that was ordered in the chat: read from the database, written in a thread."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from domain.names import Language
from handlers.common.texts import Texts
from handlers.report.document import all_charts
from handlers.report.writing import Format, steps, write
from services import people, report_orders
from services.jobs import Claimed
from services.monitoring import Report, report
from services.unit_of_work import Database

Tell = Callable[[int, int], None]  # how many steps of how many; raises when it is to stop
MOST_PICTURES = 20  # in a chat; more come as one file
Files = list[dict[str, str]]


async def make(
    database: Database,
    job: Claimed,
    texts_for: Callable[[Language], Texts],
    folder: Path,
    tell: Tell,
) -> Files:
    """The files to send, each with its kind, name and caption."""
    async with database.read() as uow:
        actor = await people.actor_by_id(uow, job.requested_by)
        found = await report(uow, await report_orders.of_job(uow, actor, job.facts))
    texts = texts_for(Language(job.facts["language"]))
    return await asyncio.to_thread(_write, texts, found, Format(job.facts["form"]), folder, tell)


def _write(texts: Texts, found: Report, form: Format, folder: Path, tell: Tell) -> Files:
    total, done = steps(texts, found, form), 0

    def step() -> None:
        nonlocal done
        done += 1
        tell(done, total)

    tell(0, total)
    many = form is Format.CSV or (form is Format.PNG and total > MOST_PICTURES)
    suffix = ".zip" if many else "" if form is Format.PNG else f".{form}"
    name = file_name(found, texts.language, suffix)
    written = write(texts, found, form, folder / name, step)
    if form is not Format.PNG or many:
        return [{"kind": "document", "path": str(written[0].resolve()), "name": name}]
    captions = {f"{chart.name}.png": chart.caption for chart in all_charts(texts, found)}
    return [
        {
            "kind": "photo",
            "path": str(path.resolve()),
            "name": path.name,
            "caption": captions[path.name],
        }
        for path in written
        if path.name in captions
    ]


def file_name(found: Report, language: Language, suffix: str) -> str:
    scope = found.facts.scope
    first, last = (day.isoformat() for day in scope.period)
    return f"report-{scope.slug}-{first}-{last}-{language}{suffix}"
