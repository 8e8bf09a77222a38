"""The day from beginning to end. A new feature is one more line here and a module in `steps`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.steps import (
    contacts,
    corrections,
    discretion,
    door,
    finding,
    home,
    looks,
    newcomer,
    palette,
    paper,
    queue,
)
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
            Step("today", home.look_at_today),
            Step("check_in_known", finding.check_in_known),
            Step("register_new", newcomer.register_new),
            Step("anonymous", contacts.count_anonymous),
            Step("contact_record", contacts.write_down),
            Step("choose_room", queue.choose_room),
            Step("call_next", queue.call_next),
            Step("not_here", queue.not_here),
            Step("call_again", queue.call_again),
            Step("wall", queue.look_at_wall),
            Step("finish", queue.finish),
            Step("take_back", finding.take_back),
            Step("correct_time", corrections.correct_time),
            Step("history", corrections.read_history),
            Step("palette", palette.search_everything),
            Step("leave_draft", home.leave_draft),
            Step("find_draft", home.find_draft),
            Step("desk_mode", discretion.desk_mode),
            Step("dark", looks.wear_dark),
            Step("other_language", looks.speak_other),
            Step("cover", looks.cover_up),
            Step("sheet", paper.save_sheet),
            Step("slips", paper.save_slips),
            Step("day_list", paper.save_day_list),
            Step("lock", door.lock),
        ),
        LOCKED,
    ),
    Round((Step("log_in_again", door.log_in_again), Step("quit", door.quit_program)), QUIT),
)
