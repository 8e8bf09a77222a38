import pytest
from hypothesis import given

from kentro_app.domain.latin import elot743
from tests.domain.strategies import greek_names


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("Παπαδόπουλος", "Papadopoulos"),
        ("Ευάγγελος", "Evangelos"),
        ("Ευθυμία", "Efthymia"),
        ("Αυγή", "Avgi"),
        ("Μπάμπης", "Bampis"),
        ("Λάμπρου", "Lamprou"),
        ("Γκίκας", "Gkikas"),
        ("Χρήστος", "Christos"),
        ("Μάιος", "Maios"),
        ("Μαΐου", "Maiou"),
        ("Θεοδώρα", "Theodora"),
        ("Ψαρρά", "Psarra"),
        ("Οικονόμου", "Oikonomou"),
        ("Σταύρος", "Stavros"),
        ("Ναύπλιο", "Nafplio"),
        ("Ουρανία", "Ourania"),
        ("Αϋφαντής", "Ayfantis"),
        ("Υιός", "Yios"),
        ("Προϋπολογισμός", "Proypologismos"),
        ("Σφίγξ", "Sfinx"),
        ("Μελαγχολία", "Melancholia"),
        ("Εμπεδοκλής Τζαμπ", "Empedoklis Tzab"),
    ],
)
def test_the_standard_decides_the_latin_letters(greek, latin):
    assert elot743(greek) == latin


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("ΘΕΟΔΩΡΑ ΧΑΤΖΗ", "THEODORA CHATZI"),
        ("Θ. Ψαρρός", "Th. Psarros"),
        ("ΑΘ", "ATH"),
        ("ΟΥΡΑΝΙΑ", "OURANIA"),
        ("ουρανία", "ourania"),
        ("ΜΑΪΟΥ", "MAIOU"),
    ],
)
def test_the_casing_stays(greek, latin):
    assert elot743(greek) == latin


def test_what_is_not_greek_stays_as_it_is():
    assert elot743("José 12-Β, Олена") == "José 12-V, Олена"


@given(greek_names())
def test_a_greek_name_comes_out_in_plain_latin_letters(name):
    assert elot743(name).isascii()
    assert elot743(name).isalpha()
