"""Making papers leaves nothing on the disk: not for a moment, not in a temporary folder.

Each case runs in a process of its own, whose audit hook ends it at the first file opened for
writing, and whose home, working and temporary folders must be empty afterwards: the hook sees
what Python does, the folders show what pdfium does.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUARD = """
import os, sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND

def refuse(event, arguments):
    if event == "open":
        _path, mode, flags = arguments
        wanted = set("wax+") & set(mode or "") or (flags or 0) & WRITING
        if wanted:
            os.write(2, b"opened for writing")
            os._exit(7)
    elif event in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp"):
        os.write(2, event.encode())
        os._exit(7)

sys.addaudithook(refuse)
"""
USE = """
from tests.reports.builders import busy, greek
from kentro_app.i18n import speak
speak(greek())
"""
CASES = {
    "pdf": "from kentro_app.reports.signin_pdf import sign_in_pdf as make; make(busy(60))",
    "xlsx": "from kentro_app.reports.tables import sign_in_xlsx as make; make(busy(60))",
    "csv": "from kentro_app.reports.tables import sign_in_csv as make; make(busy(60))",
    "card": (
        "from tests.reports.test_card import CARD\n"
        "from kentro_app.reports.card import recovery_card; recovery_card(CARD)"
    ),
    "preview": (
        "from kentro_app.reports.signin_pdf import sign_in_pdf\n"
        "from kentro_app.reports.render import page_images, page_texts\n"
        "made = sign_in_pdf(busy(30)); list(page_images(made, 96)); page_texts(made)"
    ),
}
# What XlsxWriter does unless it is told otherwise: must be caught, or the guard sees nothing.
FAULT = (
    "from kentro_app.reports import tables; tables._OPTIONS['in_memory'] = False\n"
    "tables.sign_in_xlsx(busy(60))"
)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME", "USERPROFILE"), str(folder))
    search = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return subprocess.run(
        [sys.executable, "-B", "-c", GUARD + USE + code],
        cwd=folder,
        env={**os.environ, **places, "PYTHONPATH": search},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("code", CASES.values(), ids=CASES.keys())
def test_no_file_is_written_anywhere(code: str, tmp_path: Path):
    ended = run(code, tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(tmp_path.rglob("*")) == []


def test_a_workbook_that_passes_through_a_temporary_file_is_caught(tmp_path: Path):
    ended = run(FAULT, tmp_path)

    assert ended.returncode == 7
