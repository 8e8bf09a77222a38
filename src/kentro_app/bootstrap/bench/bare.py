"""A bare Qt window: shown, painted, left alone for a second. Says how much memory it has."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kentro_app.bootstrap.bench.memory import own_mib


def main() -> int:
    """Show it, wait, tell."""
    app = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(1000, app.quit)
    app.exec()
    sys.stdout.write(json.dumps({"mib": own_mib()}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
