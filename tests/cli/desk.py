"""A centre on the command line: commands run in this process, with passwords that cost nothing."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

from kentro_app.bootstrap.admin import AdminEnvironment
from kentro_app.cli.context import Streams
from kentro_app.cli.main import run
from kentro_app.vault.kdf import KdfParameters, KdfPolicy

CHEAP = KdfPolicy(floor=KdfParameters(64, 2, 1), chosen=KdfParameters(64, 2, 1))
PASSWORD = "ποταμι βουνο λεμονι φεγγαρι"
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self):
        """Standard output, which holds one JSON document and nothing else."""
        return json.loads(self.out)

    @property
    def lines(self):
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Terminal:
    """Somebody at a keyboard in a folder."""

    folder: Path
    environ: dict = field(default_factory=lambda: {"KENTRO_PASSWORD": PASSWORD})
    answers: list = field(default_factory=list)
    now: datetime = MONDAY

    @property
    def data(self):
        return self.folder / "centre"

    def __call__(self, *words, stdin=b"", lang="en"):
        """Run a command on the centre of this folder."""
        out, err = StringIO(), StringIO()
        ask = (lambda _prompt: self.answers.pop(0)) if self.answers else None
        source = BytesIO(stdin.encode() if isinstance(stdin, str) else stdin)
        environment = AdminEnvironment(CHEAP, lambda: self.now)
        environment.start_log = lambda _directory: None
        options = ["--lang", lang, "--data-dir", str(self.data)]
        streams = Streams(source, out, err, self.environ, ask)
        return Said(
            run([*options, *map(str, words)], environment, streams), out.getvalue(), err.getvalue()
        )

    def json(self, *words, **more):
        """Run a command with `--json`."""
        return self(*words, "--json", **more)

    def person(self, **fields):
        """Register somebody; gives the id."""
        said = self("person", "add", "--file", "-", stdin=json.dumps(fields))
        return said.lines[0]["id"]


def lines(*objects):
    """JSON lines."""
    return "".join(json.dumps(thing, ensure_ascii=False) + "\n" for thing in objects)
