"""How a person's page reads."""

from datetime import date

from kentro_app.domain.identifiers import Identifier, IdentifierKind
from kentro_app.domain.identifiers import display as display_number
from kentro_app.domain.partial_dates import PartialDate, Precision
from kentro_app.domain.people import Address, Confidentiality, PersonIdentifier
from kentro_app.gui.people.words import languages, other_kinds
from kentro_app.i18n import _, ngettext, pgettext
from kentro_app.i18n.dates import date_short


def birth_words(born: PartialDate | None) -> str:
    """The date as far as it is known, as the form takes it back: 12/03/1971, 03/1971, 1971."""
    if born is None:
        return ""
    match born.precision:
        case Precision.DAY:
            return date_short(born.earliest)
        case Precision.MONTH:
            return f"{born.text[5:7]}/{born.text[:4]}"
    return born.text


def age_words(born: PartialDate | None, today: date) -> str:
    """`55 years old`, `54–55 years old`, or nothing."""
    if born is None:
        return ""
    fewest, most = born.age_on(today)
    if fewest == most:
        return ngettext("{n} year old", "{n} years old", most).format(n=most)
    return _("{fewest}–{most} years old").format(fewest=fewest, most=most)


def language_word(code: str) -> str:
    """What somebody speaks; what the list does not know is shown as it was written."""
    return {known: words for words, known in languages() if known}.get(code, code)


def identifier_word(kind: IdentifierKind) -> str:
    """The name of a number."""
    words = {known: words for words, known in other_kinds()}
    words |= {IdentifierKind.AMKA: _("AMKA"), IdentifierKind.ADT: _("Identity card")}
    return words[kind]


def number_words(held: PersonIdentifier) -> str:
    """The number as people read it back."""
    return display_number(Identifier(held.kind, held.value))


def address_words(address: Address) -> str:
    """`Kalchou 48, 132 31 Petroupoli`; of a hidden one only that it is hidden."""
    if address.confidentiality is Confidentiality.HIDDEN:
        return pgettext("address", "hidden")
    street = f"{address.street} {address.number}".strip()
    town = f"{address.postcode} {address.municipality}".strip()
    return ", ".join(part for part in (street, address.area, town) if part)
