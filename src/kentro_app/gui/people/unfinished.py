"""Registrations that were begun and not finished: each new name is a draft of its own."""

from functools import partial

from PySide6.QtCore import QObject

from kentro_app.domain.drafts import Draft
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.fold import fold
from kentro_app.domain.ids import new_id
from kentro_app.gui.drafts.fields import FormFields
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.office import Office
from kentro_app.gui.people.form import PersonForm
from kentro_app.gui.people.presenter import NewPersonPresenter
from kentro_app.gui.people.typed import begin
from kentro_app.gui.speaker import Speaker
from kentro_app.services import drafts
from kentro_app.services.ports import Work


class Unfinished(QObject):
    """Between the new-person form and its drafts. The form is built by now."""

    def __init__(
        self, form: PersonForm, presenter: NewPersonPresenter, office: Office, speaker: Speaker
    ) -> None:
        super().__init__(form)
        self._form, self._presenter, self._desk = form, presenter, office.desk
        fields = {name: entry.field for name, entry in form.entries.items()}
        self.keeper = DraftKeeper(
            FormFields(fields, form.changed),
            office,
            speaker,
            shown=form,
            kind=drafts.PERSON,
            title=lambda: form.typed().title,
        )
        self.keeper.brought_back.connect(lambda _draft: presenter.changed(form.typed()))

    def open(self, text: str) -> None:
        """Open the form for what was typed into the search.

        Whoever was begun under that name before comes back, text and cursor; for nothing new, the
        last one that was begun.
        """
        self.keeper.flush()  # before the form holds somebody else
        if self._presenter.start(text) or self.keeper.subject is None:
            self.keeper.begin(str(new_id()), fresh=True)
        if not text.strip() and not self._form.typed().is_empty:
            return
        self._desk.ask(
            partial(_begun_as, title=begin(text).title),
            self._found,
            self._failed,
            owner=self,
            latest="unfinished",
        )

    def resume(self, draft: Draft) -> None:
        """Show one of them, chosen from a list."""
        self.keeper.flush()
        self._presenter.start_afresh()
        self.keeper.resume(draft)

    def registered(self) -> None:
        """Whoever it was is in the registry: the form begins anew."""
        self.keeper.saved()
        self._presenter.start_afresh()

    def give_up(self) -> None:
        """Empty the form; what was in it can be had back for as long as the toast shows."""
        self.keeper.give_up()
        self._presenter.start_afresh()
        self.keeper.begin(str(new_id()), fresh=True)

    def _found(self, draft: Draft | None) -> None:
        if draft is not None and not self.keeper.touched:
            self.keeper.resume(draft)

    def _failed(self, error: Exception) -> None:
        # A form that opens empty is no trouble: the drafts are listed on the home screen too.
        if not isinstance(error, RuleViolation):
            raise error


def _begun_as(work: Work, *, title: str) -> Draft | None:
    begun = (draft for draft in drafts.mine(work) if draft.kind == drafts.PERSON)
    return next((draft for draft in begun if fold(draft.title).startswith(fold(title))), None)
