"""Small things over a window: menu, own password, the guide itself."""

from PySide6.QtCore import QPoint

from kentro_app.gui.guide.key import open_guide
from tests.pictures.registry import Detail, screen


@screen("user-menu", Detail("user-menu", of=lambda w: [w.top.user, w.menu]))
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


@screen("guide")
def guide(stage):
    window, _page = stage.reception()
    return stage.show(open_guide(window, "reception"))
