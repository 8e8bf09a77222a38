"""A schema that comes after the present one, made up: its revision can go well, fail, or be killed.

`python -m tests.storage.newer FOLDER KEY REVISIONS` migrates in a process of its own.
"""

import shutil
import sys
from pathlib import Path

from kentro_app.storage import migrate, schema

NEXT = f"{int(schema.HEAD) + 1:04d}"
_REVISION = f"""
import os
import signal

from alembic import op

revision, down_revision, branch_labels, depends_on = "{NEXT}", "{schema.HEAD}", None, None


def upgrade():
    op.execute("ALTER TABLE visits ADD COLUMN weather TEXT")
    op.execute("UPDATE visits SET weather = 'rain'")
    {{middle}}
    op.execute("CREATE TABLE weathers (day TEXT NOT NULL)")
"""
MIDDLES = {
    "well": "pass",
    "fails": 'op.execute("INSERT INTO nowhere VALUES (1)")',
    "killed": "os.kill(os.getpid(), signal.SIGTERM if os.name == 'nt' else signal.SIGKILL)",
}


def revisions(folder: Path, middle: str) -> Path:
    """A folder of revisions: the program's own and the made-up one."""
    scripts = folder / f"migrations-{middle}"
    shutil.copytree(migrate._SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    text = _REVISION.format(middle=MIDDLES[middle])
    (scripts / "versions" / "rev_next.py").write_text(text, encoding="utf-8")
    return scripts


def main(folder: Path, key: bytes, scripts: Path) -> None:
    """Migrate until killed."""
    migrate._SCRIPTS, migrate.HEAD = scripts, NEXT
    migrate.migrate(folder, bytearray(key), backup=lambda: None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), Path(sys.argv[3]))
