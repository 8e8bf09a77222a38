"""The source as the house rules see it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "kentro_app"
HAND_WRITTEN = ("src", "tests", "installer")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*folders: str) -> list[Path]:
    """All Python files below these folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text("utf-8"))


def nodes(kind: type, *folders: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of a kind, with where it is: `src/kentro_app/bootstrap.py:12`."""
    for path in files(*folders):
        for node in ast.walk(tree(path)):
            if isinstance(node, kind):
                yield f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}", node


def called(call: ast.Call) -> str:
    """The last name of what is called: `setText` in `self._label.setText(…)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
