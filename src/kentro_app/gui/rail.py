"""The left rail: the places of the program that exist and that this person may enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kentro_app.gui.palette.command import Command
from kentro_app.gui.style import look
from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.buttons import RailButton, rail_width
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor

Enter = Callable[[], Any]
"""Goes to a place and gives its screen, built by then."""


def _no_commands(_enter: Enter) -> Sequence[Command]:
    return ()


@dataclass(frozen=True, slots=True)
class Section:
    """A place of the program. A new feature is one more of these in `bootstrap.wiring`.

    `title` is called, not stored, so that a change of language shows; `build` makes the
    screen when it is first entered. Any of `permissions` opens it; none means everybody.
    `commands` gives what can be asked for by name there; `keywords` are other names of the place.
    The place that `opens` is shown first; where none does, the first of the rail.
    """

    name: str
    icon: str
    title: Callable[[], str]
    build: Callable[[], QWidget]
    permissions: frozenset[Permission] = frozenset()
    at_foot: bool = False
    keywords: tuple[str, ...] = ()
    commands: Callable[[Enter], Sequence[Command]] = _no_commands
    opens: bool = False


def open_to(sections: Sequence[Section], actor: Actor) -> list[Section]:
    """The sections that the actor's role may enter."""
    return [
        section
        for section in sections
        if not section.permissions or any(may(actor, p) for p in section.permissions)
    ]


class Rail(QFrame):
    """`chosen` carries the name of a section."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self._titles = {section.name: section.title for section in sections}
        self.buttons = {section.name: RailButton(section.icon) for section in sections}
        self._lay_out(sections)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
        look().changed.connect(self._widen)
        self._widen()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for name, button in self.buttons.items():
            button.setText(self._titles[name]())
            button.setAccessibleName(self._titles[name]())

    def show_current(self, name: str) -> None:
        """Mark where one is."""
        self.buttons[name].setChecked(True)

    def _lay_out(self, sections: Sequence[Section]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, L, 0, M)
        column.setSpacing(2)
        for section in sections:
            if not section.at_foot:
                column.addWidget(self.buttons[section.name])
        column.addStretch(1)
        for section in sections:
            if section.at_foot:
                column.addWidget(self.buttons[section.name])

    def _widen(self) -> None:
        self.setFixedWidth(rail_width())
