"""Drafts in the store: local to this machine, encrypted with it, and only their author's.

Nothing of them is an operation or an entry of the access log: they are not records yet.
"""

from collections.abc import Sequence
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.drafts import Draft
from kentro_app.storage import local_tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_DRAFTS = Records(Draft, local_tables.drafts)
_KEEP = f"""
    {_DRAFTS.insert} ON CONFLICT (author, kind, subject) DO UPDATE SET
        title = excluded.title, content = excluded.content, cursor = excluded.cursor,
        saved_at = excluded.saved_at
"""
_MINE = f"{_DRAFTS.select} WHERE author = ? ORDER BY saved_at DESC"
_ONE = f"{_DRAFTS.select} WHERE author = ? AND kind = ? AND subject = ?"


class SqlDrafts:
    """`author` is whoever is logged in: nobody else's draft can be reached from here."""

    def __init__(self, ledger: Ledger, author: UUID) -> None:
        self._ledger = ledger
        self._author = author.bytes

    def keep(self, draft: Draft) -> None:
        """Put down a draft, in the place of what its form held before."""
        values = _DRAFTS.encode(_DRAFTS.values(draft))
        self._ledger.connection.execute(_KEEP, values)
        self._ledger.touched.add(Topic.DRAFTS)

    def mine(self) -> Sequence[Draft]:
        """All of the author's, the latest first."""
        rows = self._ledger.connection.execute(_MINE, (self._author,))
        return [_DRAFTS.thing(row) for row in rows]

    def of_form(self, kind: str, subject: str) -> Draft | None:
        """What the author last typed into this form, if anything."""
        row = self._ledger.connection.execute(_ONE, (self._author, kind, subject)).fetchone()
        return None if row is None else _DRAFTS.thing(row)

    def discard(self, kind: str, subject: str) -> None:
        """The form was saved or given up."""
        self._ledger.connection.execute(
            "DELETE FROM drafts WHERE author = ? AND kind = ? AND subject = ?",
            (self._author, kind, subject),
        )
        self._ledger.touched.add(Topic.DRAFTS)
