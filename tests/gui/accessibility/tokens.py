"""A theme in which every token has a colour of its own: what is painted says which tokens met.

Dressing a window takes long, so it is dressed once and what was found is reckoned in every theme.
"""

from dataclasses import fields

from kentro_app.gui.theme import PALETTES, Palette, contrast

_NAMES = [field.name for field in fields(Palette)]
_COLOURS = {name: f"#{40 + 9 * at:02X}{250 - 10 * at:02X}{(97 * at) % 256:02X}" for at, name in
            enumerate(_NAMES)}  # fmt: skip
TOKENS = Palette(**_COLOURS)
_BY_COLOUR = {colour.lower(): name for name, colour in _COLOURS.items()}


def token(colour):
    """The name of a colour, or nothing for one that is mixed of others."""
    return _BY_COLOUR.get(colour.lower(), "")


def ratios(one, other):
    """The contrast of two tokens in each theme, by the theme's name."""
    return {
        name: contrast(getattr(palette, one), getattr(palette, other))
        for name, palette in PALETTES.items()
    }


def poor(one, other, wanted):
    """In which themes two colours are too much alike, in words.

    Colours that are the same in every theme are reckoned as they are.
    """
    ink, ground = token(one), token(other)
    if ink and ground:
        low = {theme: ratio for theme, ratio in ratios(ink, ground).items() if ratio < wanted}
        return ", ".join(f"{ink} on {ground} is {low[theme]:.2f} in {theme}" for theme in low)
    if ink or ground or not other:
        return ""
    return f"{one} on {other}" if contrast(one, other) < wanted else ""
