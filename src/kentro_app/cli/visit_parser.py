"""The words of `visit …` and `room …`: commands, options and their help."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from typing import Protocol

from kentro_app.domain.visits import CancelReason, Priority
from kentro_app.i18n import _

Day = Callable[[str], date]


class Maker(Protocol):
    """Adds a command; see `cli.parser`."""

    def command(self, name: str, runs: str, help_text: str) -> ArgumentParser: ...


def add_visits(visits: Maker, day: Day) -> None:
    """`visit …`"""
    for name, help_text in (
        ("call", _("somebody is called in")),
        ("call-again", _("nobody came yet: call once more")),
        ("not-here", _("nobody came: waits on, behind those who answered")),
        ("finish", _("the visit was served")),
        ("leave", _("somebody went away unserved")),
        ("take-up", _("the visit was ended by mistake")),
    ):
        _of_visit(visits, name, f"visit_steps.{name.replace('-', '_')}", help_text)
    visits.command("call-next", "visit_steps.call_next", _("call whoever's turn it is"))
    cancel = _of_visit(
        visits, "cancel", "visit_steps.cancel", _("the visit counts nowhere; it is kept")
    )
    reasons = [reason.value for reason in CancelReason]
    cancel.add_argument("--because", choices=reasons, default=CancelReason.MISTAKE.value)
    _choices(visits)
    _looking(visits, day)


def add_rooms(rooms: Maker, users: Maker) -> None:
    """`room …` and `user room`"""
    rooms.command("list", "rooms.show_all", _("the rooms of the centre"))
    add = rooms.command("add", "rooms.add", _("one more room"))
    rename = rooms.command("rename", "rooms.rename", _("another name for a room"))
    rename.add_argument("room", metavar="ROOM", help=_("its name or its id"))
    for parser in (add, rename):
        parser.add_argument("name", metavar="NAME", help=_("what it is called, in Greek"))
        parser.add_argument("--name-en", default="", metavar="NAME", help=_("in English"))
    add.add_argument("--kind", default="office", metavar="KIND")
    place = users.command("room", "rooms.place_user", _("where somebody receives"))
    place.add_argument("name", metavar="NAME")
    place.add_argument("room", metavar="ROOM", nargs="?", default="", help=_("none for nowhere"))


def _choices(visits: Maker) -> None:
    priority = _of_visit(
        visits, "priority", "visit_steps.set_priority", _("called before those who came earlier")
    )
    words = ["none", *(reason.value for reason in Priority)]
    priority.add_argument("priority", choices=words)
    host = _of_visit(visits, "for", "visit_steps.set_for_whom", _("whom the visit is for"))
    host.add_argument("user", nargs="?", default="", metavar="NAME", help=_("none for anybody"))


def _looking(visits: Maker, day: Day) -> None:
    listing = visits.command("list", "visits.show_day", _("the visits of a day"))
    for option in ("--date", "--day"):
        help_text = _("YYYY-MM-DD, today by default")
        listing.add_argument(option, dest="date", type=day, metavar="D", help=help_text)
    _of_visit(visits, "show", "visits.show", _("one visit"))
    _of_visit(visits, "history", "visit_steps.show_history", _("who changed what, and when"))
    correct = _of_visit(
        visits,
        "correct",
        "visit_steps.correct",
        _("put right the person, the times, or a double check-in"),
    )
    about = _(
        "a JSON object with person, arrived_at, called_at, finished_at or double; - for stdin"
    )
    correct.add_argument("--file", required=True, metavar="FILE|-", help=about)


def _of_visit(visits: Maker, name: str, runs: str, help_text: str) -> ArgumentParser:
    parser = visits.command(name, runs, help_text)
    parser.add_argument("id", metavar="ID")
    return parser
