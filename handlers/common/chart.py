"""What a picture of bars shows; drawn by handlers/common/drawing.py."""

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

CAPTION = 1000  # Telegram allows 1024
CHARTS_KEPT = 64


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture. `notes` stand behind the numbers of a row, `footer` in small letters below."""

    title: str
    subtitle: str
    legend: tuple[str, ...]
    labels: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    notes: tuple[str, ...]
    caption: str
    name: str  # of the file
    footer: str = ""


def drawn(chart: Chart) -> bytes:
    """For threads: colleagues get the same picture, which is drawn once."""
    with _ONE:
        return kept(chart)


_ONE = Lock()


@lru_cache(maxsize=CHARTS_KEPT)
def kept(chart: Chart) -> bytes:
    from handlers.common.drawing import png  # noqa: PLC0415 - loads matplotlib, only when drawn

    return png(chart)
