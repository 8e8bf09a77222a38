"""What the home screen's presenters can make its sections do."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from kentro_app.domain.drafts import Draft
from kentro_app.services.ports import DueStep
from kentro_app.services.today import DaySoFar


class DayScreen(Protocol):
    def show_day(self, day: DaySoFar) -> None: ...


class StepsScreen(Protocol):
    def show_steps(self, steps: Sequence[DueStep], today: date) -> None: ...


class DraftsScreen(Protocol):
    def show_drafts(self, drafts: Sequence[Draft]) -> None: ...


class BackupScreen(Protocol):
    def show_busy(self, busy: bool) -> None: ...
