"""Catalogues compiled apart, so that a checkout that never compiled its own tests the same."""

import shutil

import pytest

from installer.catalogues import TRANSLATIONS, compile_all


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory):
    """A folder with today's catalogues, compiled."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copytree(TRANSLATIONS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo"))
    compile_all(folder)
    return folder
