"""Reading a JSON object strictly: what is not asked for, given twice or of another kind is refused.

A field that is missing and one that is null are the same.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, NoReturn, TypeVar
from uuid import UUID

from kentro_app.cli.errors import (
    GivenTwice,
    NotAChoice,
    NotAMoment,
    NotAnId,
    NotJson,
    UnknownField,
    WrongKind,
)
from kentro_app.domain.moments import truncate
from kentro_app.domain.text import Missing

E = TypeVar("E", bound=Enum)
_SHOWN = 40


def parse_object(text: str) -> Mapping[str, Any]:
    """The object in the text. Raises NotJson, GivenTwice."""
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotJson from None
    if not isinstance(found, dict):
        raise NotJson
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise GivenTwice(field=name[:_SHOWN], name=name[:_SHOWN])
        found[name] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


class Fields:
    """The fields of one object. Raises UnknownField for a name outside `known`."""

    def __init__(self, given: Mapping[str, Any], known: Sequence[str], within: str = "") -> None:
        self._within = f"{within}." if within else ""
        self._given = {name: value for name, value in given.items() if value is not None}
        for name in given:
            if name not in known:
                shown = name[:_SHOWN]
                raise UnknownField(field=self._name(shown), name=shown, known=", ".join(known))

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return name in self._given

    def text(self, name: str, *, required: bool = False) -> str:
        """A text, empty where there is none. Raises Missing, WrongKind."""
        return self._of_kind(name, str, "text", required) or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts. Raises WrongKind."""
        found = self._of_kind(name, list, "texts") or []
        if not all(isinstance(item, str) for item in found):
            raise WrongKind(field=self._name(name), expected="texts")
        return tuple(found)

    def inner(self, name: str, known: Sequence[str]) -> "Fields | None":
        """An object inside this one. Raises WrongKind, UnknownField."""
        found = self._of_kind(name, dict, "object")
        return None if found is None else Fields(found, known, self._name(name))

    def inners(self, name: str, known: Sequence[str]) -> list["Fields"]:
        """A list of objects. Raises WrongKind, UnknownField."""
        found = self._of_kind(name, list, "objects") or []
        if not all(isinstance(item, dict) for item in found):
            raise WrongKind(field=self._name(name), expected="objects")
        return [Fields(item, known, self._name(name)) for item in found]

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        """A member of an enumeration by its value. Raises NotAChoice, Missing without a default."""
        text = self.text(name, required=default is None)
        if not text and default is not None:
            return default
        for member in kind:
            if member.value == text:
                return member
        choices = ", ".join(str(member.value) for member in kind)
        raise NotAChoice(field=self._name(name), value=text[:_SHOWN], choices=choices)

    def moment(self, name: str) -> datetime | None:
        """A moment with an offset, in UTC. Raises NotAMoment."""
        text = self.text(name)
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
            if found.tzinfo is None:
                raise ValueError
            return truncate(found)
        except (ValueError, OverflowError):
            raise NotAMoment(field=self._name(name), value=text[:_SHOWN]) from None

    def identity(self, name: str) -> UUID | None:
        """An id. Raises NotAnId."""
        text = self.text(name)
        return identity(text, field=self._name(name)) if text else None

    def _name(self, name: str) -> str:
        return f"{self._within}{name}"

    def _of_kind(self, name: str, kind: type[Any], expected: str, required: bool = False) -> Any:
        found = self._given.get(name)
        if found is None and required:
            raise Missing(field=self._name(name))
        if found is not None and not isinstance(found, kind):
            raise WrongKind(field=self._name(name), expected=expected)
        return found


def identity(text: str, *, field: str) -> UUID:
    """The id that the text is. Raises NotAnId."""
    try:
        return UUID(text)
    except ValueError:
        raise NotAnId(field=field, value=text[:_SHOWN]) from None
