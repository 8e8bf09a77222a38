"""A change of a person's data in words."""

from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import NameStatus
from kentro_app.domain.phones import display as display_phone
from kentro_app.domain.sex import Sex
from kentro_app.gui.people.words import name_statuses, sexes
from kentro_app.gui.registry.words import birth_words, language_word
from kentro_app.i18n import _
from kentro_app.services.history import Changed
from kentro_app.services.history_model import Scalar


def field_word(changed: Changed) -> str:
    """What was changed; a field that has no name yet is called what it is called in the store."""
    words = {
        "person.surname": _("Surname"),
        "person.given_name": _("Given name"),
        "person.father_name": _("Father's name"),
        "person.mother_name": _("Mother's name"),
        "person.birth_date": _("Date of birth"),
        "person.sex": _("Sex"),
        "person.language": _("Speaks"),
        "person.name_status": _("The name is…"),
        "contact_point.value": _("Telephone"),
        "contact_point.safe_to_call": _("Safe to call"),
        "contact_point.safe_to_leave_message": _("A message may be left"),
        "contact_point.note": _("Note on the telephone"),
        "identifier.value": _("Number of an authority"),
        "address.street": _("Street"),
        "address.number": _("House no."),
        "address.area": _("Area"),
        "address.postcode": _("Postcode"),
        "address.municipality": _("Municipality"),
        "alias.surname": _("Other surname"),
        "alias.given_name": _("Other given name"),
    }
    return words.get(f"{changed.entity}.{changed.field}", changed.field)


def value_word(changed: Changed, value: Scalar) -> str:
    """A value as people read it; a dash for none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    match changed.entity, changed.field:
        case "person", "birth_date":
            return birth_words(PartialDate(str(value)))
        case "person", "sex":
            return next(words for words, sex in sexes() if sex is Sex(value))
        case "person", "name_status":
            return next(words for words, kind in name_statuses() if kind is NameStatus(value))
        case "person", "language":
            return language_word(str(value))
        case "contact_point", "value":
            return display_phone(str(value)) if str(value).startswith("+") else str(value)
    return str(value)
