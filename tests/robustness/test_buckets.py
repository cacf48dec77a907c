"""How often one chat may get a message."""

from itertools import pairwise

import pytest

from bot.delivery.buckets import REMEMBERED, Buckets


def moments(buckets: Buckets, chat_id: int, wanted: list[float]) -> list[float]:
    """When messages that are wanted at these moments, one after the other, may go."""
    return [now + buckets.take(chat_id, now) for now in wanted]


def most_in(seconds: float, gone: list[float]) -> int:
    return max(sum(start <= one < start + seconds for one in gone) for start in gone)


@pytest.mark.parametrize("pause", [0.0, 0.5, 2.9, 7.0])
def test_a_group_gets_twenty_in_any_minute(pause: float) -> None:
    gone = moments(Buckets(), -100, [pause * number for number in range(100)])
    assert gone == sorted(gone)
    assert most_in(60 - 1e-6, gone) <= 20
    assert gone[:5] == [pause * number for number in range(5)]


def test_a_person_gets_five_and_then_one_a_second() -> None:
    gone = moments(Buckets(), 100, [0.0] * 10)
    assert gone[:5] == [0.0] * 5
    assert [later - before for before, later in pairwise(gone[4:])] == [1.0] * 5
    assert Buckets().take(101, 0.0) == 0


def test_after_a_rest_the_bucket_is_full_again_and_no_fuller() -> None:
    buckets = Buckets()
    moments(buckets, 100, [0.0] * 5)
    assert moments(buckets, 100, [1000.0] * 6) == [1000.0] * 5 + [1001.0]


def test_the_chats_of_long_ago_are_forgotten() -> None:
    buckets = Buckets()
    moments(buckets, 1, [0.0] * 5)
    for chat_id in range(2, REMEMBERED + 2):
        buckets.take(chat_id, 0.0)
    assert buckets.take(1, 0.0) == 0
