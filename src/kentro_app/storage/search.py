"""Finding people while somebody types: folded words, sounds and numbers in one full-text index.

The index is a second copy of names and numbers; `secure-delete` makes it forget
what is deleted. Every word is quoted, so that what is typed is never a query.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kentro_app.domain.fold import fold, words
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import ContactKind, PersonFile
from kentro_app.domain.phones import digits
from kentro_app.domain.sounds import sound_keys
from kentro_app.services.ports import Found
from kentro_app.storage.types import UuidBlob

CREATE = (
    "CREATE VIRTUAL TABLE person_search USING fts5("
    "names, sounds, numbers, tokenize = 'ascii', prefix = '2 3 4', detail = 'column')",
    "INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1)",
)

_SELECT = """
    SELECT p.id, p.number, p.surname, p.given_name, p.birth_date,
        (SELECT c.value FROM contact_points AS c
         WHERE c.person_id = p.id AND c.kind = 'phone' AND c.safe_to_call LIMIT 1)
    FROM {source} WHERE {where} LIMIT ?
"""
_BY_TEXT = _SELECT.format(
    source="person_search AS s JOIN persons AS p ON p.position = s.rowid",
    where="s.person_search MATCH ? ORDER BY s.rowid DESC",
)
_BY_IDENTIFIER = _SELECT.format(
    source="identifiers AS i JOIN persons AS p ON p.id = i.person_id", where="i.value = ?"
)
_NUMBER = re.compile(r"\d")
_SHORTEST_NUMBER = 3
_MOST_WORDS = 6

Row = tuple[Any, ...]


def index(connection: Any, position: int, file: PersonFile) -> None:
    """Put a person into the index, or replace what it knows of them."""
    connection.execute("DELETE FROM person_search WHERE rowid = ?", (position,))
    connection.execute(
        "INSERT INTO person_search (rowid, names, sounds, numbers) VALUES (?, ?, ?, ?)",
        (position, *terms(file)),
    )


def terms(file: PersonFile) -> tuple[str, str, str]:
    """What is searchable of a person: folded name words, their sounds, numbers."""
    person = file.person
    spoken = [person.surname, person.given_name]
    spoken += [name for alias in file.aliases for name in (alias.surname, alias.given_name)]
    names = list(dict.fromkeys(word for name in spoken for word in words(name)))
    sounds = dict.fromkeys(key for word in names for key in sorted(sound_keys(word)))
    phones = [digits(c.value) for c in file.contacts if c.kind is ContactKind.PHONE]
    number = "".join(words(person.number))
    return " ".join(names), " ".join(sounds), " ".join([number, *phones])


def find(connection: Any, text: str, limit: int) -> Sequence[Found]:
    """People whose name, phone, number or identifier is meant by `text`, best first."""
    typed = words(text)[:_MOST_WORDS]
    if not typed:
        return []
    rows = _numbered(connection, text, typed, limit)
    if not rows:
        rows = _named(connection, typed, limit)
    scored = [_found(row, typed) for row in rows]
    scored.sort(key=lambda found: (-found.score, fold(found.surname), fold(found.given_name)))
    return scored[:limit]


def _numbered(connection: Any, text: str, typed: Sequence[str], limit: int) -> Iterable[Row]:
    if not _NUMBER.search(text):
        return []
    compact = "".join(typed)
    if len(compact) < _SHORTEST_NUMBER:
        return []
    exact = connection.execute(_BY_IDENTIFIER, (fold(compact).upper(), limit)).fetchall()
    by_text = f'numbers : "{compact}" *'
    found: list[Row] = exact or connection.execute(_BY_TEXT, (by_text, limit)).fetchall()
    return found


def _named(connection: Any, typed: Sequence[str], limit: int) -> Iterable[Row]:
    found: dict[bytes, Row] = {}
    for query in _queries(typed):
        for row in connection.execute(_BY_TEXT, (query, limit)):
            found.setdefault(row[0], row)
        if len(found) >= limit:
            break
    return found.values()


def _queries(typed: Sequence[str]) -> Iterable[str]:
    """From narrow to wide: whole words, beginnings, then whatever sounds alike."""
    yield "names : (" + " AND ".join(f'"{word}"' for word in typed) + ")"
    yield "names : (" + " AND ".join(f'"{word}" *' for word in typed) + ")"
    if all(len(word) >= 3 for word in typed):
        yield " AND ".join(_alike(word) for word in typed)


def _alike(word: str) -> str:
    keys = " OR ".join(f'sounds : "{key}"' for key in sorted(sound_keys(word)) if key)
    beginning = f'names : "{word}" *'
    return f"({beginning} OR {keys})" if keys else f"({beginning})"


def _found(row: Row, typed: Sequence[str]) -> Found:
    identity, number, surname, given_name, birth_date, phone = row
    known = [*words(surname), *words(given_name)]
    best = [max((JaroWinkler.similarity(t, k) for k in known), default=0.0) for t in typed]
    person_id = UuidBlob().process_result_value(identity, None)
    assert person_id is not None
    return Found(
        id=person_id,
        number=number,
        surname=surname,
        given_name=given_name,
        birth_year=PartialDate(birth_date).year if birth_date else None,
        phone=phone or "",
        score=round(100 * sum(best) / len(best)),
    )
