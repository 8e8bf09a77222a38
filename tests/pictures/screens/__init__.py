"""The screens, by name. A new module of screens is one more line here."""

from tests.pictures.registry import SCREENS
from tests.pictures.screens import (
    administration,
    contacts,
    door,
    first_day,
    people,
    queue,
    reception,
    small,
)

__all__ = [
    "SCREENS",
    "administration",
    "contacts",
    "door",
    "first_day",
    "people",
    "queue",
    "reception",
    "small",
]
