"""Whether a place lies in a deputy's district is told only where it is known."""

from collections.abc import Collection

import pytest

from domain.inside import inside


@pytest.mark.parametrize(
    ("district", "region", "certain", "maybe", "told"),
    [
        (None, None, (1,), (), None),  # elected by list
        (1, 7, (1, 2), (), True),
        (3, 7, (1, 2), (), False),
        (3, 7, (1,), (3,), False),
        (1, 7, (), (1, 2), None),
        (3, 7, (), (1, 2), False),
        (3, 7, (), (), None),
        (3, 8, (), (), False),  # another region
        (3, None, (), (), None),
    ],
)
def test_as_far_as_it_can_be_told(
    district: int | None,
    region: int | None,
    certain: Collection[int],
    maybe: Collection[int],
    told: bool | None,  # noqa: FBT001
) -> None:
    assert inside(district, region, 7, certain, maybe) is told
