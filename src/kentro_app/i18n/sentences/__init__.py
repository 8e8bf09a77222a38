"""The sentences of refusals and doubts, by their code; the {gaps} are their facts.

A new error needs a line in one of these tables; a test goes through all of them.
"""

from kentro_app.i18n.sentences import (
    backups,
    commands,
    contacts,
    desk,
    drafts,
    fields,
    general,
    keys,
    papers,
    store,
    tables,
    users,
)
from kentro_app.i18n.sentences.fields import DOUBTS
from kentro_app.i18n.sentences.forms import Facts, Sentence

__all__ = ["DOUBTS", "SENTENCES", "Facts", "Sentence"]

SENTENCES: dict[str, Sentence] = {
    **general.SENTENCES,
    **fields.SENTENCES,
    **desk.SENTENCES,
    **contacts.SENTENCES,
    **drafts.SENTENCES,
    **users.SENTENCES,
    **keys.SENTENCES,
    **store.SENTENCES,
    **backups.SENTENCES,
    **commands.SENTENCES,
    **tables.SENTENCES,
    **papers.SENTENCES,
}
