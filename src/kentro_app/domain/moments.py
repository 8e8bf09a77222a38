"""Moments: aware, in UTC, to the millisecond – on screen, on disk and on the wire alike."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

Clock = Callable[[], datetime]


def truncate(moment: datetime) -> datetime:
    """The same moment in UTC without what a millisecond cannot hold. Needs an aware datetime."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def now() -> datetime:
    """The present, by this machine's clock."""
    return truncate(datetime.now(UTC))


def to_ms(moment: datetime) -> int:
    """Whole milliseconds since 1970-01-01 UTC."""
    return (moment - EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The moment so many milliseconds after 1970-01-01 UTC."""
    return EPOCH + timedelta(milliseconds=milliseconds)
