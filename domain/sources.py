"""Where facts are said to come from, read from the words that the data files use.

What is not understood stays as it is written: the maker of a file may cite what they like.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.names import Language


class Document(StrEnum):
    """What the shipped data cite again and again."""

    REPORT = "report"
    MONOGRAPH = "monograph"
    PUBLIC = "public"  # an article or a page open to everybody
    ISSUES_OURS = "issues"  # the fact is the source's, which issues it touches we put down
    NAMES_OURS = "names"  # the same of a name in some languages
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Citation:
    """`lines` of a document in one of its languages, or what is cited in plain `words`.

    With both the words are what the document prints there.
    """

    document: Document
    language: Language | None = None
    lines: tuple[str, ...] = ()
    words: str = ""


_LINES = re.compile(
    r"(report|monograph)(?: \((kk|ru|en)\))?, lines? (\d[\d, -]*\d|\d)"
    r'(?: \(prints "(.+)"\))?'
)
_ISSUES_OURS = "issues: our mapping"
_NAMES_OURS = re.compile(r"(?:Kazakh and English )?names: constructed")
_PUBLIC = re.compile(r"public: (.+)")


def citations(*sources: str | None) -> tuple[Citation, ...]:
    """The documents of "report (ru), line 110; public: a page", each named once with all lines."""
    parts = [part.strip() for one in sources if one for part in one.split(";")]
    found: dict[tuple[Document, Language | None, str], list[str]] = {}
    for part in filter(None, parts):
        one = _citation(part)
        lines = found.setdefault((one.document, one.language, one.words), [])
        lines += [line for line in one.lines if line not in lines]
    return tuple(
        Citation(document, language, tuple(lines), words)
        for (document, language, words), lines in found.items()
    )


def _citation(part: str) -> Citation:
    if match := _LINES.fullmatch(part):
        lines = tuple(line.strip() for line in match[3].split(",") if line.strip())
        language = Language(match[2]) if match[2] else None
        return Citation(Document(match[1]), language, lines, match[4] or "")
    if part == _ISSUES_OURS:
        return Citation(Document.ISSUES_OURS)
    if _NAMES_OURS.fullmatch(part):
        return Citation(Document.NAMES_OURS)
    if match := _PUBLIC.fullmatch(part):
        return Citation(Document.PUBLIC, words=match[1])
    return Citation(Document.OTHER, words=part)
