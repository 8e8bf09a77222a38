"""Every expected refusal of the vault. The sentences are made in `i18n.messages`."""

from kentro_app.domain.errors import RuleViolation, Unavailable


class KeyFileMissing(Unavailable):
    """Neither keys.json nor one of its older copies is there. Facts: none."""


class KeyFileUnreadable(Unavailable):
    """The operating system refuses to read it. Facts: none."""


class KeyFileDamaged(Unavailable):
    """keys.json and every older copy that is there are damaged. Facts: `copies` that were tried."""


class KeyFileTampered(Unavailable):
    """It reads well, but it was not written by somebody who holds the key.

    Facts: `reason`: `mac` | `cost` | `audit_key`.
    """


class KeyFileOlder(Unavailable):
    """An older key file was put back. Facts: `found` and `expected` generation."""


class KeyFileNewer(Unavailable):
    """A newer version of the program wrote it. Facts: `found` and `known` format."""


class KeyFileNotSaved(Unavailable):
    """Writing failed; the former key file is untouched. Facts: `full` (is the disk full?)."""


class NotEnoughMemory(Unavailable):
    """Argon2 could not get its memory. Facts: `mib`."""


class WrongPassword(RuleViolation):
    """Unknown name, wrong password and disabled user alike. No facts, on purpose."""

    def __init__(self) -> None:
        super().__init__(field="password")


class WrongRecoveryCode(RuleViolation):
    """Mistyped, or of another building. Facts: `reason`.

    `length`, `character` or `checksum` for a typing mistake, `other` for another building's code.
    """


class PasswordTooShort(RuleViolation):
    """Facts: `shortest` (characters)."""


class PasswordTooWeak(RuleViolation):
    """Facts: `reason`: `guessable` | `common` | `personal` | `unprintable` | `generated`.

    `generated` has the fact `words` too: how many words this role's passphrase needs.
    """


class TooSoon(RuleViolation):
    """Facts: `seconds` still to wait, at least 1 and at most 900."""


class UserNameInvalid(RuleViolation):
    """Empty, too long or with invisible characters. Facts: `longest` (characters)."""


class NoSuchUser(RuleViolation):
    """No key of the building belongs to this user. Facts: none."""


class TooManyUsers(RuleViolation):
    """Facts: `most` (users)."""
