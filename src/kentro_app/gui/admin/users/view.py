"""The section of users: everybody at the left, what one does with them at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kentro_app.domain.users import User
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.admin.ports import Accounts
from kentro_app.gui.admin.section import AdminSection, scrolled
from kentro_app.gui.admin.users.panels import (
    AddPanel,
    DisableQuestion,
    EnableQuestion,
    Panel,
    PhrasePanel,
    ResetQuestion,
    RolePanel,
)
from kentro_app.gui.admin.users.presenter import UsersPresenter, shown_name
from kentro_app.gui.bar import Bar
from kentro_app.gui.ports import DeskDoor
from kentro_app.gui.theme import L, M, S
from kentro_app.gui.widgets.buttons import Button, DangerButton, PrimaryButton
from kentro_app.gui.widgets.chip import ChipKind
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined, role_word
from kentro_app.i18n import _


class UsersSection(AdminSection):
    """Fits `users.presenter.UsersScreen`."""

    def __init__(
        self, desk: DeskDoor, doing: Accounts, adviser: Adviser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = UsersPresenter(self, desk, doing, adviser)
        self._users: dict[object, User] = {}
        self.users = RowList()
        self.new = PrimaryButton(icon="plus")
        self.reset, self.enable, self.disable = Button(), Button(), DangerButton()
        self.change, self.ask_role = Button(), RolePanel()
        self.hint = EmptyHint()
        self.add, self.phrase = AddPanel(), PhrasePanel()
        self.ask_reset, self.ask_enable = ResetQuestion(), EnableQuestion()
        self.ask_disable = DisableQuestion(danger=True)
        self.panels = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Users")

    def start(self) -> None:
        self.presenter.load()

    def retranslate(self) -> None:
        self.card.set_heading(_("Users"))
        self.advice.setText(_("Everybody logs in with an account of her own."))
        self.users.setAccessibleName(_("Users"))
        self.new.set_words(_("New user"))
        self.reset.set_words(_("New password…"))
        self.change.set_words(_("Change role…"))
        self.enable.set_words(_("Enable…"))
        self.disable.set_words(_("Disable…"))
        self.hint.set_words(
            _("Choose somebody from the list"), _("or add a new colleague with the button above.")
        )
        for panel in self._all_panels():
            panel.retranslate()
        self._draw()

    # what the presenter asks for

    def show_users(self, users: Sequence[User]) -> None:
        self._users = {user.id: user for user in users}
        self._draw()

    def show_refusal(self, field: str, words: str) -> None:
        shown = (self.hint, *self._all_panels())[self.panels.currentIndex()]
        if isinstance(shown, Panel):
            shown.show_refusal(field, words)
        else:
            self.say(words, "stop")

    def show_phrase(self, user: User, phrase: str) -> None:
        self.say("")
        self.phrase.show_phrase(user, phrase)
        self._show(self.phrase)

    def show_done(self, words: str) -> None:
        self._show(self.hint)
        self.say(words, "good")

    # its parts

    def _all_panels(self) -> tuple[Panel, ...]:
        questions = (self.ask_reset, self.ask_role, self.ask_enable, self.ask_disable)
        return (self.add, self.phrase, *questions)

    def _lay_out(self) -> None:
        self.card.add_to_head(self.new)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.users, 1)
        left.addWidget(Bar([self.reset], [self.change, self.enable, self.disable]))
        for panel in (self.hint, *self._all_panels()):
            self.panels.addWidget(scrolled(panel))
        across = QHBoxLayout()
        across.setSpacing(L + M)
        across.addLayout(left, 6)
        across.addWidget(self.panels, 5)
        self.card.body.addLayout(across, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self._begin_adding)
        self.users.current_changed.connect(lambda _id: self._offer())
        self.add.added.connect(self.presenter.add)
        questions = (
            (self.reset, self.ask_reset, self.presenter.reset),
            (self.change, self.ask_role, self.presenter.change_role),
            (self.enable, self.ask_enable, self.presenter.enable),
            (self.disable, self.ask_disable, self.presenter.disable),
        )
        for button, question, act in questions:
            button.clicked.connect(lambda _on=False, panel=question: self._ask(panel))
            question.agreed.connect(act)
        for panel in self._all_panels():
            panel.closed.connect(lambda: self._show(self.hint))

    def _begin_adding(self) -> None:
        self._show(self.add)
        self.add.start()

    def _ask(self, panel: ResetQuestion | RolePanel | EnableQuestion | DisableQuestion) -> None:
        user = self._users.get(self.users.current_id())
        if user is not None:
            self._show(panel)
            panel.ask(user)

    def _show(self, panel: QWidget) -> None:
        self.say("")
        if panel is not self.phrase:
            self.phrase.forget()
        panels = (self.hint, *self._all_panels())
        self.panels.setCurrentIndex(panels.index(panel))
        self._offer()

    def _draw(self) -> None:
        order = sorted(self._users.values(), key=lambda u: (not u.active, shown_name(u).casefold()))
        self.users.show_rows([_row(user) for user in order])
        self._offer()

    def _offer(self) -> None:
        user = self._users.get(self.users.current_id())
        self.reset.setVisible(user is None or user.active)
        self.disable.setVisible(user is None or user.active)
        self.change.setVisible(user is None or user.active)
        self.enable.setVisible(user is not None and not user.active)
        for button in (self.reset, self.change, self.disable):
            button.setEnabled(user is not None)


def _row(user: User) -> Row:
    state = _("active") if user.active else _("disabled")
    about = joined(user.name, role_word(user.role))
    kind: ChipKind = "good" if user.active else "plain"
    return Row(user.id, shown_name(user), about, chip=state, chip_kind=kind, strong=user.active)
