"""Stores as earlier versions of the program left them: one folder per released schema.

`python -m tests.storage.released` makes the one of the present schema; do so with each release that
brings a new revision, and never touch those of earlier ones. The keys are for tests only.
"""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from kentro_app.storage.schema import HEAD
from tests.backup.centre import Made, make_centre

FIXTURES = Path(__file__).parent / "fixtures"
OPENS = "opens.json"


def schemas() -> list[str]:
    """The schemas there is a store of."""
    return sorted(path.name for path in FIXTURES.iterdir() if path.is_dir())


def released(schema: str, parent: Path) -> Made:
    """A copy of a released store, with what opens it."""
    folder = parent / "centre"
    shutil.copytree(FIXTURES / schema, folder)
    opens = json.loads((folder / OPENS).read_text("utf-8"))
    (folder / OPENS).unlink()
    return Made(folder, UUID(opens["user"]), bytes.fromhex(opens["key"]), opens["recovery"])


def main() -> None:
    """Write the store of the present schema."""
    with TemporaryDirectory() as temporary:
        made = make_centre(Path(temporary))
        target = FIXTURES / HEAD
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for name in ("kentro.db", "keys.json"):
            shutil.copy(made.folder / name, target)
    opens = {"key": made.secret.hex(), "recovery": made.recovery, "user": str(made.user)}
    (target / OPENS).write_text(json.dumps(opens, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
