"""No sentence escapes translation, and none loses its gaps on the way."""

import pytest

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation
from kentro_app.i18n import _, ngettext, pgettext, speak
from kentro_app.i18n.messages import DOUBTS, SENTENCES, explain, explain_doubt
from kentro_app.i18n.sentences.forms import text
from tests.i18n.pseudo import pseudo, pseudo_voice


@pytest.fixture(scope="module")
def strange():
    return pseudo_voice()


def test_gaps_and_tags_stay_as_they_are():
    assert pseudo("<b>{name}</b> is here") == "[!!! <b>{name}</b> îš ĥéŕé~~~~~~~ !!!]"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_refusal_can_be_said_in_another_language(code, strange):
    speak(strange)

    # A text outside N_() would come back in plain letters.
    said = text(SENTENCES[code], {"seconds": 20})

    assert said.startswith("[!!! ")


@pytest.mark.parametrize("code", DOUBTS)
def test_every_doubt_can_be_said_in_another_language(code, strange):
    speak(strange)

    assert explain_doubt(Doubt("amka", code)).startswith("[!!! ")


def test_plurals_and_contexts_are_translated_too(strange):
    speak(strange)

    assert ngettext("{n} hour", "{n} hours", 3).format(n=3).startswith("[!!! 3 ĥöûŕš")
    assert pgettext("sign-in sheet", "Name").startswith("[!!! Ñåmé")
    assert _("") == ""


def test_facts_fill_the_gaps_of_a_translated_sentence(strange):
    class TooLong(RuleViolation):
        pass

    speak(strange)

    assert "200" in explain(TooLong(longest=200))
