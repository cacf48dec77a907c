"""The number of a district, as people write it in three languages."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_WORD: Final = re.compile(
    r"no?|number|district|constituency|electoral|single|mandate|member|the"
    r"|номер|по|окр|округ\w{0,5}|избирательн\w{2,4}|одномандатн\w{2,4}"
    r"|нөмір|нөмірі|нөмірлі|сайлау|бір|мандатты"
)
_ORDINAL: Final = re.compile(r"й|я|е|м|го|[ыои]й|ая|му|ом|ші|шы|інші|ыншы|st|nd|rd|th")
# A sign that makes it an amount, a phone or a score, not the number of a district.
_OTHER: Final = re.compile(r"[+%$€₸=/:]|\d[.,]\d|-\d+-")
_DIGITS: Final = 4


def parse_district_number(text: str) -> int | None:
    """Read "8", "№ 8", "округ 8", "8-ші округ", "8th district"; None when it is anything else.

    Every other word makes it something else: "8 марта" is no district.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    tokens = _TOKEN.findall(plain)
    places = [place for place, token in enumerate(tokens) if token.isdecimal()]
    if len(places) != 1 or _OTHER.search(plain):
        return None
    place = places[0]
    words = tokens[:place] + tokens[place + 1 :]
    if words[place:] and _ORDINAL.fullmatch(words[place]):
        del words[place]
    if len(tokens[place]) > _DIGITS or not all(map(_WORD.fullmatch, words)):
        return None
    return int(tokens[place]) or None
