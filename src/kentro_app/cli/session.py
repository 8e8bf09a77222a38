"""Logging in for one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from kentro_app.assets import translations
from kentro_app.cli.context import Context, Session
from kentro_app.cli.credentials import entry
from kentro_app.i18n import current, speak, voice


@contextmanager
def logged_in(context: Context) -> Iterator[Session]:
    """The centre, open in the name of `--as`; words from now on are in its time zone."""
    with context.environment.doors.log_in(entry(context)) as session:
        speak(voice(current().language, translations(), session.zone))
        yield session
