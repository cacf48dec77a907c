"""Short cuts of these stories."""

from tests.world import USERNAME, Someone, World

START = f"https://t.me/{USERNAME}?start="


def token_on(screen: str) -> str:
    """The token of the link that a screen shows."""
    return screen.partition(START)[2].split(maxsplit=1)[0]


async def invites(coordinator: Someone, role: str, whom: str) -> str:
    """A coordinator makes an invitation: district or name, or the assembly's button; the token."""
    await coordinator.says("/admin")
    await coordinator.taps("Invite")
    await coordinator.taps(role)
    if whom not in coordinator.labels:
        await coordinator.says(whom)
        whom = coordinator.labels[0]
    await coordinator.taps(whom)
    return token_on(coordinator.text)


async def joins(world: World, coordinator: Someone, name: str, role: str, whom: str) -> Someone:
    """Somebody is invited and accepts."""
    token = await invites(coordinator, role, whom)
    found = world.person(name)
    await found.opens(token)
    await found.taps("Accept")
    return found
