from dataclasses import fields

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from kentro_app.gui.icons import SHAPES, dress, icon
from kentro_app.gui.style import look
from kentro_app.gui.theme import DARK, PALETTES, Theme, contrast, style_sheet

GROUNDS = ("paper", "surface", "sunken", "accent_soft")
READABLE = (
    *((ink, ground) for ink in ("ink", "quiet") for ground in GROUNDS),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "surface"),
    ("accent", "paper"),
    *((state, f"{state}_soft") for state in ("good", "wait", "stop")),
    *((state, ground) for state in ("wait", "stop") for ground in ("surface", "paper")),
    ("rail_ink", "rail"),
    ("rail_on", "rail"),
    ("rail_on", "rail_soft"),
    ("surface", "ink"),
)
VISIBLE = (("edge", "paper"), ("edge", "surface"), ("accent", "surface"), ("ink", "accent"))


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_has_the_contrast_of_wcag_aa(palette):
    poor = [
        (ink, ground, round(contrast(getattr(palette, ink), getattr(palette, ground)), 2))
        for ink, ground in READABLE
        if contrast(getattr(palette, ink), getattr(palette, ground)) < 4.5
    ]

    assert poor == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_borders_of_what_one_can_operate_are_seen(palette):
    poor = [
        (one, other)
        for one, other in VISIBLE[:3]
        if contrast(getattr(palette, one), getattr(palette, other)) < 3
    ]

    assert poor == []


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", PALETTES)
def test_the_style_sheet_leaves_no_token_open(name):
    sheet = style_sheet(Theme(PALETTES[name], 1.5))

    assert "$" not in sheet
    assert "font-size: 42px" in sheet  # numbers of 28 at 150 %


def test_every_colour_is_a_colour():
    for palette in PALETTES.values():
        for field in fields(palette):
            value = getattr(palette, field.name)
            assert value[0] == "#"
            assert len(value) == 7
            int(value[1:], 16)


@pytest.mark.parametrize("name", SHAPES)
def test_an_icon_draws_something(qapp, name):
    image = icon(name).pixmap(24, 24).toImage()

    drawn = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha()
    ]
    assert len(drawn) > 20


def test_a_change_of_theme_reaches_icons_and_text_of_open_windows(qtbot):
    button, label = QPushButton(), QLabel("text")
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    dress(button, "lock")
    before = button.icon().cacheKey(), label.font().pixelSize()

    look().wear(Theme(DARK, 2.0))

    label.ensurePolished()
    assert button.icon().cacheKey() != before[0]
    assert label.fontMetrics().height() > 1.8 * before[1]
