"""What the data cite, read for people."""

from domain.names import Language
from domain.sources import Citation, Document, citations


def test_lines_of_one_document_are_put_together() -> None:
    assert citations("report (kk), line 154", "report (kk), lines 154, 211") == (
        Citation(Document.REPORT, Language.KK, ("154", "211")),
    )


def test_versions_of_a_document_stand_apart() -> None:
    found = citations(
        "report (ru), lines 84-94; report (en), line 74; monograph, line 182; issues: our mapping"
    )
    assert found == (
        Citation(Document.REPORT, Language.RU, ("84-94",)),
        Citation(Document.REPORT, Language.EN, ("74",)),
        Citation(Document.MONOGRAPH, None, ("182",)),
        Citation(Document.ISSUES_OURS),
    )


def test_what_is_not_understood_stays_as_it_is_written() -> None:
    found = citations(None, "", "public: a news site; decision 12 of 3 May; report (xx), line 4")
    assert found == (
        Citation(Document.PUBLIC, words="a news site"),
        Citation(Document.OTHER, words="decision 12 of 3 May"),
        Citation(Document.OTHER, words="report (xx), line 4"),
    )


def test_what_is_printed_and_what_was_put_together() -> None:
    source = 'monograph, line 440 (prints "Маслихат"); Kazakh and English names: constructed'
    assert citations(source, "names: constructed") == (
        Citation(Document.MONOGRAPH, None, ("440",), "Маслихат"),
        Citation(Document.NAMES_OURS),
    )
