"""«I receive in Office 1»: where the one who is logged in calls people to."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kentro_app.gui.reception.ports import Choices
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.words import cut, escaped
from kentro_app.i18n import _, current

_LONGEST = 16


class RoomButton(Button):
    """Shows the room; a click offers the others. `chosen` carries a room's id, or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="door")
        self._choices = Choices()
        self.menu_of_rooms = QMenu(self)
        self.setMenu(self.menu_of_rooms)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        language = current().language
        room = self._choices.room_name(self._choices.own_room, language)
        self.set_words(escaped(cut(room, _LONGEST)) or _("My room"))
        self.setText(f"{self.text()} ▾")
        # whoever speaks to the computer says what is written on the button
        there = _("I receive in: {room}").format(room=room)
        self.setAccessibleName(there if room else _("My room"))
        self.setToolTip(_("The room people are called to"))
        self.menu_of_rooms.clear()
        for one in self._choices.rooms:
            self._offer(one.name(language), one.id)
        self._offer(_("no room"), None)

    def show_choices(self, choices: Choices) -> None:
        """Offer these rooms; the own one is on the button."""
        self._choices = choices
        self.setVisible(bool(choices.rooms))
        self.retranslate()

    def _offer(self, words: str, room_id: UUID | None) -> None:
        action = QAction(escaped(words), self.menu_of_rooms)
        action.setCheckable(True)
        action.setChecked(room_id == self._choices.own_room)
        action.triggered.connect(lambda *_checked: self.chosen.emit(room_id))
        self.menu_of_rooms.addAction(action)
