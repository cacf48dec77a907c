"""How many seats the law allows an assembly of each level, with the source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class LegalSize:
    most: int
    source: str


LEGAL_SIZES: Final[Mapping[str, LegalSize]] = {
    "region": LegalSize(50, "monograph, line 100"),
    "republican_city": LegalSize(50, "monograph, line 100"),
    "city": LegalSize(30, "monograph, line 101"),
    "district": LegalSize(25, "monograph, line 102"),
}
