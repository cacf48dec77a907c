"""What has begun is finished before the process ends, within a few seconds."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
GRACE = 4.0  # seconds; whoever stops a process kills it after ten


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Awaits `work`; when cancelled meanwhile, lets it come to its end first."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=GRACE)
        raise
