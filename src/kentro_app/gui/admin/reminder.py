"""A word to an administrator whose recovery card nobody has confirmed."""

from collections.abc import Callable

from kentro_app.gui.ports import Asks
from kentro_app.gui.widgets.notices import Banner
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, Work


def remind_of_card(
    banner: Banner,
    desk: Asks,
    is_confirmed: Callable[[Work], bool],
    *,
    actor: Actor,
    go: Callable[[], None],
) -> None:
    """Look into the access log on the read lane; if no card was proven, say so with a way there.

    The set-up may have been killed between the founding and the card: then nobody has the code.
    """
    if not may(actor, Permission.MANAGE_USERS):
        return

    def answered(confirmed: bool) -> None:
        if confirmed or banner.words():  # whatever is said there now is more urgent
            return
        words = _("Recovery card…")
        banner.action.set_words(words)
        banner.action.show()
        banner.show_words(_("Nobody has confirmed that the recovery card is on paper."), "wait")
        banner.action.clicked.connect(lambda: go() if banner.action.text() == words else None)

    desk.ask(is_confirmed, answered, _let_be, owner=banner)


def _let_be(error: Exception) -> None:
    # The section of the card tells what is wrong with the store; a bug is raised again here.
    explain(error)
