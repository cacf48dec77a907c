"""Reading of the translation catalogs, and of the texts in the code that belong in them."""

from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileParser

ROOT: Final = Path(__file__).resolve().parent.parent
DOMAIN: Final = "deputat"
# Texts in the code are English, and English has a catalog too: what people read can be polished
# there without touching the code.
LANGUAGES: Final = ("kk", "ru", "en")
PLURAL_RULES: Final = {language: str(get_plural(language)) for language in LANGUAGES}

KEYWORDS: Final = parse_keywords(
    ["_", "texts", "label", "n:1,2", "label_n:1,2", "p:1c,2", "marked"]
)
COMMENT_TAG: Final = "Translators:"


class ReadCatalog(Catalog):
    """A catalog that remembers entries standing twice in its file; Babel keeps the first."""

    def __init__(self, language: str) -> None:
        super().__init__(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False)
        self.repeated: list[Message] = []

    def __setitem__(self, key: Any, message: Message) -> None:
        if message.id and self.get(message.id, message.context) is not None:
            self.repeated.append(message)
        super().__setitem__(key, message)


def catalog_path(root: Path, language: str) -> Path:
    return root / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalog(root: Path, language: str) -> ReadCatalog:
    """Raise PoFileError where the file is no catalog, FileNotFoundError where there is none."""
    catalog = ReadCatalog(language)
    with catalog_path(root, language).open(encoding="utf-8") as file:
        PoFileParser(catalog, abort_invalid=True).parse(file)
    return catalog


def extract(root: Path) -> Catalog:
    """Collect the texts in the code, with their places and the comments for translators."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        method_map, options_map = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    template = Catalog(domain=DOMAIN, charset="utf-8", fuzzy=False)
    found = extract_from_dir(root, method_map, options_map, KEYWORDS, (COMMENT_TAG,))
    for name, line, text, comments, context in found:
        template.add(text, locations=[(name, line)], auto_comments=comments, context=context)
    return template
