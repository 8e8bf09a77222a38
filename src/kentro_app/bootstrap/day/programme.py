"""The day from beginning to end. A new feature is one more line here and a module in `steps`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.steps import door, finding, looks, newcomer, paper, queue
from kentro_app.launcher import LOCKED, QUIT


@dataclass(frozen=True, slots=True)
class Step:
    """`act` does it, checks it in the store and gives a few words; it raises `StepFailed`."""

    name: str
    act: Callable[[Drive], str]


@dataclass(frozen=True, slots=True)
class Round:
    """One log-in; it ends with the code that the session process would end with."""

    steps: tuple[Step, ...]
    ending: int


DAY: Final = (
    Round(
        (
            Step("log_in", door.log_in),
            Step("check_in_known", finding.check_in_known),
            Step("register_new", newcomer.register_new),
            Step("call_next", queue.call_next),
            Step("finish", queue.finish),
            Step("take_back", finding.take_back),
            Step("dark", looks.wear_dark),
            Step("other_language", looks.speak_other),
            Step("cover", looks.cover_up),
            Step("sheet", paper.save_sheet),
            Step("lock", door.lock),
        ),
        LOCKED,
    ),
    Round((Step("log_in_again", door.log_in_again), Step("quit", door.quit_program)), QUIT),
)
