"""The sections of the home screen that the reception brings along."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.today.backup import LastBackup
from kentro_app.gui.today.day import DayFeed, DayNumbers, WaitingNow
from kentro_app.gui.today.drafts import MyDrafts
from kentro_app.gui.today.section import TodaySection, Where
from kentro_app.gui.today.steps import StepsDue
from kentro_app.gui.today.ways import Ways
from kentro_app.i18n import _
from kentro_app.services.access import Permission

_RECEIVE = frozenset({Permission.RECEIVE})


def standard_sections(
    office: Office, speaker: Speaker, ways: Ways, back_up: Callable[[], object]
) -> Sequence[TodaySection]:
    """In the order in which they are built; `back_up` makes a backup and takes seconds."""
    feed = DayFeed(office, speaker, office.desk)
    titles = {
        "numbers": lambda: _("The day so far"),
        "waiting": lambda: _("Waiting now"),
        "steps": lambda: _("Next steps that fall due"),
        "drafts": lambda: _("My drafts"),
        "backup": lambda: _("Last backup"),
    }

    def section(
        name: str,
        where: Where,
        build: Callable[..., QWidget],
        permissions: frozenset[Permission] = frozenset(),
    ) -> TodaySection:
        title = titles[name]
        return TodaySection(name, title, partial(build, title=title), where, permissions)

    return (
        TodaySection("numbers", titles["numbers"], partial(DayNumbers, feed), Where.TOP, _RECEIVE),
        section("waiting", Where.LEFT, partial(WaitingNow, office, feed, ways.visit), _RECEIVE),
        section(
            "steps",
            Where.RIGHT,
            partial(StepsDue, office, speaker, ways.step),
            frozenset({Permission.RECORD_CONTACT}),
        ),
        section("drafts", Where.LEFT, partial(MyDrafts, office, speaker, ways.drafts)),
        section("backup", Where.FOOT, partial(LastBackup, office, speaker, back_up)),
    )
