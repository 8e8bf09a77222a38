"""The program's own processes, started with hands that type: a script of test_memory_after_lock.

`memory_role.py supervise FOLDER DATA_DIR` is the real supervisor; it starts this file again for
each role, which plays the real role with the hands of `memory_hands`.
"""

import sys
from pathlib import Path

from kentro_app import __main__ as program
from kentro_app.launcher import supervise


def main():
    if sys.argv[1] == "supervise":
        folder, data_dir = sys.argv[2:]
        return supervise(data_dir, ("--lang", "el"), starting_in(folder))
    from tests.privacy.memory_hands import give_hands  # noqa: PLC0415 - no Qt in the supervisor

    role, folder = sys.argv[2], Path(sys.argv[4])
    give_hands(role, folder)
    sys.argv = ["kentro", "--role", role, *sys.argv[5:]]
    return program.main()


def starting_in(folder):
    def make(role, arguments):
        return [sys.executable, __file__, "--role", role, "--in", folder, *arguments]

    return make


if __name__ == "__main__":
    sys.exit(main())
