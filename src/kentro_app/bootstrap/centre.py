"""Opening a centre whose key is at hand, and closing it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from kentro_app.bootstrap.keys import KeyFile
from kentro_app.bootstrap.upgrade import upgrade_store
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock, from_ms, now
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.services.ports import Actor, Work
from kentro_app.services.transaction import perform
from kentro_app.storage import checkpoints
from kentro_app.storage.store import Store
from kentro_app.vault import keyfile, keyring, preauth
from kentro_app.vault.audit_key import audit_private_key
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.errors import KeyFileOlder
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.secret import SecretKey

CLOCK_TOLERANCE = timedelta(minutes=5)  # security §4.7


class AccountClosed(Unavailable):
    """The key file knows somebody whom the store does not let in."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the log-in let in, as the key file has it."""

    user_id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Centre:
    """An open store in somebody's name."""

    directory: Path
    store: Store
    keys: KeyFile
    key: SecretKey
    user: User
    clock_behind: timedelta = timedelta(0)  # how far this machine's clock was set back, if it was
    last_seen: datetime | None = None  # when somebody last did something here, before this log-in

    def close(self, action: str = "session.closed") -> None:
        """Note the end, close the store, wipe the key."""
        if not self.store.newer:
            perform(self.store.begin, lambda work: work.trail.note(action))
            checkpoints.sign(self.directory, self.key.buffer, now())
        self.store.close()
        self.key.wipe()


def open_centre(
    directory: Path,
    who: Identity,
    key: SecretKey,
    *,
    policy: KdfPolicy = PRODUCTION,
    clock: Clock = now,
) -> Centre:
    """Open the store for somebody whose password has opened its key.

    An older schema is migrated first, after a verified backup. Raises StoreMissing, StoreLocked,
    StoreForeign, StoreDamaged, KeyFileTampered, KeyFileOlder, AccountClosed, DiskFull.
    """
    document = keyfile.read(directory)
    keyring.authenticate(document, key)
    upgrade_store(directory, key)
    actor = Actor(who.user_id, who.name, who.role, new_id())
    store = Store(directory, key.buffer, actor, clock)
    try:
        keys = KeyFile(directory, key, _like_own(document, who, policy))
        user = _require_account(store, who)
        behind, seen = timedelta(0), None
        if not store.newer:
            opening = _opening(keys, document.generation, who, clock)
            behind, seen = perform(store.begin, opening).result
            _import_failures(store, directory, key)
    except BaseException:
        store.close()
        raise
    return Centre(directory, store, keys, key, user, behind, seen)


def _like_own(document: KeyDocument, who: Identity, policy: KdfPolicy) -> KdfPolicy:
    # What was calibrated when the centre was founded holds for every password set later.
    own = next((slot.kdf for slot in document.slots if slot.user_id == who.user_id), None)
    return policy if own is None else replace(policy, chosen=own)


def _require_account(store: Store, who: Identity) -> User:
    # The store, not the key file, says who may work: an old key file put back opens no door.
    with store.view() as work:
        user = next((user for user in work.users.all() if user.id == who.user_id), None)
    if user is None or not user.active or user.role is not who.role:
        raise AccountClosed
    return user


def _opening(
    keys: KeyFile, generation: int, who: Identity, clock: Clock
) -> Callable[[Work], tuple[timedelta, datetime]]:
    def note(work: Work) -> tuple[timedelta, datetime]:
        seen = _last_seen(work)
        behind = _set_back(work, seen, clock())
        known = work.key_state.known()
        if generation < known:
            if who.role is not Role.ADMINISTRATOR:
                raise KeyFileOlder(found=generation, expected=known)
            work.key_state.note(keys.accept(known))
            work.trail.note("keys.older_accepted", facts={"found": generation, "known": known})
        work.key_state.note(generation)
        work.trail.note("session.opened", "user", who.user_id)
        return behind, seen

    return note


def _last_seen(work: Work) -> datetime:
    n, _digest = work.trail.head()
    (last,) = work.trail.entries(n - 1, 1)
    return from_ms(json.loads(last.record)["at"])


def _set_back(work: Work, seen: datetime, present: datetime) -> timedelta:
    """How far the clock lies behind what the access log has seen; small corrections are nothing."""
    behind = seen - present
    if behind <= CLOCK_TOLERANCE:
        return timedelta(0)
    work.trail.note("clock.set_back", facts={"seconds": int(behind.total_seconds())})
    return behind


def _import_failures(store: Store, directory: Path, key: SecretKey) -> None:
    """Bring failed log-ins, sealed while the store was closed, into the access log."""
    with store.view() as work:
        mark = work.key_state.failures_mark()
    events = preauth.collect(directory, audit_private_key(key), after=mark)
    if not events:
        return

    def note(work: Work) -> None:
        for event in events:
            at = {"at": event.at.isoformat()}
            action = f"before_log_in.{event.kind.value}"
            work.trail.note(action, "user", event.user_id, outcome="refused", facts=at)
        work.key_state.note_failures(events[-1].mark)

    perform(store.begin, note)
    preauth.clear(directory, through=events[-1].mark)
