"""Administration behind its screens: accounts with their keys, backups, a new card, the log."""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from kentro_app import settings
from kentro_app.bootstrap import backups, folders
from kentro_app.bootstrap.backup_file import peek
from kentro_app.bootstrap.bringing import CentrePeople
from kentro_app.bootstrap.centre import Centre
from kentro_app.bootstrap.drill import drill, is_current, note_drilled, remember
from kentro_app.bootstrap.papers import keep
from kentro_app.bootstrap.setting_up import (
    Advice,
    PaperCard,
    PrintShop,
    keep_second_folder,
    note_confirmed,
)
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.errors import Refusal
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.users import User
from kentro_app.gui.admin.ports import Administering, KeptBackup
from kentro_app.gui.setup.ports import Card
from kentro_app.i18n.dates import here
from kentro_app.reports.cells import guarded, plain
from kentro_app.services import accounts
from kentro_app.services.access import Permission, require
from kentro_app.services.accounts import NewUser
from kentro_app.services.backups import BY_HAND, SUFFIX, Check
from kentro_app.services.key_ports import Wrap
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask, perform
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.errors import KeyFileNotSaved

_PAGE: Final = 2000


def administering(centre: Centre, *, clock: Clock = now) -> Administering:
    """Everything the administration screen can do with an open centre."""
    return Administering(
        accounts=CentreAccounts(centre, clock),
        adviser=Advice(),
        backups=CentreBackups(centre, clock),
        cards=CentreCards(centre, clock),
        verify=partial(verify_centre, centre.directory, centre.key),
        export=partial(export_log, centre),
        people=CentrePeople(centre, clock),
    )


class CentreAccounts:
    """Fits `gui.admin.ports.Accounts`."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._keys, self._clock = centre.keys, clock

    def new_user(self, request: NewUser) -> User:
        """Raises as `accounts.new_user`."""
        return accounts.new_user(request, now=self._clock())

    def wrap(self, user: User, password: str) -> Wrap:
        """Raises PasswordTooWeak, PasswordTooShort."""
        return self._keys.wrap(user, password)

    def add(self, work: Work, user: User, wrap: Wrap) -> User:
        """Raises as `accounts.add`."""
        return accounts.add(work, self._keys, user, wrap)

    def disable(self, work: Work, name: str) -> User:
        """Raises as `accounts.disable`."""
        return accounts.disable(work, self._keys, name)

    def enable(self, work: Work, wrap: Wrap) -> User:
        """Raises as `accounts.enable`."""
        return accounts.enable(work, self._keys, wrap)

    def reset(self, work: Work, wrap: Wrap) -> User:
        """Raises as `accounts.reset_password`."""
        return accounts.reset_password(work, self._keys, wrap)

    def change_role(self, work: Work, wrap: Wrap) -> User:
        """Raises as `accounts.change_role`."""
        return accounts.change_role(work, self._keys, wrap)


class CentreBackups:
    """Fits `gui.admin.ports.Backups`."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._centre, self._clock = centre, clock

    def kept(self) -> Sequence[KeptBackup]:
        """Newest first; files that cannot be read as backups are left out."""
        folder = folders.own_folder(self._centre.directory)
        found = [kept for path in folder.glob(f"*{SUFFIX}") if (kept := described(path))]
        return sorted(found, key=lambda kept: kept.at, reverse=True)

    def make(self, to: Path | None) -> KeptBackup:
        """Raises as `backups.back_up_centre`."""
        made = backups.back_up_centre(self._centre, BY_HAND, to, clock=self._clock)
        manifest = made.manifest
        return KeptBackup(
            made.path, manifest.made_at, made.size, manifest.generation, manifest.reason
        )

    def drill(self, path: Path) -> Sequence[Check]:
        """Raises as `drill.drill`; notes the outcome in the access log."""
        store = self._centre.store
        ask(store.view, lambda work: require(work.actor, Permission.BACK_UP))
        done = drill(path, self._centre.directory, self._centre.key, clock=self._clock)
        perform(store.begin, lambda work: note_drilled(work, done))
        remember(self._centre.directory, done, self._clock())
        return done.checks

    def is_tried(self, work: Work) -> bool:
        """Whether a drill went well within the last month."""
        return is_current(work, self._centre.directory, self._clock())

    def second_folder(self) -> str:
        """From this machine's settings."""
        return settings.load(self._centre.directory).second_backup_folder

    def keep_second(self, folder: str) -> None:
        """Raises NotAllowed, StoreReadOnly, DiskFull."""
        ask(self._centre.store.view, lambda work: require(work.actor, Permission.BACK_UP))
        keep_second_folder(self._centre.directory, folder)


