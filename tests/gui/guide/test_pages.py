"""The guide's own files: two languages alike, and nothing in them that leads nowhere."""

import ast
import re

import pytest

from kentro_app.assets import resource
from kentro_app.gui.guide.book import CONTENTS, Book, place, split_target
from kentro_app.gui.guide.markup import to_html
from kentro_app.gui.guide.places import PAGES
from kentro_app.i18n import LANGUAGES
from tests.architecture.code import PACKAGE, files, tree
from tests.pictures.screens import SCREENS

GUIDE = resource("guide")
NAMES = (GUIDE / CONTENTS).read_text("utf-8").split()
HEADING = re.compile(r"^(#{1,3}) .*?(?:\{#([a-z-]+)\})?$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
PICTURE = re.compile(r"^!\[([^\]]+)\]\(([^)]+)\)$", re.MULTILINE)
KEYS = re.compile(r"`(?:[A-Z][A-Za-z]*\+)*(?:F\d+|Enter|Esc|Del|[A-Z])`")
MOST_BYTES = 3_000_000
# Parts of other screens, and screens that show nothing of their own.
WITHOUT_PAGE = {
    "AdminView",
    "DemoPage",
    "DonePage",
    "Enlarged",
    "ReceptionPlace",
    "CentrePage",
    "SetUpPage",
    "WelcomePage",
}


def text(language, name):
    return (GUIDE / language / f"{name}.md").read_text("utf-8")


def headings(language, name):
    return [(marks, anchor) for marks, anchor in HEADING.findall(text(language, name))]


def anchors(name):
    return {anchor for _marks, anchor in headings("el", name) if anchor}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_the_contents_and_the_other_way_round(language):
    there = {file.stem for file in (GUIDE / language).iterdir()}

    assert there == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("find", [HEADING, LINK, PICTURE, KEYS])
def test_both_languages_have_the_same_sections_links_pictures_and_keys(name, find):
    def seen(language):
        found = find.findall(text(language, name))
        return [parts[-1] if isinstance(parts, tuple) else parts for parts in found]

    assert seen("el") == seen("en")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_page_and_a_section_that_exist(name):
    lost = [link for link in LINK.findall(text("el", name)) if not exists(link)]

    assert not lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_every_one_there_is_shown(language):
    named = {file for name in NAMES for _alt, file in PICTURE.findall(text(language, name))}
    there = {file.name for file in (GUIDE / "pictures" / language).iterdir()}

    assert named == there


def test_pictures_come_from_a_screen_that_can_be_taken_again():
    made = {detail.name for screen in SCREENS.values() for detail in screen.details}
    shown = {file.stem for file in (GUIDE / "pictures" / "el").iterdir()}

    assert shown <= made


def test_the_pictures_that_ship_are_small():
    shipped = [*(GUIDE / "pictures").rglob("*.png"), *(GUIDE.parents[1] / "docs").rglob("*.png")]

    assert sum(file.stat().st_size for file in shipped) < MOST_BYTES


@pytest.mark.parametrize("target", sorted(set(PAGES.values())))
def test_every_screen_leads_to_a_page_and_a_section_that_exist(target):
    assert exists(target)


def test_screens_named_in_the_map_are_screens_of_the_program():
    classes = {node.name for node in all_classes()}

    assert set(PAGES) <= classes


def test_every_place_page_and_dialog_of_the_program_has_a_page():
    """A screen is what the top bar can name, a section of administration, or a dialog."""
    bases = {"AdminSection", "QDialog", "SetUpPage"}
    screens = {
        node.name
        for node in all_classes()
        if bases & {getattr(base, "id", "") for base in node.bases} or names_itself(node)
    }

    homeless = screens - set(PAGES) - WITHOUT_PAGE - {node.name for node in asks_itself()}
    assert not homeless, homeless


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_nothing_that_the_guide_cannot_show(language, name):
    html = to_html(text(language, name), lambda _picture: (100, 50))
    words = re.sub(r"<[^>]*>", "", html)

    assert not re.search(r"\*\*|`|\]\(|\{#|^#", words, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_short_enough_for_somebody_who_is_interrupted(language):
    long = {name: len(text(language, name).split()) for name in NAMES}

    assert max(long.values()) < 650, long


def exists(target):
    name, anchor = split_target(target)
    sections = sum(marks == "##" for marks, _anchor in headings("el", name)) if name in NAMES else 0
    known = anchors(name) | {place(n + 1) for n in range(sections)} if name in NAMES else set()
    return name in NAMES and (not anchor or anchor in known)


def all_classes():
    paths = [path for path in files("src") if path.is_relative_to(PACKAGE / "gui")]
    return [n for path in paths for n in ast.walk(tree(path)) if isinstance(n, ast.ClassDef)]


def names_itself(node):
    """A `title()` that needs nothing else: what the top bar calls the place."""
    return any(isinstance(f, ast.FunctionDef) and f.name == "title" for f in node.body) and any(
        getattr(base, "id", "").startswith("Q") for base in node.bases
    )


def asks_itself():
    return [
        node
        for node in all_classes()
        if any(isinstance(f, ast.FunctionDef) and f.name == "guide_page" for f in node.body)
    ]


def test_the_book_has_the_first_page_where_a_name_is_unknown():
    assert Book("el").page("nothing of the kind").name == NAMES[0]
