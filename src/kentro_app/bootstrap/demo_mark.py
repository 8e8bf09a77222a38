"""What tells a demo centre from a real one; apart from what makes it, which few ever need."""

from pathlib import Path
from typing import Final

MARKER: Final = "demo.json"


def is_demo(directory: Path) -> bool:
    """Whether the folder holds a demo centre: its windows say so."""
    return (directory / MARKER).exists()
