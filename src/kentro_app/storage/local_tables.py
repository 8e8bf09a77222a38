"""The schema of what never leaves this machine: who it is, its papers, its operations, its log."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kentro_app.domain.roles import Role
from kentro_app.storage.tables import LOCAL, metadata
from kentro_app.storage.types import Day, EnumText, Moment, UuidBlob

desk = Table(
    "desk",
    metadata,
    Column("device_id", UuidBlob, primary_key=True, nullable=False),
    Column("incarnation", UuidBlob, nullable=False),
    Column("letter", Text, nullable=False),
    Column("site_id", UuidBlob, nullable=False),
    Column("building", UuidBlob, nullable=False),
    Column("signing_key", LargeBinary, nullable=False),
    Column("key_generation", Integer, nullable=False),
    Column("backup_generation", Integer, nullable=False),
    Column("failures_mark", Text, nullable=False, server_default=""),
    Column("card_proven", Integer, nullable=False, server_default="0"),
    info=LOCAL,
    sqlite_with_rowid=False,
)

prints = Table(
    "prints",
    metadata,
    Column("copy_number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("day", Day, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", UuidBlob, nullable=False),
    Column("site_id", UuidBlob),
    Column("content", LargeBinary),
    Column("first_number", Integer),
    Column("last_number", Integer),
    info=LOCAL,
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", UuidBlob, primary_key=True, nullable=False),
    Column("author", UuidBlob, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("cursor", Text, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Index("drafts_of_author", "author", "kind", "subject", unique=True),
    info=LOCAL,
    sqlite_with_rowid=False,
)

operations = Table(
    "operations",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("op_id", UuidBlob, nullable=False),
    Column("incarnation", UuidBlob, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", UuidBlob, nullable=False),
    Column("role", EnumText(Role), nullable=False),
    Column("audit_n", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    Column("record_id", LargeBinary, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("base_seq", Integer),
    Column("prev_op", UuidBlob),
    Column("hlc_ms", Integer, nullable=False),
    Column("hlc_counter", Integer, nullable=False),
    Column("op_schema", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    info=LOCAL,
)
# Appended records are found by their id; only changes need a way back to their predecessor.
Index(
    "operations_of_field",
    operations.c.record_id,
    operations.c.field,
    sqlite_where=operations.c.kind == "set",
)

audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    info=LOCAL,
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    info=LOCAL,
)
