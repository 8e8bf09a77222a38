"""`kentro-admin --desk-mode` says and writes nothing of what anybody comes for.

Planted fault: the same commands without desk mode say every class of secret.
"""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdfium2 import PdfDocument

from kentro_app.services.sheets_model import Layout, NameStyle
from tests.cli.desk import Terminal
from tests.gui.offices import NINE, world
from tests.privacy.desk_reading import found
from tests.privacy.desk_secrets import CODE, SECRETS, SURNAME, plant
from tests.vault.keys import ADMIN_PASSWORD

MONDAY = "2026-11-23"
NEVER_SAID = {"a draft of somebody else"}
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture
def terminal(tmp_path):
    """A shell on a centre full of secrets, and the visits in it."""
    with world(tmp_path / "centre") as office:
        visits = plant(office.centre, NINE)
        everybody = [row.visit for row in office.rows()]
    shell = Terminal(tmp_path, {"KENTRO_PASSWORD": ADMIN_PASSWORD}, now=NINE)
    return shell, visits, everybody


def test_no_command_says_any_of_it_in_desk_mode(terminal):
    shell, visits, everybody = terminal

    said = everything(shell, visits, everybody, "--desk-mode")

    assert any(SURNAME in words for words in said)  # the commands do answer
    assert found(said, SECRETS) == {}


def test_out_of_desk_mode_the_same_commands_say_every_class(terminal):
    shell, visits, everybody = terminal

    said = everything(shell, visits, everybody)

    assert SECRETS.keys() - found(said, SECRETS).keys() <= NEVER_SAID


def everything(shell, visits, everybody, *mode):
    """What all commands that list, show or write something say, as words and as JSON."""
    said = set()
    for words in (*commands(visits, everybody, drafts(shell)), *changes(visits)):
        for json_too in ((), ("--json",)):
            answer = shell(*words[0], *json_too, *mode, stdin=words[1], lang="el")
            said |= {answer.out, answer.err}
    return said | papers(shell, mode)


def commands(visits, everybody, ids):
    """Everything that only looks."""
    yield from (
        (one.split(), "")
        for one in (
            f"visit list --date {MONDAY}",
            "today",
            "draft list",
            "contact due --until 2026-12-31",
            "catalogue list",
            "room list",
            "user list",
            "audit list",
            "audit export",
            "audit verify",
            f"person find {SURNAME}",
            "person find 6944440817",
            "person find 2026",
            "verify",
        )
    )
    for visit in [*visits, *everybody]:
        yield ["visit", "show", visit.id], ""
        yield ["visit", "history", visit.id], ""
        yield ["contact", "show", visit.id], ""
        yield ["person", "show", visit.person_id], ""
        yield ["person", "history", visit.person_id], ""
    for draft in ids:
        yield ["draft", "show", draft], ""


def changes(visits):
    """What changes something answers too, and refuses with words."""
    first, second, _third = visits
    yield ["visit", "for", first.id, "psalidokeri"], ""
    yield ["visit", "call-again", first.id], ""
    yield ["visit", "correct", first.id, "--file", "-"], json.dumps({"person": "none"})
    yield ["visit", "correct", first.id, "--file", "-"], json.dumps({"double": str(second.id)})
    yield ["contact", "record", first.id, "--file", "-"], json.dumps({"note": "x"})
    yield ["checkin", "--file", "-"], json.dumps({"person": str(first.person_id), "for": "nobody"})
    yield ["checkin", "--file", "-"], json.dumps({"anonymous": {}, "requests": [f"{CODE}1"]})
    like = {"surname": SURNAME, "given_name": "Ελένη"}
    yield ["person", "add", "--file", "-"], json.dumps(like)
    typed = {"code": "A-001", "arrived": "09:00"}
    yield ["paper-day", "--day", MONDAY, "--file", "-"], json.dumps(typed)


def drafts(shell):
    """Their ids, as somebody who may see them all finds them."""
    return [one["draft"] for one in shell.json("draft", "list").document]


def papers(shell, mode):
    """The words of every paper in every form, and what is said while it is made."""
    said = set()
    for layout in Layout:
        for kind in ("pdf", "xlsx", "csv"):
            for names in NameStyle:
                file = shell.folder / f"{layout.value}-{names.value}-{len(mode)}.{kind}"
                options = ["--layout", layout.value, "--names", names.value, "--date", MONDAY]
                answer = shell("sign-in-sheet", *options, "--out", file, *mode, lang="el")
                said |= {answer.out, answer.err, _words(file)}
    file = shell.folder / f"kit-{len(mode)}.pdf"
    answer = shell("paper-kit", "--out", file, *mode, lang="el")
    return said | {answer.out, answer.err, _words(file)}


def _words(file):
    if not file.exists():
        return ""
    content = file.read_bytes()
    if file.suffix == ".pdf":
        document = PdfDocument(content)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return "\n".join(pages)
    if file.suffix == ".xlsx":
        with ZipFile(BytesIO(content)) as book:
            return "\n".join(_TAG.sub(" ", book.read(n).decode()) for n in book.namelist())
    return content.decode("utf-8-sig")
