"""The list of requests, without a window: what may be done with which, and what is said of it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from kentro_app.domain.due import parse_due
from kentro_app.domain.errors import Refusal, RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.requests import RequestCode
from kentro_app.gui.ports import DeskDoor
from kentro_app.i18n import _, current
from kentro_app.i18n.messages import explain
from kentro_app.services import catalogue
from kentro_app.services.catalogue import NewCode
from kentro_app.services.ports import Work


class CatalogueScreen(Protocol):
    """What the presenter can make the section do."""

    def show_entries(self, entries: Sequence[RequestCode], today: date) -> None: ...
    def show_refusal(self, field: str, words: str) -> None: ...
    def show_done(self, words: str, code: str) -> None: ...


class CataloguePresenter:
    """Every change is one use case; the list is read again after it."""

    def __init__(self, screen: CatalogueScreen, desk: DeskDoor, now: Clock) -> None:
        self._screen, self._desk, self._now = screen, desk, now
        self._busy = False

    def load(self) -> None:
        """Fetch the whole list."""
        self._desk.ask(
            partial(_listed, now=self._now),
            lambda found: self._screen.show_entries(*found),
            self._refused,
            owner=self._screen,
        )

    def add(self, request: NewCode) -> None:
        """A new request."""
        use_case = partial(catalogue.add, request=request, now=self._now())
        self._do(use_case, _("“{title}” can be asked for from now on."))

    def rename(self, code: str, title_el: str, title_en: str) -> None:
        """Other words for one."""
        use_case = partial(catalogue.rename, code=code, title_el=title_el, title_en=title_en)
        self._do(use_case, _("It is called “{title}” now."))

    def end(self, code: str, last_day: str, successor: str) -> None:
        """One that can be asked for no more after a day; today where none is given."""

        def use_case(work: Work) -> RequestCode:
            now = self._now()
            today = work.sites.here().local_day(now)
            last = parse_due(last_day, today, field="valid_to")
            return catalogue.end(work, code, now=now, last_day=last, successor=successor)

        self._do(use_case, _("“{title}” ends. What was asked for so far stays."))

    def reopen(self, code: str) -> None:
        """One that can be asked for again."""
        use_case = partial(catalogue.reopen, code=code)
        self._do(use_case, _("“{title}” can be asked for again."))

    def _do(self, use_case: Callable[[Work], RequestCode], words: str) -> None:
        if self._busy:
            return
        self._busy = True
        self._screen.show_refusal("", "")
        self._desk.perform(
            use_case, lambda entry: self._done(entry, words), self._refused, owner=self._screen
        )

    def _done(self, entry: RequestCode, words: str) -> None:
        self._busy = False
        title = entry.title(current().language)
        self._screen.show_done(words.format(title=title), entry.code)
        self.load()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        field = error.field if isinstance(error, Refusal | RuleViolation) else None
        self._screen.show_refusal(field or "", explain(error))


def _listed(work: Work, *, now: Clock) -> tuple[Sequence[RequestCode], date]:
    return catalogue.entries(work), work.sites.here().local_day(now())
