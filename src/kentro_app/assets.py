"""Files that ship with the program: inside the wheel, beside `src` in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    packed = _PACKAGE / f"_{name}"
    return packed if packed.is_dir() else _PACKAGE.parents[1] / name


def resource(name: str) -> Path:
    """Where a shipped file lies; `name` is relative, e.g. `profiles/petroupoli.toml`."""
    return _folder("resources") / name


def translations() -> Path:
    """The folder of the message catalogues."""
    return _folder("translations")
