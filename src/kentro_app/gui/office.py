"""What every screen of a session stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kentro_app.domain.moments import Clock
from kentro_app.domain.sites import Site
from kentro_app.domain.users import User
from kentro_app.gui.account.own_password import PasswordOwner
from kentro_app.gui.desk import Desk
from kentro_app.gui.desk_mode import Modes
from kentro_app.gui.papers import Papers
from kentro_app.services.ports import Actor


@dataclass(frozen=True, slots=True)
class Office:
    """An open centre, as the screens see it.

    `letter` is this desk's; `last_backup` answers at once, without store or disk;
    `clock_behind` says how far this machine's clock was set back since the last log-in.
    """

    desk: Desk
    actor: Actor
    user: User
    site: Site
    letter: str
    now: Clock
    papers: Papers
    password: PasswordOwner
    modes: Modes
    last_backup: Callable[[], datetime | None]
    demo: bool = False
    clock_behind: timedelta = timedelta(0)
