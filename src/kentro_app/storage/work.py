"""The unit of work over the encrypted store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.sites import Site
from kentro_app.services.ports import Actor, Desk
from kentro_app.storage.catalogue import SqlCatalogue
from kentro_app.storage.contacts import SqlContacts
from kentro_app.storage.desk import KeyState
from kentro_app.storage.drafts import SqlDrafts
from kentro_app.storage.errors import translated
from kentro_app.storage.history import SqlHistory
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.outbox import Outbox
from kentro_app.storage.people import SqlPersons
from kentro_app.storage.prints import SqlPrints
from kentro_app.storage.requests import SqlRequests
from kentro_app.storage.sites import SqlSites
from kentro_app.storage.trail import ReadsSeen, Trail, author
from kentro_app.storage.users import SqlUsers
from kentro_app.storage.visits import SqlVisits


@dataclass(frozen=True)
class LogIn:
    """What all units of work of one log-in at one desk share."""

    actor: Actor
    desk: Desk
    seen: ReadsSeen = field(default_factory=ReadsSeen)
    sites: dict[UUID, Site] = field(default_factory=dict)

    @cached_property
    def author(self) -> Mapping[str, str]:
        return author(self.actor, self.desk)


class SqlWork:
    """Repositories that share one transaction; each is made when it is first asked for."""

    def __init__(self, connection: Any, login: LogIn, now: datetime) -> None:
        self._login = login
        self.actor = login.actor
        self.desk = login.desk
        self.trail = Trail(connection, login.author, now, login.seen)
        outbox = Outbox(connection, login.actor, login.desk, now)
        self._ledger = Ledger(connection, self.trail, outbox)

    @cached_property
    def persons(self) -> SqlPersons:
        return SqlPersons(self._ledger)

    @cached_property
    def visits(self) -> SqlVisits:
        return SqlVisits(self._ledger)

    @cached_property
    def contacts(self) -> SqlContacts:
        return SqlContacts(self._ledger)

    @cached_property
    def requests(self) -> SqlRequests:
        return SqlRequests(self._ledger)

    @cached_property
    def history(self) -> SqlHistory:
        return SqlHistory(self._ledger)

    @cached_property
    def drafts(self) -> SqlDrafts:
        return SqlDrafts(self._ledger, self.actor.user_id)

    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self._ledger)

    @cached_property
    def sites(self) -> SqlSites:
        return SqlSites(self._ledger, self.desk.site_id, self._login.sites)

    @cached_property
    def catalogue(self) -> SqlCatalogue:
        return SqlCatalogue(self._ledger)

    @cached_property
    def prints(self) -> SqlPrints:
        return SqlPrints(self._ledger, self.actor.user_id)

    @cached_property
    def key_state(self) -> KeyState:
        return KeyState(self._ledger.connection)

    def commit(self) -> frozenset[Topic]:
        """Make it all last; gives the kinds of data that changed. Raises DiskFull and its like."""
        self.trail.note_pending()
        self._ledger.flush()
        with translated():
            self._ledger.connection.execute("COMMIT")
        self.trail.committed()
        return frozenset(self._ledger.touched)
