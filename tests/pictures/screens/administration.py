"""Administration, section by section."""

from kentro_app.bootstrap.day.hands import pause, until
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.card.view import CardSection
from kentro_app.gui.admin.catalogue.view import CatalogueSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.people.view import PeopleSection
from kentro_app.gui.admin.trail.view import TrailSection
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.services.demo.staff import ADMINISTRATOR
from tests.pictures.registry import USUAL, Detail, screen

_LOADED = 0.8
_TABLE = """επώνυμο;όνομα;ΑΜΚΑ;τηλέφωνο
Αλεξάκη;Ειρήνη;;697 111 2233
Βασιλείου;Πέτρος;12345678901;
Γκίκα;Μαρία;;210 5065885
"""


def _section(stage, kind):
    window = stage.main(ADMINISTRATOR)
    place = window.go_to("administration")
    place.show_section(kind)
    at = next(i for i, section in enumerate(place.sections) if isinstance(section, kind))
    place.names[at].setFocus()
    pause(_LOADED)
    return window, place.sections[at]


@screen("users", Detail("users"))
def users(stage):
    window, section = _section(stage, UsersSection)
    section.users.select_first()
    return window


@screen("new-user", Detail("new-user", of=lambda w: [w.go_to("administration")]))
def new_user(stage):
    window, section = _section(stage, UsersSection)
    section.new.click()
    section.add.display_edit.setText("Δήμητρα Παππά")
    return window


@screen("import-people", Detail("import-people"))
def import_people(stage):
    window, section = _section(stage, PeopleSection)
    table = stage.folder / "people.csv"
    table.write_text(_TABLE, encoding="utf-8")
    section.presenter.choose(str(table))
    until(section.begin.isEnabled, "the table was not read")
    section.begin.click()
    until(lambda: section.list.isVisible(), "nothing was said about the table")
    pause(_LOADED)
    return window


@screen("requests", Detail("requests"))
def requests(stage):
    window, section = _section(stage, CatalogueSection)
    section.rows.select_first()
    return window


@screen("backups", Detail("backups"))
def backups(stage):
    return _section(stage, BackupsSection)[0]


@screen("restore-drill", Detail("restore-drill", of=lambda w: [w.go_to("administration")]))
def restore_drill(stage):
    window, section = _section(stage, BackupsSection)
    section.list.select_first()
    section.drill.click()
    until(section.drill.isEnabled, "the drill did not end", 60)
    pause(_LOADED)
    return window


@screen("recovery-card")
def recovery_card(stage):
    return _section(stage, CardSection)[0]


@screen("check", Detail("check", of=lambda w: [w.go_to("administration")]))
def check(stage):
    window, section = _section(stage, CheckSection)
    section.begin.click()
    until(section.begin.isEnabled, "the check did not end", 60)
    pause(_LOADED)
    return window


@screen("access-log", Detail("access-log", size=USUAL))
def access_log(stage):
    return _section(stage, TrailSection)[0]
