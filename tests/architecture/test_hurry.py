"""Only the demo, while it is being built, may be written without waiting for the disk."""

from tests.architecture.code import PACKAGE


def test_nobody_but_the_demo_writes_without_waiting_for_the_disk():
    callers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if ".hurry()" in path.read_text("utf-8")
    }

    assert callers == {"bootstrap/demo.py"}
