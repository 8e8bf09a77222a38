"""The queue, without a window: calling, finishing, taking back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.ports import Choices, QueueScreen
from kentro_app.gui.reception.presenter import who_see_people
from kentro_app.gui.reception.queue.said import said
from kentro_app.gui.reception.queue.steps import Act, CancelAs, MeantFor, Prioritise, Step
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import accounts, queue, reception, rooms
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Work
from kentro_app.services.queue import Stepped

Taking = Callable[[Work, UUID], Visit]

_STEPS: dict[Step, Callable[..., Visit]] = {
    Step.CALL: queue.call,
    Step.CALL_AGAIN: queue.call_again,
    Step.NOT_HERE: queue.not_here,
    Step.FINISH: queue.finish,
    Step.LEAVE: queue.leave,
    Step.CANCEL: queue.cancel,
    Step.TAKE_UP: queue.take_up,
}


class QueuePresenter:
    """Holds today as it was last read, and does the next step with somebody."""

    def __init__(self, screen: QueueScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._sought: UUID | None = None
        self._choices = Choices()
        self.day = Day()

    def refresh(self) -> None:
        """Read today again: others work too, and past midnight the day is another."""
        self._desk.ask(
            partial(_today, now=self._now(), known=self.day),
            self._show,
            lambda error: self._failed(error, self.refresh),
            owner=self._screen,
            latest="today",
        )

    def load_choices(self) -> None:
        """Fetch the rooms, and the colleagues a visit can be for."""
        self._desk.ask(
            _choices,
            self._choose_from,
            lambda error: self._failed(error, self.load_choices),
            owner=self._screen,
            latest="queue choices",
        )

    def choose_room(self, room_id: UUID | None) -> None:
        """From now on whoever is logged in receives there."""
        self._screen.show_refusal("")
        self._desk.perform(
            partial(rooms.choose_room, room_id=room_id),
            lambda _user: self.load_choices(),
            lambda error: self._failed(error, lambda: self.choose_room(room_id)),
            owner=self._screen,
        )

    def call_next(self) -> None:
        """Call whoever's turn it is with the one who is logged in."""
        now = self._now()

        def use_case(work: Work) -> Stepped:
            up = queue.next_up(work, now=now)
            return queue.stepping(work, up.id, partial(queue.call, now=now))

        self._run(use_case, Step.CALL, self.call_next)

    def take(self, act: Act, visit_id: UUID) -> None:
        """Do one step with one visit."""
        step = partial(queue.stepping, visit_id=visit_id, step=_use_case(act, self._now()))
        self._run(step, act, lambda: self.take(act, visit_id))

    def select_person(self, person_id: UUID) -> None:
        """Show the open visit of somebody, as soon as it is known."""
        row = self.day.here(person_id)
        if row is not None:
            self._screen.select_visit(row.visit.id)
        else:
            self._sought = person_id
            self.refresh()

    def _run(
        self, use_case: Callable[[Work], Stepped], act: Act, again: Callable[[], None]
    ) -> None:
        self._screen.show_refusal("")
        self._desk.perform(
            use_case,
            lambda stepped: self._stepped(stepped, act),
            lambda error: self._failed(error, again),
            owner=self._screen,
        )

    def _stepped(self, stepped: Stepped, act: Act) -> None:
        self._says.all_well()
        if stepped.before == stepped.after:
            return
        self._screen.select_visit(stepped.after.id)
        self._says.say(said(act, stepped, self._choices), lambda: self._undo(stepped))

    def _undo(self, stepped: Stepped) -> None:
        self._screen.show_refusal("")
        self._desk.perform(
            partial(queue.take_back, stepped=stepped),
            lambda visit: self._says.say(_("{ticket}: taken back.").format(ticket=visit.code)),
            lambda error: self._failed(error, lambda: self._undo(stepped)),
            owner=self._screen,
        )

    def _show(self, day: Day) -> None:
        self.day = day
        self._screen.show_day(day)
        sought, self._sought = self._sought, None
        if sought is not None and (row := day.here(sought)):
            self._screen.select_visit(row.visit.id)

    def _choose_from(self, choices: Choices) -> None:
        self._choices = choices
        self._screen.show_choices(choices)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)


def _use_case(act: Act, now: datetime) -> Taking:
    match act:
        case Prioritise(priority):
            return partial(queue.set_priority, priority=priority)
        case MeantFor(user_id):
            return partial(queue.set_for_whom, user_id=user_id)
        case CancelAs(because):
            return partial(queue.cancel, now=now, because=because)
        case Step():
            return partial(_STEPS[act], now=now)
    raise TypeError(act)


def _today(work: Work, *, now: datetime, known: Day) -> Day:
    return Day(tuple(reception.day_list(work, now=now))).like(known)


def _choices(work: Work) -> Choices:
    sees = may(work.actor, Permission.SEE_SERVICE)
    people = who_see_people(accounts.colleagues(work)) if sees else []
    return Choices(tuple(rooms.all_rooms(work)), rooms.own_room(work), tuple(people), sees)
