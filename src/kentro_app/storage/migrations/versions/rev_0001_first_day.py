"""The first day: people, visits, accounts, the site, operations and the access log."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE audit (
        n INTEGER NOT NULL,
        record TEXT NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (n)
    )""",
    """CREATE TABLE checkpoints (
        n INTEGER NOT NULL,
        digest BLOB NOT NULL,
        at BIGINT NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (n)
    )""",
    """CREATE TABLE desk (
        device_id BLOB NOT NULL,
        incarnation BLOB NOT NULL,
        letter TEXT NOT NULL,
        site_id BLOB NOT NULL,
        building BLOB NOT NULL,
        signing_key BLOB NOT NULL,
        key_generation INTEGER NOT NULL,
        backup_generation INTEGER NOT NULL,
        failures_mark TEXT DEFAULT '' NOT NULL,
        card_proven INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (device_id)
    )
     WITHOUT ROWID""",
    """CREATE TABLE operations (
        position INTEGER NOT NULL,
        op_id BLOB NOT NULL,
        incarnation BLOB NOT NULL,
        kind TEXT NOT NULL,
        actor BLOB NOT NULL,
        role TEXT NOT NULL,
        audit_n INTEGER NOT NULL,
        entity TEXT NOT NULL,
        record_id BLOB NOT NULL,
        field TEXT,
        value TEXT,
        base_seq INTEGER,
        prev_op BLOB,
        hlc_ms INTEGER NOT NULL,
        hlc_counter INTEGER NOT NULL,
        op_schema INTEGER NOT NULL,
        created_at BIGINT NOT NULL,
        PRIMARY KEY (position)
    )""",
    """CREATE INDEX operations_of_field ON operations (record_id, field) WHERE kind = 'set'""",
    """CREATE TABLE prints (
        copy_number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        at BIGINT NOT NULL,
        "by" BLOB NOT NULL,
        PRIMARY KEY (copy_number)
    )""",
    """CREATE TABLE request_codes (
        id BLOB NOT NULL,
        code TEXT NOT NULL,
        title_el TEXT DEFAULT '' NOT NULL,
        title_en TEXT DEFAULT '' NOT NULL,
        restricted INTEGER NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        PRIMARY KEY (id),
        UNIQUE (code)
    )
     WITHOUT ROWID""",
    """CREATE TABLE sites (
        id BLOB NOT NULL,
        profile TEXT DEFAULT '' NOT NULL,
        code TEXT DEFAULT '' NOT NULL,
        title_el TEXT DEFAULT '' NOT NULL,
        title_en TEXT DEFAULT '' NOT NULL,
        municipality_el TEXT DEFAULT '' NOT NULL,
        municipality_en TEXT DEFAULT '' NOT NULL,
        building TEXT DEFAULT '' NOT NULL,
        address_el TEXT DEFAULT '' NOT NULL,
        address_en TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        zone TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID""",
    """CREATE TABLE users (
        id BLOB NOT NULL,
        name TEXT NOT NULL,
        display_name TEXT DEFAULT '' NOT NULL,
        role TEXT NOT NULL,
        active INTEGER NOT NULL,
        created_at BIGINT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name)
    )
     WITHOUT ROWID""",
    """CREATE TABLE opening_hours (
        id BLOB NOT NULL,
        site_id BLOB NOT NULL,
        weekday INTEGER NOT NULL,
        opens TEXT NOT NULL,
        closes TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(site_id) REFERENCES sites (id)
    )
     WITHOUT ROWID""",
    """CREATE TABLE persons (
        position INTEGER NOT NULL,
        id BLOB NOT NULL,
        number TEXT NOT NULL,
        surname TEXT DEFAULT '' NOT NULL,
        given_name TEXT DEFAULT '' NOT NULL,
        registered_at BIGINT NOT NULL,
        registered_by BLOB NOT NULL,
        father_name TEXT DEFAULT '' NOT NULL,
        mother_name TEXT DEFAULT '' NOT NULL,
        birth_date TEXT,
        sex TEXT NOT NULL,
        name_status TEXT NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (position),
        UNIQUE (id),
        UNIQUE (number),
        FOREIGN KEY(registered_by) REFERENCES users (id)
    )""",
    """CREATE TABLE rooms (
        id BLOB NOT NULL,
        site_id BLOB NOT NULL,
        name_el TEXT DEFAULT '' NOT NULL,
        name_en TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(site_id) REFERENCES sites (id)
    )
     WITHOUT ROWID""",
    """CREATE TABLE staff_pattern (
        id BLOB NOT NULL,
        site_id BLOB NOT NULL,
        role TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(site_id) REFERENCES sites (id)
    )
     WITHOUT ROWID""",
    """CREATE TABLE addresses (
        id BLOB NOT NULL,
        person_id BLOB NOT NULL,
        kind TEXT NOT NULL,
        street TEXT DEFAULT '' NOT NULL,
        number TEXT DEFAULT '' NOT NULL,
        area TEXT DEFAULT '' NOT NULL,
        postcode TEXT DEFAULT '' NOT NULL,
        municipality TEXT DEFAULT '' NOT NULL,
        confidentiality TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    """CREATE INDEX ix_addresses_person_id ON addresses (person_id)""",
    """CREATE TABLE aliases (
        id BLOB NOT NULL,
        person_id BLOB NOT NULL,
        kind TEXT NOT NULL,
        surname TEXT DEFAULT '' NOT NULL,
        given_name TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    """CREATE INDEX ix_aliases_person_id ON aliases (person_id)""",
    """CREATE TABLE contact_points (
        id BLOB NOT NULL,
        person_id BLOB NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        safe_to_call INTEGER NOT NULL,
        safe_to_leave_message INTEGER NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    """CREATE INDEX ix_contact_points_person_id ON contact_points (person_id)""",
    """CREATE INDEX ix_contact_points_value ON contact_points (value)""",
    """CREATE TABLE identifiers (
        id BLOB NOT NULL,
        person_id BLOB NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
     WITHOUT ROWID""",
    """CREATE INDEX ix_identifiers_person_id ON identifiers (person_id)""",
    """CREATE INDEX ix_identifiers_value ON identifiers (value)""",
    """CREATE TABLE visits (
        id BLOB NOT NULL,
        site_id BLOB NOT NULL,
        day TEXT NOT NULL,
        letter TEXT NOT NULL,
        ticket INTEGER NOT NULL,
        channel TEXT NOT NULL,
        arrived_at BIGINT NOT NULL,
        recorded_by BLOB NOT NULL,
        person_id BLOB,
        anonymous_sex TEXT,
        anonymous_age TEXT,
        for_user BLOB,
        note TEXT DEFAULT '' NOT NULL,
        late_entry INTEGER NOT NULL,
        stage TEXT NOT NULL,
        called_at BIGINT,
        finished_at BIGINT,
        PRIMARY KEY (id),
        FOREIGN KEY(site_id) REFERENCES sites (id),
        FOREIGN KEY(recorded_by) REFERENCES users (id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(for_user) REFERENCES users (id)
    )
     WITHOUT ROWID""",
    """CREATE UNIQUE INDEX visits_of_day ON visits (day, letter, ticket)""",
    """CREATE INDEX visits_of_person ON visits (person_id, day)""",
    """CREATE TABLE requests (
        id BLOB NOT NULL,
        visit_id BLOB NOT NULL,
        code TEXT NOT NULL,
        asked_at BIGINT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(visit_id) REFERENCES visits (id),
        FOREIGN KEY(code) REFERENCES request_codes (code)
    )
     WITHOUT ROWID""",
    """CREATE INDEX ix_requests_visit_id ON requests (visit_id)""",
    """CREATE TRIGGER audit_without_gap BEFORE INSERT ON audit
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log has no gaps'); END""",
    """CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END""",
    """CREATE TRIGGER audit_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END""",
    """CREATE VIRTUAL TABLE person_search USING fts5(
        names, sounds, numbers, tokenize = 'ascii',
        prefix = '1 2 3 4 5 6', detail = 'column'
    )""",
    """INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1)""",
)


def upgrade() -> None:
    """Create everything."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
