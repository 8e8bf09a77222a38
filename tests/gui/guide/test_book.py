"""Finding words in the guide, and going to and fro."""

import pytest

from kentro_app.gui.guide.book import CONTENTS, Book
from kentro_app.gui.guide.markup import to_html
from kentro_app.gui.guide.presenter import GuidePresenter

PAGES = {
    "first": "# Πρώτη\n\nΑρχή.\n\n## Τα κλειδιά {#keys}\n\nΤο **κλείδωμα** γίνεται με `Ctrl+L`.\n",
    "second": "# Δεύτερη\n\nΔείτε [τα κλειδιά](first.md#keys).\n\n## Τέλος {#end}\n\nΤελειώσαμε.\n",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / CONTENTS).write_text("\n".join(PAGES), "utf-8")
    for language in ("el", "en"):
        (tmp_path / language).mkdir()
        for name, text in PAGES.items():
            (tmp_path / language / f"{name}.md").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def book(folder):
    return Book("el", folder)


class RecordingScreen:
    def __init__(self):
        self.pages, self.hits, self.ways, self.contents = [], [], [], []

    def show_contents(self, pages):
        self.contents.append([page.name for page in pages])

    def show_page(self, page, anchor):
        self.pages.append((page.name, anchor))

    def show_hits(self, hits):
        self.hits.append(hits if hits is None else [hit.part.target for hit in hits])

    def allow(self, *, back, forward):
        self.ways.append((back, forward))


@pytest.fixture
def screen():
    return RecordingScreen()


@pytest.fixture
def guide(screen, folder):
    return GuidePresenter(screen, lambda language: Book(language, folder), "el")


@pytest.mark.parametrize("typed", ["ΚΛΕΙΔΩΜΑ", "κλειδωμα", "κλείδωμα γίνεται", "κλειδωμ"])
def test_words_are_found_without_accents_case_and_ending(book, typed):
    assert [hit.part.target for hit in book.search(typed)] == ["first#s1"]


def test_a_section_whose_title_says_it_comes_first(book):
    found = [hit.part.target for hit in book.search("κλειδι")]

    assert found == ["first#s1", "second"]


def test_all_words_have_to_be_there(book):
    assert book.search("κλείδωμα τέλος") == []


def test_what_was_found_shows_the_words_around_it(book):
    about = book.search("ctrl")[0].about

    assert "Ctrl+L" in about
    assert "`" not in about


def test_back_and_forward_go_the_way_one_came(screen, guide):
    guide.go_to("first")
    guide.go_to("second#end")
    guide.back()
    guide.forward()

    assert screen.pages == [("first", ""), ("second", "end"), ("first", ""), ("second", "end")]
    assert screen.ways == [(False, False), (True, False), (False, True), (True, False)]


def test_a_new_way_forgets_the_way_forward(screen, guide):
    guide.go_to("first")
    guide.go_to("second")
    guide.back()
    guide.go_to("second.md#end")
    guide.forward()

    assert screen.pages[-1] == ("second", "end")
    assert screen.ways[-1] == (True, False)


def test_opening_the_same_page_again_adds_no_step(screen, guide):
    guide.go_to("first")
    guide.go_to("first")

    assert screen.ways == [(False, False), (False, False)]


def test_the_other_language_shows_the_same_place_and_searches_again(screen, guide):
    guide.go_to("second#end")
    guide.search("τέλος")

    guide.speak("en")

    assert screen.pages == [("second", "end")] * 2
    assert screen.hits == [["second#s1"]] * 2


def test_an_empty_search_brings_the_contents_back(screen, guide):
    guide.search("  ")

    assert screen.hits == [None]


def test_raw_html_is_shown_and_not_obeyed():
    assert to_html("a <b>c</b> & d", int) == "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>"


def test_markdown_of_the_pages_becomes_what_rich_text_knows():
    html = to_html(
        "## Α {#one}\n\n- β\n  γ\n- `F1`\n\n1. δ\n\n| ε | ζ |\n|---|---|\n| η | θ |", int
    )

    assert '<p class="h2"><a name="one"></a><a name="s1"></a>Α</p>' in html
    assert "<ul><li>β γ</li>" in html
    assert '<span class="keys">&nbsp;F1&nbsp;</span>' in html
    assert "<ol><li>δ</li></ol>" in html
    assert "<tr><th>ε</th><th>ζ</th></tr><tr><td>η</td><td>θ</td></tr>" in html
