"""The registered sex, as the papers say it; what somebody calls themselves is another field."""

from enum import Enum


class Sex(Enum):
    """Woman, man, other, and not declared or unknown."""

    F = "F"
    M = "M"
    X = "X"
    U = "U"
