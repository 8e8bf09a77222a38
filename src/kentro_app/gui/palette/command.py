"""What can be done by its name. A feature adds its own where it adds its place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor


@dataclass(frozen=True, slots=True)
class Command:
    """Something one can ask for by name.

    `title` is called, not stored, so that a change of language shows; `keywords` are other words
    people use for it, Greek and English together. `shortcut` is only shown. Any of `permissions`
    offers it; none means everybody.
    """

    name: str
    title: Callable[[], str]
    run: Callable[[], object]
    keywords: tuple[str, ...] = ()
    icon: str = ""
    shortcut: str = ""
    permissions: frozenset[Permission] = frozenset()


def offered(commands: Iterable[Command], actor: Actor) -> list[Command]:
    """Those that the actor may use."""
    return [
        command
        for command in commands
        if not command.permissions or any(may(actor, p) for p in command.permissions)
    ]
