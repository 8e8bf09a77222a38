"""A centre for the command line."""

import shutil

import pytest

from tests.cli.desk import Terminal


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """A centre with its administrator, to be copied."""
    terminal = Terminal(tmp_path_factory.mktemp("founded"))
    said = terminal("init", "--profile", "petroupoli", "--user", "eleni")
    assert said.code == 0, said.err
    return terminal.data


@pytest.fixture
def empty(tmp_path):
    """A terminal without a centre."""
    return Terminal(tmp_path)


@pytest.fixture
def admin(founded, tmp_path):
    """A terminal on a new centre of its own."""
    terminal = Terminal(tmp_path)
    shutil.copytree(founded, terminal.data)
    return terminal
