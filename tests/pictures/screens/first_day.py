"""The set-up of a new centre, step by step, with a card whose code is nobody's."""

from dataclasses import replace
from pathlib import Path

from kentro_app.bootstrap.setting_up import PaperCard, SettingUp
from kentro_app.gui.setup.view import Endings, SetUpWindow
from kentro_app.reports.card import groups
from kentro_app.services import profiles
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey
from tests.pictures.centre import moment
from tests.pictures.registry import Detail, screen
from tests.pictures.stage import run_now
from tests.vault.keys import CHEAP

_PHRASE = "φανάρι πορτοκάλι ταξίδι βροχή"
_ASKED = 5
_SIZE = (1100, 720)


class _SettingUp(SettingUp):
    """Draws nothing by lot, so that the pictures stay the same."""

    def found(self, profile, administrator):
        super().found(profile, administrator)
        code = RecoveryCode(SecretKey(bytearray(range(32))))
        self._paper = PaperCard(code, profiles.load(profile), clock=self._clock)
        return replace(self._paper.shown(), asked=_ASKED)

    def propose(self, role):
        return _PHRASE

    def prove(self):
        """The card of the pictures opens nothing."""

    def backup_folder(self):
        return Path("/home/kentro/Kentro/backups")


def _window(stage):
    folder = stage.folder / "new"
    folder.mkdir(mode=0o700)
    setting_up = _SettingUp(folder, policy=CHEAP, clock=moment)
    stage.at_the_end(setting_up.close)
    endings = Endings(lambda: None, lambda: None)
    return stage.show(SetUpWindow(setting_up, run_now, endings)), setting_up


def _at_administrator(stage):
    window, setting_up = _window(stage)
    window.welcome.new.click()
    window.next.click()
    page = window.administrator
    page.display_edit.setText("Ελένη Μαρκάκη")
    page.password.propose.click()
    page.password.again.edit.setText(page.password.first.edit.text())
    return window, setting_up


def _at_card(stage):
    window, setting_up = _at_administrator(stage)
    window.next.click()
    return window, setting_up


def _at_proof(stage):
    window, setting_up = _at_card(stage)
    window.next.click()
    window.proof.proof.edit.setText(groups(setting_up._paper.code.text)[_ASKED - 1])
    return window


@screen("set-up-1-welcome", Detail("set-up-welcome", size=_SIZE))
def welcome(stage):
    return _window(stage)[0]


@screen("set-up-2-centre")
def centre(stage):
    window, _setting_up = _window(stage)
    window.welcome.new.click()
    return window


@screen("set-up-3-administrator", Detail("set-up-administrator", size=_SIZE))
def administrator(stage):
    return _at_administrator(stage)[0]


@screen("set-up-4-card", Detail("set-up-card", size=_SIZE))
def card(stage):
    return _at_card(stage)[0]


@screen("set-up-5-proof")
def proof(stage):
    return _at_proof(stage)


@screen("set-up-6-backups")
def backups(stage):
    window = _at_proof(stage)
    window.next.click()
    window.next.click()
    return window


@screen("set-up-7-done")
def done(stage):
    window = backups(stage)
    window.next.click()
    return window
