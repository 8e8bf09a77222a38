"""The vault as the log-in and the cover see it: throttled, and every failure written down."""

import logging
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from kentro_app.domain.errors import Unavailable
from kentro_app.domain.moments import now
from kentro_app.domain.roles import Role
from kentro_app.gui.login.ports import Accepted
from kentro_app.vault import keyfile, keyring, preauth
from kentro_app.vault.document import KeyDocument, find_slot
from kentro_app.vault.errors import NoSuchUser, TooSoon, WrongPassword, WrongRecoveryCode
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.passwords import require_strong
from kentro_app.vault.preauth import Event, Kind
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.throttle import Throttle

_log = logging.getLogger(__name__)


class VaultDoor:
    """Fits `gui.login.ports.Door`. One per process: it remembers how long to wait."""

    def __init__(self, directory: Path, policy: KdfPolicy = PRODUCTION) -> None:
        self._directory = directory
        self._policy = policy
        self._throttle = Throttle(directory)

    def names(self) -> Sequence[str]:
        """The log-in names. Raises `Unavailable` for a key file that cannot be used."""
        return sorted(slot.name for slot in keyfile.read(self._directory).slots)

    def unlock(self, name: str, password: str) -> Accepted:
        """Open the database key. Raises `WrongPassword`, `TooSoon` or `Unavailable`."""
        document = keyfile.read(self._directory)
        self._require_allowed(document, name)
        try:
            unlocked = keyring.unlock(document, name, password, self._policy)
        except WrongPassword:
            self._failed(document, name, Kind.LOGIN_FAILED)
            raise
        self._succeeded(name)
        if unlocked.rewrap_due:
            self._rewrap(document, unlocked, password)
        role = unlocked.role.value
        return Accepted(str(unlocked.user_id), unlocked.name, role, unlocked.key.buffer)

    def check(self, name: str, password: str) -> None:
        """Whether it is her password: for the cover. Raises as `unlock` does."""
        accepted = self.unlock(name, password)
        accepted.key[:] = bytes(len(accepted.key))

    def recover(self, name: str, code: str, password: str) -> None:
        """A new password for the administrator `name`, against the recovery code.

        Raises `NoSuchUser` (unknown, or no administrator), `WrongRecoveryCode`, `TooSoon`,
        `PasswordTooShort`, `PasswordTooWeak` or `Unavailable`.
        """
        document = keyfile.read(self._directory)
        self._require_allowed(document, name)
        slot = find_slot(document, name)
        if slot is None or slot.role is not Role.ADMINISTRATOR:
            raise NoSuchUser(field="name")
        require_strong(password, slot.role, personal=(slot.name, slot.display_name))
        try:
            key = keyring.unlock_with_recovery(document, RecoveryCode.parse(code))
        except WrongRecoveryCode:
            self._failed(document, name, Kind.RECOVERY_FAILED)
            raise
        with key:
            fresh = keyring.with_password(
                document, key, slot.user_id, password, policy=self._policy
            )
            keyfile.write(self._directory, fresh, key)
        self._succeeded(name)

    def _require_allowed(self, document: KeyDocument, name: str) -> None:
        try:
            self._throttle.require_allowed(name)
        except TooSoon:
            self._write_down(document, name, Kind.LOGIN_THROTTLED)
            raise

    def _failed(self, document: KeyDocument, name: str, kind: Kind) -> None:
        try:
            self._throttle.failed(name)
        except OSError as error:  # an attempt that cannot be counted gets no answer
            raise Unavailable from error
        self._write_down(document, name, kind)

    def _succeeded(self, name: str) -> None:
        try:
            self._throttle.succeeded(name)
        except OSError:
            _log.warning("the log-in attempts could not be cleared")

    def _write_down(self, document: KeyDocument, name: str, kind: Kind) -> None:
        slot = find_slot(document, name)
        user_id: UUID | None = slot.user_id if slot else None
        try:
            preauth.append(self._directory, document.audit_public_key, Event(now(), kind, user_id))
        except OSError:
            _log.warning("a failed log-in could not be written down")

    def _rewrap(self, document: KeyDocument, unlocked: keyring.Unlocked, password: str) -> None:
        fresh = keyring.with_password(
            document, unlocked.key, unlocked.user_id, password, policy=self._policy
        )
        try:
            keyfile.write(self._directory, fresh, unlocked.key)
        except Unavailable:
            _log.warning("the key file could not be renewed at this log-in")
