"""House rules that a linter does not know. What each one is for: docs and CONTRIBUTING.md."""

import ast
import re

from tests.architecture.code import HAND_WRITTEN, Function, called, files, nodes, tree

LONGEST_FILE = 300
MOST_STATEMENTS = 40
MOST_PUBLIC_METHODS = 8
MOST_POSITIONAL = 4
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|^\s+# *stub")
WORDS = {"_", "N_", "ngettext", "pgettext"}
SHOWS_TEXT = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton",
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setPlaceholderText", "setStatusTip",
    "setAccessibleName", "setAccessibleDescription", "setWhatsThis", "showMessage", "addTab",
}  # fmt: skip
WITH_QT = re.compile(r"kentro_app/(gui|bootstrap)/")
LETTERS = re.compile(r"[A-Za-zΑ-Ωα-ωά-ώ]{2,}")


def test_no_file_is_too_long_to_read():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files(*HAND_WRITTEN)}

    too_long = [f"{path}: {length}" for path, length in lengths.items() if length > LONGEST_FILE]
    assert not too_long, "\n".join(too_long)


def test_every_module_says_what_it_is_for():
    silent = [path for path in files("src", "installer") if is_silent(path)]

    assert not silent, "\n".join(map(str, silent))


def test_no_function_does_too_much():
    too_long = [place for place, function in functions() if statements(function) > MOST_STATEMENTS]

    assert not too_long, "\n".join(too_long)


def test_no_call_needs_counting_commas():
    commas = [place for place, function in functions() if positional(function) > MOST_POSITIONAL]

    assert not commas, "\n".join(commas)


def test_no_class_promises_too_much():
    crowded = [
        f"{place} {node.name}: {len(public_methods(node))}"
        for place, node in nodes(ast.ClassDef, "src")
        if len(public_methods(node)) > MOST_PUBLIC_METHODS
    ]

    assert not crowded, "\n".join(crowded)


def test_only_the_gui_and_whoever_starts_it_know_qt():
    outside = [
        place
        for place, name in imports("src")
        if name.split(".")[0] in ("PySide6", "shiboken6") and not WITH_QT.search(place)
    ]

    assert not outside, "\n".join(outside)


def test_nothing_is_left_unfinished():
    rules = {path for path in files("tests/architecture") if path.name == "test_shape.py"}

    found = {p for p in files(*HAND_WRITTEN) if UNFINISHED.search(p.read_text("utf-8"))}

    assert not found - rules, "\n".join(map(str, found - rules))


def test_gaps_of_a_message_are_filled_after_translating():
    """A planted `_(f"…")` or `_("…".format(…))` would never be found in a catalogue."""
    wrong = [
        place
        for place, call in nodes(ast.Call, "src")
        if called(call) in WORDS - {"N_"} and any(composed(text) for text in call.args)
    ]

    assert not wrong, "\n".join(wrong)


def test_the_window_shows_no_text_that_cannot_be_translated():
    bare = [
        f"{place} {text}"
        for place, call in nodes(ast.Call, "src/kentro_app/gui")
        if called(call) in SHOWS_TEXT
        for text in bare_texts(call)
    ]

    assert not bare, "\n".join(bare)


def is_silent(path):
    """An empty `__init__.py` has nothing to say."""
    return bool(tree(path).body) and not ast.get_docstring(tree(path))


def functions():
    """Every function of the program and its installer, with its place."""
    return ((place, node) for place, node in nodes(Function, "src", "installer"))


def statements(function):
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


def positional(function):
    names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
    return len([name for name in names if name not in ("self", "cls")])


def public_methods(node):
    """Qt's own methods, overridden, are Qt's promise and not ours; a property is no method."""
    return [
        method.name
        for method in node.body
        if isinstance(method, Function)
        and not method.name.startswith("_")
        and method.name == method.name.lower()
        and not {"property", "setter", "cached_property"}
        & set(map(decorator, method.decorator_list))
    ]


def decorator(node):
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def imports(*folders):
    for place, node in nodes(ast.Import | ast.ImportFrom, *folders):
        for name in node.names:
            yield place, node.module or "" if isinstance(node, ast.ImportFrom) else name.name


def composed(text):
    """Anything but a plain text or a variable: the call inside `N_` marks those."""
    return isinstance(text, ast.JoinedStr | ast.BinOp) or (
        isinstance(text, ast.Call) and called(text) == "format"
    )


def bare_texts(call):
    parts = [p for argument in call.args for p in [argument, *getattr(argument, "values", [])]]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and LETTERS.search(text)]
