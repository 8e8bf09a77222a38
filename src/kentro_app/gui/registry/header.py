"""Who somebody is: name, number, age, where to reach them, what to mind."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kentro_app.domain.moments import Clock
from kentro_app.domain.people import NameStatus
from kentro_app.domain.phones import display as display_phone
from kentro_app.gui.registry.details import DetailList, details
from kentro_app.gui.registry.ports import Page
from kentro_app.gui.registry.words import age_words, birth_words, language_word
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.text import Heading, Hint, Quiet, Title
from kentro_app.gui.words import joined
from kentro_app.i18n import _
from kentro_app.i18n.dates import time_of_day
from kentro_app.i18n.messages import explain_doubt


class PersonHeader(Card):
    """`copied` carries the name of a line and what to copy of it."""

    copied = Signal(str, str)

    def __init__(
        self,
        local_day: Callable[[datetime], date],
        now: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._local_day, self._now = local_day, now
        self._page: Page | None = None
        self.name, self.about = Title(wrap=True, selectable=True), Quiet(wrap=True)
        self.here, self.warning = Chip(), Hint(wrap=True)
        self.safe = Heading(wrap=True, selectable=True)
        self.details = DetailList()
        for widget in (self.name, self.about, self.here, self.safe, self.warning):
            self.body.addWidget(widget)
        self.body.addSpacing(M)
        self.body.addWidget(self.details)
        self.body.addStretch(1)
        self.details.copied.connect(self.copied)
        self.show_page(None)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.show_page(self._page)

    def show_page(self, page: Page | None) -> None:
        """Show somebody, or nobody."""
        self._page = page
        self.details.show_details(details(page.file) if page else ())
        self.name.setText(page.file.person.full_name if page else "")
        self.setAccessibleName(page.file.person.full_name if page else _("Person"))
        self.about.setText(self._about(page) if page else "")
        self.here.show_state(_here(page) if page else "", "good")
        self.safe.setText(_safe(page) if page else "")
        warnings = [explain_doubt(doubt) for doubt in page.doubts] if page else []
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))

    def _about(self, page: Page) -> str:
        person = page.file.person
        code_name = person.name_status is NameStatus.CODE_NAME
        return joined(
            person.number,
            birth_words(person.birth_date),
            age_words(person.birth_date, self._local_day(self._now())),
            language_word(person.language),
            _("code name, for safety") if code_name else "",
        )


def _here(page: Page) -> str:
    if page.here is None:
        return ""
    since = time_of_day(page.here.arrived_at)
    return _("here since {time} · {ticket}").format(time=since, ticket=page.here.code)


def _safe(page: Page) -> str:
    phone = page.file.safe_phone()
    if not phone:
        return _("No telephone that is safe to call")
    return _("Safe to call: {phone}").format(phone=display_phone(phone))
