"""One clear sentence in a window, for a start that cannot go on."""

import sys
from argparse import Namespace

from PySide6.QtWidgets import QMessageBox

from kentro_app import settings
from kentro_app.gui.app import make_app
from kentro_app.gui.messages import explain_code
from kentro_app.i18n import _
from kentro_app.launcher import IN_USE


def run(arguments: Namespace) -> int:
    """Say why, on standard error and in a window; the exit code is that of the contract."""
    known = settings.load(arguments.data_dir)
    app = make_app(
        language=arguments.lang or known.language,
        theme=known.theme,
        text_percent=known.text_percent,
    )
    words = explain_code(arguments.message)[1]
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
    if app.platformName() != "offscreen":
        QMessageBox(QMessageBox.Icon.Information, _("Kentro"), words).exec()
    return IN_USE
