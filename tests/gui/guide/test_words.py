"""What the guide quotes is what the screen says, in both languages.

Planted fault: a button that gets another name, and a guide that still tells people to press it.
"""

import ast
import gettext
import re
import shutil

import pytest

from installer.catalogues import TRANSLATIONS, compile_all
from kentro_app.assets import resource
from kentro_app.gui.guide.book import CONTENTS
from tests.architecture.code import files, tree

GUIDE = resource("guide")
NAMES = (GUIDE / CONTENTS).read_text("utf-8").split()
# What somebody types or might type, and what somebody says.
NOT_ON_SCREEN = {"papad", "+14", "sheet", "dark", "lock", "without a name"}
ENDS = "…▾: "


@pytest.fixture(scope="module")
def greek(tmp_path_factory):
    """Today's Greek, compiled apart from whatever was compiled before."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copytree(TRANSLATIONS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo"))
    compile_all(folder)
    return gettext.translation("kentro", folder, ["el"])


def quoted(language, name):
    marks = {"el": r"«([^»]+)»", "en": r"“([^”]+)”"}[language]
    return re.findall(marks, (GUIDE / language / f"{name}.md").read_text("utf-8"))


def messages():
    """Every text of the program that could be translated."""
    constants = (node for path in files("src") for node in ast.walk(tree(path)))
    return {
        node.value
        for node in constants
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


SAID = messages()


def said(words):
    """The message that stands on the screen where the guide quotes these words."""
    bare = words.rstrip(ENDS)
    exact = [message for message in SAID if message.replace("&", "").rstrip(ENDS) == bare]
    return exact or [message for message in SAID if message.startswith(f"{bare} ")]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_quote_the_same_number_of_words(name):
    assert len(quoted("el", name)) == len(quoted("en", name))


@pytest.mark.parametrize("name", NAMES)
def test_what_the_guide_quotes_is_said_by_the_program(name):
    unknown = [w for w in quoted("en", name) if w not in NOT_ON_SCREEN and not said(w)]

    assert not unknown


@pytest.mark.parametrize("name", NAMES)
def test_the_greek_guide_quotes_what_the_greek_program_says(name, greek):
    otherwise = []
    for english, words in zip(quoted("en", name), quoted("el", name), strict=True):
        shown = {shown_in(greek, message) for message in said(english)} - {None}
        if shown and not any(one.startswith(words.rstrip(ENDS)) for one in shown):
            otherwise.append((words, shown))

    assert not otherwise


def shown_in(greek, message):
    """The Greek of a message; None where it is not in the catalogue, or only with a context."""
    words = greek.gettext(message)
    return None if words == message else words.replace("&", "")
