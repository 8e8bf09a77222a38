"""Invented people with the names of a Greek town: varied, unevenly common, the same by seed.

Common names are far more common than rare ones (a Zipf-like law), and surnames are put together
from stems and endings as the language does it, so that a search meets some 15,000 different ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STEMS: Final = _words(
    "Παπαδ Δημητρ Νικολα Γεωργ Κωνσταντ Ιωανν Βασιλ Αθανασ Αντων Αναγνωστ Χρηστ Παναγιωτ Θεοδωρ "
    "Μιχαλ Αλεξ Σταυρ Ηλ Κυριακ Λαμπρ Σπυρ Αποστολ Γρηγορ Ευαγγελ Στεφαν Σωτηρ Φωτ Χαραλαμπ Εμμαν "
    "Μαρκ Μανωλ Καραγιανν Οικονομ Παπανικ Παπαγεωργ Παπακωνσταντ Χατζηδ Χατζηγεωργ Αγγελ Αναστασ "
    "Ανδρε Αργυρ Βλαχ Γαβριηλ Γεροντ Γιαννακ Γκικ Δασκαλ Δελ Διαμαντ Δρακ Ζαχαρ Ζερβ Ζωγραφ Θωμ "
    "Καλογερ Καλλ Καλογιανν Καμπ Καπετ Καραμ Κατσ Κοντ Κορ Κοσμ Κουκ Κουτσ Κρητ Κυπρ Κωστ Λαγ Λασκ "
    "Λεμ Λι Λουκ Μακρ Μαλ Μαντζ Μαυρ Μελ Μητρ Μοσχ Μουρ Μπακ Μπαλ Μπεκ Μπουρ Ναν Νταλ Ξανθ Ξεν "
    "Παλαμ Παντελ Παρασκ Πασχαλ Πετρ Πολ Πολυζ Πουλ Ραπτ Ρηγ Ριζ Ρουσσ Σαββ Σαμαρ Σιδηρ "
    "Σκλαβ Σκουρ "
    "Σταθ Σταμ Στεργ Στρατ Τζαν Τριανταφυλλ Τσακ Τσιλ Τσιτσ Φιλιππ Φλωρ Φραγκ Χαλκ Χριστοδ Ψαρ Ψωμ"
)
_ENDINGS: Final = (
    ("όπουλος", "οπούλου"),
    ("ίδης", "ίδου"),
    ("άκης", "άκη"),
    ("ιάδης", "ιάδου"),
    ("ούδης", "ούδη"),
    ("έλης", "έλη"),
    ("άτος", "άτου"),
    ("έας", "έα"),
    ("άκος", "άκου"),
    ("ινός", "ινού"),
    ("ίτης", "ίτη"),
    ("ούλης", "ούλη"),
    ("αρίδης", "αρίδου"),
    ("ιώτης", "ιώτη"),
    ("άνης", "άνη"),
    ("ούσης", "ούση"),
)
_WOMEN: Final = _words(
    "Μαρία Ελένη Αικατερίνη Βασιλική Σοφία Αγγελική Γεωργία Δήμητρα Ιωάννα Ευαγγελία Παναγιώτα "
    "Κωνσταντίνα Άννα Ευτυχία Χριστίνα Αναστασία Φωτεινή Παρασκευή Σταυρούλα Δέσποινα Ευφροσύνη "
    "Χρυσούλα Θεοδώρα Αθανασία Μαγδαληνή Ζωή Ειρήνη Στυλιανή Νίκη Ξανθίππη Κυριακή Ραλλού Ευδοκία "
    "Πηνελόπη Καλλιόπη Ουρανία Μαργαρίτα Ελευθερία Αντωνία Αλεξάνδρα Ιφιγένεια Νεφέλη Δανάη Μυρτώ"
)
_MEN: Final = _words(
    "Γεώργιος Δημήτριος Κωνσταντίνος Ιωάννης Νικόλαος Παναγιώτης Βασίλειος Χρήστος Αθανάσιος "
    "Μιχαήλ Ευάγγελος Σπυρίδων Αντώνιος Αναστάσιος Θεόδωρος Ανδρέας Χαράλαμπος Αλέξανδρος "
    "Εμμανουήλ Ηλίας Σταύρος Πέτρος Σωτήριος Στυλιανός Ελευθέριος Απόστολος Φώτιος Διονύσιος "
    "Γρηγόριος Αριστείδης Στέφανος Άγγελος Ραφαήλ Παύλος Λεωνίδας Περικλής Θρασύβουλος Μάρκος "
    "Κλεάνθης Ορέστης Ιάσονας Φίλιππος Λάζαρος Σάββας"
)
_ABROAD: Final = tuple(
    (language, _words(families), _words(names))
    for language, families, names in (
        (
            "sq",
            "Hoxha Shehu Gjoni Prifti Dervishi Kola Marku "
            "Leka Çela Muça Bregu Toska Zeneli Basha Rama",
            "Arbër Ilir Besnik Agron Mirela Drita Elira "
            "Valbona Teuta Gëzim Luljeta Fatos Blerta Arta",
        ),
        (
            "uk",
            "Шевченко Коваленко Бондаренко Ткаченко Кравченко "
            "Олійник Лисенко Мельник Савченко Поліщук",
            "Олена Наталія Тетяна Ірина Оксана Людмила "
            "Андрій Сергій Микола Юрій Богдан Ганна Марія",
        ),
        (
            "ar",
            "Al-Masri Haddad Khalil Najjar Darwish Al-Ahmad "
            "Hussein Mahmoud Saleh Ibrahim Qasim Jaber",
            "Mohammad Ahmad Fatima Layla Omar Yousef Mariam "
            "Nour Hassan Amina Khaled Samira Zaynab Ali",
        ),
        (
            "rom",
            "Χασάν Μεχμέτ Ιμπράμ Σαδίκ Χαλήλ Τσακίρης Μπαϊράμ Αλή Ομέρ Ρουστέμ Φεζά Καραμέτ",
            "Σεβγκιούλ Μαρία Αϊσέ Ζαφείρης Γκιουλσέν Χρήστος Φατμέ Ραμαζάν Ελένη Σουλεϊμάν Ντιλέκ",
        ),
    )
)
_GREEK_IN_A_HUNDRED: Final = 82


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist. `birth` is EDTF text, `phone` E.164 or empty."""

    surname: str
    given_name: str
    father_name: str
    sex: str
    birth: str
    language: str
    phone: str
    amka: str


