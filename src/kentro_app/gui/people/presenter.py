"""Registering somebody, without a window: what happens when, and what is said about it."""

from collections.abc import Callable
from functools import partial

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Visit
from kentro_app.gui.people.ports import NewPersonScreen
from kentro_app.gui.people.review import Review, review
from kentro_app.gui.people.typed import Typed, begin
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain, explain_doubt
from kentro_app.services import reception, registry
from kentro_app.services.ports import Work
from kentro_app.services.registry import Registered, Registration

_FIELDS = {"phones": "phone", "identifiers": "amka", "address": "street"}

Both = tuple[Registered, Visit | None]


class NewPersonPresenter:
    """Holds what is typed. A field is found fault with only once somebody has left it."""

    def __init__(self, screen: NewPersonScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._typed = Typed()
        self._review = Review()
        self._left: set[str] = set()
        self._begun = ""
        self._busy = False

    def start(self, text: str) -> bool:
        """Open the form for what was typed into the search; for nothing new, as it was left.

        Gives whether it begins afresh.
        """
        text = text.strip()
        if not text or (text == self._begun and not self._typed.is_empty):
            return False
        self.start_afresh(text)
        return True

    def start_afresh(self, text: str = "") -> None:
        """Begin with an empty form, or with what was typed into the search."""
        self._begun = text
        self._left = set()
        self._typed = begin(text)
        self._review = Review()
        self._screen.show_typed(self._typed)
        self._screen.show_candidates(())
        self._show()
        self.changed(self._typed)

    def changed(self, typed: Typed) -> None:
        """Something was typed: look it through."""
        self._typed = typed
        if typed.is_empty:
            self._reviewed(Review())
            return
        self._desk.ask(
            partial(review, typed=typed, now=self._now()),
            self._reviewed,
            lambda error: self._failed(error, lambda: self.changed(typed)),
            owner=self._screen,
            latest="new person",
        )

    def left(self, field: str) -> None:
        """Somebody has left a field: what is wrong with it may be said now."""
        if field not in self._left and field in self._filled():
            self._left.add(field)
            self._show()

    def register(self, *, check_in: bool) -> None:
        """Write the person down and, in the same transaction, check them in."""
        if self._busy:
            return
        self._set_busy(True)
        self._desk.ask(
            partial(review, typed=self._typed, now=self._now()),
            partial(self._write, check_in=check_in),
            lambda error: self._failed(error, lambda: self.register(check_in=check_in)),
            owner=self._screen,
        )

    # what happens in between

    def _write(self, result: Review, *, check_in: bool) -> None:
        self._review = result
        if result.problems:
            self._set_busy(False)
            self._left |= set(result.problems)
            self._show()
            self._screen.go_to(next(iter(result.problems)))
            return
        request = self._typed.registration(new_id())
        self._desk.perform(
            partial(_both, request=request, check_in=check_in, now=self._now),
            self._written,
            lambda error: self._failed(error, lambda: self.register(check_in=check_in)),
            owner=self._screen,
        )

    def _written(self, both: Both) -> None:
        registered, visit = both
        self._set_busy(False)
        person = registered.person
        facts = {"name": person.full_name, "number": person.number}
        if visit is None:
            words = _("{name} is registered: {number}.").format(**facts)
        else:
            words = _("{ticket} · {name} is registered ({number}) and checked in.")
            words = words.format(ticket=visit.code, **facts)
        self._screen.registered(visit, words)

    def _reviewed(self, result: Review) -> None:
        self._review = result
        self._screen.show_candidates(result.candidates)
        self._show()

    def _show(self) -> None:
        self._left &= set(self._review.problems) | set(self._filled())
        shown = {
            name: explain(problem)
            for name, problem in self._review.problems.items()
            if name in self._left
        }
        doubts = {name: explain_doubt(doubt) for name, doubt in self._review.doubts.items()}
        self._screen.show_remarks(shown, doubts)

    def _filled(self) -> list[str]:
        return [name for name in Typed.__slots__ if getattr(self._typed, name)]

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._set_busy(False)
        if isinstance(error, RuleViolation):
            field = error.field or "surname"
            self._screen.show_remarks({_FIELDS.get(field, field): explain(error)}, {})
        else:
            self._says.trouble(error, again)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._screen.set_busy(busy)


def _both(work: Work, *, request: Registration, check_in: bool, now: Clock) -> Both:
    moment = now()
    registered = registry.register(work, request, now=moment)
    if not check_in:
        return registered, None
    visit = reception.CheckIn(new_id(), registered.person.id)
    return registered, reception.check_in(work, visit, now=moment)
