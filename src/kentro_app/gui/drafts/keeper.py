"""Keeping what somebody types into a form, so that nothing can take more than the last seconds."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kentro_app.domain.drafts import Draft
from kentro_app.domain.errors import RuleViolation
from kentro_app.gui.office import Office
from kentro_app.gui.ports import Says
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import drafts
from kentro_app.services.ports import Work

PAUSE_MS: Final = 1_000
AT_LATEST_MS: Final = 4_000


class DraftForm(Protocol):
    """What a form can say of itself; `values` is what JSON takes. `fields.FormFields` fits."""

    @property
    def changed(self) -> Any: ...
    def values(self) -> Mapping[str, Any]: ...
    def show_values(self, values: Mapping[str, Any]) -> None: ...
    def cursor_place(self) -> str: ...
    def put_cursor(self, where: str) -> None: ...


class DraftKeeper(QObject):
    """Writes a second after the last key, and every four while somebody types on.

    It lives with `shown`, the widget whose hiding is a pause too. `title` says what the list of
    drafts calls it. `brought_back` carries the draft once text and cursor are as they were left.
    Nothing is kept before `begin` or after `saved` or `give_up`.
    """

    brought_back = Signal(object)

    def __init__(
        self,
        form: DraftForm,
        office: Office,
        says: Says,
        *,
        shown: QWidget,
        kind: str,
        title: Callable[[], str],
    ) -> None:
        super().__init__(shown)
        self._form, self._says = form, says
        self._desk, self._now = office.desk, office.now
        self._kind, self._title = kind, title
        self._subject: str | None = None
        self._blank: Mapping[str, Any] = {}
        self._dirty = self._writing = self._kept = self._troubled = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=AT_LATEST_MS)
        for clock in (self._pause, self._latest):
            clock.timeout.connect(self._write)
        self._form.changed.connect(self._changed)
        shown.installEventFilter(self)
        office.desk.ending.connect(self.flush)

    @property
    def subject(self) -> str | None:
        """What is being kept now; None while nothing is."""
        return self._subject

    @property
    def touched(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self._dirty

    def begin(self, subject: str = "", *, fresh: bool = False) -> None:
        """The form is open for `subject`: bring back what was left, unless it begins `fresh`.

        What the form shows now counts as nothing typed.
        """
        self.flush()
        self._subject, self._blank = subject, dict(self._form.values())
        self._kept = False
        if fresh:
            return
        self._desk.ask(
            partial(drafts.of_form, kind=self._kind, subject=subject),
            partial(self._found, subject),
            self._failed,
            owner=self,
        )

    def resume(self, draft: Draft) -> None:
        """Show a draft that somebody has chosen from the list."""
        self.flush()
        self._subject, self._kept = draft.subject, True
        self._form.show_values(json.loads(draft.content))
        self._form.put_cursor(draft.cursor)
        self._rest()
        self.brought_back.emit(draft)

    def flush(self) -> None:
        """Write now what is not written yet."""
        if self._dirty:
            self._hand_in()

    def leave(self) -> None:
        """Somebody has turned to something else: keep what there is, and watch no more."""
        self.flush()
        self._end()

    def saved(self) -> None:
        """The form's contents are a record now: the draft has done its work."""
        subject = self._end()
        if subject is not None:
            self._perform(self._discard(subject), _let_be)

    def give_up(self) -> None:
        """Somebody wants nothing of it: gone, unless it is taken back while the toast shows."""
        self.flush()
        subject = self._end()
        if subject is not None:
            self._perform(self._discard(subject), self._discarded)

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.flush()
        return False

    # the parts

    def _changed(self, *_what: object) -> None:
        if self._subject is None:
            return
        self._dirty = True
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _write(self) -> None:
        if self._writing:  # the disk is slow: one at a time, and the newest of what has come since
            self._latest.start(PAUSE_MS)
        elif self._dirty:
            self._hand_in()

    def _hand_in(self) -> None:
        subject, values = self._subject, dict(self._form.values())
        self._rest()
        if subject is None:
            return
        if values == self._blank:  # all of it was taken back: there is nothing to keep any more
            if self._kept:
                self._kept = False
                self._perform(self._discard(subject), _let_be)
            return
        where, self._kept, self._writing = (self._kind, subject, self._title()), True, True
        now, cursor = self._now(), self._form.cursor_place()

        def use_case(work: Work) -> Draft:
            kept = drafts.Kept(
                *where, content=json.dumps(values, ensure_ascii=False), cursor=cursor
            )
            return drafts.keep(work, kept, now=now)

        self._perform(use_case, self._written)

    def _found(self, subject: str, draft: Draft | None) -> None:
        if draft is not None and subject == self._subject and not self._dirty:
            self.resume(draft)

    def _written(self, _draft: object) -> None:
        self._writing = False
        if self._troubled:
            self._troubled = False
            self._says.all_well()

    def _discarded(self, draft: Draft | None) -> None:
        if draft is not None:
            self._says.say(_("The draft was discarded."), partial(self._back, draft))

    def _back(self, draft: Draft) -> None:
        self._perform(partial(drafts.put_back, draft=draft), _let_be)
        self.resume(draft)

    def _discard(self, subject: str) -> Callable[[Work], Draft | None]:
        return partial(drafts.discard, kind=self._kind, subject=subject)

    def _end(self) -> str | None:
        subject, self._subject = self._subject, None
        self._rest()
        return subject

    def _rest(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._latest.stop()
        self._latest.setInterval(AT_LATEST_MS)

    def _perform(self, use_case: Callable[[Work], Any], done: Callable[[Any], None]) -> None:
        self._desk.perform(use_case, done, self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self._writing, self._dirty = False, self._subject is not None
        if isinstance(error, RuleViolation):
            self._says.say(explain(error))
        else:
            self._troubled = True
            self._says.trouble(error, self.flush)


def _let_be(_answer: object) -> None:
    """Nobody needs to be told."""
