"""The first start behind its window: founding, the card and its proof, the second place."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from secrets import randbelow
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from kentro_app import settings
from kentro_app.bootstrap import folders
from kentro_app.bootstrap.founding import Founded, Founding, found_centre
from kentro_app.bootstrap.papers import keep
from kentro_app.bootstrap.placing import in_our_words, sync_folder
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import Profile, Site
from kentro_app.gui.setup.ports import Administrator, Card, Picture
from kentro_app.i18n import current
from kentro_app.launcher import default_data_dir
from kentro_app.reports.card import groups, recovery_card
from kentro_app.reports.render import page_images, page_texts
from kentro_app.services import profiles
from kentro_app.services.ports import Actor, Work
from kentro_app.services.sheets_model import RecoveryCardContent
from kentro_app.services.transaction import perform
from kentro_app.storage.engine import STORE_FILE
from kentro_app.storage.errors import StoreExists, StoreReadOnly
from kentro_app.storage.store import Store
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.errors import WrongRecoveryCode
from kentro_app.vault.kdf import KdfPolicy
from kentro_app.vault.passphrase import generate_words, words_for
from kentro_app.vault.passwords import require_strong
from kentro_app.vault.recovery import RecoveryCode

KEY_FILE: Final = "keys.json"
_SHOP: Final = "new-centre"
_PREVIEW_DPI: Final = 110.0

T = TypeVar("T")
MakeDemo = Callable[[Path, Callable[[int, int], None]], None]


class Advice:
    """Fits `gui.account.ports.Adviser`."""

    def judge(self, password: str, role: Role, personal: Sequence[str]) -> None:
        """Raises PasswordTooShort, PasswordTooWeak."""
        require_strong(password, role, personal=personal)

    def propose(self, role: Role) -> str:
        """Drawn words, as many as the role needs."""
        return generate_words(words_for(role))


class PaperCard:
    """A code and the page that says it. Nothing of it reaches the disk by itself."""

    def __init__(self, code: RecoveryCode, site: Profile | Site, *, clock: Clock = now) -> None:
        self.code = code
        made_on = clock().astimezone(ZoneInfo(site.zone)).date()
        self.pdf = recovery_card(content_of(code.text, site, made_on))

    def shown(self) -> Card:
        """The card for a screen, with the group to type back, chosen by chance."""
        parts = groups(self.code.text)
        pages = tuple(page_images(self.pdf, _PREVIEW_DPI))
        return Card(self.pdf, pages, randbelow(len(parts)) + 1, len(parts))

    def is_group(self, number: int, typed: str) -> bool:
        """Put what was typed in its place and see whether it is still the same code."""
        parts = groups(self.code.text)
        parts[number - 1] = typed
        try:
            with RecoveryCode.parse("-".join(parts)).key as key:
                return bytes(key.buffer) == bytes(self.code.key.buffer)
        except WrongRecoveryCode:
            return False

    def opens(self, directory: Path) -> None:
        """Open the key file with the code as the page says it. Raises WrongRecoveryCode."""
        said = "".join("".join(page_texts(self.pdf)).split())
        wanted = "".join(groups(self.code.text))
        if wanted not in said:
            raise WrongRecoveryCode(field="recovery_code", reason="checksum")
        with RecoveryCode.parse(wanted).key as key:
            keyring.unlock_with_recovery(keyfile.read(directory), RecoveryCode(key)).wipe()

    def wipe(self) -> None:
        """Forget the code and the page."""
        self.code.wipe()
        self.pdf = b""


class PrintShop:
    """Fits `gui.setup.ports.Papers`."""

    def pictures(self, pdf: bytes, dpi: float) -> Sequence[Picture]:
        """The pages of a PDF, as sharp as asked for."""
        return tuple(page_images(pdf, dpi))

    def save(self, pdf: bytes, path: Path) -> None:
        """Write a card where somebody chose. Raises StoreReadOnly, DiskFull."""
        keep(path, pdf)


class SettingUp(Advice, PrintShop):
    """Fits `gui.setup.ports.SetUp`. One per first start; `close` it."""

    def __init__(
        self,
        directory: Path,
        *,
        profile: str = "",
        demo_in: Path | None = None,
        make_demo: MakeDemo | None = None,
        policy: KdfPolicy | None = None,
        clock: Clock = now,
    ) -> None:
        self._directory, self._profile = directory, profile
        self._demo_in, self._make_demo = demo_in or demo_folder(directory), make_demo
        self._policy, self._clock = policy, clock
        self._founded: Founded | None = None
        self._paper: PaperCard | None = None

    def profiles(self) -> Sequence[Profile]:
        """The one asked for, or all. Raises StoreExists, StoreReadOnly; writes nothing."""
        self._require_room()
        names = [self._profile] if self._profile else profiles.names()
        return [profiles.load(name) for name in names]

    def found(self, profile: str, administrator: Administrator) -> Card:
        """Make the centre beside its place, then put it there; the key file comes last."""
        self._require_room()
        founding = Founding(
            profile, administrator.name, administrator.display_name, administrator.password
        )
        self._founded = in_workshop(
            self._directory,
            lambda shop: found_centre(shop, founding, policy=self._policy, clock=self._clock),
        )
        site = profiles.load(profile)
        self._remember(site, administrator.name)
        self._paper = PaperCard(self._founded.code, site, clock=self._clock)
        return self._paper.shown()

    def is_group(self, number: int, typed: str) -> bool:
        """Whether the card says this there."""
        assert self._paper is not None
        return self._paper.is_group(number, typed)

    def prove(self) -> None:
        """Raises WrongRecoveryCode, KeyFileTampered, and what the store raises."""
        assert self._paper is not None
        assert self._founded is not None
        self._paper.opens(self._directory)
        founded = self._founded
        actor = Actor(founded.user.id, founded.user.name, founded.user.role, new_id())
        store = Store(self._directory, founded.key.buffer, actor, self._clock)
        try:
            perform(store.begin, note_confirmed)
        finally:
            store.close()

    def backup_folder(self) -> Path:
        """The data directory's own."""
        return folders.own_folder(self._directory)

    def copy_backups_to(self, folder: str) -> None:
        """Raises StoreReadOnly, DiskFull."""
        keep_second_folder(self._directory, folder)

    def make_demo(self, progress: Callable[[int, int], None]) -> None:
        """Make the demo centre in its own folder, whole or not at all; an old one is kept."""
        make = self._make_demo
        if make is None or (self._demo_in / KEY_FILE).exists():
            return
        with in_our_words(self._demo_in):
            self._demo_in.mkdir(mode=0o700, parents=True, exist_ok=True)
        in_workshop(self._demo_in, lambda shop: make(shop, progress))

    def close(self) -> None:
        """Forget the keys."""
        if self._paper is not None:
            self._paper.wipe()
        if self._founded is not None:
            self._founded.key.wipe()
            self._founded.code.wipe()

    def _require_room(self) -> None:
        if any((self._directory / name).exists() for name in (STORE_FILE, KEY_FILE)):
            raise StoreExists(path=str(self._directory))
        standing = _standing(self._directory)
        if not standing.is_dir() or not os.access(standing, os.W_OK):
            raise StoreReadOnly(path=str(self._directory))

    def _remember(self, site: Profile, name: str) -> None:
        language = current().language
        title = site.title_el if language.startswith("el") else site.title_en
        known = settings.load(self._directory)
        with in_our_words(self._directory):
            settings.save(
                self._directory, replace(known, centre=title, last_user=name, language=language)
            )


