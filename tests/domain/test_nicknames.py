import pytest

from kentro_app.domain.fold import fold
from kentro_app.domain.nicknames import variants

PAIRS = """
Γιάννης Ιωάννης
Κώστας Κωνσταντίνος
Δημήτρης Δημήτριος
Κατερίνα Αικατερίνη
Βαγγέλης Ευάγγελος
Θανάσης Αθανάσιος
Μανώλης Εμμανουήλ
Λένα Ελένη
Έλενα Ελένη
Βάσω Βασιλική
Στέλιος Στυλιανός
Σπύρος Σπυρίδων
Μπάμπης Χαράλαμπος
Spyros Σπυρίδων
Giwrgos Γεώργιος
Muhammad Μωχάμεντ
Oleksandr Αλέξανδρος
Gjergji Γεώργιος
"""


@pytest.mark.parametrize("pair", PAIRS.strip().splitlines())
def test_short_and_foreign_forms_lead_to_the_baptismal_name_and_back(pair):
    short, full = pair.split()

    assert fold(full) in variants(short)
    assert variants(full) & variants(short)


def test_one_short_name_may_stand_for_many_without_joining_them():
    many = variants("Τάκης")

    assert {fold(name) for name in ("Δημήτριος", "Παναγιώτης", "Κωνσταντίνος")} <= many
    assert fold("Παναγιώτης") not in variants("Δημήτριος")


@pytest.mark.parametrize(
    ("man", "woman"), [("Γεώργιος", "Γεωργία"), ("Ιωάννης", "Ιωάννα"), ("Georgios", "Georgia")]
)
def test_a_brother_is_never_proposed_for_his_sister(man, woman):
    assert not variants(man) & variants(woman)


def test_each_part_of_a_double_name_counts():
    both = variants("Μαρία-Ελένη")

    assert {fold("Μαίρη"), fold("Λένα")} <= both


def test_an_unknown_name_stands_for_itself():
    assert variants("Ζξζξ") == {"ζξζξ"}
    assert variants(" ") == frozenset()
