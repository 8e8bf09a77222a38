import pytest

from kentro_app.bootstrap.setting_up import SettingUp
from tests.gui.admin.desk import ELENI, log_in, show
from tests.vault.keys import CHEAP


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir(mode=0o700)
    setting_up = SettingUp(folder, policy=CHEAP)
    setting_up.found("petroupoli", ELENI)
    setting_up.close()
    return folder


@pytest.fixture
def centre(folder):
    centre = log_in(folder)
    yield centre
    centre.close()


@pytest.fixture
def view(qtbot, centre):
    return show(qtbot, centre)
