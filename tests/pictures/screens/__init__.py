"""The screens, by name. A new module of screens is one more line here."""

from tests.pictures.registry import SCREENS
from tests.pictures.screens import administration, door, first_day, reception, small

__all__ = ["SCREENS", "administration", "door", "first_day", "reception", "small"]
