"""What a command is given: its arguments, the world, and where to speak."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TextIO
from zoneinfo import ZoneInfo

from kentro_app.domain.moments import Clock
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import Site
from kentro_app.services.key_ports import Keys
from kentro_app.services.ports import Begin
from kentro_app.services.sheets_model import AnySheet, KitPaper, RecoveryCardContent
from kentro_app.services.table_rows import Table

DONE, REFUSED, USAGE, UNAVAILABLE, BUG = range(5)


@dataclass(frozen=True, slots=True)
class Session:
    """An open centre, in somebody's name."""

    begin: Begin
    view: Begin
    keys: Keys
    site: Site

    @property
    def zone(self) -> ZoneInfo:
        """The centre's time zone."""
        return ZoneInfo(self.site.zone)


@dataclass(frozen=True, slots=True)
class LogIn:
    """Who wants in, where; the password stays out of every `repr`."""

    directory: Path
    name: str
    password: str = field(repr=False)
    desk_mode: bool = False


@dataclass(frozen=True, slots=True)
class NewCentre:
    """What `init` was told."""

    directory: Path
    profile: str
    name: str
    display_name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """What `demo` was told; `today` is its last day, by default the present one."""

    directory: Path
    people: int
    visits: int
    seed: int
    today: str = ""


class Doors(Protocol):
    """Getting in. Every method raises what the vault and the store raise."""

    def names(self, directory: Path) -> Sequence[str]: ...
    def log_in(self, entry: "LogIn") -> AbstractContextManager[Session]: ...
    def found(self, centre: NewCentre) -> RecoveryCardContent: ...
    def recover(self, directory: Path, name: str, code: str, password: str) -> None: ...
    def passphrase(self, role: Role) -> str: ...


class Keeping(Protocol):
    """Backups and checks; each gives what the command prints as JSON."""

    def back_up(self, entry: "LogIn", to: Path) -> dict[str, Any]: ...
    def restore(self, file: Path, directory: Path, opener: "Opener") -> dict[str, Any]: ...
    def drill(self, file: Path, directory: Path, opener: "Opener") -> dict[str, Any]: ...
    def verify(self, entry: "LogIn") -> dict[str, Any]: ...
    def verify_log(self, entry: "LogIn", printed: str) -> dict[str, Any]: ...


class Papers(Protocol):
    """Drawing, in memory. `kind` is `pdf`, `xlsx` or `csv`."""

    def sheet(self, kind: str, sheet: AnySheet) -> bytes: ...
    def kit(self, kit: KitPaper) -> bytes: ...
    def card(self, content: RecoveryCardContent) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens a backup: somebody's password, or the recovery code."""

    name: str = ""
    password: str = field(default="", repr=False)
    code: str = field(default="", repr=False)


Progress = Callable[[int, int], None]


class Environment(Protocol):
    """The world outside, put together in `bootstrap.admin`; each part when it is asked for."""

    @property
    def doors(self) -> Doors: ...
    @property
    def keeping(self) -> Keeping: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def clock(self) -> Clock: ...
    def read_table(self, path: Path) -> Table: ...
    def demo(self, order: DemoOrder, progress: Progress) -> dict[str, Any]: ...
    def bench(self, arguments: Namespace) -> int: ...
    def start_log(self, directory: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Streams:
    """`ask` shows a prompt and gives what was typed unseen; None where there is no terminal."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    ask: Callable[[str], str] | None


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a command may use."""

    arguments: Namespace
    environment: Environment
    streams: Streams

    @property
    def directory(self) -> Path:
        """The data directory."""
        directory: Path = self.arguments.data_dir
        return directory

    def say(self, words: str) -> None:
        """Words for people."""
        self.streams.stderr.write(f"{words}\n")
        self.streams.stderr.flush()
