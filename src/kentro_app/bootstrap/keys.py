"""The key file of an open store, as the services want it."""

from pathlib import Path
from uuid import UUID

from kentro_app.domain.users import User
from kentro_app.services.key_ports import Wrap
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.document import KeyDocument, Slot
from kentro_app.vault.errors import NoSuchUser, WrongPassword
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.passwords import require_strong
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey
from kentro_app.vault.slots import User as Owner


class KeyFile:
    """Reads the file anew before each change: another program may have written it meanwhile."""

    def __init__(self, directory: Path, key: SecretKey, policy: KdfPolicy = PRODUCTION) -> None:
        self._directory = directory
        self._key = key
        self.policy = policy

    def wrap(self, user: User, password: str) -> Slot:
        """The key for somebody with a new password; one derivation, nothing is written.

        Raises PasswordTooWeak, PasswordTooShort, UserNameInvalid.
        """
        require_strong(password, user.role, personal=(user.name, user.display_name))
        owner = Owner(user.id, user.name, user.display_name, user.role)
        building = self._read().building
        return keyring.wrap(building, self._key, owner, password=password, policy=self.policy)

    def wrap_own(self, user_id: UUID, old: str, new: str) -> Slot:
        """The same for one's own new password. Raises WrongPassword, NoSuchUser too."""
        document = self._read()
        slot = next((slot for slot in document.slots if slot.user_id == user_id), None)
        if slot is None:
            raise NoSuchUser
        keyring.unlock(document, slot.name, old, self.policy).key.wipe()
        require_strong(new, slot.role, personal=(slot.name, slot.display_name))
        owner = Owner(slot.user_id, slot.name, slot.display_name, slot.role)
        building = document.building
        return keyring.wrap(building, self._key, owner, password=new, policy=self.policy)

    def admit(self, wrap: Wrap) -> int:
        """Let in whom the wrap is for. Raises UserNameTaken, TooManyUsers, LastAdministrator."""
        assert isinstance(wrap, Slot)
        return self._write(keyring.with_slot(self._read(), self._key, wrap))

    def dismiss(self, user_id: UUID) -> int:
        """Nobody gets in as this user any more."""
        return self._write(keyring.without_user(self._read(), self._key, user_id))

    def is_password(self, name: str, password: str) -> bool:
        """Whether it opens the store: for the cover that hides the screen."""
        try:
            keyring.unlock(self._read(), name, password, self.policy).key.wipe()
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
