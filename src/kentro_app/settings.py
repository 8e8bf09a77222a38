"""What this machine remembers outside the encrypted store: looks and habits, never people's data.

The one name in it, of whoever logged in last, stands in keys.json as well.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from kentro_app import launcher

NAME: Final = "settings.json"
LANGUAGES: Final = ("el", "en")
THEMES: Final = ("light", "dark", "contrast", "system")
_MOST_BYTES: Final = 64 * 1024
_LONGEST: Final = 200
_NUMBERS: Final = {
    "text_percent": (100, 200),
    "soft_lock_minutes": (1, 60),
    "hard_lock_minutes": (2, 240),
}
_CHOICES: Final = {"language": LANGUAGES, "theme": THEMES}


@dataclass(frozen=True, slots=True)
class Settings:
    """Valid by construction: `from_fields` replaces whatever is not allowed by its default."""

    language: str = "el"
    theme: str = "light"
    text_percent: int = 100
    centre: str = ""
    last_user: str = ""
    soft_lock_minutes: int = 2
    hard_lock_minutes: int = 10
    second_backup_folder: str = ""
    last_drill: str = ""  # YYYY-MM-DD


def from_fields(given: Mapping[str, Any]) -> Settings:
    """Settings from a file of any origin: unknown names are left out, wrong values too."""
    known = {field.name for field in fields(Settings)}
    return Settings(**{name: v for name, v in given.items() if name in known and _valid(name, v)})


def _valid(name: str, value: Any) -> bool:
    if name in _NUMBERS:
        least, most = _NUMBERS[name]
        return type(value) is int and least <= value <= most
    if name in _CHOICES:
        return value in _CHOICES[name]
    return isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()


def load(directory: Path) -> Settings:
    """The settings of a data directory; the defaults if there are none that can be read."""
    try:
        with (directory / NAME).open("rb") as file:
            given = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return from_fields(given) if isinstance(given, dict) else Settings()


def save(directory: Path, settings: Settings) -> None:
    """Replace the file in one step, readable by its owner only. Raises `OSError`."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = directory / f"{NAME}.new"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(directory / NAME)


def default_data_dir(*, demo: bool = False) -> Path:
    """Where this user's data lies if nobody says otherwise; the demo centre lies apart."""
    return Path(launcher.default_data_dir(demo=demo))