class _Uneven:
    """Draws the first of its things often and the last ones seldom."""

    def __init__(self, things: Sequence[str], flat: int) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (rank + flat) for rank in range(len(things))))

    def draw(self, dice: Random) -> str:
        return dice.choices(self._things, cum_weights=self._weights)[0]


def people(count: int, seed: int) -> Iterator[Invented]:
    """So many people, the same for the same seed."""
    dice = Random(seed)
    surnames = {sex: _Uneven(_surnames(sex), 60) for sex in "FM"}
    given = {"F": _Uneven(_WOMEN, 2), "M": _Uneven(_MEN, 2)}
    for number in range(count):
        sex = "FM"[dice.random() < 0.45]
        language, surname, name = "el", "", ""
        if dice.randrange(100) < _GREEK_IN_A_HUNDRED:
            surname, name = surnames[sex].draw(dice), given[sex].draw(dice)
        else:
            language, families, names = dice.choice(_ABROAD)
            surname, name = dice.choice(families), dice.choice(names)
        father = given["M"].draw(dice) if language == "el" else ""
        yield Invented(surname, name, father, sex, _born(dice), language, *_numbers(dice, number))


def _surnames(sex: str) -> list[str]:
    """Stems and endings, and both again behind the prefixes of priests and pilgrims."""
    place = "MF".index(sex)
    heads = ["", "Παπα", "Χατζη", "Καρα", "Κωστο", "Γερο", "Μαυρο"]
    plain = [stem + ending[place] for ending in _ENDINGS for stem in _STEMS]
    return [head + (name if not head else name.lower()) for head in heads for name in plain]


def _born(dice: Random) -> str:
    year = 2024 - int(dice.triangular(0, 98, 42))
    if dice.random() < 0.1:
        return str(year)
    return f"{year}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"


def _numbers(dice: Random, number: int) -> tuple[str, str]:
    """A phone for four of five and eleven digits like an ΑΜΚΑ (never a valid one) for three."""
    phone = f"+3069{dice.randrange(10**8):08d}" if dice.random() < 0.8 else ""
    amka = f"99{number % 10**9:09d}" if dice.random() < 0.6 else ""
    return phone, amka
