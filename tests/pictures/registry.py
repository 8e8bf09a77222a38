"""The screens there are pictures of. A new screen is one more function in `screens/`.

A screen's function gets a `Stage`, brings a real window to where the screen is seen, and gives the
window. It is called anew for each language and size, on a centre that is the same each time.
"""

from collections.abc import Callable
from dataclasses import dataclass

SCREENS = {}
SMALL, USUAL = (1100, 700), (1366, 768)


@dataclass(frozen=True)
class Detail:
    """A part of a screen that ships: for the guide, or (`docs`) for the README as a whole.

    `of` gives the widgets of the window that are in it; without it, it is the whole window.
    `size` is the window's: a small one keeps the letters readable in the guide's narrow column.
    """

    name: str
    of: Callable | None = None
    theme: str = "light"
    docs: bool = False
    size: tuple[int, int] = SMALL


@dataclass(frozen=True)
class Screen:
    name: str
    bring: Callable
    details: tuple[Detail, ...]


def screen(name, *details):
    """Put the decorated function among the screens."""

    def keep(bring):
        assert name not in SCREENS, name
        SCREENS[name] = Screen(name, bring, details)
        return bring

    return keep
