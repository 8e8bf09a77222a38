"""The home screen, without a window: what it asks, and what it does with a row."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from kentro_app.domain.contacts import Contact
from kentro_app.domain.drafts import Draft
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.sites import Site
from kentro_app.gui.ports import DeskDoor, Prepares, Says
from kentro_app.gui.today.ports import BackupScreen, DayScreen, DraftsScreen, StepsScreen
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import contacts, drafts, today
from kentro_app.services.ports import DueStep, Work

Again = Callable[[], None]


def _tell(says: Says, error: Exception, again: Again) -> None:
    if isinstance(error, RuleViolation):
        says.say(explain(error))
    else:
        says.trouble(error, again)


class DayPresenter:
    """Who waits, and the day in numbers."""

    def __init__(self, screen: DayScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now

    def refresh(self) -> None:
        """Read the day again."""
        self._desk.ask(
            partial(today.day_so_far, now=self._now()),
            self._screen.show_day,
            lambda error: _tell(self._says, error, self.refresh),
            owner=self._screen,
            latest="day so far",
        )


class StepsPresenter:
    """Next steps that fall due."""

    def __init__(
        self, screen: StepsScreen, desk: DeskDoor, says: Says, *, now: Clock, site: Site
    ) -> None:
        self._screen, self._desk, self._says = screen, desk, says
        self._now, self._site = now, site

    def refresh(self) -> None:
        """Read them again."""
        self._desk.ask(
            partial(today.steps_due, now=self._now()),
            self._show,
            lambda error: _tell(self._says, error, self.refresh),
            owner=self._screen,
            latest="steps due",
        )

    def done(self, step: DueStep) -> None:
        """The step was taken; that can be taken back."""
        self._desk.perform(
            partial(contacts.step_done, contact_id=step.contact.id, now=self._now()),
            self._said_done,
            lambda error: _tell(self._says, error, lambda: self.done(step)),
            owner=self._screen,
        )

    def _show(self, steps: Sequence[DueStep]) -> None:
        self._screen.show_steps(steps, self._site.local_day(self._now()))

    def _said_done(self, contact: Contact) -> None:
        words = _("Done: {step}").format(step=contact.next_step)
        self._says.say(words, partial(self._open_again, contact))

    def _open_again(self, contact: Contact) -> None:
        self._desk.perform(
            partial(contacts.step_open, contact_id=contact.id),
            _let_be,
            lambda error: _tell(self._says, error, lambda: self._open_again(contact)),
            owner=self._screen,
        )


class DraftsPresenter:
    """What whoever is logged in has begun to write."""

    def __init__(self, screen: DraftsScreen, desk: DeskDoor, says: Says) -> None:
        self._screen, self._desk, self._says = screen, desk, says

    def refresh(self) -> None:
        """Read them again."""
        self._desk.ask(
            drafts.mine,
            self._screen.show_drafts,
            lambda error: _tell(self._says, error, self.refresh),
            owner=self._screen,
            latest="my drafts",
        )

    def discard(self, draft: Draft) -> None:
        """It is not wanted; that can be taken back."""

        def gone(held: Draft | None) -> None:
            if held is not None:
                self._says.say(_("The draft was discarded."), partial(self._put_back, held))

        use_case = partial(drafts.discard, kind=draft.kind, subject=draft.subject)
        self._perform(use_case, gone, lambda: self.discard(draft))

    def _put_back(self, draft: Draft) -> None:
        use_case = partial(drafts.put_back, draft=draft)
        self._perform(use_case, _let_be, lambda: self._put_back(draft))

    def _perform(
        self, use_case: Callable[[Work], Any], done: Callable[[Any], None], again: Again
    ) -> None:
        def failed(error: Exception) -> None:
            _tell(self._says, error, again)

        self._desk.perform(use_case, done, failed, owner=self._screen)


class BackupPresenter:
    """A backup by hand; `make` makes it, `changed` is told."""

    def __init__(
        self, screen: BackupScreen, lane: Prepares, says: Says, *, make: Again, changed: Again
    ) -> None:
        self._screen, self._lane, self._says = screen, lane, says
        self._make, self._changed = make, changed

    def back_up(self) -> None:
        """Now, beside everything else."""
        self._screen.show_busy(True)
        self._lane.prepare(self._make, self._made, self._failed, owner=self._screen)

    def _made(self, _nothing: object) -> None:
        self._screen.show_busy(False)
        self._says.say(_("The backup was made and checked."))
        self._changed()

    def _failed(self, error: Exception) -> None:
        self._screen.show_busy(False)
        _tell(self._says, error, self.back_up)


def _let_be(_answer: object) -> None:
    """The lists hear of it by themselves."""
