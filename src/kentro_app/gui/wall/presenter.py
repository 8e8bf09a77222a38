"""The wall, without a window: what is read, and when something new deserves attention."""

from datetime import datetime
from functools import partial
from typing import Protocol

from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.domain.moments import Clock
from kentro_app.gui.ports import Asks
from kentro_app.services import wall
from kentro_app.services.wall import Board

_Seen = tuple[str, int, datetime]


class WallScreen(Protocol):
    def show_board(self, board: Board) -> None: ...
    def draw_attention(self) -> None: ...


class WallPresenter:
    """Keeps the wall as the store is; a call that is new, or repeated, draws attention."""

    def __init__(self, screen: WallScreen, desk: Asks, now: Clock) -> None:
        self._screen, self._desk, self._now = screen, desk, now
        self._seen: _Seen | None = None
        self._begun = False

    def refresh(self) -> None:
        """Read the latest calls."""
        self._desk.ask(
            partial(wall.board, now=self._now()),
            self._show,
            _let_be,
            owner=self._screen,
            latest="wall",
        )

    def _show(self, board: Board) -> None:
        present = board.present
        seen = (present.letter, present.ticket, present.called_at) if present else None
        is_new = self._begun and seen is not None and seen != self._seen
        self._seen, self._begun = seen, True
        self._screen.show_board(board)
        if is_new:
            self._screen.draw_attention()


def _let_be(error: Exception) -> None:
    # The wall keeps what it shows; the desk's own window tells of the trouble.
    if not isinstance(error, Unavailable | RuleViolation):
        raise error
