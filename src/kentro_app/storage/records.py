"""Between frozen dataclasses and rows: by field name, one mapper for every kind of record."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Column, Integer, Table

from kentro_app.storage.types import EnumText, Flag, Moment, UuidBlob

T = TypeVar("T")
Scalar = str | int | bool | None


class Records(Generic[T]):
    """Rows of one table as values of one dataclass; columns without a field are given by name."""

    def __init__(self, kind: type[T], table: Table, *, extra: Sequence[str] = ()) -> None:
        names = [*extra, *(field.name for field in fields(kind))]  # type: ignore[arg-type]
        self.entity: str = table.info.get("entity", "")
        self.table = table
        self.names = tuple(names)
        self._kind = kind
        self._extra = len(extra)
        self._columns: list[Column[Any]] = [table.c[name] for name in names]
        self._encoders = [_encoder(column) for column in self._columns]
        self._decoders = [_decoder(column) for column in self._columns[len(extra) :]]
        self._spoken = [speaker(column) for column in self._columns]
        # Looked at once for each new record: only what is not its own form, by place.
        self._coded = [(n, code) for n, code in enumerate(self._encoders) if code is not None]
        silent = [silence(column) for column in self._columns]
        self._said = list(zip(names, self._spoken, silent, strict=True))
        self._read = attrgetter(*names[len(extra) :])
        listed, marks = ", ".join(names), ", ".join("?" for _ in names)
        kept = ", ".join(names[len(extra) :])
        self.insert = f"INSERT INTO {table.name} ({listed}) VALUES ({marks})"
        self.select = f"SELECT {kept} FROM {table.name}"
        self._update = f"UPDATE {table.name} SET "

    def values(self, thing: T, extra: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The thing as it is in Python, in the order of `names`."""
        return (*extra, *self._read(thing))

    def encode(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """Values as they lie on disk."""
        coded = list(values)
        for place, encoder in self._coded:
            if coded[place] is not None:
                coded[place] = encoder(coded[place], None)
        return tuple(coded)

    def thing(self, row: Sequence[Any]) -> T:
        """A row of `select` as a value."""
        return self._kind(
            *[
                value if decoder is None else decoder(value, None)
                for decoder, value in zip(self._decoders, row, strict=True)
            ]
        )

    def wire(self, values: Sequence[Any]) -> dict[str, Scalar]:
        """What travels of a new record: JSON scalars, nothing for what is empty or as usual."""
        return {
            name: value if speak is None else speak(value)
            for (name, speak, silent), value in zip(self._said, values, strict=True)
            if value is not None and value != silent and name != "id"
        }

    def difference(self, old: T, new: T) -> dict[str, Any]:
        """The fields in which two versions of a record differ, with their new values."""
        return {
            name: getattr(new, name)
            for name in self.names[self._extra :]
            if getattr(old, name) != getattr(new, name)
        }

    def update(self, changed: Mapping[str, Any], record_id: UUID) -> tuple[str, list[Any]]:
        """The statement that writes the changed fields, and its parameters."""
        places = [self.names.index(name) for name in changed]
        listed = ", ".join(f"{name} = ?" for name in changed)
        encoded = [
            value if (encode := self._encoders[place]) is None else encode(value, None)
            for place, value in zip(places, changed.values(), strict=True)
        ]
        return f"{self._update}{listed} WHERE id = ?", [*encoded, record_id.bytes]

    def speak(self, name: str, value: Any) -> Scalar:
        """One field as it travels."""
        speak = self._spoken[self.names.index(name)]
        spoken: Scalar = value if speak is None or value is None else speak(value)
        return spoken


# A desk's own site, users and latest visitors are said again and again.
_spoken_id = lru_cache(4096)(str)


def _encoder(column: Column[Any]) -> Any:
    return getattr(column.type, "process_bind_param", None)


def _decoder(column: Column[Any]) -> Any:
    return getattr(column.type, "process_result_value", None)


def silence(column: Column[Any]) -> Any:
    """The value of a column that goes without saying: what a store has that never heard of it."""
    if column.server_default is None:
        return ""
    usual = column.server_default.arg  # type: ignore[attr-defined]
    return int(usual) if isinstance(column.type, Integer | Flag) else usual


def speaker(column: Column[Any]) -> Any:
    """How a value of the column is said on the wire; None when it travels as it is."""
    match column.type:
        case UuidBlob():
            return _spoken_id
        case Moment():
            return lambda moment: moment.isoformat().replace("+00:00", "Z")
        case EnumText():
            return lambda member: member.value
        case Flag():
            return bool
    encode = _encoder(column)
    return None if encode is None else lambda value: encode(value, None)
