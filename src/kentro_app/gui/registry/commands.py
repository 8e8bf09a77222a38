"""What the place «People» can be asked for by name."""

from collections.abc import Callable, Sequence

from kentro_app.gui.palette.command import Command
from kentro_app.gui.registry.place import PeoplePlace
from kentro_app.i18n import _
from kentro_app.services.access import Permission


def people_commands(enter: Callable[[], PeoplePlace]) -> Sequence[Command]:
    """`enter` goes to the place and gives it."""
    return (
        Command(
            "people.find",
            lambda: _("Open a person's page"),
            lambda: enter().find_somebody(),
            ("καρτέλα προσώπου", "φάκελος", "στοιχεία", "ιστορικό", "file record details"),
            "people",
            permissions=frozenset({Permission.SEE_FILE}),
        ),
    )
