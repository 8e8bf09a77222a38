"""The section that checks the data: one line for each thing, with a tick or a cross."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kentro_app.gui.admin.check.presenter import CheckPresenter, check_name
from kentro_app.gui.admin.section import AdminSection
from kentro_app.gui.ports import Prepares
from kentro_app.gui.widgets.buttons import PrimaryButton
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.i18n import _, ngettext
from kentro_app.services.backups import Check


class CheckSection(AdminSection):
    """Fits `check.presenter.CheckScreen`."""

    def __init__(
        self,
        verify: Callable[[], Sequence[Check]],
        lane: Prepares,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = CheckPresenter(self, verify, lane)
        self._checks: tuple[Check, ...] = ()
        self.begin = PrimaryButton(icon="check")
        self.list, self.empty = RowList(lead_width=24, slim=True), EmptyHint()
        self.card.add_to_head(self.begin)
        self.card.body.addWidget(self.list, 1)
        self.card.body.addWidget(self.empty, 1)
        self.begin.clicked.connect(self.presenter.run)
        self.retranslate()

    def name(self) -> str:
        return _("Check of the data")

    def retranslate(self) -> None:
        self.card.set_heading(_("Check of the data"))
        self.advice.setText(
            _("Looks at every page, key and entry and changes nothing. Work can go on meanwhile.")
        )
        self.begin.set_words(_("Check now"))
        self.list.setAccessibleName(_("Check of the data"))
        self.empty.set_words(
            _("Nothing was checked since the log-in"),
            _("On a large centre the check takes a minute or two."),
        )
        self._draw()

    # what the presenter asks for

    def show_busy(self, words: str) -> None:
        super().show_busy(words)
        self.begin.setEnabled(not words)

    def show_checks(self, checks: Sequence[Check]) -> None:
        self._checks = tuple(checks)
        self._draw()

    def show_trouble(self, words: str) -> None:
        self.say(words, "stop")

    def _draw(self) -> None:
        self.list.show_rows([_row(check) for check in self._checks])
        self.list.setVisible(bool(self._checks))
        self.empty.setVisible(not self._checks)
        wrong = sum(not check.ok for check in self._checks)
        if not self._checks:
            self.say("")
        elif wrong:
            words = ngettext(
                "{n} check did not pass. Make a backup elsewhere and tell a technician.",
                "{n} checks did not pass. Make a backup elsewhere and tell a technician.",
                wrong,
            )
            self.say(words.format(n=wrong), "stop")
        else:
            self.say(_("All is well: the data is whole."), "good")


def _row(check: Check) -> Row:
    return Row(
        check.name,
        check_name(check),
        check.detail,
        lead="✓" if check.ok else "✗",
        chip=_("passed") if check.ok else _("failed"),
        chip_kind="good" if check.ok else "stop",
    )
