"""Who works at the demo centre. They all have one password, which is no secret."""

from dataclasses import dataclass

from kentro_app.domain.roles import Role

PASSWORD = "ποταμι βουνο λεμονι φεγγαρι πλατανος"


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    display_name: str
    role: Role


ADMINISTRATOR = Colleague("dimitriou", "Κ. Δημητρίου", Role.ADMINISTRATOR)
DESK = Colleague("koutsoukou", "Α. Κουτσούκου", Role.DESK)
SOCIAL_WORKERS = (
    Colleague("markaki", "Ε. Μαρκάκη", Role.SOCIAL_WORKER),
    Colleague("anagnostou", "Ν. Αναγνώστου", Role.SOCIAL_WORKER),
)
PSYCHOLOGIST = Colleague("roussou", "Δ. Ρούσσου", Role.PSYCHOLOGIST)
OTHERS = (
    DESK,
    *SOCIAL_WORKERS,
    PSYCHOLOGIST,
    Colleague("vlachopoulou", "Σ. Βλαχοπούλου", Role.COORDINATOR),
    Colleague("georgiadis", "Σ. Γεωργιάδης", Role.DPO),
    Colleague("zisis", "Π. Ζήσης", Role.TECHNICIAN),
)
COLLEAGUES = (ADMINISTRATOR, *OTHERS)
