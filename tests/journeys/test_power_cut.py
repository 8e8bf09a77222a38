"""Domain §9, script 14: the plug is pulled while somebody types. The system's own part of a power
cut – what the disk had not got yet – is tests/durability's; here it is the program's."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import monotonic

from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.moments import now
from kentro_app.services import drafts
from kentro_app.services.transaction import ask
from tests.journeys.days import found, logged_in
from tests.journeys.writer import SAVED

ROOT = Path(__file__).parents[2]
TYPING = 7.5  # seconds until the plug is pulled
LOST = 5.0  # seconds of typing that may be lost
AT_LEAST = 20  # letters, or the typist was too slow to prove anything


def type_until_killed(folder):
    """Letters with the moment each was typed, tickets given, and the moment of the kill."""
    letters, tickets, killed = [], [], None
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.writer", str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stdout:
            said = line.strip()
            if said.isdecimal():
                letters.append((int(said), monotonic()))
            elif said.startswith("A-"):
                tickets.append(said)
            if killed is None and letters and monotonic() - letters[0][1] > TYPING:
                process.kill()
                killed = monotonic()
    return letters, tickets, killed


def test_what_was_typed_more_than_five_seconds_ago_is_there(tmp_path):
    folder = tmp_path / "centre"
    found(folder, now() - timedelta(days=1))
    letters, tickets, killed = type_until_killed(folder)
    safe = max(number for number, at in letters if killed - at > LOST)
    assert len(letters) > AT_LEAST, "the typist was too slow to prove anything"

    with logged_in(folder, now()) as world:
        (draft,) = ask(world.centre.store.view, drafts.mine)
        held = json.loads(draft.content)
        checks = verify_centre(folder, world.centre.key)
        with world.centre.store.view() as work:
            person = work.persons.find("Παπαδοπούλου", 1)[0]
            file = work.persons.file(person.id)
            rows = work.visits.of_day(today(work))

        assert len(held["street"]) >= safe
        assert draft.cursor == f"street:{len(held['street'])}"
        assert file.person.father_name == SAVED
        assert file.addresses == ()
        assert [check.detail for check in checks if not check.ok] == []
        codes = [row.visit.ticket for row in rows]
        assert codes == list(range(1, len(codes) + 1))
        assert {f"A-{ticket:03d}" for ticket in codes} >= set(tickets)


def today(work):
    return work.sites.here().local_day(now())
