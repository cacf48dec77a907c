"""The locks: every version with a hash, from no named place, the same for running and for tests."""

import re

import pytest

from tools.catalogs import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)( ;.*)? \\$", re.MULTILINE)


def read(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    return {name: version for name, version, _ in PIN.findall(read(lock))}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", read(lock))[1:]
    assert len(blocks) == len(pins(lock))
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_index_or_a_folder(lock: str) -> None:
    assert not re.search(r"://|^--|\bfile:/| @ ", read(lock), re.MULTILINE)


def test_tests_run_with_the_versions_that_people_run() -> None:
    runtime = pins("requirements.lock")
    assert runtime
    assert runtime.items() <= pins("requirements-dev.lock").items()
