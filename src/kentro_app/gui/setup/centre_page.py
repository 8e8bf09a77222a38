"""The centre as its profile describes it, to look at and confirm."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from kentro_app.domain.phones import display
from kentro_app.domain.sites import OpeningHours, Profile
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.theme import XL, M
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.text import FieldLabel, Label
from kentro_app.gui.words import joined, role_word
from kentro_app.i18n import _, current


class CentrePage(SetUpPage):
    """Several profiles can be chosen from; one is simply shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles: Sequence[Profile] = ()
        self.choice = QComboBox()
        self.choice_field = FieldWithError("", self.choice)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(XL)
        self.facts.setVerticalSpacing(M)
        self.card.body.addWidget(self.choice_field)
        self.card.body.addLayout(self.facts)
        self.choice.currentIndexChanged.connect(self._show_facts)

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        """Offer these."""
        self._profiles = tuple(profiles)
        self.choice.clear()
        for profile in profiles:
            self.choice.addItem(_in_language(profile.title_el, profile.title_en), profile.name)
        self.choice_field.setVisible(len(profiles) > 1)
        self._show_facts()

    def chosen(self) -> str:
        """The name of the profile."""
        return str(self.choice.currentData() or "")

    def next_words(self) -> str:
        return _("Yes, this is our centre")

    def take_focus(self) -> None:
        self.choice.setFocus()

    def retranslate(self) -> None:
        self.set_words(_("Is this your centre?"), _("This is printed on sheets and cards."))
        self.choice_field.set_words(_("Name of the centre"))
        for place, profile in enumerate(self._profiles):
            self.choice.setItemText(place, _in_language(profile.title_el, profile.title_en))
        self._show_facts()

    def _show_facts(self) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        place = self.choice.currentIndex()
        if not 0 <= place < len(self._profiles):
            return
        for name, words in _facts(self._profiles[place]):
            self.facts.addRow(FieldLabel(name), Label(words, wrap=True, selectable=True))


def _facts(profile: Profile) -> Iterator[tuple[str, str]]:
    building = _("“{building}”").format(building=profile.building) if profile.building else ""
    yield _("Name of the centre"), _in_language(profile.title_el, profile.title_en)
    yield (
        _("Municipality"),
        joined(_in_language(profile.municipality_el, profile.municipality_en), building),
    )
    yield _("Address"), _in_language(profile.address_el, profile.address_en)
    yield _("Telephone"), display(profile.phone)
    yield _("Opening hours"), "\n".join(hours_words(profile.hours))
    yield _("Rooms"), joined(*(_in_language(r.name_el, r.name_en) for r in profile.rooms))
    staff = (f"{role_word(role)}: {count}" for role, count in profile.staff.items())
    yield _("Staff"), joined(*staff)


def hours_words(hours: Sequence[OpeningHours]) -> Iterator[str]:
    """`Monday – Friday 09:00 – 17:00`: days in a row with the same hours in one line."""
    from babel.dates import get_day_names  # noqa: PLC0415 - 30 ms that only this page needs

    names = get_day_names("wide", locale=current().language)
    in_order = sorted(hours, key=lambda each: (each.weekday, each.opens))
    numbered = enumerate(in_order)
    for (_gap, opens, closes), run in groupby(
        numbered, key=lambda item: (item[1].weekday - item[0], item[1].opens, item[1].closes)
    ):
        days = [names[each.weekday - 1] for _place, each in run]
        span = days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"
        yield f"{span} {opens:%H:%M} – {closes:%H:%M}"


def _in_language(greek: str, english: str) -> str:
    return greek if current().language.startswith("el") else english
