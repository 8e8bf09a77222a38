"""Names from elsewhere, as the desk writes them in Greek and as the papers have them in Latin."""

ALBANIAN_MEN = """
Αρμπέν/Arben Ιλίρ/Ilir Αγκίμ/Agim Άρτουρ/Artur Μπλερίμ/Blerim Ντρίταν/Dritan Εντμόντ/Edmond
Φατμίρ/Fatmir Γκεντιάν/Gentian Κλοντιάν/Klodian Λουάν/Luan Πετρίτ/Petrit Σκεντέρ/Skënder
"""
ALBANIAN_WOMEN = """
Βιολέτσα/Violeta Μιρέλα/Mirela Ανίλα/Anila Εντλίρα/Edlira Φλούτουρα/Flutura Λίντιτα/Lindita
Βαλμπόνα/Valbona Τεούτα/Teuta Μιμόζα/Mimoza Αρτεμίσα/Artemisa Ελόνα/Elona Ντορίνα/Dorina
"""
ALBANIAN_SURNAMES = """
Χότζα/Hoxha Πρίφτι/Prifti Σέχου/Shehu Λέκα/Leka Ντέντε/Dede Τζάνι/Xhani Γκιόκα/Gjoka
Μπέρισα/Berisha Κόλα/Kola Μούτσα/Muça Ζέκα/Zeka Τσέλα/Çela Νταούτι/Dauti Μαρκού/Marku
Χύσα/Hysa Μπρεγκού/Bregu Ρεξέπι/Rexhepi Τόσκα/Toska
"""

ARAB_MEN = """
Μοχάμεντ/Mohammed Αχμέντ/Ahmad Χασάν/Hassan Χουσεΐν/Hussein Ομάρ/Omar Χάλεντ/Khaled Γιουσέφ/Youssef
Ιμπραήμ/Ibrahim Μαχμούντ/Mahmoud Σαΐντ/Said Τάρεκ/Tarek Μπιλάλ/Bilal Αμπντάλα/Abdallah
"""
ARAB_WOMEN = """
Φάτιμα/Fatima Αΐσα/Aisha Μαριάμ/Mariam Ζάινεμπ/Zainab Χάλα/Hala Νουρ/Nour Λέιλα/Leila Ράνια/Rania
Σαμίρα/Samira Χανάν/Hanan Αμίνα/Amina Νάντια/Nadia Ρίμα/Reema
"""
ARAB_SURNAMES = """
Αλ-Χασάν/Al-Hassan Χαντάντ/Haddad Νατζάρ/Najjar Χαλίλ/Khalil Μανσούρ/Mansour Αλ-Αχμέντ/Al-Ahmad
Σαλέχ/Saleh Ντάουντ/Dawoud Χαμντάν/Hamdan Καμπάνι/Qabbani Σουλεϊμάν/Suleiman Αλ-Μασρί/Al-Masri
Ασάντ/Asaad Γιασίν/Yassin Ζεϊντάν/Zeidan Ραχμάν/Rahman
"""

UKRAINIAN_MEN = """
Ολεξάντρ/Oleksandr Αντρίι/Andrii Σερχίι/Serhii Βολοντίμιρ/Volodymyr Μικόλα/Mykola Ίβαν/Ivan
Ντμίτρο/Dmytro Βίκτορ/Viktor Γιούρι/Yurii Τάρας/Taras Μπογκντάν/Bohdan Μαξίμ/Maksym
"""
UKRAINIAN_WOMEN = """
Ολένα/Olena Οξάνα/Oksana Νατάλια/Nataliia Ιρίνα/Iryna Τετιάνα/Tetiana Γιουλία/Yuliia Άννα/Hanna
Λουντμίλα/Liudmyla Σβετλάνα/Svitlana Κατερίνα/Kateryna Μαρίνα/Maryna Ντάρια/Daria Σοφία/Sofiia
"""
UKRAINIAN_SURNAMES = """
Σεφτσένκο/Shevchenko Κοβαλένκο/Kovalenko Μποντάρ/Bondar Τκατσένκο/Tkachenko Κράβετς/Kravets
Ολίινικ/Oliinyk Λισένκο/Lysenko Μορόζ/Moroz Πετρένκο/Petrenko Σαβτσένκο/Savchenko Μέλνικ/Melnyk
Γκαβριλιούκ/Havryliuk Πολίσουκ/Polishchuk Ρομανένκο/Romanenko Κοβαλτσούκ/Kovalchuk
"""

# Roma of western Athens are Greeks with Greek names; what their families call them differs.
ROMA_MEN = """
Παναγιώτης/Πάνος Χρήστος/Κίτσος Βασίλειος/Βάσος Κωνσταντίνος/Κωτσάκης Γεώργιος/Γιωργάκης
Ιωάννης/Γιάννος Αθανάσιος/Νάσος Δημήτριος/Μήτσος Σπυρίδων/Σπύρος Μάρκος/Μάρκος Ηλίας/Λιάκος
"""
ROMA_WOMEN = """
Παρασκευή/Βούλα Μαρία/Μαριγώ Γεωργία/Γιωργίτσα Ευαγγελία/Λίτσα Ελένη/Λένω Σταματία/Ματούλα
Χρυσάνθη/Χρύσα Αγγελική/Κική Ραλλού/Ραλλού Σουλτάνα/Τάνα Μαγδαληνή/Μάγδα Αναστασία/Τασούλα
"""
ROMA_SURNAMES = """
Σαμπάνης Καραχάλιος Τσακιρίδης Σουλεϊμάνης Μητρόπουλος Θεοδωρόπουλος Καρασάββας Πάντζος
Βασιλόπουλος Τζαμαλής Καλδάρης Σεφερλής Ραχωβίτσας Μαϊμάρης
"""


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Each name with its other form, or twice the same."""
    names = (name.partition("/") for name in text.split())
    return tuple((first, second or first) for first, _stroke, second in names)
