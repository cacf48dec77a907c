"""Archived copies of a programme, each with its day, source and hash."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from handlers.common.fact_links import OpenCopies, OpenCopy, OpenHistory
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, File, Screen, lines
from handlers.common.texts import Texts
from services.directory import Deputy
from services.records.archive import PAGE, Copy, Shelf

NAME_LIMIT: Final = 60
ENDINGS: Final = frozenset({"pdf", "doc", "docx", "odt", "rtf", "txt", "jpg", "jpeg", "png"})


def _day(_: Texts, one: Copy) -> str:
    return _.short_date(one.kept_on)


def line(_: Texts, one: Copy) -> Markup:
    return _(
        "Kept since {day}: {name}, {size} KB, SHA-256 {digest}",
        day=_day(_, one),
        name=one.file_name or one.url or "",
        size=_.number(max(1, one.size // 1024)),
        digest=one.sha256[:16],
    )


def shelf(_: Texts, found: Shelf) -> Screen:
    mandate_id = found.deputy.mandate_id
    rows = list(enumerate(found.rows, start=found.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>Archived copies of the programme: {name}</b>", name=_.name(found.deputy.name)),
            *(
                (_("Each is the file as it was on its day. Tap one, or type its number."),)
                if rows
                else (_("No copy is kept yet."),)
            ),
            *(Markup("{}. {}").format(index, line(_, one)) for index, one in rows),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label("{index}. Copy of {day}", index=index, day=_day(_, one)),
                        tap=OpenCopy(mandate_id=mandate_id, copy_id=one.id),
                        choice=index,
                    ),
                )
                for index, one in rows
            ),
            *pager(
                _,
                found.page,
                found.total,
                lambda to: OpenCopies(mandate_id=mandate_id, page=to),
                PAGE,
            ),
            home_row(_, back=OpenHistory(mandate_id=mandate_id)),
        ),
    )


def copy(_: Texts, about: Deputy, one: Copy, path: Path | None) -> Screen:
    """The file with what proves it."""
    source = _("Source: {source}", source=one.url) if one.url else None
    return Screen(
        lines(
            _("<b>The programme of {name}, as it was kept</b>", name=_.name(about.name)),
            _("Kept on {day}.", day=_day(_, one)),
            source or _("Source: a file sent as proof"),
            _("Size: {size} KB", size=_.number(max(1, one.size // 1024))),
            _("SHA-256: <code>{digest}</code>", digest=one.sha256),
            _("Whoever computes the same hash holds the same file."),
        ),
        rows=(home_row(_, back=OpenCopies(mandate_id=about.mandate_id)),),
        files=(_file(_, about, one, path),),
        fresh=True,
    )


def _file(_: Texts, about: Deputy, one: Copy, path: Path | None) -> File:
    name = _.name(about.name)
    return File(
        "photo" if one.is_photo else "document",
        file_id="" if path else one.file_id or "",
        path=str(path) if path else None,
        name=file_name(one),
        caption=_.label("Election programme: {name}. Copy of {day}", name=name, day=_day(_, one)),
    )


def not_at_hand(_: Texts, about: Deputy, one: Copy) -> Screen:
    return Screen(
        lines(
            _("<b>This copy is not at hand just now.</b>"),
            line(_, one),
            _("Please try again later, or tell the coordinators."),
        ),
        rows=(home_row(_, back=OpenCopies(mandate_id=about.mandate_id)),),
    )


def file_name(one: Copy) -> str:
    """Of the link, if it names a document; what else was kept of a link is a page."""
    told = one.file_name or unquote(urlsplit(one.url or "").path).rpartition("/")[2]
    stem, _, ending = told.rpartition(".")
    plain = re.sub(r"[^\w-]+", "_", stem).strip("_")[:NAME_LIMIT] or f"programme-{one.id}"
    return f"{plain}.{ending.lower() if ending.lower() in ENDINGS else 'html'}"
