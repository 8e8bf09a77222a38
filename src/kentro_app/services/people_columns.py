"""Which column of somebody's table is which field of a person, by its header in Greek or English.

Case, accents, dots and blanks of a header count for nothing: Α.Μ.Κ.Α. is αμκα.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.fold import words

_SHOWN: Final = 40

NAMES: Final[Mapping[str, str]] = {
    "surname": "επώνυμο, επίθετο, last name, family name",
    "given_name": "όνομα, κύριο όνομα, first name",
    "father_name": "πατρώνυμο, όνομα πατέρα, όνομα πατρός, όν. πατρός, fathers name",
    "mother_name": "μητρώνυμο, όνομα μητέρας, όνομα μητρός, όν. μητρός, mothers name",
    "alias_surname": "άλλο επώνυμο, επώνυμο με λατινικά, λατινικό επώνυμο",
    "alias_given_name": "άλλο όνομα, όνομα με λατινικά, λατινικό όνομα",
    "birth_date": "ημερομηνία γέννησης, ημ/νία γέννησης, ημ. γέννησης, ημερ. γέννησης, "
    "ημνία γέν, γέννηση, έτος γέννησης, date of birth, birthdate, birth year",
    "sex": "φύλο, gender",
    "phone": "τηλέφωνο, τηλ, τηλέφωνο 1, τηλ 1, phone 1, telephone, phones, τηλέφωνα",
    "phone2": "τηλέφωνο 2, τηλ 2, κινητό, κινητό τηλέφωνο, mobile",
    "phone3": "τηλέφωνο 3, τηλ 3, σταθερό, σταθερό τηλέφωνο",
    "amka": "αμκα",
    "afm": "αφμ",
    "adt": "αδτ, ταυτότητα, αριθμός ταυτότητας, αρ. ταυτότητας, identity card",
    "pa": "προσωπικός αριθμός, personal number",
    "paaypa": "πααυπα",
    "passport": "διαβατήριο, αριθμός διαβατηρίου, αρ. διαβατηρίου",
    "street": "οδός, διεύθυνση, address",
    "number": "αριθμός, αρ, αριθμός οδού, street number",
    "area": "περιοχή, συνοικία, γειτονιά",
    "postcode": "ταχυδρομικός κώδικας, τκ, ταχ. κώδικας, postal code",
    "municipality": "δήμος",
    "language": "γλώσσα, μητρική γλώσσα",
}


class UnknownColumns(RuleViolation):
    """The header names columns that mean nothing here. Facts: names."""


class ColumnGivenTwice(RuleViolation):
    """Two columns are the same field. Facts: name."""


class NoSurnameColumn(RuleViolation):
    """A table without surnames is no table of people."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is (empty: left out), its header as written, and which were left out."""

    fields: tuple[str, ...]
    headers: tuple[str, ...]
    left_out: tuple[str, ...]

    def header(self, field: str) -> str:
        """How the file calls a field."""
        return self.headers[self.fields.index(field)] if field in self.fields else field


def columns(header: Sequence[str], *, leave_out: bool = False) -> Columns:
    """Read a header. A column without a name, and a running number (Α/Α), is nobody's field.

    Raises UnknownColumns unless they may be left out, ColumnGivenTwice, NoSurnameColumn.
    """
    fields = tuple(_KNOWN.get(_key(name), "?") for name in header)
    unknown = tuple(name for name, field in zip(header, fields, strict=True) if field == "?")
    if "surname" not in fields:
        raise NoSurnameColumn(field="surname")
    for field in filter(None, set(fields) - {"?"}):
        if fields.count(field) > 1:
            raise ColumnGivenTwice(field=field, name=header[fields.index(field)][:_SHOWN])
    if unknown and not leave_out:
        raise UnknownColumns(field="header", names=", ".join(name[:_SHOWN] for name in unknown))
    kept = tuple("" if field == "?" else field for field in fields)
    return Columns(kept, tuple(header), unknown)


def _key(name: str) -> str:
    return "".join(words(name))


_KNOWN: Final[Mapping[str, str]] = {
    **dict.fromkeys(("", *map(_key, ("α/α", "a/a", "no"))), ""),
    **{
        _key(spelling): field
        for field, spellings in NAMES.items()
        for spelling in (field, *spellings.split(","))
    },
}
