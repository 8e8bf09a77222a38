"""A line of the grid: what is typed into it, whom it means, and what is wrong with it. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import Enum
from typing import Any
from uuid import UUID

from kentro_app.domain.clock_times import parse_time
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.paper_numbers import PaperKind, PaperNumber, read
from kentro_app.domain.sex import Sex
from kentro_app.gui.people.typed import begin
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.paper_day_model import Nobody, PaperLine
from kentro_app.services.registry import Registration

NEW = "new"
_TEXTS = ("code", "who", "arrived", "left")


class Cell(Enum):
    """The cells one types into, from left to right."""

    CODE = "code"
    WHO = "who"
    ARRIVED = "arrived"
    LEFT = "left"
    SIGNED = "signed"


CELLS = tuple(Cell)


@dataclass(frozen=True, slots=True)
class GridLine:
    """`meant` is the id of a person as text, `new`, or a sex for somebody without a name.

    `problems` are sentences by the cell they are about; `differs` that the store says something
    else and somebody has to confirm.
    """

    id: UUID = field(default_factory=new_id)
    code: str = ""
    who: str = ""
    arrived: str = ""
    left: str = ""
    signed: bool = False
    meant: str = ""
    problems: Mapping[Cell, str] = field(default_factory=dict)
    differs: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(getattr(self, name).strip() for name in _TEXTS) and not self.signed

    @property
    def says_something(self) -> bool:
        """Whether there is more in it than the code it is about."""
        return bool(self.who.strip() or self.arrived.strip() or self.left.strip() or self.signed)

    @property
    def remark(self) -> str:
        """What is wrong with it, in one line."""
        return " ".join(self.problems[cell] for cell in CELLS if cell in self.problems)

    def number(self, letter: str) -> PaperNumber | None:
        """The code taken apart; None where there is none or it is not one yet."""
        try:
            return read(self.code, letter) if self.code.strip() else None
        except RuleViolation:
            return None

    def typed(self, cell: Cell, text: str) -> "GridLine":
        """With this in a cell; what was wrong with the line has to be found out anew."""
        if cell is Cell.SIGNED:
            return replace(self, signed=bool(text), problems={}, differs=False)
        changes: dict[str, Any] = {cell.value: text}
        if cell is Cell.WHO and text.strip() != self.who.strip():
            changes["meant"] = ""
        return replace(self, **changes, problems={}, differs=False)

    def as_values(self) -> dict[str, Any]:
        """What a draft keeps of it."""
        texts: dict[str, Any] = {name: getattr(self, name) for name in (*_TEXTS, "meant")}
        return {**texts, "id": str(self.id), "signed": self.signed}


def from_values(values: Mapping[str, Any]) -> GridLine:
    """A line as a draft kept it."""
    texts: dict[str, Any] = {name: str(values.get(name, "")) for name in (*_TEXTS, "meant")}
    try:
        line_id = UUID(str(values.get("id", "")))
    except ValueError:
        line_id = new_id()
    return GridLine(line_id, **texts, signed=bool(values.get("signed")))


def is_ticket(line: GridLine, letter: str) -> bool:
    """Whether its code is that of a visit the program knows, and nobody need say who it was."""
    number = line.number(letter)
    return number is not None and number.kind is PaperKind.VISIT


def checked(line: GridLine, letter: str) -> GridLine:
    """The line with whatever can be seen to be wrong without asking the store."""
    if not line.says_something:
        return replace(line, problems={})
    problems: dict[Cell, str] = {}
    _try(problems, Cell.CODE, lambda: read(line.code, letter) if line.code.strip() else None)
    for cell in (Cell.ARRIVED, Cell.LEFT):
        _try(problems, cell, lambda cell=cell: _time(line, cell))
    if not is_ticket(line, letter) and Cell.CODE not in problems and not line.meant:
        problems[Cell.WHO] = _("Who came? Type a name and choose, or a hyphen for nobody named.")
    return replace(line, problems=problems)


def _try(problems: dict[Cell, str], cell: Cell, look: Any) -> None:
    try:
        look()
    except RuleViolation as error:
        problems[cell] = explain(error)


def _time(line: GridLine, cell: Cell) -> time | None:
    return parse_time(getattr(line, cell.value), field=cell.value)


def as_paper(line: GridLine) -> PaperLine:
    """The line as the use case takes it. Raises NotATime."""
    return PaperLine(
        line.id, line.code, _who(line), _time(line, Cell.ARRIVED), _time(line, Cell.LEFT),
        line.signed,
    )  # fmt: skip


def _who(line: GridLine) -> UUID | Nobody | Registration | None:
    if not line.meant:
        return None
    if line.meant == NEW:
        begun = begin(line.who)
        return Registration(new_id(), begun.surname, begun.given_name)
    if line.meant in Sex.__members__:
        return Nobody(Sex[line.meant])
    return UUID(line.meant)


def refused(line: GridLine, error: RuleViolation) -> GridLine:
    """The line with the reason why the store did not take it, at the cell it is about."""
    known = {cell.value: cell for cell in Cell}
    cell = known.get(error.field or "", Cell.WHO if error.field else Cell.CODE)
    return replace(line, problems={cell: explain(error)}, differs=error.code == "typed_otherwise")
