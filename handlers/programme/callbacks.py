"""Taps of the programme."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class TurnProgramme(CallbackData, prefix="pr_page"):
    """Another page of a long programme."""

    mandate_id: Annotated[int, Field(gt=0, lt=2**31)]
    page: Annotated[int, Field(ge=0, lt=10_000)]
