"""Workload for the watched disk: `migration_session FOLDER [FAULT]` – an old store is migrated.

The newer schema is made up here: a column, a table, an index and a change of every row. With FAULT
the revisions run as the driver would run them by default, each statement for itself.
"""

import shutil
import sys
from pathlib import Path

from kentro_app.storage import migrate
from kentro_app.storage import schema as schema_of_today
from kentro_app.storage.engine import STORE_FILE, connect
from tests.durability.centre import found, key
from tests.durability.marks import mark

CHECK_INS = 30
OLD, MIGRATED = "old", "migrated"
PRESENT = schema_of_today.HEAD
NEXT = f"{int(PRESENT) + 1:04d}"
REVISION = f"""
from alembic import op

revision, down_revision, branch_labels, depends_on = "{NEXT}", "{PRESENT}", None, None


def upgrade():
    for statement in (
        "ALTER TABLE visits ADD COLUMN weather TEXT",
        "CREATE TABLE weathers (day TEXT PRIMARY KEY, weather TEXT NOT NULL)",
        "INSERT INTO weathers SELECT DISTINCT day, 'rain' FROM visits",
        "UPDATE visits SET weather = (SELECT weather FROM weathers AS w WHERE w.day = visits.day)",
        "CREATE INDEX visits_weather ON visits (weather)",
    ):
        op.execute(statement)
"""

SIGNS = (
    f"(SELECT version_num = '{NEXT}' FROM alembic_version)",
    "(SELECT count(*) FROM sqlite_master WHERE name = 'weathers')",
    "(SELECT count(*) FROM sqlite_master WHERE name = 'visits_weather')",
    "(SELECT count(*) FROM pragma_table_info('visits') WHERE name = 'weather')",
)
UNCHANGED = "SELECT 1 FROM visits WHERE weather IS NULL"


def main(folder: Path, fault: str = "") -> None:
    centre = found(folder)
    for number in range(CHECK_INS):
        centre.check_in(number)
    centre.close()
    add_a_revision(folder.with_name("migrations"))
    mark(OLD)
    if fault:
        connection = connect(folder / STORE_FILE, key())
        migrate._run(connection, migrate.HEAD)
        connection.close()
    else:
        migrate.migrate(folder, key(), backup=lambda: None)
    mark(MIGRATED)


def add_a_revision(scripts: Path) -> None:
    """Let the program know a schema that comes after its own."""
    shutil.copytree(migrate._SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "rev_next.py").write_text(REVISION, encoding="utf-8")
    migrate._SCRIPTS, migrate.HEAD = scripts, NEXT


def schema(folder: Path) -> str:
    """ "old", "new" or "between"."""
    connection = connect(folder / STORE_FILE, key())
    try:
        signs = {connection.execute(f"SELECT {sign}").fetchone()[0] for sign in SIGNS}
        if signs == {1} and connection.execute(UNCHANGED).fetchone():
            return "between"
    finally:
        connection.close()
    return {(0,): "old", (1,): "new"}.get(tuple(signs), "between")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
