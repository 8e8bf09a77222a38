"""What one chooses about a sheet: which, of what day and site, how much of the names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDateEdit, QVBoxLayout, QWidget

from kentro_app.domain.sites import Site
from kentro_app.gui.bar import Bar
from kentro_app.gui.theme import S
from kentro_app.gui.widgets.buttons import Button, Segment
from kentro_app.gui.widgets.text import FieldLabel, Quiet
from kentro_app.i18n import _, current
from kentro_app.i18n.dates import number
from kentro_app.services.sheets import SheetRequest
from kentro_app.services.sheets_model import Layout, NameStyle

BLANK_LINES = (0, 5, 10, 15, 20, 30, 40, 60)


class SheetControls(QWidget):
    """`wanted` carries a SheetRequest. Only `layouts` are offered."""

    wanted = Signal(object)
    day_stepped = Signal(int)

    def __init__(
        self,
        request: SheetRequest,
        layouts: Sequence[Layout] = tuple(Layout),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._request = request
        self._sites: Sequence[Site] = ()
        self.layouts = {layout: Segment() for layout in layouts}
        self.earlier, self.later = Button("◂"), Button("▸")
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.names = {style: Segment() for style in NameStyle}
        self.blank, self.site = QComboBox(), QComboBox()
        for lines in BLANK_LINES:
            self.blank.addItem(number(lines), lines)
        self.day_label, self.names_label, self.blank_label, self.site_label = (
            FieldLabel() for _n in range(4)
        )
        self.only = Quiet()
        self._lay_out()
        self.show_request(request, request.day)
        self._connect()
        self.retranslate()
        self.show_sites(())

    def show_request(self, request: SheetRequest, today: date) -> None:
        """Show what is wanted now; nothing after today can be."""
        self._request = request
        blockers = [QSignalBlocker(box) for box in (self.day, self.blank)]
        self.day.setMaximumDate(_as_q(today))
        self.day.setDate(_as_q(request.day))
        self.blank.setCurrentIndex(BLANK_LINES.index(request.blank_lines))
        for blocker in blockers:
            blocker.unblock()
        self.layouts[request.layout].setChecked(True)
        self.names[request.names].setChecked(True)
        self.later.setEnabled(request.day < today)
        for widget in (self.names_label, *self.names.values(), self.blank_label, self.blank):
            widget.setVisible(request.layout is Layout.SIGNIN)
        self.only.setVisible(request.visit_id is not None)

    def show_sites(self, sites: Sequence[Site]) -> None:
        """Offer a choice where there are several sites."""
        self._sites = sites
        blocker = QSignalBlocker(self.site)
        self.site.clear()
        for site in sites:
            self.site.addItem(site.title(current().language), site.code)
        self.site.setCurrentIndex(max(self.site.findData(self._request.site), 0))
        blocker.unblock()
        for widget in (self.site_label, self.site):
            widget.setVisible(len(sites) > 1)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        words = {
            Layout.SIGNIN: _("Sign-in sheet"),
            Layout.SLIP: _("Slips"),
            Layout.DAILY: _("Without names"),
        }
        tips = {
            Layout.SIGNIN: _("The sheet that people sign"),
            Layout.SLIP: _("A slip to sign for each visitor, four on a page"),
            Layout.DAILY: _("The day's contacts for statistics, without any name"),
        }
        for layout, button in self.layouts.items():
            button.set_words(words[layout])
            button.setToolTip(tips[layout])
        self.day_label.setText(_("&Day"))
        self.names_label.setText(_("Names"))
        self.blank_label.setText(_("&Blank lines"))
        self.site_label.setText(_("S&ite"))
        self.only.setText(_("Only the chosen visit"))
        self.names[NameStyle.FULL].set_words(_("In full"))
        self.names[NameStyle.INITIALS].set_words(_("Initials"))
        self.names[NameStyle.NUMBER].set_words(_("Number"))
        self._name_controls()
        self.show_sites(self._sites)

    def _name_controls(self) -> None:
        self.earlier.setAccessibleName(_("The day before"))
        self.later.setAccessibleName(_("The day after"))
        self.earlier.setToolTip(_("The day before"))
        self.later.setToolTip(_("The day after"))
        self.day.setAccessibleName(_("The day of the sheet"))
        self.blank.setAccessibleName(_("Blank lines for walk-ins"))
        self.site.setAccessibleName(_("The site of the sheet"))

    def _lay_out(self) -> None:
        self.day_label.setBuddy(self.day)
        self.blank_label.setBuddy(self.blank)
        self.site_label.setBuddy(self.site)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        day: list[QWidget] = [self.day_label, self.earlier, self.day, self.later]
        site: list[QWidget] = [self.site_label, self.site]
        column.addWidget(Bar([*self.layouts.values(), self.only], [*day, *site]))
        names: list[QWidget] = [self.names_label, *self.names.values()]
        column.addWidget(Bar(names, [self.blank_label, self.blank]))

    def _connect(self) -> None:
        for buttons in (self.layouts.values(), self.names.values()):
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
        for layout, button in self.layouts.items():
            button.clicked.connect(lambda _on=False, layout=layout: self._want(layout=layout))
        for style, button in self.names.items():
            button.clicked.connect(lambda _on=False, style=style: self._want(names=style))
        self.day.dateChanged.connect(lambda day: self._want(day=_as_date(day)))
        self.blank.currentIndexChanged.connect(
            lambda place: self._want(blank_lines=BLANK_LINES[place])
        )
        self.site.currentIndexChanged.connect(
            lambda _place: self._want(site=self.site.currentData() or "")
        )
        self.earlier.clicked.connect(lambda: self.day_stepped.emit(-1))
        self.later.clicked.connect(lambda: self.day_stepped.emit(1))

    def _want(self, **changes: object) -> None:
        """Whatever is chosen, it is about the whole day again."""
        wanted: dict[str, object] = {**changes, "visit_id": None}
        self._request = replace(self._request, **wanted)  # type: ignore[arg-type]
        self.wanted.emit(self._request)


def _as_q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
