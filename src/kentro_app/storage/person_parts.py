"""Changing what belongs to a person: nothing is deleted, what is taken out is left empty."""

from dataclasses import replace
from typing import Any

from kentro_app.domain.people import Address, Alias, ContactPoint, PersonIdentifier
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records


def emptied(thing: Any) -> Any:
    """The part as it lies in the store once it is taken out. An empty number is safe for nothing:
    no list shows it and nobody calls it."""
    match thing:
        case ContactPoint():
            return replace(
                thing, value="", note="", safe_to_call=False, safe_to_leave_message=False
            )
        case PersonIdentifier():
            return replace(thing, value="")
        case Address():
            return replace(thing, street="", number="", area="", postcode="", municipality="")
        case Alias():
            return replace(thing, surname="", given_name="")
    raise TypeError(type(thing).__name__)


def is_empty(thing: Any) -> bool:
    """Whether the part was taken out."""
    return bool(thing == emptied(thing))


def write(ledger: Ledger, records: Records[Any], held: Any, wanted: Any) -> None:
    """Make the parts that are `held` those that are `wanted`, by id.

    A new part is made empty and then set: so the change of it is found as all changes are.
    """
    kept = {thing.id: thing for thing in wanted}
    known = {thing.id: thing for thing in held}
    for thing in held:
        ledger.save(records, thing, kept.get(thing.id) or emptied(thing), thing.id)
    for thing in wanted:
        if thing.id not in known:
            ledger.add(records, emptied(thing), thing.id)
            ledger.save(records, emptied(thing), thing, thing.id)
