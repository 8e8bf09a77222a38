"""Who comes for what is read in few places, and each of them asks who wants to know."""

import ast
from dataclasses import replace

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor
from tests.architecture.code import Function, files, nodes, tree

FOLDERS = tuple(f"src/kentro_app/{name}" for name in ("services", "cli", "gui"))
ASKED = {"SEE_SERVICE", "RECORD_CONTACT"}
SHOWS_NOTHING = {
    "corrections.set_person",  # looks for a contradiction, and says only that there is one
    "corrections.join",  # moves what is there from one visit to the other
    "corrections.take_back",
    "contacts.anonymous",  # reads back what was written a line before
}
_STORES = ("contacts", "requests")
_WRITES = {"put", "put_subject", "add", "save"}


def test_lists_of_visits_come_through_discretion_only():
    direct = [
        place
        for place, call in nodes(ast.Call, *FOLDERS)
        if _is_of(call, "visits", "of_day") and "services/discretion.py" not in place
    ]  # fmt: skip

    assert direct == []


def test_screens_and_commands_read_no_contacts_past_the_services():
    direct = [
        place
        for place, call in nodes(ast.Call, "src/kentro_app/cli", "src/kentro_app/gui")
        if any(_is_of(call, store) for store in _STORES)
    ]

    assert direct == []


def test_whoever_reads_contacts_or_requests_asks_first():
    found = {
        name for path in files("src/kentro_app/services") for name in unasked(path.stem, tree(path))
    }

    assert found - SHOWS_NOTHING == set()  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_whoever_writes_contacts_down_may_see_what_they_are_about(role):
    actor = Actor(new_id(), "x", role, new_id())

    for one in (actor, replace(actor, desk_mode=True)):
        assert not may(one, Permission.RECORD_CONTACT) or may(one, Permission.SEE_SERVICE)


def test_a_reading_function_that_asks_nobody_is_found():
    planted = ast.parse(
        "def open(work):\n    return _read(work)\n"
        "def _read(work):\n    return work.contacts.of_visit(1)\n"
        "def asks(work):\n    require(work.actor, Permission.SEE_SERVICE)\n    return _read(work)\n"
    )

    assert unasked("planted", planted) == {"planted.open"}


def test_a_direct_list_of_visits_is_found():
    call = ast.parse("work.visits.of_day(day)").body[0].value

    assert _is_of(call, "visits", "of_day")
    assert not _is_of(ast.parse("work.prints.of_day(day)").body[0].value, "visits", "of_day")


def unasked(module, source):
    """The public functions of a module that read what somebody comes for and ask nobody."""
    functions = {node.name: node for node in source.body if isinstance(node, Function)}
    found = set()
    for name in functions:
        reached = _reached(name, functions)
        reads = any(_reads(functions[inner]) for inner in reached)
        asks = any(_asks(functions[inner]) for inner in reached)
        if not name.startswith("_") and reads and not asks:
            found.add(f"{module}.{name}")
    return found


def _reached(name, functions):
    reached, ahead = set(), [name]
    while ahead:
        at = ahead.pop()
        if at not in reached:
            reached.add(at)
            names = {n.id for n in ast.walk(functions[at]) if isinstance(n, ast.Name)}
            ahead += names & functions.keys()
    return reached


def _reads(function):
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(
        _is_of(call, store) and call.func.attr not in _WRITES for call in calls for store in _STORES
    )


def _asks(function):
    return any(isinstance(n, ast.Attribute) and n.attr in ASKED for n in ast.walk(function))


def _is_of(call, store, method=""):
    """Whether it is `work.<store>.<method>(…)`."""
    match call.func:
        case ast.Attribute(attr=name, value=ast.Attribute(attr=of, value=ast.Name(id="work"))):
            return of == store and (not method or name == method)
    return False
