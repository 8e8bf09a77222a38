"""The words of the intake form on paper: Greek with short English beneath, whoever prints it.

The form is for a day without electricity and without a choice of language: whoever stands at the
desk reads Greek, whoever stands before it may not. So both stand here side by side, as data, like
the two titles of a request.
"""

Both = tuple[str, str]

TITLE: Both = ("Έντυπο υποδοχής", "Intake form")
NUMBER: Both = ("Αριθμός εντύπου", "Form number")
TYPE_BACK: Both = (
    "Με αυτόν τον αριθμό το έντυπο περνιέται αργότερα στο πρόγραμμα.",
    "This number brings the form into the program later.",
)
DAY: Both = ("Ημερομηνία", "Date")
ARRIVED: Both = ("Ώρα άφιξης", "Arrived")
LEFT: Both = ("Ώρα αποχώρησης", "Left")
STAFF: Both = ("Υποδοχή από", "Staff")

CHANNEL: Both = ("Τρόπος επαφής", "How")
CHANNELS: tuple[Both, ...] = (
    ("Αυτοπροσώπως", "in person"),
    ("Τηλέφωνο", "telephone"),
    ("Κατ’ οίκον", "at home"),
    ("Δρόμος", "street"),
    ("Κινητή μονάδα", "mobile unit"),
    ("Έγγραφο", "document"),
)

PERSON: Both = ("Ποιος ήρθε", "Who came")
SURNAME: Both = ("Επώνυμο", "Surname")
GIVEN_NAME: Both = ("Όνομα", "First name")
FATHER: Both = ("Πατρώνυμο", "Father’s name")
BIRTH: Both = ("Ημ/νία ή έτος γέννησης", "Date or year of birth")
PHONE: Both = ("Τηλέφωνο", "Telephone")
PERSON_NUMBER: Both = ("Αριθμός μητρώου, αν υπάρχει", "Number, if known")
SEX: Both = ("Φύλο", "Sex")
SEXES: tuple[Both, ...] = (
    ("Γυναίκα", "woman"),
    ("Άνδρας", "man"),
    ("Άλλο", "other"),
    ("Δεν δηλώνει", "not stated"),
)
ANONYMOUS: Both = ("Ανώνυμα – ηλικία", "Anonymous – age")
AGES: tuple[Both, ...] = (
    ("0–17", ""),
    ("18–29", ""),
    ("30–54", ""),
    ("55–64", ""),
    ("65+", ""),
    ("άγνωστη", "unknown"),
)

PRESENTER: Both = ("Μιλά", "Speaking")
CAPACITIES: tuple[Both, ...] = (
    ("ο ίδιος / η ίδια", "in person"),
    ("γονέας", "parent"),
    ("συγγενής", "relative"),
    ("επίτροπος ή δικ. συμπαραστάτης", "guardian"),
    ("εξουσιοδοτημένος", "authorised"),
    ("διερμηνέας", "interpreter"),
    ("επαγγελματίας", "professional"),
)
PRESENTER_NAME: Both = ("Όνομα όποιου μιλά για άλλον", "Name of whoever speaks for another")

REFERRED: Both = ("Πώς μας βρήκε", "Referred by")
REFERRERS: tuple[Both, ...] = (
    ("αυτοβούλως", "self"),
    ("συγγενής ή φίλος", "family"),
    ("κοινωνική υπηρεσία", "social service"),
    ("σχολείο", "school"),
    ("νοσοκομείο, Κ.Υ.", "health"),
    ("ΔΥΠΑ", "employment"),
    ("ΟΠΕΚΑ", "benefits"),
    ("αστυνομία, εισαγγελία", "police, prosecutor"),
    ("ΜΚΟ", "NGO"),
    ("άλλο", "other"),
)

REQUESTS: Both = ("Τι ζητά", "Requests")
AXES: dict[str, Both] = {
    "A": ("Άξονας Α", "Axis A"),
    "B": ("Άξονας Β", "Axis B"),
    "C": ("Άξονας Γ", "Axis C"),
}
OTHER_REQUEST: Both = ("Άλλο αίτημα", "Other request")

LANGUAGE: Both = ("Γλώσσα", "Language")
INTERPRETER: Both = ("Διερμηνεία", "Interpreter")
INTERPRETERS: tuple[Both, ...] = (
    ("δεν χρειάζεται", "not needed"),
    ("χρειάζεται", "needed"),
    ("παρών", "present"),
    ("τηλεφωνικά", "by phone"),
    ("συνοδός", "companion"),
)

OUTCOME: Both = ("Έκβαση", "Outcome")
OUTCOMES: tuple[Both, ...] = (
    ("εξυπηρετήθηκε", "served"),
    ("ενημερώθηκε", "informed"),
    ("υποβλήθηκε αίτηση", "applied"),
    ("παραπέμφθηκε", "referred"),
    ("ραντεβού", "appointment"),
    ("λείπουν δικαιολογητικά", "papers missing"),
    ("μήνυμα", "message"),
    ("αναρμόδιο", "not competent"),
    ("αρνήθηκε", "refused"),
    ("έφυγε", "left"),
)
NEXT_STEP: Both = ("Επόμενο βήμα", "Next step")
DUE: Both = ("έως", "due")
NOTE: Both = (
    "Σημείωση (όχι στοιχεία υγείας ή βίας)",
    "Note (no details of health or violence)",
)
NOTICE: Both = (
    "Έλαβα ενημέρωση για την επεξεργασία των προσωπικών μου δεδομένων.",
    "I was informed about how my personal data are used.",
)
SIGNATURE: Both = ("Υπογραφή", "Signature")

TICKET: Both = ("Αριθμός προτεραιότητας", "Your number")
TICKET_WAIT: Both = ("Περιμένετε να σας καλέσουμε.", "Please wait to be called.")
PRINTED: Both = ("Εκτυπώθηκε", "Printed")
