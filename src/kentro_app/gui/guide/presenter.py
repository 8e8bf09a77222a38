"""Where one is in the guide, where one was, and what one looks for."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kentro_app.gui.guide.book import Book, Hit, Page, split_target


class GuideScreen(Protocol):
    """What the presenter needs of the window."""

    def show_contents(self, pages: Sequence[Page]) -> None: ...

    def show_page(self, page: Page, anchor: str) -> None: ...

    def show_hits(self, hits: Sequence[Hit] | None) -> None:
        """Show what was found; None brings the contents back."""

    def allow(self, *, back: bool, forward: bool) -> None: ...


class GuidePresenter:
    """`open_book` gives the guide in a language."""

    def __init__(
        self, screen: GuideScreen, open_book: Callable[[str], Book], language: str
    ) -> None:
        self._screen, self._open_book = screen, open_book
        self._book = open_book(language)
        self._way: list[str] = []
        self._here = -1
        self._sought = ""
        screen.show_contents(self._book.pages)

    def go_to(self, target: str) -> None:
        """Open `page` or `page#section`; from here one can come back."""
        if self._here >= 0 and self._way[self._here] == target:
            self._show()
            return
        self._way[self._here + 1 :] = [target]
        self._here += 1
        self._show()

    def back(self) -> None:
        """Where one was before."""
        self._step(-1)

    def forward(self) -> None:
        """Where one was before one came back."""
        self._step(1)

    def search(self, typed: str) -> None:
        """Find parts of pages; nothing typed brings the contents back."""
        self._sought = typed.strip()
        self._screen.show_hits(self._book.search(self._sought) if self._sought else None)

    def speak(self, language: str) -> None:
        """The same page in another language."""
        if self._book.language == language:
            return
        self._book = self._open_book(language)
        self._screen.show_contents(self._book.pages)
        self.search(self._sought)
        if self._way:
            self._show()

    def _step(self, by: int) -> None:
        if 0 <= self._here + by < len(self._way):
            self._here += by
            self._show()

    def _show(self) -> None:
        name, anchor = split_target(self._way[self._here])
        self._screen.show_page(self._book.page(name), anchor)
        self._screen.allow(back=self._here > 0, forward=self._here + 1 < len(self._way))
