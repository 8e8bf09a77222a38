"""The command as its own process: killed, cut off, interrupted – what was answered is there."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.cli.desk import PASSWORD, lines

PROGRAM = (
    "import sys; from kentro_app.bootstrap.admin import AdminEnvironment; "
    "from tests.cli.desk import CHEAP; from kentro_app.bootstrap import admin; "
    "admin.AdminEnvironment = lambda: AdminEnvironment(CHEAP); sys.exit(admin.main())"
)
NOBODY = {"anonymous": {"sex": "F", "age_band": "30-54"}, "channel": "in_person"}
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))


def started(terminal, *words):
    """`kentro-admin` in a process without a terminal, with passwords that cost nothing."""
    paths = os.pathsep.join([os.path.join(ROOT, "src"), ROOT])
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--lang", "en", "--data-dir", str(terminal.data), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths, "KENTRO_PASSWORD": PASSWORD},
        start_new_session=True,
    )


def tell(process, n):
    """Send `n` check-ins, one by one; gives the ids that were answered."""
    answered = []
    for _visit in range(n):
        process.stdin.write(lines(NOBODY).encode())
        process.stdin.flush()
        answered.append(json.loads(process.stdout.readline())["visit"])
    return answered


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_every_answered_check_in_survives_a_killed_process(admin, how):
    admin.now = None  # the process goes by the machine's clock
    process = started(admin, "checkin", "--file", "-")
    answered = tell(process, 25)
    process.stdin.write(lines(*[NOBODY] * 40).encode())
    process.stdin.flush()

    process.send_signal(getattr(signal, how))
    rest, _errors = process.communicate(timeout=60)

    answered += [json.loads(line)["visit"] for line in rest.splitlines() if line.endswith(b"}")]
    listed = started(admin, "visit", "list", "--json").communicate(timeout=60)[0]
    kept = [visit["visit"] for visit in json.loads(listed)]
    assert kept[: len(answered)] == answered
    assert len(kept) <= len(answered) + 1  # at most one was committed and not yet answered


def test_ctrl_c_ends_quietly(admin):
    process = started(admin, "checkin", "--file", "-")
    tell(process, 1)

    process.send_signal(signal.SIGINT)
    _out, errors = process.communicate(timeout=60)

    assert (process.returncode, errors) == (130, b"")


def test_a_reader_that_leaves_ends_the_stream_quietly(admin):
    process = started(admin, "checkin", "--file", "-")
    tell(process, 1)

    process.stdout.close()
    process.stdin.write(lines(*[NOBODY] * 3).encode())
    process.stdin.close()

    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


def test_without_a_terminal_nobody_is_asked(admin):
    process = started(admin, "visit", "list", "--json")
    process.communicate(timeout=60)
    unasked = subprocess.run(
        [
            sys.executable,
            "-m",
            "kentro_app.bootstrap.admin",
            "--data-dir",
            admin.data,
            "visit",
            "list",
        ],
        env={k: v for k, v in os.environ.items() if not k.startswith("KENTRO")}
        | {"PYTHONPATH": os.path.join(ROOT, "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
        timeout=60,
    )

    assert process.returncode == 0
    assert unasked.returncode == 2
    assert b"KENTRO_PASSWORD" in unasked.stderr


def test_help_is_there_at_once_and_loads_neither_vault_nor_store():
    script = (
        "import sys; sys.argv = ['kentro-admin', '--help']\n"
        "from kentro_app.bootstrap import admin\n"
        "try:\n    admin.main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('sqlalchemy', 'cryptography', 'argon2', 'reportlab', 'phonenumbers', 'PySide6')\n"
        "sys.stderr.write(','.join(name for name in heavy if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.path.join(ROOT, "src")},
        capture_output=True,
        check=True,
        timeout=60,
    )

    assert b"sign-in-sheet" in done.stdout
    assert done.stderr == b""
