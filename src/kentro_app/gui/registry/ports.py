"""What the presenters of this place show, in words without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.people import PersonFile
from kentro_app.domain.requests import RequestCode
from kentro_app.domain.visits import Visit
from kentro_app.gui.reception.ports import Hits


@dataclass(frozen=True, slots=True)
class Page:
    """Somebody's page: the file, what looks odd in it, and whether they are here."""

    file: PersonFile
    doubts: tuple[Doubt, ...] = ()
    here: Visit | None = None
    catalogue: Mapping[str, RequestCode] = field(default_factory=dict)


class SearchScreen(Protocol):
    def show_hits(self, hits: Hits) -> None: ...
    def show_refusal(self, words: str) -> None: ...


class PersonScreen(Protocol):
    def show_page(self, page: Page) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
