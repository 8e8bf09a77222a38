"""Finding people while somebody types: folded words, sounds and numbers in one full-text index.

The index is a second copy of names and numbers; `secure-delete` makes it forget
what is deleted. Every word is quoted, so that what is typed is never a query.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kentro_app.domain.fold import fold, words
from kentro_app.domain.nicknames import variants
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import ContactKind, PersonFile
from kentro_app.domain.phones import digits
from kentro_app.domain.sounds import sound_beginnings, sound_keys
from kentro_app.services.ports import Found
from kentro_app.storage.types import UuidBlob

CREATE = (
    "CREATE VIRTUAL TABLE person_search USING fts5("
    "names, sounds, numbers, tokenize = 'ascii', prefix = '1 2 3 4 5 6', detail = 'column')",
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
    where="s.person_search MATCH ?",
)
_BY_NUMBER = _SELECT.format(source="persons AS p", where="p.number >= ? AND p.number < ?")
_BY_IDENTIFIER = _SELECT.format(
    source="identifiers AS i JOIN persons AS p ON p.id = i.person_id", where="i.value IN (?, ?)"
)
_DIGIT = re.compile(r"\d")
_HOME = re.compile(r"^(\+|00)30 *")  # the country code, which nobody's number is stored with
# A human number typed with the Greek layout: ΡΕΤ-Α-2026 looks like PET-A-2026.
_LATIN = str.maketrans("αβεζηικμνορτυχ", "abezhikmnoptyx")
# An identity card is stored in Greek letters, whichever were typed: AB 123456 is ΑΒ123456.
_GREEK = str.maketrans("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
_SHORTEST = 2
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
    sounds = dict.fromkeys(key for word in names for key in _sounds(word))
    phones = [digits(c.value) for c in file.contacts if c.kind is ContactKind.PHONE]
    serial = person.number.rpartition("-")[2].lstrip("0")
    return " ".join(names), " ".join(sounds), " ".join([f"n{serial}", *phones])


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> tuple[str, ...]:
    # Short and full forms of a name sound unlike: Γεώργιος is found as Γιώργος, Yorgos, Giwrgos.
    forms = variants(word) | {word}
    return tuple(sorted({key for form in forms for key in sound_keys(form)}))


def find(connection: Any, text: str, limit: int) -> Sequence[Found]:
    """People whose name, phone, number or identifier is meant by `text`, best first."""
    typed = words(text)[:_MOST_WORDS]
    if sum(map(len, typed)) < _SHORTEST:  # one letter means everybody
        return []
    rows: Sequence[Row] = _numbered(connection, text, limit) if _DIGIT.search(text) else []
    spoken = [word for word in typed if not word.isdigit()]
    if spoken and not rows:
        rows = _named(connection, spoken, limit)
    scored = [_found(row, typed) for row in rows]
    scored.sort(key=lambda found: (-found.score, fold(found.surname), fold(found.given_name)))
    return scored[:limit]


def _numbered(connection: Any, text: str, limit: int) -> Sequence[Row]:
    parts = [part.translate(_LATIN) for part in words(_HOME.sub("", text.strip()))]
    if len(parts) > 1 and parts[0].isalpha():  # PET-A-2026-00318, as far as it is typed
        number = "-".join(parts).upper()
        if rows := _rows(connection, _BY_NUMBER, number, number + "~", limit):
            return rows
    compact = "".join(parts)
    if len(compact) < _SHORTEST_NUMBER:
        return []
    held = compact.upper()
    exact = _rows(connection, _BY_IDENTIFIER, held, held.translate(_GREEK), limit)
    serial = compact.lstrip("0")
    meant = f'numbers : ("{compact}" * OR "n{serial}")'
    return exact or _rows(connection, _BY_TEXT, meant, limit)


def _rows(connection: Any, *question: Any) -> list[Row]:
    sql, *parameters = question
    rows: list[Row] = connection.execute(sql, parameters).fetchall()
    return rows


def _named(connection: Any, typed: Sequence[str], limit: int) -> Sequence[Row]:
    found: dict[bytes, Row] = {}
    for query in _queries(typed):
        for row in connection.execute(_BY_TEXT, (query, limit)):
            found.setdefault(row[0], row)
        if len(found) >= limit:
            break
    return list(found.values())


def _queries(typed: Sequence[str]) -> Iterable[str]:
    """From narrow to wide: whole words, beginnings, then whatever sounds alike."""
    yield "names : (" + " AND ".join(f'"{word}"' for word in typed) + ")"
    yield "names : (" + " AND ".join(f'"{word}" *' for word in typed) + ")"
    if all(len(word) >= 3 for word in typed):
        yield " AND ".join(_alike(word) for word in typed)


def _alike(word: str) -> str:
    meant = [f'names : "{word}" *']
    meant += [f'sounds : "{key}"' for key in sorted(sound_keys(word))]
    meant += [f'sounds : "{start}" *' for start in sorted(sound_beginnings(word))]
    return f"({' OR '.join(meant)})"


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
