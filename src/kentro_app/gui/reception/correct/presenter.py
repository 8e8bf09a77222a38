"""Correcting a visit, without a window."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from kentro_app.domain.clock_times import NotATime, moment_of, parse_time
from kentro_app.domain.corrections import Times, times_of
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.correct.story import Story, read
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.reception.presenter import look_up
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import corrections
from kentro_app.services.corrections import Correction
from kentro_app.services.ports import Work


class CorrectScreen(Protocol):
    def show_story(self, story: Story) -> None: ...
    def show_hits(self, hits: Hits) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def done(self, result: int, /) -> None: ...


class CorrectPresenter:
    """One visit: read, corrected once, closed."""

    def __init__(self, screen: CorrectScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._visit: Visit | None = None

    def load(self, visit_id: UUID) -> None:
        """Read the visit, its day and its history."""
        again = partial(self.load, visit_id)
        self._desk.ask(
            partial(read, visit_id=visit_id),
            self._show,
            lambda error: self._failed(error, again),
            owner=self._screen,
            latest="story of a visit",
        )

    def search(self, text: str) -> None:
        """Find whose visit it really was."""
        typed = text.strip()
        self._screen.show_refusal("")
        self._desk.ask(
            partial(look_up, text=typed) if typed else lambda _work: Hits(),
            self._screen.show_hits,
            lambda error: self._failed(error, lambda: self.search(text)),
            owner=self._screen,
            latest="whose visit",
        )

    def set_person(self, person_id: UUID) -> None:
        """It was this person's visit."""
        words = _("{ticket} is put down to another person.")
        self._run(partial(corrections.set_person, person_id=person_id), words)

    def set_times(self, typed: Mapping[str, str], zone: str) -> None:
        """It was at these times of the day, as they were typed; an empty one stays as it was."""
        if self._visit is None:
            return
        try:
            times = at_the_times(self._visit, typed, zone)
        except NotATime as error:
            self._screen.show_refusal(explain(error))
            return
        words = _("The times of {ticket} are corrected.")
        self._run(partial(corrections.set_times, times=times, now=self._now()), words)

    def join(self, double_id: UUID) -> None:
        """That one was this visit too."""
        words = _("{ticket} and its double are one visit now.")
        self._run(partial(corrections.join, double_id=double_id, now=self._now()), words)

    def _run(self, correct: Callable[..., Correction], words: str) -> None:
        visit = self._visit
        if visit is None:
            return
        self._screen.show_refusal("")
        self._desk.perform(
            partial(correct, visit_id=visit.id),
            lambda made: self._corrected(made, words),
            lambda error: self._failed(error, lambda: self._run(correct, words)),
            owner=self._screen,
        )

    def _corrected(self, made: Correction, words: str) -> None:
        desk, says = self._desk, self._says

        def undo() -> None:  # the dialog is gone by then: the speaker answers for it
            def failed(error: Exception) -> None:
                if isinstance(error, RuleViolation):
                    says.say(explain(error))
                else:
                    says.trouble(error, undo)

            desk.perform(
                partial(_take_back, made=made),
                lambda visit: says.say(_("{ticket}: taken back.").format(ticket=visit.code)),
                failed,
                owner=says,
            )

        says.all_well()
        says.say(words.format(ticket=made.visit.code), undo)
        self._screen.done(1)

    def _show(self, story: Story) -> None:
        self._visit = story.row.visit
        self._screen.show_story(story)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)


def at_the_times(visit: Visit, typed: Mapping[str, str], zone: str) -> Times:
    """The visit's times with what was typed put in. Raises NotATime.

    The same minute as before is no change; a step in the minute of the step before it follows
    it, whatever its second.
    """
    present = times_of(visit)
    found: dict[str, datetime | None] = {}
    last: datetime | None = None
    for field in ("arrived_at", "called_at", "finished_at"):
        at: datetime | None = getattr(present, field)
        said = parse_time(typed.get(field, ""), field=field)
        if at is not None and said is not None:
            meant = moment_of(visit.day, said, zone)
            at = at if _minute(at) == meant else meant
        if at is not None and last is not None and _minute(at) == _minute(last):
            at = max(at, last)
        found[field], last = at, at or last
    arrived = found["arrived_at"] or visit.arrived_at
    return Times(arrived, found["called_at"], found["finished_at"])


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _take_back(work: Work, *, made: Correction) -> Visit:
    return corrections.take_back(work, made)
