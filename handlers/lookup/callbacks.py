"""Taps of the lookup."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from services.lookup_gaps import Gap

# What does not fit is no tap of ours: the fallback answers it.
Id = Annotated[int, Field(gt=0, lt=2**31)]
Page = Annotated[int, Field(ge=0, lt=10_000)]


class BrowseRegions(CallbackData, prefix="lk_regs"):
    page: Page = 0


class OpenRegion(CallbackData, prefix="lk_reg"):
    region_id: Id
    page: Page = 0


class BrowsePlaces(CallbackData, prefix="lk_plcs"):
    region_id: Id
    page: Page = 0


class OpenPlace(CallbackData, prefix="lk_plc"):
    """`whole`: the place itself, even where its only deputy could be shown at once."""

    place_id: Id
    whole: bool = False
    page: Page = 0


class OpenDistrict(CallbackData, prefix="lk_dst"):
    district_id: Id


class CallHome(CallbackData, prefix="lk_mine"):
    """The voter says: this is my district."""

    district_id: Id


class WithoutDistrict(CallbackData, prefix="lk_none"):
    """Deputies of the assembly of a district whose own district is not known."""

    district_id: Id
    page: Page = 0


class AskLocation(CallbackData, prefix="lk_loc"):
    """Shows the button that shares a location."""


class TellGap(CallbackData, prefix="lk_gap"):
    """To the coordinators: something is missing about this."""

    gap: Gap
    ident: int = 0  # read with care: 0 for words
