"""What the presenter of the contact record can make its form do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kentro_app.gui.contact.draft import ContactDraft
from kentro_app.services.contact_files import Offer
from kentro_app.services.ports import Found


@dataclass(frozen=True, slots=True)
class Opened:
    """A record to be shown: whose it is, the day of the visit, what can be asked for."""

    whose: str
    day: date
    offer: Offer
    draft: ContactDraft


class ContactScreen(Protocol):
    def show_record(self, opened: Opened) -> None: ...
    def show_hits(self, field: str, typed: str, found: Sequence[Found]) -> None: ...
    def show_axis(self, words: str) -> None: ...
    def show_problems(self, problems: Mapping[str, str]) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def saved(self) -> None: ...
