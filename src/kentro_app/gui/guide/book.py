"""The pages of the guide, as they lie on the disk, and where a word stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kentro_app.assets import resource
from kentro_app.domain.fold import fold, words
from kentro_app.i18n import LANGUAGES

CONTENTS = "contents.txt"
_SECTION = re.compile(r"^## ", re.MULTILINE)
_ANCHOR = re.compile(r"\s*\{#([a-z-]+)\}\s*$")
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`#>|]|\{#[a-z-]+\}")
_ABOUT = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A page's beginning or one `##` section of it; `anchor` leads there."""

    page: str
    page_title: str
    title: str
    anchor: str
    text: str

    @property
    def target(self) -> str:
        """What a link to it says."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the guide: its name without ending, its first heading, its Markdown."""

    name: str
    title: str
    text: str

    def parts(self) -> list[Part]:
        """The page, cut at its sections, without Markdown's marks."""
        first, *others = _SECTION.split(self.text)
        parts = [Part(self.name, self.title, self.title, "", plain(first.partition("\n")[2]))]
        for number, section in enumerate(others, 1):
            heading, _, body = section.partition("\n")
            title = _ANCHOR.sub("", heading).strip()
            parts.append(Part(self.name, self.title, title, place(number), plain(body)))
        return parts


@dataclass(frozen=True, slots=True)
class Hit:
    """A part in which all the words stand, with some of the text around the first of them."""

    part: Part
    about: str


def split_target(target: str) -> tuple[str, str]:
    """Page and anchor of `page#anchor`; a link in a page says `page.md#anchor`."""
    name, _, anchor = target.partition("#")
    return name.removesuffix(".md"), anchor


def place(number: int) -> str:
    """The anchor of a page's section by its number, from 1: the same in every language."""
    return f"s{number}"


def plain(markdown: str) -> str:
    """The words alone, in one line."""
    return " ".join(_MARKS.sub(r"\1", markdown).split())


class Book:
    """The guide in one language. Reads all of it at once: some twenty short files."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language if language in LANGUAGES else "en"
        guide = folder or resource("guide")
        names = (guide / CONTENTS).read_text(encoding="utf-8").split()
        self.pages = [self._read(guide / self.language / f"{name}.md") for name in names]
        self._by_name = {page.name: page for page in self.pages}
        self._parts = [part for page in self.pages for part in page.parts()]

    def page(self, name: str) -> Page:
        """The page of that name; the first one where there is none."""
        return self._by_name.get(name, self.pages[0])

    def search(self, typed: str) -> list[Hit]:
        """Parts with all the words (or their beginnings), those with them in the title first."""
        wanted = words(typed)
        if not wanted:
            return []
        titled, others = [], []
        for part in self._parts:
            if _holds(words(part.title), wanted):
                titled.append(Hit(part, _around(part.text, "")))
            elif _holds(words(f"{part.page_title} {part.title} {part.text}"), wanted):
                others.append(Hit(part, _around(part.text, wanted[0])))
        return titled + others

    @staticmethod
    def _read(file: Path) -> Page:
        text = file.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ").strip()
        return Page(file.stem, title, text)


def _holds(text: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(beginning) for word in text) for beginning in wanted)


def _around(text: str, word: str) -> str:
    """Some words from a little before `word` on."""
    shown = text.split()
    at = next((i for i, one in enumerate(shown) if fold(one).lstrip("«(").startswith(word)), 0)
    start = max(at - 2, 0) if word else 0
    words_there = " ".join(shown[start:])[:_ABOUT]
    return f"… {words_there}" if start else words_there
