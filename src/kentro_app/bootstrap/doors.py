"""Getting in for the length of one command: throttled, logged, and closed again."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from uuid import UUID

from kentro_app.bootstrap.backups import daily_backup
from kentro_app.bootstrap.centre import Centre, Identity, open_centre
from kentro_app.bootstrap.door import VaultDoor
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.cli.context import LogIn, NewCentre, Session
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.roles import Role
from kentro_app.i18n import current
from kentro_app.services.ports import Work
from kentro_app.services.profiles import load
from kentro_app.services.sheets_model import RecoveryCardContent
from kentro_app.services.transaction import ask, perform
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.hardening import harden_process
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.passphrase import generate_words, words_for
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey

_log = logging.getLogger(__name__)


class CentreDoors:
    """Fits `cli.context.Doors`. Without a policy new centres are calibrated to this machine."""

    def __init__(self, policy: KdfPolicy | None = None, clock: Clock = now) -> None:
        self._founding_policy = policy
        self._policy = policy or PRODUCTION
        self._clock = clock

    def names(self, directory: Path) -> Sequence[str]:
        """Who may log in. Raises KeyFileMissing and its like."""
        return VaultDoor(directory, self._policy).names()

    def unlock(self, entry: LogIn) -> tuple[Identity, SecretKey]:
        """Who it is, and the database key (wipe it). Raises WrongPassword, TooSoon…"""
        harden_process()
        door = VaultDoor(entry.directory, self._policy)
        accepted = door.unlock(entry.name, entry.password)
        who = Identity(UUID(accepted.user_id), accepted.name, Role(accepted.role))
        return who, SecretKey(accepted.key)

    @contextmanager
    def open(self, entry: LogIn) -> Iterator[Centre]:
        """The centre while the block lasts. Raises what `unlock` and `open_centre` raise."""
        who, key = self.unlock(entry)
        with key:
            centre = open_centre(entry.directory, who, key, policy=self._policy, clock=self._clock)
            try:
                if entry.desk_mode:
                    centre.store.set_desk_mode(True)
                yield centre
            finally:
                _close(centre)

    @contextmanager
    def log_in(self, entry: LogIn) -> Iterator[Session]:
        """A session while the block lasts."""
        with self.open(entry) as centre:
            store = centre.store
            site = ask(store.view, lambda work: work.sites.here())
            begin = _AfterBackup(centre, self._clock)
            yield Session(begin, store.view, centre.keys, site)

    def found(self, centre: NewCentre) -> RecoveryCardContent:
        """Make a new centre, and see its recovery code work. Raises as `found_centre`."""
        founding = Founding(centre.profile, centre.name, centre.display_name, centre.password)
        founded = found_centre(
            centre.directory, founding, policy=self._founding_policy, clock=self._clock
        )
        founded.key.wipe()
        typed = RecoveryCode.parse(founded.code.text)
        keyring.unlock_with_recovery(keyfile.read(centre.directory), typed).wipe()
        profile, language = load(centre.profile), current().language
        greek = language.startswith("el")
        return RecoveryCardContent(
            site_name=profile.title_el if greek else profile.title_en,
            made_on=self._clock().date(),
            code=founded.code.text,
            municipality=profile.municipality_el if greek else profile.municipality_en,
        )

    def recover(self, directory: Path, name: str, code: str, password: str) -> None:
        """A new password by the recovery code, written into the access log at once."""
        VaultDoor(directory, self._policy).recover(name, code, password)

        def note(work: Work) -> None:
            work.trail.note("user.password_recovered", "user", work.actor.user_id)

        with self.open(LogIn(directory, name, password)) as centre:
            perform(centre.store.begin, note)

    def passphrase(self, role: Role) -> str:
        """A new passphrase that is good enough for the role."""
        return generate_words(words_for(role))


class _AfterBackup:
    """The store's `begin`; before the first of a day there is the day's backup.

    A backup that fails keeps nobody from working: the next command tries again.
    """

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._centre, self._clock = centre, clock
        self._asked = False

    def __call__(self) -> AbstractContextManager[Work]:
        if not self._asked:
            self._asked = True
            try:
                daily_backup(self._centre, clock=self._clock)
            except (Unavailable, RuleViolation) as error:
                _log.warning("no backup could be made today: %s", error.code)
        return self._centre.store.begin()


def _close(centre: Centre) -> None:
    """What was answered is on disk; a disk that is full now must not turn it into a failure."""
    try:
        centre.close()
    except Unavailable:
        _log.warning("the end of a session could not be noted")
        with suppress(Unavailable):
            centre.store.close()
