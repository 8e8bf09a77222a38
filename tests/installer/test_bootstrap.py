"""Setting up on a fresh machine: what is said, what is repaired, what is passed on."""

import ast
import importlib
import json
import subprocess
import sys

import pytest

from tests.architecture.code import ROOT

INSTALLER = ROOT / "installer"


@pytest.fixture
def part(monkeypatch):
    """Imports a module of the installer the way `bootstrap.py` does."""
    monkeypatch.syspath_prepend(str(INSTALLER))
    return importlib.import_module


@pytest.fixture
def environment(part, monkeypatch, tmp_path):
    """The module, with its virtual environment in a folder of the test's own."""
    module = part("environment")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


def test_an_older_python_can_read_the_file_that_tells_it_so():
    ast.parse((INSTALLER / "bootstrap.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_older_python_is_told_what_is_needed(part, monkeypatch, capsys):
    bootstrap = part("bootstrap")
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))

    code = bootstrap.main(["run"])

    assert code == 3
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["fly"], 2), (["--help"], 0)])
def test_the_two_commands_are_shown_when_neither_is_named(arguments, code):
    called = [sys.executable, INSTALLER / "bootstrap.py", *arguments]

    run = subprocess.run(called, capture_output=True, text=True, check=False)

    assert run.returncode == code
    assert "bootstrap.py test [options of pytest]" in run.stdout + run.stderr


def test_without_a_display_the_way_without_one_is_named(part, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    code = part("bootstrap").main(["run"])

    assert code == 3
    assert "run --offscreen --out DIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "surroundings", "has_one"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_unix_machines_may_lack_a_display(part, platform, surroundings, has_one):
    assert part("launch").has_display(platform, surroundings) is has_one


def test_the_demo_centre_is_opened_unless_data_is_named(part):
    with_demo = part("launch").with_demo

    assert with_demo(["--lang", "el"]) == ["--demo", "--lang", "el"]
    assert with_demo(["--data-dir=x"]) == ["--data-dir=x"]
    assert with_demo(["--demo"]) == ["--demo"]


def test_libraries_for_a_screen_are_asked_for_only_with_a_screen(part):
    missing = part("system_libraries").missing

    without_screen = missing(lambda library: library != "libEGL.so.1", on_screen=False)
    with_screen = missing(lambda library: "xcb-cursor" not in library, on_screen=True)

    assert without_screen == ["libegl1"]
    assert with_screen == ["libxcb-cursor0"]


@pytest.mark.parametrize("fault", ["nothing there", "killed while installing", "python removed"])
def test_an_environment_that_cannot_be_trusted_is_made_anew(environment, fault):
    interpreter = environment._interpreter()
    if fault != "nothing there":
        interpreter.parent.mkdir(parents=True)
        interpreter.symlink_to("gone" if fault == "python removed" else sys.executable)
    if fault == "killed while installing":
        environment._unfinished().touch()

    assert environment._version(interpreter) is None


@pytest.mark.parametrize("written", ["", "{", "[]", "\0"])
def test_a_spoiled_note_of_what_is_installed_counts_as_none(environment, written):
    environment.VENV.mkdir()
    environment._stamp_file().write_text(written)

    assert environment._read_stamp() == {}


def test_nothing_is_installed_again_while_nothing_has_changed(environment, monkeypatch):
    installed = []
    monkeypatch.setattr(environment, "_version", lambda python: "3 11 7")
    monkeypatch.setattr(environment, "_compiled", lambda: True)
    monkeypatch.setattr(environment, "_pip", lambda *words, **rest: installed.append(words))
    environment.VENV.mkdir()

    environment.prepare("requirements-test.lock")
    first = len(installed)
    environment.prepare("requirements-test.lock")
    environment.prepare("requirements.lock")

    assert (first, len(installed)) == (3, 3)
    assert "requirements-test.lock" in json.loads(environment._stamp_file().read_text())


def test_progress_counts_packages_wherever_they_come_from(part, capsys):
    counter = part("progress").LineCounter(4)

    counter.see("Ignoring colorama: markers 'sys_platform == \"win32\"' don't match\n")
    counter.see("Collecting alembic==1.20.1 (from -r installer/requirements.lock (line 1))\n")
    counter.see("Processing ./cache/cffi-2.1.1-cp311.whl (from -r x.lock (line 56))\n")
    counter.see("Requirement already satisfied: babel==2.18.0 in x (from -r x.lock (line 5))\n")

    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert told == [[str(n), "of", "3", p] for n, p in enumerate(["alembic", "cffi", "babel"], 1)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Temporary failure in name resolution", "the package index does not answer"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was pinned"),
        ("error: something else", "could not be installed"),
    ],
)
def test_a_failed_installation_is_put_into_words(part, said, sentence):
    assert sentence in str(part("progress").pip_trouble([said]))
