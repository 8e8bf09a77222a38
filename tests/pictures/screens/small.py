"""Small things over a window: menu, own password, the guide itself."""

from PySide6.QtCore import QPoint

from kentro_app.bootstrap.day.hands import pause, type_over
from kentro_app.gui.guide.key import open_guide
from kentro_app.gui.palette.view import Palette
from tests.pictures.registry import USUAL, Detail, screen

_LOADED = 0.8


@screen("user-menu", Detail("user-menu", of=lambda w: [w.top.user, w.menu], size=USUAL))
def user_menu(stage):
    window, _page = stage.reception()
    button, menu = window.top.user, window.menu
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
    stage.at_the_end(window.menu.close)
    return window


@screen("own-password")
def own_password(stage):
    window, _page = stage.reception()
    window.menu.password.trigger()
    return window


@screen("palette", Detail("palette", of=lambda w: [w.findChild(Palette).card], size=USUAL))
def palette(stage):
    window, _page = stage.reception()
    window.search_everything()
    palette = window.findChild(Palette)
    type_over(palette.field, "παπα")
    pause(_LOADED)
    return window


@screen("palette-commands")
def palette_commands(stage):
    window, _page = stage.reception()
    window.search_everything()
    type_over(window.findChild(Palette).field, "εμφ" if stage.language == "el" else "appear")
    pause(_LOADED)
    return window


@screen("guide")
def guide(stage):
    window, _page = stage.reception()
    return stage.show(open_guide(window, "reception"))
