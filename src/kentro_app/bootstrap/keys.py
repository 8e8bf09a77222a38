"""The key file of an open store, as the services want it."""

from pathlib import Path
from uuid import UUID

from kentro_app.domain.users import User
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.errors import WrongPassword
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.passwords import require_strong
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey


class KeyFile:
    """Reads the file anew before each change: another program may have written it meanwhile."""

    def __init__(self, directory: Path, key: SecretKey, policy: KdfPolicy = PRODUCTION) -> None:
        self._directory = directory
        self._key = key
        self._policy = policy

    def admit(self, user: User, password: str) -> int:
        """Let somebody in with a new password. Raises PasswordTooWeak, PasswordTooShort."""
        require_strong(password, user.role, personal=(user.name, user.display_name))
        return self._write(
            keyring.with_user(
                self._read(),
                self._key,
                user_id=user.id,
                name=user.name,
                display_name=user.display_name,
                role=user.role,
                password=password,
                policy=self._policy,
            )
        )

    def dismiss(self, user_id: UUID) -> int:
        """Nobody gets in as this user any more."""
        return self._write(keyring.without_user(self._read(), self._key, user_id))

    def change_password(self, user_id: UUID, old: str, new: str) -> int:
        """Raises WrongPassword, PasswordTooWeak, PasswordTooShort."""
        document = self._read()
        slot = next(slot for slot in document.slots if slot.user_id == user_id)
        keyring.unlock(document, slot.name, old, self._policy).key.wipe()
        require_strong(new, slot.role, personal=(slot.name, slot.display_name))
        return self._write(
            keyring.with_password(document, self._key, user_id, new, policy=self._policy)
        )

    def is_password(self, name: str, password: str) -> bool:
        """Whether it opens the store: for the cover that hides the screen."""
        try:
            keyring.unlock(self._read(), name, password, self._policy).key.wipe()
        except WrongPassword:
            return False
        return True

    def new_recovery(self) -> tuple[RecoveryCode, int]:
        """A new recovery code; the old card opens nothing any more but old backups."""
        document, code = keyring.with_new_recovery(self._read(), self._key)
        return code, self._write(document)

    def accept(self, known: int) -> int:
        """An administrator takes an older copy of the file for the present one."""
        return self._write(keyring.with_generation(self._read(), self._key, known))

    def _read(self) -> KeyDocument:
        return keyfile.read(self._directory)

    def _write(self, document: KeyDocument) -> int:
        keyfile.write(self._directory, document, self._key)
        return document.generation
