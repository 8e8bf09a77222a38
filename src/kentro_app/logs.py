"""The log: what happened, for whoever repairs the program, without anybody's data.

Our own modules log constant sentences. A record that carries arguments, and every record of
another library, is cut down to where it came from; a traceback keeps files and lines only.
"""

import logging
import os
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

NAME: Final = "kentro.log"
_OURS: Final = "kentro_app"
_MOST_BYTES: Final = 512 * 1024
_KEPT: Final = 3
_FORMAT: Final = "%(asctime)s %(levelname)s %(process)d %(name)s:%(lineno)d %(message)s"
_ROOT: Final = Path(__file__).parent


class PrivacyFilter(logging.Filter):
    """Lets through what cannot hold personal data: our literal sentences, numbers, places."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record to its safe part; it is never dropped whole."""
        ours = record.name == _OURS or record.name.startswith(f"{_OURS}.")
        args = record.args if isinstance(record.args, tuple) else (record.args,)
        numbers = all(isinstance(value, int | float) for value in args if value is not None)
        if not ours or not isinstance(record.msg, str):
            record.msg, record.args = "(message withheld)", ()
        elif record.args and not numbers:
            record.args = ()
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            record.msg = f"{record.msg}\n{safe_traceback(kind, trace)}"
            record.args = ()
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def safe_traceback(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened and the kind of error: no message, no source line, no local value."""
    lines = [
        f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*lines, f"  {kind.__module__}.{kind.__qualname__}"])


def _place(filename: str) -> str:
    path = Path(filename)
    inside = path.is_relative_to(_ROOT)
    return path.relative_to(_ROOT).as_posix() if inside else path.name


def start(directory: Path) -> None:
    """Log to a rotating file in the data directory (readable by its owner only)."""
    handler: logging.Handler
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = directory / NAME
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        handler = RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:  # a log that cannot be written must not keep the desk closed
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(PrivacyFilter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)
