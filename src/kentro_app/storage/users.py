"""Accounts in the store."""

from collections.abc import Sequence
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.users import UnknownUser, User
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_USERS = Records(User, tables.users)


class SqlUsers:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, user_id: UUID) -> User:
        """Raises UnknownUser."""
        user = self._ledger.get(_USERS, user_id)
        if user is None:
            raise UnknownUser(field="user", name=str(user_id))
        return user

    def all(self) -> Sequence[User]:
        """Every account, the disabled ones too."""
        rows = self._ledger.connection.execute(f"{_USERS.select} ORDER BY name")
        return [_USERS.thing(row) for row in rows]

    def by_name(self, name: str) -> User:
        """The account of that name, whatever the case. Raises UnknownUser."""
        wanted = name.strip().casefold()
        for user in self.all():
            if user.name.casefold() == wanted:
                return user
        raise UnknownUser(field="name", name=name[:100])

    def add(self, user: User) -> None:
        self._ledger.add(_USERS, user, user.id)
        self._ledger.touched.add(Topic.USERS)

    def save(self, user: User) -> None:
        """Raises UnknownUser."""
        old = self._ledger.get(_USERS, user.id)
        if old is None:
            raise UnknownUser(field="name", name=user.name)
        self._ledger.save(_USERS, old, user, user.id)
        self._ledger.touched.add(Topic.USERS)
