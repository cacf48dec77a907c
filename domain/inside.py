"""Whether a place lies in a deputy's district, as far as it can be told."""

from collections.abc import Collection


def inside(
    district: int | None,
    district_region: int | None,
    place_region: int,
    certain: Collection[int],
    maybe: Collection[int],
) -> bool | None:
    """None: it cannot be told.

    `certain`: the districts of the same assembly in which the place lies; `maybe`: it lies in one
    of these.
    """
    if district is None:
        return None
    if certain:
        return district in certain
    if district in maybe:
        return None
    if maybe:
        return False
    if district_region is not None and district_region != place_region:
        return False
    return None
