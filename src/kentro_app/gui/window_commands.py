"""What can be asked of the window by name: its places, its looks, the ways out."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from kentro_app.assets import translations
from kentro_app.gui.desk_mode import KEYS as DESK_MODE_KEYS
from kentro_app.gui.habits import TEXT_SIZES, Habits
from kentro_app.gui.palette.command import Command
from kentro_app.gui.rail import Section
from kentro_app.gui.user_menu import LANGUAGE_NAMES, UserMenu, theme_words
from kentro_app.i18n import LANGUAGES, Voice, _, aside, current, voice
from kentro_app.settings import THEMES

_THEME_KEYWORDS = {
    "light": ("φωτεινό θέμα", "light theme"),
    "dark": ("σκούρο σκοτεινό θέμα νύχτα", "dark theme night"),
    "contrast": ("υψηλή αντίθεση θέμα", "high contrast theme"),
    "system": ("θέμα υπολογιστή", "system theme"),
}


def every_name(command: Command) -> list[str]:
    """What the command is called in every language the program speaks."""
    return [aside(_voice(language), command.title) for language in LANGUAGES]


def place_commands(
    sections: Iterable[Section], go_to: Callable[[str], object]
) -> Iterator[Command]:
    """Each place, and after it what it offers itself."""
    for section in sections:
        enter = partial(go_to, section.name)
        yield Command(
            f"place.{section.name}",
            partial(_place_title, section.title),
            enter,
            section.keywords,
            section.icon,
            permissions=section.permissions,
        )
        yield from section.commands(enter)


def window_commands(menu: UserMenu, habits: Habits, lock: Callable[[], object]) -> list[Command]:
    """Locking, switching and leaving, and how the program looks and speaks."""
    return [
        Command(
            "guide",
            lambda: _("Open the guide"),
            menu.guide_asked.emit,
            ("οδηγός βοήθεια εγχειρίδιο", "guide help manual"),
            "notes",
            "F1",
        ),
        Command(
            "lock",
            lambda: _("Lock"),
            lock,
            ("κλείδωμα", "κλειδώνω", "lock screen", "διάλειμμα"),
            "lock",
            "Ctrl+L",
        ),
        Command(
            "switch_user",
            lambda: _("Switch user"),
            menu.switch_asked.emit,
            ("αλλαγή χρήστη", "αποσύνδεση", "έξοδος χρήστη", "log out sign out"),
            "user",
        ),
        Command(
            "desk_mode",
            lambda: _("Desk mode"),
            menu.mode_asked.emit,
            ("λειτουργία υποδοχής", "απόρρητο οθόνης", "desk mode privacy screen"),
            "eye",
            DESK_MODE_KEYS,
        ),
        Command(
            "password",
            lambda: _("Change my password…"),
            menu.password_asked.emit,
            ("κωδικός", "συνθηματικό", "password"),
            "lock",
        ),
        *_looks(habits),
        Command(
            "quit",
            lambda: _("Quit"),
            menu.quit_asked.emit,
            ("έξοδος", "τερματισμός", "κλείσιμο προγράμματος", "exit close"),
            "cross",
        ),
    ]


def _looks(habits: Habits) -> Iterator[Command]:
    for language, name in LANGUAGE_NAMES.items():
        yield Command(
            f"language.{language}",
            partial(_language_title, name),
            partial(habits.choose_language, language),
            ("γλώσσα", "language", "ελληνικά greek" if language == "el" else "αγγλικά english"),
            "language",
        )
    for theme in THEMES:
        yield Command(
            f"theme.{theme}",
            partial(_theme_title, theme),
            partial(habits.choose_theme, theme),
            ("εμφάνιση", "appearance", *_THEME_KEYWORDS[theme]),
            "eye",
        )
    for size in TEXT_SIZES:
        yield Command(
            f"text.{size}",
            partial(_size_title, size),
            partial(habits.choose_text_size, size),
            ("μέγεθος κειμένου γραμμάτων", "γράμματα", "text font size zoom"),
            "notes",
        )


def _place_title(title: Callable[[], str]) -> str:
    return _("Go to: {place}").format(place=title())


def _language_title(name: str) -> str:
    return _("Language: {name}").format(name=name)


def _theme_title(theme: str) -> str:
    return _("Appearance: {name}").format(name=theme_words()[theme])


def _size_title(percent: int) -> str:
    return _("Text size: {n} %").format(n=percent)


@lru_cache(maxsize=4)
def _voice(language: str) -> Voice:
    return voice(language, translations(), current().zone)
