"""Which page of the guide tells about what is on the screen."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

FIRST = "index"
"""Where the guide begins when nothing on the screen has a page of its own."""

PAGES: dict[str, str] = {
    "AdministratorPage": "first-day#administrator",
    "BackupsPage": "first-day#second-folder",
    "BackupsSection": "backups",
    "CardPage": "first-day#card",
    "CardSection": "first-day#card",
    "CatalogueSection": "requests",
    "CheckSection": "backups#check",
    "ContactView": "contact",
    "CorrectDialog": "corrections#later",
    "Cover": "log-in#cover",
    "EditView": "people#edit",
    "KitDialog": "paper-day#kit",
    "LeaveDeskMode": "desk-mode",
    "LogInWindow": "log-in",
    "NewPersonView": "new-person",
    "OwnPasswordDialog": "log-in#password",
    "Palette": "search",
    "PaperDayView": "paper-day#back",
    "PastView": "people#history",
    "PeoplePlace": "people",
    "PeopleSection": "people#import",
    "PersonView": "people",
    "ProofPage": "first-day#card",
    "QueueView": "queue",
    "QuickView": "anonymous",
    "ReceptionView": "reception",
    "RecoveryDialog": "trouble#forgotten",
    "SearchPage": "people",
    "SetUpWindow": "first-day",
    "SheetView": "sheets",
    "TodayView": "today",
    "TrailSection": "privacy#log",
    "UsersSection": "users",
    "Wall": "wall",
}
"""Screens by the name of their class, so that the guide imports none of them; `page#section`."""


def page_of(window: QWidget) -> str:
    """The page for what `window` shows: where the cursor is, else the place that is on top."""
    focused = QApplication.focusWidget()
    around = _outwards(focused, window) if focused is not None else ()
    for widget in (*around, *_shown(window)):
        page = _asked(widget)
        if page:
            return page
    return FIRST


def _asked(widget: QWidget) -> str:
    """A screen may say itself where the guide tells about it: `guide_page() -> str`."""
    answer = getattr(widget, "guide_page", None)
    said = answer() if callable(answer) else None
    return said if isinstance(said, str) else PAGES.get(type(widget).__name__, "")


def _outwards(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    step: QWidget | None = widget
    while step is not None and step is not window:
        yield step
        step = step.parentWidget()


def _shown(window: QWidget) -> Iterator[QWidget]:
    """What is on top in the window, the innermost first; the window itself last."""
    stacks = [stack for stack in window.findChildren(QStackedWidget) if stack.isVisible()]
    pages = [page for stack in stacks if (page := stack.currentWidget()) is not None]
    for page in reversed(pages):
        inner = page.widget() if isinstance(page, QScrollArea) else None
        if inner is not None:
            yield inner
        yield page
    yield window
