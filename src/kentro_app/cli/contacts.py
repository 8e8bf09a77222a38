"""`contact record`, `show`, `due` and `done`."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from kentro_app.cli.answers import answer, columns
from kentro_app.cli.contact_fields import KEYS, contact_document, patched, step_document
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.domain.contacts import Contact
from kentro_app.domain.requests import RequestCode
from kentro_app.i18n import _
from kentro_app.services import contact_files, contacts
from kentro_app.services.contact_files import ContactFile
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask, perform


def record(context: Context) -> int:
    """Write down what a visit was about, from JSON lines."""
    visit_id = identity(context.arguments.id, field="visit")
    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        handle = partial(_record, context, session, visit_id)
        return answer_lines(context, source, handle)


def show(context: Context) -> int:
    """What was written down about a visit."""
    visit_id = identity(context.arguments.id, field="visit")
    with logged_in(context) as session:
        file, catalogue = ask(session.view, partial(_read, visit_id=visit_id))
        document = contact_document(file, catalogue, session.zone)
        answer(context, document, _lines(document))
    return DONE


def due(context: Context) -> int:
    """Next steps that are not done."""
    with logged_in(context) as session:
        today = session.site.local_day(context.environment.clock())
        until = context.arguments.until or today
        steps = ask(session.view, partial(contacts.steps_due, until=until))
        documents = [step_document(step) for step in steps]
        names = ("next_due", "name", "next_step", "contact")
        cells = [[str(document[name] or "") for name in names] for document in documents]
        answer(context, documents, columns(cells) if cells else [])
    return DONE


def done(context: Context) -> int:
    """A next step was taken."""
    contact_id = identity(context.arguments.id, field="contact")
    with logged_in(context) as session:
        now = context.environment.clock()
        use_case = partial(contacts.step_done, contact_id=contact_id, now=now)
        contact = perform(session.begin, use_case).result
    document = {"contact": str(contact.id), "visit": str(contact.visit_id)}
    answer(context, document, [_("Done: {step}").format(step=contact.next_step)])
    return DONE


def _record(
    context: Context, session: Session, visit_id: UUID, given: Mapping[str, Any]
) -> dict[str, Any]:
    fields = Fields(given, KEYS)
    now = context.environment.clock()
    today = session.site.local_day(now)

    def use_case(work: Work) -> Contact:
        said = contact_files.file(work, visit_id).request()
        return contacts.record(work, patched(said, fields, today), now=now)

    contact = perform(session.begin, use_case).result
    return {"contact": str(contact.id), "visit": str(contact.visit_id)}


def _read(work: Work, visit_id: UUID) -> tuple[ContactFile, dict[str, RequestCode]]:
    file = contact_files.file(work, visit_id)
    return file, {entry.code: entry for entry in work.catalogue.all()}


def _lines(document: Mapping[str, Any]) -> Sequence[str]:
    return columns([(name, _plain(value)) for name, value in document.items() if value])


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    return str(value)
