"""Next steps that fall due: what was promised to whom, and whether it is late."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, Qt

from kentro_app.domain.changes import Topic
from kentro_app.domain.phones import display as display_phone
from kentro_app.domain.visits import ticket_code
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.today.fresh import Fresh
from kentro_app.gui.today.list_card import ListCard
from kentro_app.gui.today.presenter import StepsPresenter
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.chip import ChipKind
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined
from kentro_app.i18n import _, ngettext, pgettext
from kentro_app.i18n.dates import date_short
from kentro_app.services.ports import DueStep

_TOPICS = frozenset({Topic.CONTACTS, Topic.VISITS, Topic.PERSONS})


class StepsDue(ListCard):
    """Fits `ports.StepsScreen`. `go` opens whom the step is about."""

    def __init__(
        self,
        office: Office,
        speaker: Speaker,
        go: Callable[[DueStep], None],
        title: Callable[[], str],
    ) -> None:
        super().__init__(most=6, kind="stop")
        self._title, self._go = title, go
        self._steps: tuple[DueStep, ...] = ()
        self._today = office.site.local_day(office.now())
        self.presenter = StepsPresenter(
            self, office.desk, speaker, now=office.now, site=office.site
        )
        self.done, self.open = Button(icon="check"), Button()
        self.add_actions((self.done, Qt.Key.Key_Space), (self.open, Qt.Key.Key_Return))
        self.rows.chosen.connect(lambda _id: self._open())
        self.done.clicked.connect(self._done)
        self.open.clicked.connect(self._open)
        Fresh(self, office.desk, _TOPICS, self.presenter.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(self._title())
        self.rows.setAccessibleName(self._title())
        self.empty.setText(
            _("Nothing falls due this week. A next step with a date in its record comes here.")
        )
        write_keys(self.done, pgettext("next step", "Done"), pgettext("key", "Space"))
        write_keys(self.open, _("Open"), "Enter")
        self._draw()

    # StepsScreen

    def show_steps(self, steps: Sequence[DueStep], today: date) -> None:
        self._steps, self._today = tuple(steps), today
        self._draw()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        late = sum(_days_left(step, self._today) < 0 for step in self._steps)
        words = ngettext("{n} late", "{n} late", late).format(n=late) if late else ""
        self.show_list([_row(step, self._today) for step in self._steps], words)

    def _chosen(self) -> DueStep | None:
        chosen: UUID | object = self.rows.current_id()
        return next((step for step in self._steps if step.contact.id == chosen), None)

    def _done(self) -> None:
        step = self._chosen()
        if step is not None:
            self.presenter.done(step)

    def _open(self) -> None:
        step = self._chosen()
        if step is not None:
            self._go(step)


def _row(step: DueStep, today: date) -> Row:
    words, kind = _due(step, today)
    ticket = ticket_code(step.letter, step.ticket)
    nobody = _("Anonymous contact {ticket}").format(ticket=ticket)
    phone = display_phone(step.phone) if step.phone else ""
    return Row(
        id=step.contact.id,
        title=step.contact.next_step,
        about=joined(step.name or nobody, phone),
        chip=words,
        chip_kind=kind,
    )


def _due(step: DueStep, today: date) -> tuple[str, ChipKind]:
    days = _days_left(step, today)
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days), "stop"
    if days == 0:
        return _("today"), "wait"
    if days == 1:
        return _("tomorrow"), "plain"
    assert step.contact.next_due is not None
    return date_short(step.contact.next_due), "plain"


def _days_left(step: DueStep, today: date) -> int:
    due = step.contact.next_due
    return (due - today).days if due else 0
