"""The command: where the demo centre comes from, what is left in the folder, the exit code."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kentro_app import logs, settings
from kentro_app.bootstrap.day.camera import Camera
from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.player import Player
from kentro_app.bootstrap.day.programme import DAY
from kentro_app.bootstrap.demo import make_demo
from kentro_app.bootstrap.demo_mark import is_demo
from kentro_app.cli.context import DemoOrder
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.moments import Clock, now
from kentro_app.gui.app import make_app, set_icon
from kentro_app.gui.messages import explain_code
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.launcher import InstanceLock, InUse

DONE, FAILED, USAGE, UNAVAILABLE = 0, 1, 2, 3
RECORD = "day.json"
_ZONE, _LATE_MORNING = ZoneInfo("Europe/Athens"), time(11, 40)
_NO_WINDOW_MANAGER = "This plugin does not support"
_PEOPLE, _VISITS, _SEED = 240, 900, 1


def run(arguments: Namespace) -> int:
    """Drive the day. 0: every step led where it should; 1: one did not, or no demo centre."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_qt_says)
    app = make_app(language=arguments.lang or "el", theme="light", text_percent=100)
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)
    set_icon(app)
    if arguments.out is None:
        return _refuse(_("Please say where to leave the files: --offscreen --out DIR"), USAGE)
    given: Path | None = arguments.data_dir
    if given is not None and not is_demo(given):
        words = _("“{path}” holds no demo centre; a real one is never driven by a programme.")
        return _refuse(words.format(path=given), FAILED)
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        with _centre(given) as centre:
            return _drive(centre, arguments)
    except InUse:
        return _refuse(explain_code("already_open")[1], UNAVAILABLE)
    except Unavailable as error:
        return _refuse(explain(error), UNAVAILABLE)
    except OSError as error:
        return _refuse(str(error), UNAVAILABLE)


@contextmanager
def _centre(given: Path | None) -> Iterator[tuple[Path, Clock]]:
    """The demo centre that was named, or a fresh one that is gone afterwards; and its clock."""
    if given is not None:
        lock = InstanceLock(str(given))
        lock.take()
        try:
            yield given, now
        finally:
            lock.release()
        return
    clock = _late_morning(now())
    with TemporaryDirectory(prefix="kentro-day-") as folder:
        directory = Path(folder) / "centre"
        _tell(_("Making a small demo centre …"))
        order = DemoOrder(directory, people=_PEOPLE, visits=_VISITS, seed=_SEED)
        make_demo(order, clock=clock)
        yield directory, clock


def _drive(centre: tuple[Path, Clock], arguments: Namespace) -> int:
    directory, clock = centre
    logs.start(directory)
    drive = Drive(
        directory=directory,
        out=arguments.out,
        language=arguments.lang or "el",
        clock=clock,
        camera=Camera(arguments.out),
        known=settings.load(directory),
    )
    player = Player(drive, _tell)
    try:
        player.play(DAY)
    finally:
        _keep(drive, player)
    return DONE if player.ok else FAILED


def _keep(drive: Drive, player: Player) -> None:
    record: dict[str, Any] = {
        "ok": player.ok,
        "steps": player.record(),
        "visits": len(drive.left),
        "persons": len(drive.met),
        "pictures": drive.camera.pictures,
        "sheet": drive.sheet,
        "papers": drive.papers,
        "language": drive.language,
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (drive.out / RECORD).write_text(f"{text}\n", encoding="utf-8")


def _late_morning(began: datetime) -> Clock:
    """A clock that shows today, but begins at 11:40: a full desk at any hour, and no midnight."""
    begins = datetime.combine(began.astimezone(_ZONE).date(), _LATE_MORNING, _ZONE)
    ahead = begins.astimezone(began.tzinfo) - began
    return lambda: now() + ahead


def _refuse(words: str, code: int) -> int:
    _tell(words)
    return code


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _qt_says(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """An invisible screen has no window manager, and says so at every turn."""
    if not words.startswith(_NO_WINDOW_MANAGER):
        _tell(words)
