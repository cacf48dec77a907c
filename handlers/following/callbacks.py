"""Taps of this feature."""

from aiogram.filters.callback_data import CallbackData

from domain.appeals import Topic
from domain.digests import Hears


class OpenOne(CallbackData, prefix="fol_o"):
    subscription_id: int


class TellWhen(CallbackData, prefix="fol_w"):
    """At once, or in the weekly digest."""

    subscription_id: int
    when: Hears


class ChoosePromise(CallbackData, prefix="fol_cp"):
    """The promises of a deputy that can be followed."""

    mandate_id: int
    page: int = 0


class ChooseTopic(CallbackData, prefix="fol_ct"):
    """The topics that can be followed in the own district."""


class FollowTopic(CallbackData, prefix="fol_t"):
    topic: Topic
