"""Check that every text has its translation in every language, and that it fits its place.

Prints one line for each fault, `file:line: what`, and exits with 1 when there was one.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from textwrap import shorten
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from tools.catalogs import (
    LANGUAGES,
    PLURAL_RULES,
    ROOT,
    ReadCatalog,
    catalog_path,
    extract,
    read_catalog,
)

TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
WORD: Final = re.compile(r"[^\W\d_]+")
LATIN: Final = re.compile(r"[A-Za-z]")
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True)
class Fault:
    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    if isinstance(message.string, (list, tuple)):
        return tuple(message.string)
    return (message.string or "",)


def placeholders(text: str) -> set[str]:
    """Raise ValueError where the braces do not pair, or a placeholder has no name."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    if any(not name.isidentifier() for name in names):
        message = "a placeholder is not a plain name"
        raise ValueError(message)
    return names


def tags(text: str) -> Counter[str]:
    return Counter(TAG.findall(text))


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def nesting_fault(text: str) -> str | None:
    """Telegram refuses a whole message for one tag that is not closed in its turn."""
    still_open: list[str] = []
    for tag in TAG.findall(text):
        name = tag.strip("</>").split()[0]
        if not tag.startswith("</"):
            still_open.append(name)
        elif not still_open or still_open.pop() != name:
            return f"{tag} closes nothing"
    return f"<{still_open[-1]}> is not closed" if still_open else None


def mixed_words(text: str) -> list[str]:
    """Find words in two alphabets: a Latin i among Kazakh letters looks right and is not found."""
    bare = PLACEHOLDER.sub(" ", TAG.sub(" ", text))
    return [word for word in WORD.findall(bare) if LATIN.search(word) and CYRILLIC.search(word)]


def text_faults(source: str, text: str) -> Iterator[str]:
    """Compare one translation with the text that stands in the code."""
    wanted = placeholders(source)
    try:
        given = placeholders(text)
    except ValueError as error:
        yield f"braces: {error}"
        return
    if given != wanted:
        yield f"placeholders: {_listed(given)} instead of {_listed(wanted)}"
    if tags(text) != tags(source):
        yield f"tags: {_listed(tags(text))} instead of {_listed(tags(source))}"
    elif fault := nesting_fault(text):
        yield f"tags: {fault}"
    if edges(text) != edges(source):
        yield "spaces or line breaks at its edges differ"
    for word in mixed_words(text):
        yield f"Latin and Cyrillic letters in one word: {word}"


def source_fault(message: Message) -> str | None:
    """Check the text in the code itself, which all translations are measured by."""
    try:
        names = [placeholders(source) for source in sources(message)]
    except ValueError as error:
        return f"braces: {error}"
    if any(other != names[0] for other in names):
        return "the forms for one and for many have different placeholders"
    if fault := next(filter(None, map(nesting_fault, sources(message))), None):
        return f"tags: {fault}"
    return None


def entry_faults(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "marked fuzzy: look at it and take the mark away"
    if not all(translations(message)):
        yield "not translated"
        return
    if source_fault(message):
        return  # told once, at its place in the code
    for text in translations(message):
        yield from text_faults(sources(message)[-1], text)


def catalog_faults(catalog: ReadCatalog, code: Catalog, rule: str) -> Iterator[tuple[int, str]]:
    if catalog.plural_forms != rule:
        yield 1, f"plural rule: {catalog.plural_forms!r} instead of {rule!r}"
    for message in catalog.repeated:
        yield message.lineno or 1, f"{_quoted(message)} stands here a second time"
    for message in catalog.obsolete.values():
        yield message.lineno or 1, f"{_quoted(message)} is obsolete: remove it"
    for message in filter(_is_entry, catalog):
        line = message.lineno or 1
        used = code.get(message.id, message.context)
        if used is None:
            yield line, f"{_quoted(message)} stands nowhere in the code"
        elif sources(used) != sources(message):
            yield line, f"{_quoted(message)} has another plural in the code"
        yield from ((line, f"{_quoted(message)} {what}") for what in entry_faults(message))


def language_faults(root: Path, language: str, code: Catalog) -> Iterator[Fault]:
    file = str(catalog_path(root, language).relative_to(root))
    try:
        catalog = read_catalog(root, language)
    except FileNotFoundError:
        yield Fault(file, 1, "the catalog is missing")
        return
    except PoFileError as error:
        yield Fault(file, (error.lineno or 0) + 1, f"not a catalog: {error}")
        return
    for line, what in sorted(catalog_faults(catalog, code, PLURAL_RULES[language])):
        yield Fault(file, line, what)
    for message in filter(_is_entry, code):
        if catalog.get(message.id, message.context) is None:
            yield Fault(*message.locations[0], f"{_quoted(message)} is missing in {file}")


def faults(root: Path) -> Iterator[Fault]:
    code = extract(root)
    for message in filter(_is_entry, code):
        if what := source_fault(message):
            yield Fault(*message.locations[0], f"{_quoted(message)} {what}")
    for language in LANGUAGES:
        yield from language_faults(root, language, code)


def main(root: Path = ROOT, out: Callable[[str], None] = print) -> int:
    found = list(faults(root))
    for fault in found:
        out(str(fault))
    if not found:
        out("Catalogs: complete.")
    return 1 if found else 0


def _is_entry(message: Message) -> bool:
    return bool(message.id)


def _quoted(message: Message) -> str:
    return f"“{shorten(sources(message)[0], 48, placeholder='…')}”"


def _listed(items: set[str] | Counter[str]) -> str:
    every = items.elements() if isinstance(items, Counter) else items
    return " ".join(sorted(every)) or "none"


if __name__ == "__main__":
    sys.exit(main())
