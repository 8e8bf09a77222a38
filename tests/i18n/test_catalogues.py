"""Greek is complete; and the check that says so finds each fault that is planted."""

import pytest
from babel.messages.catalog import Catalog

from installer.catalogues import extract, problems, wrong_in

SAID = {("Hello {name}", None), (("{n} day", "{n} days"), None)}


@pytest.fixture
def catalogue():
    """A sound one."""
    catalogue = Catalog("el")
    catalogue.add("Hello {name}", "Καλημέρα {name}")
    catalogue.add(("{n} day", "{n} days"), ("μία ημέρα", "{n} ημέρες"))
    return catalogue


def test_the_catalogues_are_complete():
    assert list(problems()) == []


def test_a_sound_catalogue_is_not_blamed(catalogue):
    catalogue.add(("{n} day", "{n} days"), ("{n} ημέρα", "{n} ημέρες"))

    assert list(wrong_in(catalogue, SAID)) == []


def test_a_forgotten_message_is_found(catalogue):
    assert list(wrong_in(catalogue, SAID | {("New", None)})) == ["missing ('New', None)"]


def test_an_untranslated_message_is_found(catalogue):
    catalogue.get("Hello {name}").string = ""

    assert list(wrong_in(catalogue, SAID)) == ["untranslated 'Hello {name}'"]


def test_a_missing_plural_is_found(catalogue):
    catalogue.get(("{n} day", "{n} days")).string = ("{n} ημέρα", "")

    assert len(list(wrong_in(catalogue, SAID))) == 1


def test_a_guess_is_found(catalogue):
    catalogue.get("Hello {name}").flags.add("fuzzy")

    assert list(wrong_in(catalogue, SAID)) == ["fuzzy 'Hello {name}'"]


def test_a_lost_gap_is_found(catalogue):
    catalogue.get("Hello {name}").string = "Καλημέρα {nmae}"

    assert len(list(wrong_in(catalogue, SAID))) == 1


def test_a_message_that_nobody_says_any_more_is_found(catalogue):
    catalogue.add("Gone", "Έφυγε")

    assert list(wrong_in(catalogue, SAID)) == ["nobody says 'Gone'"]


def test_messages_in_tables_and_with_a_context_are_collected():
    found = {(message.id, message.context) for message in extract()}

    assert {("Nobody is waiting.", None), ("Name", "sign-in sheet")} <= found
