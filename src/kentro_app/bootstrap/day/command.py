"""The command: where the demo centre comes from, what is left in the folder, the exit code."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kentro_app import logs, settings
from kentro_app.bootstrap.day.camera import Camera
from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.player import Player
from kentro_app.bootstrap.day.programme import DAY
from kentro_app.bootstrap.demo import is_demo, make_demo
from kentro_app.cli.context import DemoOrder
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.moments import Clock, now
from kentro_app.gui.app import make_app, set_icon
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.launcher import InstanceLock, InUse

DONE, FAILED, USAGE, UNAVAILABLE = 0, 1, 2, 3
RECORD = "day.json"
_ZONE = ZoneInfo("Europe/Athens")
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
        with _centre(given) as directory:
            return _drive(app, directory, arguments)
    except InUse:
        return _refuse(_("The program is already open on this data."), UNAVAILABLE)
    except Unavailable as error:
        return _refuse(explain(error), UNAVAILABLE)
    except OSError as error:
        return _refuse(str(error), UNAVAILABLE)


@contextmanager
def _centre(given: Path | None) -> Iterator[Path]:
    """The demo centre that was named, or a fresh one that is gone afterwards."""
    if given is not None:
        lock = InstanceLock(str(given))
        lock.take()
        try:
            yield given
        finally:
            lock.release()
        return
    with TemporaryDirectory(prefix="kentro-day-") as folder:
        directory = Path(folder) / "centre"
        _tell(_("Making a small demo centre …"))
        make_demo(DemoOrder(directory, people=_PEOPLE, visits=_VISITS, seed=_SEED))
        yield directory


def _drive(app: QApplication, directory: Path, arguments: Namespace) -> int:
    logs.start(directory)
    drive = Drive(
        directory=directory,
        out=arguments.out,
        language=arguments.lang or "el",
        clock=_this_day(now()),
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
        "language": drive.language,
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (drive.out / RECORD).write_text(f"{text}\n", encoding="utf-8")


def _this_day(began: datetime) -> Clock:
    """The clock, which stands still at midnight: the day that was begun is the one that is left."""
    midnight = datetime.combine(began.astimezone(_ZONE).date(), datetime.max.time(), _ZONE)
    last = (midnight - timedelta(seconds=1)).astimezone(began.tzinfo)
    return lambda: min(now(), last)


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
