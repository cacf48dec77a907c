"""Where a fact comes from, in the reader's language."""

from domain.names import Language
from domain.sources import Citation, Document, citations
from handlers.common.texts import Texts, marked

_REPORTS = {
    None: marked("monitoring report"),
    Language.KK: marked("monitoring report in Kazakh"),
    Language.RU: marked("monitoring report in Russian"),
    Language.EN: marked("monitoring report in English"),
}


def source_label(_: Texts, *sources: str | None) -> str:
    """Plain text; each document once, with the lines."""
    return "; ".join(_cited(_, one) for one in citations(*sources))


def _cited(_: Texts, one: Citation) -> str:
    if one.document is Document.OTHER:
        return one.words
    if one.document is Document.PUBLIC:
        return _.label("open source: {what}", what=one.words)
    if one.document is Document.ISSUES_OURS:
        return _.label("which issues it touches was put down by this project")
    if one.document is Document.NAMES_OURS:
        return _.label("names in some languages were put together by this project")
    where = _lines(_, one)
    if not one.words:
        return where
    return _.label("{where}, printed as “{words}”", where=where, words=one.words)


def _lines(_: Texts, one: Citation) -> str:
    name = (
        _.label(_REPORTS[one.language])
        if one.document is Document.REPORT
        else _.label("monograph on the maslikhat elections")
    )
    return _.label_n(
        "{document}, line {lines}",
        "{document}, lines {lines}",
        _counted(one.lines),
        document=name,
        lines=", ".join(_ranges(one.lines)),
    )


def _ranges(lines: tuple[str, ...]) -> list[str]:
    """Three and more lines in a row as one range."""
    if not all(line.isdecimal() for line in lines):
        return list(lines)
    runs: list[list[int]] = []
    for number in sorted(map(int, lines)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part
        for run in runs
        for part in ([f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run))  # noqa: PLR2004
    ]


def _counted(lines: tuple[str, ...]) -> int:
    """A range is several lines."""
    return len(lines) + sum("-" in line for line in lines)
