"""The language of the interface, and what it costs to have one."""

import subprocess
import sys
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n import _, current, speak, voice
from kentro_app.i18n.messages import explain
from tests.architecture.code import ROOT


class AlreadyHere(RuleViolation):
    pass


class DiskOfAnotherKind(Unavailable):
    pass


class PasswordTooShort(RuleViolation):
    pass


def test_the_language_changes_while_the_program_runs(catalogues):
    speak(voice("el", catalogues, UTC))
    greek = _("Nobody is waiting.")

    speak(voice("en", catalogues, UTC))

    assert (greek, _("Nobody is waiting.")) == ("Δεν περιμένει κανείς.", "Nobody is waiting.")


def test_a_language_without_a_catalogue_speaks_english(tmp_path):
    speak(voice("el", tmp_path, ZoneInfo("Europe/Athens")))

    assert explain(AlreadyHere()) == "This person is already checked in today."
    assert current().zone == ZoneInfo("Europe/Athens")


def test_a_refusal_is_explained_with_its_facts():
    said = explain(PasswordTooShort(shortest=12))

    assert said.startswith("The password is too short: it needs at least 12 characters.")


def test_a_missing_fact_does_not_turn_a_refusal_into_a_bug():
    assert "at least – characters" in explain(PasswordTooShort())


def test_a_refusal_that_nobody_has_worded_gets_the_general_sentence():
    assert explain(DiskOfAnotherKind()).startswith("This is not possible right now.")


def test_a_bug_is_passed_on_as_it_is():
    bug = KeyError("x")

    with pytest.raises(KeyError) as passed_on:
        explain(bug)

    assert passed_on.value is bug


def test_words_cost_the_log_in_window_no_babel_and_no_qt():
    code = "import sys, kentro_app.i18n.messages; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "src", capture_output=True, text=True, check=True
    ).stdout.split()

    assert {"babel", "PySide6", "sqlalchemy"} & set(loaded) == set()
