"""What the reception can be asked for by name."""

from collections.abc import Callable, Sequence

from kentro_app.gui.palette.command import Command
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.i18n import _
from kentro_app.services.access import Permission

_RECEIVE = frozenset({Permission.RECEIVE})
_PRINT = frozenset({Permission.PRINT_SHEETS})


def reception_commands(enter: Callable[[], ReceptionPlace]) -> Sequence[Command]:
    """`enter` goes to the reception and gives it."""
    return (
        Command(
            "reception.find",
            lambda: _("Check somebody in"),
            lambda: enter().find_somebody(),
            ("προσέλευση", "ποιος ήρθε", "αναζήτηση", "check-in arrival find"),
            "search",
            "F2",
            _RECEIVE,
        ),
        Command(
            "reception.new_person",
            lambda: _("New person"),
            lambda: enter().open_new_person(),
            ("νέο πρόσωπο", "εγγραφή", "καταχώριση", "register add person"),
            "plus",
            "Ctrl+N",
            _RECEIVE,
        ),
        Command(
            "reception.anonymous",
            lambda: _("Anonymous contact"),
            lambda: enter().open_anonymous(),
            ("ανώνυμη επαφή", "ανώνυμος", "τηλέφωνο", "anonymous quick contact phone"),
            "phone",
            "F3",
            _RECEIVE,
        ),
        Command(
            "reception.wall",
            lambda: _("Display for the waiting room"),
            lambda: enter().wall.open(),
            ("πίνακας αίθουσας αναμονής", "οθόνη κλήσεων", "δεύτερη οθόνη", "wall second screen"),
            "wall",
            "",
            _RECEIVE,
        ),
        Command(
            "reception.sheet",
            lambda: _("Print the day's sheet"),
            lambda: enter().open_sheet(),
            ("εκτύπωση φύλλου ημέρας", "παρουσιολόγιο", "υπογραφές", "sign-in sheet print"),
            "print",
            "Ctrl+P",
            _PRINT,
        ),
        Command(
            "reception.paper_day",
            lambda: _("Type a day on paper back"),
            lambda: enter().papers.open_day(),
            ("χαρτί", "χειρόγραφο φύλλο", "διακοπή ρεύματος", "εκ των υστέρων", "paper power cut"),
            "notes",
            "",
            _RECEIVE,
        ),
        Command(
            "reception.paper_kit",
            lambda: _("Paper kit for a power cut"),
            lambda: enter().papers.open_kit(),
            ("έντυπα υποδοχής", "αριθμοί προτεραιότητας", "συρτάρι", "paper forms tickets kit"),
            "print",
            "",
            _PRINT,
        ),
    )
