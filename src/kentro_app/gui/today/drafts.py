"""What whoever is logged in has begun to write: to go on with, or to throw away."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt

from kentro_app.domain.changes import Topic
from kentro_app.domain.drafts import Draft
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.today.fresh import Fresh
from kentro_app.gui.today.list_card import ListCard
from kentro_app.gui.today.presenter import DraftsPresenter
from kentro_app.gui.today.ways import DraftKind
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined
from kentro_app.i18n import _
from kentro_app.i18n.dates import date_short, here, time_of_day


class MyDrafts(ListCard):
    """Fits `ports.DraftsScreen`."""

    def __init__(
        self,
        office: Office,
        speaker: Speaker,
        kinds: Mapping[str, DraftKind],
        title: Callable[[], str],
    ) -> None:
        super().__init__(most=4)
        self._title, self._kinds, self._now = title, kinds, office.now
        self._drafts: tuple[Draft, ...] = ()
        self.presenter = DraftsPresenter(self, office.desk, speaker)
        self.open, self.discard = Button(icon="notes"), Button()
        self.add_actions((self.open, Qt.Key.Key_Return), (self.discard, Qt.Key.Key_Delete))
        self.rows.chosen.connect(lambda _id: self._open())
        self.open.clicked.connect(self._open)
        self.discard.clicked.connect(self._discard)
        topics = frozenset({Topic.DRAFTS})
        Fresh(self, office.desk, topics, self.presenter.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(self._title())
        self.rows.setAccessibleName(self._title())
        self.empty.setText(
            _("Nothing is unfinished. What you begin to write is kept by itself and waits here.")
        )
        write_keys(self.open, _("Go on writing"), "Enter")
        write_keys(self.discard, _("Discard"), "Del")
        self._draw()

    # DraftsScreen

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        self._drafts = tuple(drafts)
        self._draw()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def offer(self) -> None:
        """Only what this program knows how to open can be gone on with."""
        super().offer()
        chosen = self._chosen()
        self.open.setEnabled(chosen is not None and chosen.kind in self._kinds)

    def _draw(self) -> None:
        self.show_list([self._row(draft) for draft in self._drafts])

    def _row(self, draft: Draft) -> Row:
        kind = self._kinds.get(draft.kind)
        saved = here(draft.saved_at)
        today = saved.date() == here(self._now()).date()
        when = time_of_day(saved) if today else joined(date_short(saved), time_of_day(saved))
        return Row(
            id=draft.id,
            title=draft.title or _("without a name"),
            about=joined(kind.name() if kind else "", _("written at {time}").format(time=when)),
        )

    def _chosen(self) -> Draft | None:
        chosen = self.rows.current_id()
        return next((draft for draft in self._drafts if draft.id == chosen), None)

    def _open(self) -> None:
        draft = self._chosen()
        if draft is not None and draft.kind in self._kinds:
            self._kinds[draft.kind].open(draft)

    def _discard(self) -> None:
        draft = self._chosen()
        if draft is not None:
            self.presenter.discard(draft)
