"""The queue, without a window: calling, finishing, taking back."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.ports import QueueScreen
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import reception
from kentro_app.services.ports import Work

Named = tuple[Visit, str]


class Step(Enum):
    """What can be done with somebody who is here."""

    CALL = "call"
    FINISH = "finish"
    LEAVE = "leave"
    CANCEL = "cancel"


_USE_CASES: dict[Step, Callable[..., Visit]] = {
    Step.CALL: reception.call,
    Step.FINISH: reception.finish,
    Step.LEAVE: reception.leave,
    Step.CANCEL: reception.cancel,
}


class QueuePresenter:
    """Holds today as it was last read, and does the next step with somebody."""

    def __init__(self, screen: QueueScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._sought: UUID | None = None
        self.day = Day()

    def refresh(self) -> None:
        """Read today again."""
        self._desk.ask(
            partial(reception.day_list, now=self._now()),
            lambda rows: self._show(Day(tuple(rows))),
            lambda error: self._failed(error, self.refresh),
            owner=self._screen,
            latest="today",
        )

    def tick(self) -> None:
        """Time has passed: the minutes are others, and past midnight the day is."""
        self.refresh()

    def call_next(self) -> None:
        """Call whoever has waited longest for the one who is logged in, or for anybody."""
        self._screen.show_refusal("")
        self._desk.perform(
            partial(_named, step=partial(reception.call_next, now=self._now())),
            self._called,
            lambda error: self._failed(error, self.call_next),
            owner=self._screen,
        )

    def take(self, step: Step, visit_id: UUID) -> None:
        """Do one step with one visit."""
        self._screen.show_refusal("")
        done = self._called if step is Step.CALL else partial(self._closed, step=step)
        use_case = partial(_USE_CASES[step], visit_id=visit_id, now=self._now())
        self._desk.perform(
            partial(_named, step=use_case),
            done,
            lambda error: self._failed(error, lambda: self.take(step, visit_id)),
            owner=self._screen,
        )

    def select_person(self, person_id: UUID) -> None:
        """Show the open visit of somebody, as soon as it is known."""
        row = self.day.here(person_id)
        if row is not None:
            self._screen.select_visit(row.visit.id)
        else:
            self._sought = person_id
            self.refresh()

    def _show(self, day: Day) -> None:
        self.day = day
        self._screen.show_day(day)
        sought, self._sought = self._sought, None
        if sought is not None and (row := day.here(sought)):
            self._screen.select_visit(row.visit.id)

    def _called(self, named: Named) -> None:
        visit, name = named
        self._says.all_well()
        self._screen.select_visit(visit.id)
        words = _("{ticket} · {name}, please come in.")
        self._says.say(words.format(ticket=visit.code, name=name or _("Anonymous")))

    def _closed(self, named: Named, *, step: Step) -> None:
        visit, name = named
        self._says.all_well()
        match step:
            case Step.FINISH:
                words, undo = _("{ticket} · {name} was served."), None
            case Step.LEAVE:
                words, undo = _("{ticket} · {name} left without being served."), None
            case _:
                words, undo = _("The visit {ticket} · {name} was cancelled."), self._back(visit)
        self._says.say(words.format(ticket=visit.code, name=name or _("Anonymous")), undo)

    def _back(self, visit: Visit) -> Callable[[], None]:
        def enter_again() -> None:
            # A cancelled visit stays cancelled, on the record; the person gets a new number,
            # but keeps the time they arrived.
            request = reception.CheckIn(
                new_id(),
                visit.person_id,
                visit.anonymous_sex,
                visit.anonymous_age,
                channel=visit.channel,
                for_user=visit.for_user,
                arrived_at=visit.arrived_at,
                note=visit.note,
            )
            self._desk.perform(
                partial(reception.check_in, request=request, now=self._now()),
                lambda fresh: self._screen.select_visit(fresh.id),
                lambda error: self._failed(error, enter_again),
                owner=self._screen,
            )

        return enter_again

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)


def _named(work: Work, *, step: Callable[[Work], Visit]) -> Named:
    """The visit after the step, with the name to say: the list may not know it yet."""
    visit = step(work)
    return visit, work.persons.get(visit.person_id).full_name if visit.person_id else ""
