"""The gate for translations: each fault is found, named and placed."""

from pathlib import Path

import pytest

from tools.catalogs import LANGUAGES, PLURAL_RULES, catalog_path, extract
from tools.check_catalogs import faults, main
from tools.update_catalogs import main as update

CODE = """\
def view(_, n):
    # Translators: on the start screen
    _("Hello, <b>{name}</b>")
    _.label("Back")
    _.n("{n} letter", "{n} letters", n)
    _.label_n("{n} day", "{n} days", n)
    _.p("month", "May")
TITLE = marked("Welcome")
"""
HEADER = 'msgid ""\nmsgstr ""\n"Language: {0}\\n"\n"Plural-Forms: {1}\\n"\n\n'


class Project:
    """A folder with one file of code and three catalogs, complete unless told otherwise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "babel.cfg").write_text("[python: handlers/**.py]\n", encoding="utf-8")
        (root / "handlers").mkdir()
        self.code('_("Hello, <b>{name}</b>")\n')
        for language in LANGUAGES:
            self.catalog(language, hello())

    def code(self, text: str) -> None:
        (self.root / "handlers" / "views.py").write_text(text, encoding="utf-8")

    def catalog(self, language: str, *entries: str, rule: str | None = None) -> None:
        path = catalog_path(self.root, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        header = HEADER.format(language, rule or PLURAL_RULES[language])
        path.write_text(header + "\n".join(entries), encoding="utf-8")

    def faults(self) -> list[str]:
        return [str(fault) for fault in faults(self.root)]


def hello(translation: str = "Сәлем, <b>{name}</b>") -> str:
    return f'msgid "Hello, <b>{{name}}</b>"\nmsgstr "{translation}"\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_complete_catalogs_pass(project: Project) -> None:
    said: list[str] = []
    assert main(project.root, said.append) == 0
    assert said == ["Catalogs: complete."]


def test_a_fault_fails_the_check_with_file_and_line(project: Project) -> None:
    project.catalog("kk", hello(""))
    said: list[str] = []
    assert main(project.root, said.append) == 1
    assert said == ["locales/kk/LC_MESSAGES/deputat.po:6: “Hello, <b>{name}</b>” not translated"]


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        ("Сәлем, <b>{nme}</b>", "placeholders: nme instead of name"),
        ("Сәлем, <b></b>", "placeholders: none instead of name"),
        ("Сәлем, <b>{}</b>", "a placeholder is not a plain name"),
        ("Сәлем, <b>{name.secret}</b>", "a placeholder is not a plain name"),
        ("Сәлем, <b>{name</b>", "braces: "),
        ("Сәлем, {name}", "tags: none instead of </b> <b>"),
        ("Сәлем, <i>{name}</i>", "tags: </i> <i> instead of </b> <b>"),
        ("Сәлем, </b>{name}<b>", "tags: </b> closes nothing"),
        ("Сәлем, <b>{name}</b>\\n", "spaces or line breaks at its edges differ"),
        ("Cәлем, <b>{name}</b>", "Latin and Cyrillic letters in one word: Cәлем"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(
    project: Project, translation: str, told: str
) -> None:
    project.catalog("kk", hello(translation))
    (fault,) = project.faults()
    assert fault.startswith("locales/kk/LC_MESSAGES/deputat.po:6: “Hello, <b>{name}</b>” ")
    assert told in fault


def test_a_text_of_the_code_that_a_catalog_lacks_is_told_at_its_place(project: Project) -> None:
    project.code('\n_("Hello, <b>{name}</b>")\n_.label("Back")\n')
    assert project.faults() == [
        f"handlers/views.py:3: “Back” is missing in locales/{language}/LC_MESSAGES/deputat.po"
        for language in LANGUAGES
    ]


def test_an_entry_that_the_code_lacks_is_told(project: Project) -> None:
    project.catalog("ru", hello("Привет, <b>{name}</b>"), 'msgid "Old"\nmsgstr "Старое"\n')
    assert project.faults() == [
        "locales/ru/LC_MESSAGES/deputat.po:9: “Old” stands nowhere in the code"
    ]


def test_fuzzy_obsolete_and_repeated_entries_are_told(project: Project) -> None:
    project.catalog("kk", "#, fuzzy\n" + hello())
    project.catalog("ru", hello("Привет, <b>{name}</b>"), '#~ msgid "Old"\n#~ msgstr "Старое"\n')
    project.catalog("en", hello("Hello, <b>{name}</b>"), hello("Hi, <b>{name}</b>"))
    kk, ru, en = project.faults()
    assert "marked fuzzy" in kk
    assert "“Old” is obsolete" in ru
    assert "stands here a second time" in en


def test_every_plural_form_is_looked_at(project: Project) -> None:
    project.code('_.n("{n} letter", "{n} letters", n)\n')
    entry = 'msgid "{n} letter"\nmsgid_plural "{n} letters"\n'
    project.catalog("kk", entry + 'msgstr[0] "{n} хат"\nmsgstr[1] "{n} хат"\n')
    project.catalog("ru", entry + 'msgstr[0] "{n} письмо"\nmsgstr[1] "{n} письма"\n')
    project.catalog("en", entry + 'msgstr[0] "one letter"\nmsgstr[1] "{n} letters"\n')
    ru, en = project.faults()
    assert ru.endswith("“{n} letter” not translated")
    assert en.endswith("placeholders: none instead of n")


def test_too_many_plural_forms_are_told(project: Project) -> None:
    project.code('_.n("{n} letter", "{n} letters", n)\n')
    entry = 'msgid "{n} letter"\nmsgid_plural "{n} letters"\n'
    forms = "".join(f'msgstr[{number}] "{{n}} хат"\n' for number in range(3))
    project.catalog("kk", entry + forms)
    assert "not a catalog" in project.faults()[0]


def test_the_plural_rule_must_be_that_of_the_language(project: Project) -> None:
    project.catalog("kk", hello(), rule="nplurals=1; plural=0;")
    assert "plural rule" in project.faults()[0]


def test_a_singular_in_the_catalog_that_is_a_plural_in_the_code_is_told(project: Project) -> None:
    project.code('_.n("Hello, <b>{name}</b>", "Hello, all <b>{name}</b>", n)\n')
    assert len([fault for fault in project.faults() if "another plural" in fault]) == len(LANGUAGES)


@pytest.mark.parametrize(
    "code",
    [
        '_("Hello, {}")',
        '_("Hello, {name")',
        '_("Hello, <b>{name}")',
        '_.n("one letter", "{n} letters", n)',
    ],
)
def test_a_faulty_text_in_the_code_is_told_at_its_place(project: Project, code: str) -> None:
    project.code(code)
    assert project.faults()[0].startswith("handlers/views.py:1: ")


def test_a_missing_catalog_is_told(project: Project) -> None:
    catalog_path(project.root, "en").unlink()
    assert project.faults() == ["locales/en/LC_MESSAGES/deputat.po:1: the catalog is missing"]


def test_every_way_of_saying_a_text_is_extracted(project: Project) -> None:
    project.code(CODE)
    template = extract(project.root)
    assert {message.id for message in template if message.id} == {
        "Hello, <b>{name}</b>",
        "Back",
        ("{n} letter", "{n} letters"),
        ("{n} day", "{n} days"),
        "May",
        "Welcome",
    }
    assert template.get("May", context="month") is not None
    hello = template.get("Hello, <b>{name}</b>")
    assert hello is not None
    assert hello.auto_comments == ["Translators: on the start screen"]


def test_an_update_adds_removes_keeps_and_then_changes_nothing(project: Project) -> None:
    project.code(CODE)
    project.catalog("kk", hello(), 'msgid "Old"\nmsgstr "Ескі"\n')
    update(project.root)
    once = catalog_path(project.root, "kk").read_text(encoding="utf-8")
    assert "Сәлем, <b>{name}</b>" in once
    assert "Old" not in once
    assert 'msgctxt "month"' in once
    assert "Date" not in once
    update(project.root)
    assert catalog_path(project.root, "kk").read_text(encoding="utf-8") == once


def test_a_new_catalog_asks_for_every_form_of_its_language(project: Project) -> None:
    project.code('_.n("{n} letter", "{n} letters", n)\n')
    for language in LANGUAGES:
        catalog_path(project.root, language).unlink()
    update(project.root)
    assert "msgstr[2]" in catalog_path(project.root, "ru").read_text(encoding="utf-8")
    assert "msgstr[2]" not in catalog_path(project.root, "kk").read_text(encoding="utf-8")
    assert [fault.split("” ")[1] for fault in project.faults()] == ["not translated"] * 2
