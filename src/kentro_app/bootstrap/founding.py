"""Founding a centre: a whole new data directory, or none."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kentro_app.bootstrap.placing import in_our_words, put_in_place, workshop
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.roles import Role
from kentro_app.domain.text import clean
from kentro_app.domain.users import User
from kentro_app.services.accounts import NAME_LONGEST
from kentro_app.services.ports import Actor, Desk, Work
from kentro_app.services.profiles import load
from kentro_app.services.transaction import perform
from kentro_app.storage.create import create_store
from kentro_app.storage.errors import StoreExists
from kentro_app.storage.store import Store
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.kdf import KdfPolicy, calibrate
from kentro_app.vault.passwords import require_strong
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new centre needs to know: its profile and its first administrator."""

    profile: str
    name: str
    display_name: str
    password: str
    letter: str = "A"


@dataclass(frozen=True, slots=True)
class Founded:
    """The new centre's key (wipe it) and the code for its recovery card."""

    user: User
    key: SecretKey
    code: RecoveryCode


def found_centre(
    directory: Path, founding: Founding, *, policy: KdfPolicy | None = None, clock: Clock = now
) -> Founded:
    """Make a new centre in a folder that is empty or does not exist yet.

    Without a policy the cost of passwords is calibrated to this machine. The centre is built
    beside the folder and put in place by one rename, so that a power cut leaves either a whole
    one or none. Raises StoreExists, StoreReadOnly, UnknownProfile, Missing,
    UserNameInvalid, PasswordTooWeak, PasswordTooShort, DiskFull.
    """
    load(founding.profile)
    clean(founding.name, field="name", longest=NAME_LONGEST, required=True)
    personal = (founding.name, founding.display_name)
    require_strong(founding.password, Role.ADMINISTRATOR, personal=personal)
    if directory.exists() and any(directory.iterdir()):
        raise StoreExists(path=str(directory))
    with in_our_words(directory), workshop(directory.parent) as shop:
        building = shop / "centre"
        building.mkdir(mode=0o700)
        founded = _build(building, founding, policy or calibrated(), clock)
        put_in_place(building, directory)
    return founded


def calibrated() -> KdfPolicy:
    """The floor of the policy with a cost for new passwords that suits this machine."""
    return KdfPolicy(chosen=calibrate())


def _build(directory: Path, founding: Founding, policy: KdfPolicy, clock: Clock) -> Founded:
    desk = Desk(new_id(), new_id(), founding.letter, site_id=new_id(), building=new_id())
    document, key, code = keyring.create(
        building=desk.building,
        name=founding.name,
        display_name=founding.display_name or founding.name,
        role=Role.ADMINISTRATOR,
        password=founding.password,
        policy=policy,
    )
    keyfile.write(directory, document, key)
    slot = document.slots[0]
    user = User(slot.user_id, slot.name, slot.display_name, slot.role, True, clock())
    create_store(directory, key.buffer, desk, signing_key=_signing_key())
    store = Store(directory, key.buffer, Actor(user.id, user.name, user.role, new_id()), clock)

    def fill(work: Work) -> None:
        work.trail.note("centre.founded", "site", desk.site_id)
        work.users.add(user)
        work.sites.found(desk.site_id, load(founding.profile))

    perform(store.begin, fill)
    store.close()
    return Founded(user, key, code)


def _signing_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()
