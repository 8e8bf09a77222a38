"""The schema of what the desks share, and nothing else.

`info` of a table says what the records are called on the wire (`entity`) and
who may read them there (`class`: shared with the municipality, sealed before
it leaves, or local to this machine; sync, "Classes of data").
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

from kentro_app.domain.contacts import Capacity, Interpreter, Outcome, Referrer
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import (
    AddressKind,
    AliasKind,
    Confidentiality,
    ContactKind,
    NameStatus,
)
from kentro_app.domain.requests import Axis, RequestState
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import (
    AgeBand,
    CancelReason,
    Channel,
    NationalityGroup,
    Priority,
    Stage,
)
from kentro_app.storage.types import Day, Edtf, EnumText, Flag, Hour, Moment, UuidBlob

metadata = MetaData()


def _synced(entity: str) -> dict[str, str]:
    return {"entity": entity, "class": "shared"}


LOCAL = {"class": "local"}


def _id() -> Column[object]:
    return Column("id", UuidBlob, primary_key=True, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _of_person() -> Column[object]:
    return Column("person_id", UuidBlob, ForeignKey("persons.id"), nullable=False, index=True)


# Whatever is found by id alone is stored by id (WITHOUT ROWID): one B-tree, not two.

sites = Table(
    "sites",
    metadata,
    _id(),
    *(
        _text(name)
        for name in (
            "profile",
            "code",
            "title_el",
            "title_en",
            "municipality_el",
            "municipality_en",
            "building",
            "address_el",
            "address_en",
            "phone",
            "zone",
        )
    ),
    info=_synced("site"),
    sqlite_with_rowid=False,
)

opening_hours = Table(
    "opening_hours",
    metadata,
    _id(),
    Column("site_id", UuidBlob, ForeignKey("sites.id"), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("opens", Hour, nullable=False),
    Column("closes", Hour, nullable=False),
    info=_synced("opening_hours"),
    sqlite_with_rowid=False,
)

rooms = Table(
    "rooms",
    metadata,
    _id(),
    Column("site_id", UuidBlob, ForeignKey("sites.id"), nullable=False),
    _text("name_el"),
    _text("name_en"),
    _text("kind"),
    info=_synced("room"),
    sqlite_with_rowid=False,
)

staff_pattern = Table(
    "staff_pattern",
    metadata,
    _id(),
    Column("site_id", UuidBlob, ForeignKey("sites.id"), nullable=False),
    Column("role", EnumText(Role), nullable=False),
    Column("count", Integer, nullable=False),
    info=_synced("staff_pattern"),
    sqlite_with_rowid=False,
)

request_codes = Table(
    "request_codes",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _text("title_el"),
    _text("title_en"),
    Column("restricted", Flag, nullable=False),
    Column("valid_from", Day),
    Column("valid_to", Day),
    _text("maps_to"),
    info=_synced("request_code"),
    sqlite_with_rowid=False,
)

users = Table(
    "users",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("display_name"),
    Column("role", EnumText(Role), nullable=False),
    Column("active", Flag, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("room_id", UuidBlob, ForeignKey("rooms.id")),
    info=_synced("user"),
    sqlite_with_rowid=False,
)

persons = Table(
    "persons",
    metadata,
    # The place of a person in the search index; means nothing on another machine.
    Column("position", Integer, primary_key=True, info=LOCAL),
    Column("id", UuidBlob, nullable=False, unique=True),
    Column("number", Text, nullable=False, unique=True),
    _text("surname"),
    _text("given_name"),
    Column("registered_at", Moment, nullable=False),
    Column("registered_by", UuidBlob, ForeignKey("users.id"), nullable=False),
    _text("father_name"),
    _text("mother_name"),
    Column("birth_date", Edtf),
    Column("sex", EnumText(Sex), nullable=False),
    Column("name_status", EnumText(NameStatus), nullable=False),
    _text("language"),
    info=_synced("person"),
)

aliases = Table(
    "aliases",
    metadata,
    _id(),
    _of_person(),
    Column("kind", EnumText(AliasKind), nullable=False),
    _text("surname"),
    _text("given_name"),
    info=_synced("alias"),
    sqlite_with_rowid=False,
)

contact_points = Table(
    "contact_points",
    metadata,
    _id(),
    _of_person(),
    Column("kind", EnumText(ContactKind), nullable=False),
    Column("value", Text, nullable=False, index=True),
    Column("safe_to_call", Flag, nullable=False),
    Column("safe_to_leave_message", Flag, nullable=False),
    _text("note"),
    info=_synced("contact_point"),
    sqlite_with_rowid=False,
)

identifiers = Table(
    "identifiers",
    metadata,
    _id(),
    _of_person(),
    Column("kind", EnumText(IdentifierKind), nullable=False),
    Column("value", Text, nullable=False, index=True),
    info=_synced("identifier"),
    sqlite_with_rowid=False,
)

addresses = Table(
    "addresses",
    metadata,
    _id(),
    _of_person(),
    Column("kind", EnumText(AddressKind), nullable=False),
    _text("street"),
    _text("number"),
    _text("area"),
    _text("postcode"),
    _text("municipality"),
    Column("confidentiality", EnumText(Confidentiality), nullable=False),
    info=_synced("address"),
    sqlite_with_rowid=False,
)

visits = Table(
    "visits",
    metadata,
    _id(),
    Column("site_id", UuidBlob, ForeignKey("sites.id"), nullable=False),
    Column("day", Day, nullable=False),
    Column("letter", Text, nullable=False),
    Column("ticket", Integer, nullable=False),
    Column("channel", EnumText(Channel), nullable=False),
    Column("arrived_at", Moment, nullable=False),
    Column("recorded_by", UuidBlob, ForeignKey("users.id"), nullable=False),
    Column("person_id", UuidBlob, ForeignKey("persons.id")),
    Column("anonymous_sex", EnumText(Sex)),
    Column("anonymous_age", EnumText(AgeBand)),
    Column("for_user", UuidBlob, ForeignKey("users.id")),
    _text("note"),
    Column("late_entry", Flag, nullable=False),
    Column("stage", EnumText(Stage), nullable=False),
    Column("called_at", Moment),
    Column("finished_at", Moment),
    Column("anonymous_group", EnumText(NationalityGroup)),
    Column("priority", EnumText(Priority)),
    Column("missed", Integer, nullable=False, server_default="0"),
    Column("room_id", UuidBlob, ForeignKey("rooms.id")),
    Column("called_by", UuidBlob, ForeignKey("users.id")),
    Column("signed", Flag),
    _text("paper_number"),
    Column("cancelled_because", EnumText(CancelReason)),
    Index("visits_of_day", "day", "letter", "ticket", unique=True),
    Index("visits_of_person", "person_id", "day"),
    info=_synced("visit"),
    sqlite_with_rowid=False,
)

requests = Table(
    "requests",
    metadata,
    _id(),
    Column("visit_id", UuidBlob, ForeignKey("visits.id"), nullable=False, index=True),
    Column("code", Text, ForeignKey("request_codes.code"), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", EnumText(RequestState), nullable=False),
    info=_synced("request"),
    sqlite_with_rowid=False,
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    Column("visit_id", UuidBlob, ForeignKey("visits.id"), nullable=False, unique=True),
    Column("recorded_by", UuidBlob, ForeignKey("users.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("axis", EnumText(Axis)),
    Column("capacity", EnumText(Capacity)),
    Column("presenter_id", UuidBlob, ForeignKey("persons.id")),
    _text("presenter_name"),
    Column("referred_by", EnumText(Referrer)),
    _text("referrer_name"),
    _text("language"),
    Column("interpreter", EnumText(Interpreter)),
    Column("outcome", EnumText(Outcome)),
    _text("next_step"),
    Column("next_due", Day),
    Column("next_done_at", Moment),
    Index("contacts_due", "next_due"),
    info=_synced("contact"),
    sqlite_with_rowid=False,
)

subjects = Table(
    "subjects",
    metadata,
    _id(),
    Column("visit_id", UuidBlob, ForeignKey("visits.id"), nullable=False),
    Column("person_id", UuidBlob, ForeignKey("persons.id"), nullable=False, index=True),
    Column("in_error", Flag, nullable=False, server_default="0"),
    Index("subjects_of_visit", "visit_id", "person_id", unique=True),
    info=_synced("subject"),
    sqlite_with_rowid=False,
)
