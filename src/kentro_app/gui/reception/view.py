"""Reception as seen on the screen. It shows and it asks; it decides nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.office import Office
from kentro_app.gui.reception.find_card import FindCard
from kentro_app.gui.reception.presenter import FindPresenter
from kentro_app.gui.reception.queue.presenter import QueuePresenter
from kentro_app.gui.reception.queue.steps import Act, Door
from kentro_app.gui.reception.queue.view import QueueView
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT
from kentro_app.i18n import _
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import VisitRow

_CARDS = frozenset({Topic.VISITS, Topic.PERSONS})
_REST = 480  # what everything but the hits needs, in pixels at 100 %
_FEWEST_HITS, _MOST_HITS = 3, 6


class ReceptionView(QScrollArea):
    """`new_asked` carries what was typed; `door_asked` a Door and the row of a visit.

    `record_asked` carries the id of a visit to write down, `caller_asked` a Caller.
    """

    new_asked = Signal(str)
    sheet_asked = Signal()
    wall_asked = Signal()
    door_asked = Signal(object, object)
    record_asked = Signal(object)
    caller_asked = Signal(object)

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueView(office.now)
        self.waiting_line = QueuePresenter(self.queue, office.desk, speaker, office.now)
        self._records = may(office.actor, Permission.RECORD_CONTACT)
        self.search = FindCard(
            lambda person_id: self.waiting_line.day.here(person_id),
            sees_service=may(office.actor, Permission.SEE_SERVICE),
        )
        self.finder = FindPresenter(
            self.search,
            office.desk,
            speaker,
            now=office.now,
            already_here=self.waiting_line.select_person,
            record=self.caller_asked.emit if self._records else None,
        )
        self._lay_out()
        self._connect()
        office.desk.data_changed.connect(self._on_change)
        self._load()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Reception")

    def take_focus(self) -> None:
        """Put the cursor where one types a name; what is there is selected."""
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.search.retranslate()
            self.queue.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        theme = look().theme
        spare = (event.size().height() - theme.px(_REST)) // theme.px(ROW_HEIGHT)
        self.search.make_room(min(max(spare, _FEWEST_HITS), _MOST_HITS))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    # the parts

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.search)
        column.addWidget(self.queue, 1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.search.typed.connect(self.finder.search)
        self.search.entered.connect(
            lambda person_id: self.finder.enter(
                person_id, self.search.for_user(), self.search.channels.currentData()
            )
        )
        if self._records:
            self.queue.offer_record(self.record_asked.emit)
        self.search.new_asked.connect(self.new_asked)
        self.queue.on_act(self._act)
        self.queue.listen_in(self)
        self.queue.waiting.wall_asked.connect(self.wall_asked)
        self.queue.waiting.room.chosen.connect(self.waiting_line.choose_room)
        self.queue.waiting.call.clicked.connect(self.waiting_line.call_next)
        self.queue.today.sheet_asked.connect(self.sheet_asked)
        self.queue.clock.timeout.connect(self.waiting_line.refresh)
        self.queue.clock.start()

    def _load(self) -> None:
        self.waiting_line.refresh()
        self.waiting_line.load_choices()
        self.finder.load_colleagues()

    def _act(self, act: Act, row: VisitRow) -> None:
        if isinstance(act, Door):
            self.door_asked.emit(act, row)
        else:
            self.waiting_line.take(act, row.visit.id)

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if topics & _CARDS:
            self.waiting_line.refresh()
        if Topic.USERS in topics:
            self.finder.load_colleagues()
        if topics & {Topic.USERS, Topic.SITE}:
            self.waiting_line.load_choices()
