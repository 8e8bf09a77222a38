"""`person change`, `person history`."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import NameStatus
from kentro_app.domain.sex import Sex
from kentro_app.i18n.messages import explain_doubt
from kentro_app.services import history, registry_changes
from kentro_app.services.history import Changed as OneChange
from kentro_app.services.registry_changes import ADDRESS_LINES, Change, Changed
from kentro_app.services.transaction import ask, perform

_TEXTS = ("surname", "given_name", "father_name", "mother_name", "birth_date", "language")
_FIELDS = (*_TEXTS, "sex", "name_status", "phones", "identifiers", "address")


def change(context: Context) -> int:
    """Correct a person's data from JSON lines, each an object with the fields to change."""
    person_id = identity(context.arguments.id, field="person")

    def one(session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
        request = wanted(person_id, given)
        use_case = partial(
            registry_changes.change, request=request, now=context.environment.clock()
        )
        return _changed(perform(session.begin, use_case).result)

    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        return answer_lines(context, source, partial(one, session))


def show_history(context: Context) -> int:
    """Who changed what about a person, oldest first."""
    person_id = identity(context.arguments.id, field="person")
    with logged_in(context) as session:
        found = ask(session.view, partial(history.of_person, person_id=person_id))
        entries = [_entry(one, session) for one in found]
    answer(context, entries, columns([_cells(entry) for entry in entries]) if entries else [])
    return DONE


def wanted(person_id: Any, given: Mapping[str, Any]) -> Change:
    """What a line wants changed; a field that is missing or null stays as it is.

    Raises UnknownField, WrongKind, NotAChoice, Missing.
    """
    fields = Fields(given, _FIELDS)
    said: dict[str, Any] = {}
    for name in filter(fields.has, _FIELDS):
        said[name] = _value(fields, name)
    return Change(person_id, **said)


def _value(fields: Fields, name: str) -> Any:
    match name:
        case "sex":
            return fields.choice(name, Sex)
        case "name_status":
            return fields.choice(name, NameStatus)
        case "phones":
            return fields.texts(name)
        case "identifiers":
            numbers = fields.inners(name, ("kind", "value"))
            return tuple(
                (one.choice("kind", IdentifierKind), one.text("value", required=True))
                for one in numbers
            )
        case "address":
            return _address(fields)
    return fields.text(name)


def _address(fields: Fields) -> dict[str, str]:
    inner = fields.inner("address", ADDRESS_LINES)
    assert inner is not None  # asked for only where there is one
    return {name: inner.text(name) for name in ADDRESS_LINES if inner.has(name)}


def _changed(done: Changed) -> dict[str, Any]:
    return {
        "id": str(done.file.person.id),
        "number": done.file.person.number,
        "changed": list(done.fields),
        "warnings": [
            {"field": doubt.field, "code": doubt.code, "message": explain_doubt(doubt)}
            for doubt in done.doubts
        ],
    }


def _entry(one: OneChange, session: Session) -> dict[str, Any]:
    return {
        "at": moment(one.at, session.zone),
        "by": one.who,
        "entity": one.entity,
        "record": str(one.record_id),
        "field": one.field,
        "before": one.before,
        "value": one.value,
    }


def _cells(entry: Mapping[str, Any]) -> tuple[str, ...]:
    what = f"{entry['entity']}.{entry['field']}"
    before, value = (str(entry[name] or "–") for name in ("before", "value"))
    return (entry["at"], entry["by"], what, f"{before} → {value}")
