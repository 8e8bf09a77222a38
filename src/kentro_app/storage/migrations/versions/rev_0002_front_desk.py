"""The front desk: contacts, several subjects, rooms, priorities, drafts, what was printed."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE visits ADD COLUMN anonymous_group TEXT",
    "ALTER TABLE visits ADD COLUMN priority TEXT",
    "ALTER TABLE visits ADD COLUMN missed INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE visits ADD COLUMN room_id BLOB REFERENCES rooms (id)",
    "ALTER TABLE visits ADD COLUMN called_by BLOB REFERENCES users (id)",
    "ALTER TABLE visits ADD COLUMN signed INTEGER",
    "ALTER TABLE visits ADD COLUMN paper_number TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visits ADD COLUMN cancelled_because TEXT",
    "ALTER TABLE users ADD COLUMN room_id BLOB REFERENCES rooms (id)",
    "ALTER TABLE request_codes ADD COLUMN maps_to TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE prints ADD COLUMN site_id BLOB",
    "ALTER TABLE prints ADD COLUMN content BLOB",
    "ALTER TABLE prints ADD COLUMN first_number INTEGER",
    "ALTER TABLE prints ADD COLUMN last_number INTEGER",
    """CREATE TABLE contacts (
        id BLOB NOT NULL,
        visit_id BLOB NOT NULL,
        recorded_by BLOB NOT NULL,
        recorded_at BIGINT NOT NULL,
        axis TEXT,
        capacity TEXT,
        presenter_id BLOB,
        presenter_name TEXT DEFAULT '' NOT NULL,
        referred_by TEXT,
        referrer_name TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        interpreter TEXT,
        outcome TEXT,
        next_step TEXT DEFAULT '' NOT NULL,
        next_due TEXT,
        next_done_at BIGINT,
        PRIMARY KEY (id),
        UNIQUE (visit_id),
        FOREIGN KEY(visit_id) REFERENCES visits (id),
        FOREIGN KEY(recorded_by) REFERENCES users (id),
        FOREIGN KEY(presenter_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    "CREATE INDEX contacts_due ON contacts (next_due)",
    """CREATE TABLE subjects (
        id BLOB NOT NULL,
        visit_id BLOB NOT NULL,
        person_id BLOB NOT NULL,
        in_error INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(visit_id) REFERENCES visits (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    "CREATE UNIQUE INDEX subjects_of_visit ON subjects (visit_id, person_id)",
    "CREATE INDEX ix_subjects_person_id ON subjects (person_id)",
    """CREATE TABLE drafts (
        id BLOB NOT NULL,
        author BLOB NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        title TEXT NOT NULL,
        content TEXT NOT NULL,
        cursor TEXT NOT NULL,
        begun_at BIGINT NOT NULL,
        saved_at BIGINT NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID""",
    "CREATE UNIQUE INDEX drafts_of_author ON drafts (author, kind, subject)",
)


def upgrade() -> None:
    """Add what the front desk needs; nothing that was there changes."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