class CentreCards(PrintShop):
    """Fits `gui.admin.ports.NewCards`: nothing is written before the card was proven."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._centre, self._clock = centre, clock
        self._paper: PaperCard | None = None
        self._document: KeyDocument | None = None

    def make(self) -> Card:
        """Raises NotAllowed, KeyFileTampered."""
        store = self._centre.store
        ask(store.view, lambda work: require(work.actor, Permission.MANAGE_USERS))
        site = ask(store.view, lambda work: work.sites.here())
        if self._paper is not None:
            self._paper.wipe()
        known = keyfile.read(self._centre.directory)
        self._document, code = keyring.with_new_recovery(known, self._centre.key)
        self._paper = PaperCard(code, site, clock=self._clock)
        return self._paper.shown()

    def is_group(self, number: int, typed: str) -> bool:
        """Whether the new card says this there."""
        assert self._paper is not None
        return self._paper.is_group(number, typed)

    def prove(self) -> None:
        """Write the key file, open it with the card, note both. Raises KeyFileNotSaved…"""
        perform(self._centre.store.begin, self._renew)
        assert self._paper is not None
        self._paper.wipe()
        self._paper = self._document = None

    def is_confirmed(self, work: Work) -> bool:
        """Whether anybody has ever proven a card."""
        return work.key_state.is_card_proven()

    def _renew(self, work: Work) -> None:
        assert self._paper is not None
        assert self._document is not None
        require(work.actor, Permission.MANAGE_USERS)
        directory, document = self._centre.directory, self._document
        if keyfile.read(directory).generation != document.generation - 1:
            raise KeyFileNotSaved(full=False)  # somebody was let in meanwhile: draw a card anew
        work.trail.note("recovery.renewed", "keys")
        keyfile.write(directory, document, self._centre.key)
        work.key_state.note(document.generation)
        self._paper.opens(directory)
        note_confirmed(work)


def described(path: Path) -> KeptBackup | None:
    """A backup file by what its head says; None for any other file."""
    try:
        manifest, _data, _seal = peek(path)
    except Refusal:
        return None
    size = path.stat().st_size
    return KeptBackup(path, manifest.made_at, size, manifest.generation, manifest.reason)


def export_log(centre: Centre, path: Path) -> int:
    """Write the access log as CSV, oldest first, whole or not at all; gives how many entries.

    The record stands in it as it was chained. Raises NotAllowed, StoreReadOnly, DiskFull.
    """
    lines = ask(centre.store.view, _log_lines)
    out = io.StringIO(newline="")
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(("n", "at", "user", "action", "type", "id", "outcome", "record"))
    for *cells, record in lines:
        table.writerow([*(guarded(plain(cell)) for cell in cells), record])
    keep(path, b"\xef\xbb\xbf" + out.getvalue().encode("utf-8"))
    perform(centre.store.begin, lambda work: work.trail.note("audit.exported", "audit"))
    return len(lines)


def _log_lines(work: Work) -> list[tuple[str, ...]]:
    from kentro_app.gui.admin.trail.words import parse  # noqa: PLC0415 - only for an export

    require(work.actor, Permission.READ_AUDIT)
    names = {str(user.id): user.name for user in work.users.all()}
    lines: list[tuple[str, ...]] = []
    for n, record in _records(work):
        line = parse(n, record)
        outcome = "refused" if line.refused else "ok"
        at = here(line.at).isoformat(timespec="seconds")
        who = names.get(line.user, line.user)
        about = (line.action, line.object_type, line.object_id)
        lines.append((str(n), at, who, *about, outcome, record))
    return lines


def _records(work: Work) -> Iterator[tuple[int, str]]:
    after = 0
    while entries := work.trail.entries(after, _PAGE):
        for entry in entries:
            yield entry.n, entry.record
        after = entries[-1].n