def demo_folder(directory: Path) -> Path:
    """Where the demo centre beside this one lies: the one that `kentro --demo` opens, if any."""
    if directory == Path(default_data_dir()):
        return Path(default_data_dir(demo=True))
    return directory.with_name(f"{directory.name}-demo")


def note_confirmed(work: Work) -> None:
    """Write into the access log that the card was tried and opens the data."""
    work.trail.note("recovery.confirmed", "keys")
    work.key_state.note_card_proven()


def keep_second_folder(directory: Path, folder: str) -> None:
    """Remember where copies of backups go; tries it first. Raises StoreReadOnly, DiskFull."""
    if folder:
        place = Path(folder)
        trial = place / f".kentro-{os.getpid()}.trial"
        with in_our_words(place):
            trial.write_bytes(b"kentro")
            trial.unlink()
    known = settings.load(directory)
    with in_our_words(directory):
        settings.save(directory, replace(known, second_backup_folder=folder))


def in_workshop(directory: Path, make: Callable[[Path], T]) -> T:
    """Let `make` build a centre in a folder inside the directory, then put its files in place.

    The directory itself holds the lock and the log of this program already, so it cannot be
    replaced as a whole. Until the key file has arrived, which comes last, there is no centre.
    """
    shop = directory / _SHOP
    try:
        made = make(shop)
        with in_our_words(directory):
            settle(shop, directory)
    finally:
        if not (directory / KEY_FILE).exists():
            shutil.rmtree(shop, ignore_errors=True)
    return made


def settle(shop: Path, directory: Path) -> None:
    """Move a whole centre one level up. Raises `OSError`."""
    for path in sorted(shop.iterdir(), key=lambda path: path.name == KEY_FILE):
        os.replace(path, directory / path.name)
    shop.rmdir()
    sync_folder(directory)


def finish_interrupted(directory: Path) -> bool:
    """Tidy up after a program that was killed while it made a centre.

    Gives whether the centre is whole now: then only its key file had still been on the way.
    Raises StoreReadOnly.
    """
    shop = directory / _SHOP
    whole = (shop / KEY_FILE).exists() and not (shop / STORE_FILE).exists()
    with in_our_words(directory):
        if whole and (directory / STORE_FILE).exists():
            settle(shop, directory)
            return True
        shutil.rmtree(shop, ignore_errors=True)
    return False


def content_of(code: str, site: Profile | Site, made_on: date) -> RecoveryCardContent:
    """What the card says, in the present language."""
    greek = current().language.startswith("el")
    return RecoveryCardContent(
        site_name=site.title_el if greek else site.title_en,
        made_on=made_on,
        code=code,
        municipality=site.municipality_el if greek else site.municipality_en,
    )


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.exists())
