"""What a workload says to the watched disk it runs on (disk_watch.c)."""

import ctypes

FREE = -1


def mark(text: str) -> None:
    """Write down, in order with the writes, what has been promised (an acknowledged commit)."""
    ctypes.CDLL(None).watch_mark(text.encode())


def fail_after(calls: int) -> None:
    """The disk is full after so many more calls that take space; `FREE` makes room again."""
    ctypes.CDLL(None).watch_fail_after(ctypes.c_long(calls))


def refusals() -> int:
    """How many calls were answered "disk full" since the last `fail_after`."""
    return int(ctypes.CDLL(None).watch_refusals())
