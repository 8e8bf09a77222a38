"""A hardened process leaves no core and is not read by other programs of the same user."""

import os
import subprocess
import sys

HARDENED = """
import sys
from kentro_app.vault.hardening import harden_process
done = harden_process()
assert done == harden_process()
if sys.platform == "linux":
    import ctypes, resource
    assert done.no_core_dump and done.unreadable
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    assert ctypes.CDLL(None).prctl(3) == 0  # PR_GET_DUMPABLE
print("hardened")
"""


def test_a_process_can_be_hardened():
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}

    done = subprocess.run(
        [sys.executable, "-c", HARDENED], capture_output=True, text=True, env=environment
    )

    assert (done.stdout.strip(), done.stderr) == ("hardened", "")
