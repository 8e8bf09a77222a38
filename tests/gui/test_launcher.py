"""The supervisor with tiny roles: scripts that note what they were given and exit as told."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from kentro_app.launcher import BUG, QUIT, InstanceLock, InUse, supervise

PATIENCE = 20


class Roles:
    """Commands for the supervisor: each start of a role takes the next script of its list."""

    def __init__(self, folder):
        self.folder = folder
        self.scripts = {"login": [], "session": []}
        self.started = []

    def add(self, role, text):
        self.scripts[role].append(dedent(text))

    def __call__(self, role, arguments):
        self.started.append((role, list(arguments)))
        return [sys.executable, "-c", self.scripts[role].pop(0)]


@pytest.fixture
def roles(tmp_path):
    return Roles(tmp_path)


LETS_IN = "import os, sys; os.write(1, b'k' * 40); sys.exit(20)"
LEAVES = "import sys; sys.exit(0)"
WAITS = "import os; os.read(0, 1)"


def session(code):
    return f"import os, sys; data = os.read(0, 64); sys.exit({code} if len(data) == 40 else 99)"


def messages(roles):
    return [
        arguments[arguments.index("--message") + 1]
        for _, arguments in roles.started
        if "--message" in arguments
    ]


def test_the_key_goes_from_the_log_in_to_the_session(roles, tmp_path):
    roles.add("login", LETS_IN)
    roles.add("session", session(QUIT))

    assert supervise(str(tmp_path), (), roles) == QUIT


def test_a_lock_brings_the_log_in_back(roles, tmp_path):
    for code in (10, QUIT):
        roles.add("login", LETS_IN)
        roles.add("session", session(code))

    assert supervise(str(tmp_path), (), roles) == QUIT
    assert [role for role, _ in roles.started] == ["login", "session"] * 2
    assert messages(roles) == []


def test_leaving_the_log_in_ends_the_waiting_session(roles, tmp_path):
    roles.add("login", LEAVES)
    roles.add("session", WAITS)

    assert supervise(str(tmp_path), (), roles) == QUIT


@pytest.mark.parametrize(
    ("ending", "reason"),
    [("sys.exit(16)", "disk_full"), ("os.kill(os.getpid(), 9)", "session_crashed")],
)
def test_the_log_in_is_told_why_the_session_ended(roles, tmp_path, ending, reason):
    roles.add("login", LETS_IN)
    roles.add("session", f"import os, sys; os.read(0, 64); {ending}")
    roles.add("login", LEAVES)
    roles.add("session", WAITS)

    assert supervise(str(tmp_path), (), roles) == QUIT
    assert messages(roles) == [reason]


def test_a_session_that_cannot_live_does_not_flicker_for_ever(roles, tmp_path):
    for _ in range(3):
        roles.add("login", LETS_IN)
        roles.add("session", "import sys; sys.exit(1)")

    assert supervise(str(tmp_path), (), roles) == BUG


def test_options_reach_both_roles_and_no_secret_is_among_the_arguments(roles, tmp_path):
    roles.add("login", LETS_IN)
    roles.add("session", session(QUIT))

    supervise(str(tmp_path), ("--lang", "el"), roles)

    for _, arguments in roles.started:
        assert arguments == ["--data-dir", str(tmp_path), "--lang", "el"]


def test_a_second_instance_on_the_same_data_is_refused(roles, tmp_path):
    first = InstanceLock(str(tmp_path))
    first.take()

    with pytest.raises(InUse):
        supervise(str(tmp_path), (), roles)

    first.release()
    assert roles.started == []


SUPERVISOR = """
    import sys
    from pathlib import Path
    from kentro_app.launcher import supervise
    folder = Path(sys.argv[1])
    role = (
        "import os, sys; from pathlib import Path;"
        "here = Path({folder!r}) / '{role}'; here.with_suffix('.on').write_text(str(os.getpid()));"
        "os.write(1, b'up'); os.read(0, 1); here.with_suffix('.off').touch()"
    )
    def make(name, arguments):
        return [sys.executable, "-c", role.format(folder=str(folder), role=name)]
    supervise(str(folder), (), make)
"""


def test_no_role_outlives_a_killed_supervisor(qtbot, tmp_path):
    source = str(Path(__file__).parents[2] / "src")
    parent = subprocess.Popen(
        [sys.executable, "-c", dedent(SUPERVISOR), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": source},
    )
    qtbot.waitUntil(lambda: (tmp_path / "login.on").exists(), timeout=PATIENCE * 1000)

    parent.kill()
    parent.wait(PATIENCE)

    qtbot.waitUntil(lambda: (tmp_path / "login.off").exists(), timeout=PATIENCE * 1000)
    lock = InstanceLock(str(tmp_path))
    lock.take()  # and the data directory is free again
    lock.release()
