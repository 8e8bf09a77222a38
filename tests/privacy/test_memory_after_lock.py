"""After the hard lock no process of the program knows a password, the key or a name (§7, row 17).

The real supervisor, log-in and session run in their own processes, on an invisible screen; hands
in `memory_role.py` type. What they held is looked for in /proc/<pid>/mem. The planted fault is the
log-in and the session before the lock: the same scan must find everything there.

The processes make themselves unreadable (PR_SET_DUMPABLE), so only whoever has CAP_SYS_PTRACE, as
root usually does, can scan them. For anybody else the kernel's refusal is the answer that is
tested: no other program of that user can look either.
"""

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.domain.fold import fold
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now
from kentro_app.domain.roles import Role
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.services.registry import Registration, register
from kentro_app.services.transaction import perform
from kentro_app.vault.kdf import PRODUCTION
from tests.privacy.memory import alive, family, found_in, may_look

ROOT = Path(__file__).parents[2]
PATIENCE, BEAT = 60, 0.05
PASSWORD = "καναρινι τσιροκοσμος θυμαρακι ζαχαρουλα λεμονανθοι"
WAITING, SEARCHED = ("Καναρινοπούλου", "Θεοφανώ"), ("Τσιχλογιάννης", "Ερυθροδάνης")
MAY_LOOK = may_look()


@dataclass(frozen=True)
class Scans:
    """What was found in whom; None where the kernel let nobody look."""

    log_in: set | None
    session: set | None
    after: dict
    ended: bool
    everything: set


@pytest.fixture(scope="module")
def scans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hands")
    data_dir = tmp_path_factory.mktemp("centre") / "data"
    wanted = make_centre(data_dir)
    (folder / "password").write_text(PASSWORD, "utf-8")
    (folder / "typed").write_text(f"{WAITING[0]}\n{SEARCHED[0]} {SEARCHED[1]}\n", "utf-8")
    with (folder / "errors").open("wb") as errors:
        program = start(folder, data_dir, errors)
    try:
        yield look_around(Watched(program, folder), wanted)
    finally:
        program.kill()  # the roles end with their supervisor
        program.wait(PATIENCE)


def test_the_scan_finds_the_password_where_it_is_typed(scans):
    assert scans.log_in == ({"password"} if MAY_LOOK else None)


def test_the_scan_finds_key_and_names_in_the_session_before_the_lock(scans):
    assert scans.session == (scans.everything - {"password"} if MAY_LOOK else None)


def test_after_the_lock_supervisor_log_in_and_session_know_nothing(scans):
    refused = {pid for pid, found in scans.after.items() if found is None}

    assert len(scans.after) == 3
    assert all(not found for found in scans.after.values())
    assert not (refused and MAY_LOOK)


def test_whoever_held_the_secrets_has_ended(scans):
    assert scans.ended


def make_centre(data_dir):
    """A centre with two people; gives what must not be found, by name."""
    founded = found_centre(
        data_dir, Founding("petroupoli", "eleni", "Ε. Μ.", PASSWORD), policy=PRODUCTION
    )
    raw = bytes(founded.key.buffer)
    who = Identity(founded.user.id, founded.user.name, Role.ADMINISTRATOR)
    centre = open_centre(data_dir, who, founded.key)
    perform(centre.store.begin, fill)
    centre.close()
    names = {name: shapes(name) for name in (*WAITING, *SEARCHED)}
    return {**names, "password": shapes(PASSWORD), "key": {raw}, "key in hex": hexes(raw)}


def fill(work):
    """Both are known; one waits already, the other will be searched for and checked in."""
    moment = now()
    people = [
        register(work, Registration(new_id(), surname, given_name), now=moment).person
        for surname, given_name in (WAITING, SEARCHED)
    ]
    check_in(work, CheckIn(new_id(), people[0].id), now=moment)


def shapes(text):
    """As typed, in capitals and as it is searched for; as Python, Qt and files hold it."""
    forms = {text, text.upper(), fold(text)}
    return {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le")}


def hexes(raw):
    return shapes(raw.hex()) | {raw.hex().upper().encode()}


def start(folder, data_dir, errors):
    script = str(Path(__file__).with_name("memory_role.py"))
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, script, "supervise", str(folder), str(data_dir)],
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        stderr=errors,
    )


@dataclass(frozen=True)
class Watched:
    """The running program and the folder in which its hands leave word."""

    program: subprocess.Popen
    folder: Path

    def await_word(self, name):
        end = time.monotonic() + PATIENCE
        while not (self.folder / name).exists():
            with suppress(subprocess.TimeoutExpired):
                self.program.wait(BEAT)
            lives = self.program.returncode is None and time.monotonic() < end
            assert lives, f"no {name}: {(self.folder / 'errors').read_text()}"

    def pid_of(self, name):
        return int((self.folder / f"{name}.pid").read_text())


def look_around(watched, wanted):
    """Log in, work, lock; look into the processes in between."""
    watched.await_word("login-1.typed")
    log_in = watched.pid_of("login-1")
    with_password = look(log_in, wanted)
    (watched.folder / "enter").touch()
    watched.await_word("session-1.worked")
    session = watched.pid_of("session-1")
    with_key = look(session, wanted)
    (watched.folder / "lock").touch()
    watched.await_word("login-2.waits")
    watched.await_word("session-2.warm")
    after = {pid: look(pid, wanted) for pid in family(watched.program.pid)}
    ended = not alive(log_in) and not alive(session)
    return Scans(with_password, with_key, after, ended, set(wanted) - {"key in hex"})


def look(pid, wanted):
    try:
        return found_in(pid, wanted)
    except PermissionError:
        return None
