"""`report` on both databases."""

import json
from pathlib import Path

import pytest

from tests.commands.running import call, run
from tests.monitoring import truth

PERIOD = ("--from", "2023-03-29", "--to", "2023-12-29")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_the_report_of_the_shipped_data(
    loaded_url: str, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "report.json"
    options = (*PERIOD, "--lang", language, "--format", "json", "--output", str(path))
    assert await call(loaded_url, "report", *options) == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    drawn = {
        (row["name_ru"], row["series"]): row["value"]
        for row in found["diagrams"]
        if row["diagram"] == "requests_by_deputy"
    }
    assert drawn == {
        (name, series): figures[index]
        for name, figures in truth.DEPUTIES.items()
        for index, series in enumerate(("requests_initiated", "requests_signed"))
    }
    assert len(found["contradictions"]) == 17
    assert found["about"]["data_date"] == "2023-12-29"


async def test_figures_of_another_period_are_left_out_and_told(
    loaded_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    options = ("--from", "2023-04-01", "--to", "2023-12-29", "--format", "json")
    assert await call(loaded_url, "report", *options, "--output", str(path)) == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert {row["basis"] for row in found["diagrams"]} == {"computed"}
    assert "figures_of_other_periods" in {row["kind"] for row in found["gaps"]}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--from", "yesterday"), "“yesterday” is not a day: write it like 2023-03-29"),
        (("--from", "2024-01-02", "--to", "2024-01-01"), "ends (2024-01-01) before it begins"),
        (("--assembly", "atlantis"), "No deputies are known of an assembly “atlantis”"),
        (("--assembly", "99999999999999999999"), "No deputies are known of an assembly"),
        (("--lang", "de"), "invalid choice: 'de'"),
    ],
)
async def test_bad_input_gets_a_sentence(
    sqlite_template: Path, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    database = f"sqlite:///{sqlite_template}"
    output = ("--format", "json", "--output", str(tmp_path / "report.json"))
    result = await run(database, "report", *output, *options)
    assert result.code != 0
    assert sentence in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("assembly", ["MZH", "ABA00"])
async def test_in_an_election_the_law_is_named_instead(
    loaded_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], assembly: str
) -> None:
    """Of the assembly that is elected; the reports of others are made."""
    (tmp_path / "elections.yaml").write_text(
        f"periods:\n  - {{first: 2000-01-01, last: 2999-12-31, assembly: {assembly}, source: x}}\n"
    )
    path = tmp_path / "report.json"
    options = (*PERIOD, "--lang", "ru", "--format", "json", "--output", str(path))
    code = await call(loaded_url, "report", *options, data_path=str(tmp_path))
    told = capsys.readouterr().err
    assert (code, path.exists()) == ((1, False) if assembly == "MZH" else (0, True))
    assert ("«О выборах в Республике Казахстан»" in told) == (assembly == "MZH")


async def test_a_place_that_cannot_be_written_gets_a_sentence(
    sqlite_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    output = ("--format", "json", "--output", str(tmp_path / "file" / "report.json"))
    assert await call(f"sqlite:///{sqlite_template}", "report", *output) == 1
    assert "cannot be written" in capsys.readouterr().err
