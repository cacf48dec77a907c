"""Bring the catalogs up to what stands in the code: new texts come in empty, unused ones go.

The files are written so that a change in one text is a change in one place: sorted by text, one
line each, files without line numbers, no dates.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import generate_po

from tools.catalogs import LANGUAGES, ROOT, ReadCatalog, catalog_path, extract, read_catalog

SOURCE = "en"
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def as_text(catalog: Catalog, language: str) -> str:
    entries = generate_po(
        catalog,
        include_lineno=False,
        ignore_obsolete=True,
        omit_header=True,
        sort_by="message",
        width=0,
    )
    return HEADER.format(language=language, plural=catalog.plural_forms) + "".join(entries)


def update(root: Path, language: str, template: Catalog) -> None:
    path = catalog_path(root, language)
    catalog = read_catalog(root, language) if path.exists() else ReadCatalog(language)
    catalog.update(template, no_fuzzy_matching=True)
    if language == SOURCE:
        _copy_source(catalog)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_text(catalog, language).rstrip("\n") + "\n", encoding="utf-8")
    left = sum(1 for message in catalog if message.id and not _is_translated(message.string))
    print(f"{path.relative_to(root)}: {len(catalog)} texts, {left} to translate")


def _copy_source(catalog: Catalog) -> None:
    """The texts in the code are English: their catalog is made, not written."""
    for message in catalog:
        if message.id:
            message.string = message.id if isinstance(message.id, str) else tuple(message.id)


def _is_translated(string: str | list[str] | tuple[str, ...] | None) -> bool:
    return all(string) if isinstance(string, (list, tuple)) else bool(string)


def main(root: Path = ROOT) -> int:
    template = extract(root)
    for language in LANGUAGES:
        update(root, language, template)
    return 0


if __name__ == "__main__":
    sys.exit(main())
