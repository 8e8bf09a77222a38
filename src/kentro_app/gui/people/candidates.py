"""Who is known already and may be the one being typed, with the reasons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kentro_app.domain.phones import display as display_phone
from kentro_app.gui.people.words import reasons
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import ChipKind
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet
from kentro_app.gui.words import born, joined
from kentro_app.i18n import _
from kentro_app.services.registry import Candidate

_VERY_LIKELY = 85


class CandidatesCard(Card):
    """`opened` carries the candidate that is the person after all."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._candidates: tuple[Candidate, ...] = ()
        self.hint = EmptyHint()
        self.rows = RowList()
        self.about = Quiet(wrap=True)
        self.open = Button(keys="Ctrl+O")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.hint)
        self._pages.addWidget(self.rows)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.open)
        self.rows.chosen.connect(lambda _id: self._open())
        self.rows.current_changed.connect(lambda _id: self._show_about())
        self.open.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(_("Is it one of these?"))
        self.rows.setAccessibleName(_("Known people who may be the same"))
        self.hint.set_words(
            _("Nobody like this is known"),
            _("While you type, people who may be the same appear here."),
        )
        self.open.set_words(_("Open this one"))
        self.open.setToolTip(_("Check this person in instead of registering somebody new"))
        self.show_candidates(self._candidates)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these; the selected one stays selected."""
        self._candidates = tuple(candidates)
        self.rows.show_rows([_row(candidate) for candidate in candidates])
        self._pages.setCurrentIndex(1 if candidates else 0)
        if candidates and self.rows.current_id() is None:
            self.rows.select_first()
        self.open.setVisible(bool(candidates))
        self._show_about()

    def _current(self) -> Candidate | None:
        chosen = self.rows.current_id()
        return next((c for c in self._candidates if c.found.id == chosen), None)

    def _show_about(self) -> None:
        chosen = self._current()
        self.about.setText(_about(chosen) if chosen else "")
        self.about.setVisible(chosen is not None)

    def _open(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self.opened.emit(chosen)


def _row(candidate: Candidate) -> Row:
    found = candidate.found
    likely = candidate.score >= _VERY_LIKELY
    kind: ChipKind = "stop" if likely else "wait"
    return Row(
        id=found.id,
        title=joined(f"{found.surname} {found.given_name}".strip(), born(found.birth_year)),
        about=reasons(candidate.reasons),
        chip=_("very likely") if likely else _("possible"),
        chip_kind=kind,
    )


def _about(candidate: Candidate) -> str:
    found = candidate.found
    phone = display_phone(found.phone) if found.phone else ""
    return joined(found.number, phone, reasons(candidate.reasons))
