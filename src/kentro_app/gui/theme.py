"""Colours, sizes and distances: one place for all of them, and no Qt in it."""

from dataclasses import asdict, dataclass
from string import Template
from typing import Literal

from kentro_app.assets import resource

ChipKind = Literal["good", "wait", "stop", "plain"]
"""The colours of a state; a word says it too."""

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The spacing scale, in pixels at 100 %."""

TITLE, HEADING, TEXT, QUIET, CHIP, NUMBER, CHECK_IN = 22, 15, 14, 13, 12, 28, 18
"""The type scale, in pixels at 100 %."""

CONTROL_HEIGHT = 36
CHECK_IN_HEIGHT = 50
ROW_HEIGHT = 52
SLIM_ROW_HEIGHT = 46
RAIL_WIDTH = 104


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour there is, as #RRGGBB. What each is for stands in docs of the design: ui.md."""

    paper: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    quiet: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    wait: str
    wait_soft: str
    stop: str
    stop_soft: str
    rail: str
    rail_soft: str
    rail_ink: str
    rail_on: str


LIGHT = Palette(
    paper="#F6F5F1",
    surface="#FFFFFF",
    sunken="#EFEDE6",
    line="#DEDACF",
    edge="#8C897C",
    ink="#1E2A32",
    quiet="#5A6670",
    accent="#17608F",
    accent_hover="#124E75",
    accent_soft="#E1EDF5",
    on_accent="#FFFFFF",
    good="#2F6B45",
    good_soft="#E2F0E6",
    wait="#8A5A00",
    wait_soft="#FBEFD5",
    stop="#A3362A",
    stop_soft="#FAE3DF",
    rail="#12344D",
    rail_soft="#284960",
    rail_ink="#C9D8E3",
    rail_on="#FFFFFF",
)
DARK = Palette(
    paper="#14191D",
    surface="#1C2329",
    sunken="#171D22",
    line="#313B43",
    edge="#71808B",
    ink="#E8ECEF",
    quiet="#A3AFB8",
    accent="#6DB3E2",
    accent_hover="#8AC4EA",
    accent_soft="#1F3A4D",
    on_accent="#0C1D29",
    good="#7CC596",
    good_soft="#1E3A2A",
    wait="#E2B35A",
    wait_soft="#3D311A",
    stop="#EE8E80",
    stop_soft="#45251F",
    rail="#0E1A23",
    rail_soft="#232E37",
    rail_ink="#9FB2C0",
    rail_on="#FFFFFF",
)
CONTRAST = Palette(
    paper="#000000",
    surface="#000000",
    sunken="#141414",
    line="#8A8A8A",
    edge="#FFFFFF",
    ink="#FFFFFF",
    quiet="#E4E4E4",
    accent="#FFD54A",
    accent_hover="#FFE38A",
    accent_soft="#3B3000",
    on_accent="#000000",
    good="#7DFFA8",
    good_soft="#00280F",
    wait="#FFD54A",
    wait_soft="#332800",
    stop="#FFB3A7",
    stop_soft="#3D0A03",
    rail="#000000",
    rail_soft="#3B3000",
    rail_ink="#FFFFFF",
    rail_on="#FFD54A",
)
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and how large its text is: 1.0 to 2.0 times the type scale."""

    palette: Palette
    scale: float = 1.0

    def px(self, size: int) -> int:
        """A size of the type scale (or a height that must follow the text), in pixels."""
        return round(size * self.scale)


class _Tokens(dict[str, str]):
    """The words of the style sheet's template: colours by name, `px14` as a scaled size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(asdict(theme.palette), icons=resource("icons").as_posix())
        self._theme = theme

    def __missing__(self, token: str) -> str:
        if token.startswith("px") and token[2:].isdigit():
            return f"{self._theme.px(int(token[2:]))}px"
        raise KeyError(token)


def style_sheet(theme: Theme) -> str:
    """The whole program's style sheet for this theme."""
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    return template.substitute(_Tokens(theme))


def contrast(one: str, other: str) -> float:
    """How well two colours part, 1 to 21, by the formula of WCAG 2.2 (relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
