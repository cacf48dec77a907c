"""`import` and `export`."""

import shutil
from pathlib import Path

import pytest

from tests.commands.running import ROOT, call, run


async def test_what_is_exported_changes_nothing_when_it_comes_back(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await call(database, "export", str(tmp_path / "out")) == 0
    assert (tmp_path / "out" / "deputies.csv").exists()
    capsys.readouterr()
    assert await call(database, "import", str(tmp_path / "out")) == 0
    assert capsys.readouterr().out == "nothing to change\n"


async def test_each_fault_is_named_with_file_and_line(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    file = folder / "districts.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(lines[3].split(",")[2], "eight", 1)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = await run(database, "import", str(folder))
    assert result.code == 1
    assert result.out == ""
    assert "districts.csv:4: " in result.err
    assert "nothing was changed" in result.err


async def test_a_path_without_data_is_refused(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await call(database, "import", str(tmp_path / "nowhere")) == 1
    assert "1 fault; nothing was changed." in capsys.readouterr().err


async def test_without_a_path_the_shipped_data_are_read(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await call(database, "import") == 0
    assert capsys.readouterr().out == "nothing to change\n"


async def test_where_nothing_failed_it_is_said(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await call(database, "dead-letters") == 0
    assert capsys.readouterr() == ("", "Nothing has failed.\n")
