"""The one clock of all due work. Tests and the sandbox move it forward."""

from datetime import UTC, datetime, timedelta


class Clock:
    """The system's time plus a shift. Call it for an aware moment in UTC."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def __call__(self) -> datetime:
        return self.real() + self._shift

    @staticmethod
    def real() -> datetime:
        """The system's time, for leases and pauses: they must not jump with a moved clock."""
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def move_to(self, moment: datetime) -> None:
        """From now on it is `moment` and later."""
        self._shift = moment - self.real()


class FrozenClock(Clock):
    """Stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self._moment = moment

    def __call__(self) -> datetime:
        return self._moment

    def move_to(self, moment: datetime) -> None:
        self._moment = moment
