"""Streets of the western suburbs of Athens; the houses are invented."""

from random import Random

from kentro_app.services.demo.dice import Weighted, one_of

_PETROUPOLI = """
Αθανασίου Διάκου|Αγίου Δημητρίου|Εθνικής Αντιστάσεως|Πελοποννήσου|Περικλέους|Μπουμπουλίνας|
Θεσσαλονίκης|Κολοκοτρώνη|Αναπαύσεως|25ης Μαρτίου|Ανατολής|Ελευθερίου Βενιζέλου|Σουλίου|Ρόδων|
Τερψιθέας|Χίου|Καραϊσκάκη|Ισιδώρου Βάσσου
"""
_ILION = """
Νέστορος|Αγίου Φανουρίου|Ιδομενέως|Πρωτεσιλάου|Λεωφόρος Θηβών|Καπετάν Βέρρα|Πριάμου|Μενελάου|
Αγίων Αναργύρων|Πηνελόπης|Ύδρας|Πατρόκλου
"""
_PERISTERI = """
Παναγή Τσαλδάρη|Εθνικής Αντίστασης|Θηβών|Αγίου Βασιλείου|Κωνσταντινουπόλεως|Αιμιλίου Βεάκη|
Λεωφόρος Κηφισού|Αγίας Τριάδος|Χρυσοστόμου Σμύρνης|Πολυκάρπου
"""

Street = tuple[str, str, str, str]  # street, area, postcode, municipality


def _streets(names: str, area: str, postcodes: tuple[str, ...]) -> list[Street]:
    listed = [name.strip() for name in names.split("|")]
    return [(name, "", postcodes[n % len(postcodes)], area) for n, name in enumerate(listed)]


_ALL = Weighted(
    (_streets(_PETROUPOLI, "Πετρούπολη", ("13231", "13232")), 78),
    (_streets(_ILION, "Ίλιον", ("13121", "13122", "13123")), 14),
    (_streets(_PERISTERI, "Περιστέρι", ("12131", "12132", "12135")), 8),
)


def address(dice: Random) -> tuple[str, str, str, str, str]:
    """The lines of an address: street, number, area, postcode, municipality."""
    street, area, postcode, municipality = one_of(dice, _ALL.draw(dice))
    return street, str(1 + int(dice.random() * 140)), area, postcode, municipality
