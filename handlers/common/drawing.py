"""Charts as pictures: horizontal bars that can be read on a phone.

matplotlib is loaded with the first report and brings its own font, so that Kazakh letters need
nothing from the system. Figures are made without pyplot: threads may draw side by side.
"""

import io
import textwrap
from collections.abc import Sequence
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from handlers.common.chart import Chart

WIDTH, DPI = 7.2, 150  # inches; 1080 pixels
COLOURS = ("#1b5e8c", "#e08e1b", "#8a8a8a")
HATCHES = ("", "//", "..")  # told apart without colours too
LABEL = 26  # letters in a row of a label
BAR, GAP, HEAD = 0.21, 0.12, 1.0  # inches
FONT: dict[str, Any] = {"family": "DejaVu Sans"}


def png(chart: Chart) -> bytes:
    """The same chart gives the same bytes."""
    series = max((len(row) for row in chart.values), default=1)
    rows = max(1, len(chart.labels))
    lines = [textwrap.wrap(label, LABEL) or [""] for label in chart.labels]
    tallest = max((len(one) for one in lines), default=1)
    row = max(series * BAR, tallest * 0.2) + GAP
    height = rows * row + HEAD + (0.3 * len(chart.legend))
    figure = Figure(figsize=(WIDTH, height), dpi=DPI)
    axes = figure.add_axes((0.36, 0.25 / height, 0.6, rows * row / height))
    _bars(axes, chart, series, row)
    axes.set_yticks(range(rows), ["\n".join(one) for one in lines][:rows] or [""])
    _frame(axes, rows)
    _head(figure, chart, height)
    figure.text(0.03, 0.07 / height, chart.footer, fontsize=8, color="#444444", **FONT)
    return _packed(figure)


def _packed(figure: Figure) -> bytes:
    """In sixty-four colours: a fifth of the size, and nobody sees the difference."""
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    image = Image.frombuffer("RGBA", (width, height), canvas.buffer_rgba()).convert("RGB")
    sink = io.BytesIO()
    image.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(sink, "PNG")
    return sink.getvalue()


def _bars(axes: Any, chart: Chart, series: int, row: float) -> None:
    thick = BAR / row
    largest = max((value or 0 for values in chart.values for value in values), default=0) or 1
    axes.set_xlim(0, largest * (2.5 if any(chart.notes) else 1.15))
    for index in range(series):
        offset = (index - (series - 1) / 2) * thick
        values = [row[index] if index < len(row) else None for row in chart.values]
        axes.barh(
            [place + offset for place in range(len(values))],
            [value or 0 for value in values],
            height=thick * 0.9,
            color=COLOURS[index % len(COLOURS)],
            hatch=HATCHES[index % len(HATCHES)],
            edgecolor="white",
            linewidth=0,
            label=chart.legend[index] if chart.legend else None,
        )
        _numbers(axes, chart, index, offset, largest)


def _numbers(axes: Any, chart: Chart, index: int, offset: float, largest: float) -> None:
    for place, values in enumerate(chart.values):
        value = values[index] if index < len(values) else None
        text = "?" if value is None else f"{value:g}"
        if index == 0 and chart.notes[place]:
            text = f"{text} {chart.notes[place]}"
        axes.text(
            (value or 0) + largest * 0.015,
            place + offset,
            text,
            va="center",
            fontsize=10.5,
            **FONT,
        )


def _frame(axes: Any, rows: int) -> None:
    axes.set_ylim(rows - 0.5, -0.5)
    axes.tick_params(axis="y", length=0, labelsize=10.5, labelfontfamily=FONT["family"])
    axes.tick_params(axis="x", bottom=False, labelbottom=False)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _head(figure: Figure, chart: Chart, height: float) -> None:
    top = 1 - 0.2 / height
    title = "\n".join(textwrap.wrap(chart.title, 46))
    figure.text(0.03, top, title, fontsize=15, fontweight="bold", va="top", **FONT)
    lower = top - (0.3 * (title.count("\n") + 1)) / height
    subtitle = "\n".join(textwrap.wrap(chart.subtitle, 76))
    figure.text(0.03, lower, subtitle, fontsize=10, color="#444444", va="top", **FONT)
    if chart.legend:
        figure.legend(
            loc="upper left",
            bbox_to_anchor=(0.02, lower - 0.28 / height),
            frameon=False,
            prop={**FONT, "size": 10.5},
            ncols=1,
        )


def stacked(pictures: Sequence[bytes]) -> bytes:
    """All pictures below each other in one."""
    images = [Image.open(io.BytesIO(one)).convert("RGB") for one in pictures]
    width, height = max(one.width for one in images), sum(one.height for one in images)
    whole = Image.new("RGB", (width, height), "white")
    top = 0
    for one in images:
        whole.paste(one, (0, top))
        top += one.height
    sink = io.BytesIO()
    whole.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(sink, "PNG")
    return sink.getvalue()
