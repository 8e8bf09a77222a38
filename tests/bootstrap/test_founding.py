import os

import pytest

from kentro_app.bootstrap import founding
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.domain.sites import UnknownProfile
from kentro_app.domain.text import Missing
from kentro_app.storage.errors import DiskFull, StoreExists, StoreReadOnly
from kentro_app.vault.errors import PasswordTooShort
from tests.bootstrap.conftest import PASSWORD, POLICY


def found(directory, profile="petroupoli", name="eleni", password=PASSWORD):
    return found_centre(directory, Founding(profile, name, "", password), policy=POLICY)


def test_a_new_centre_is_what_its_profile_says(door):
    centre = door.enter()

    with centre.store.view() as work:
        site, hours = work.sites.here(), work.sites.hours()
        codes = {entry.code for entry in work.catalogue.all()}

    assert (site.title_el, site.phone) == ("Κέντρο Κοινότητας Πετρούπολης", "+302105065885")
    assert [(h.weekday, str(h.opens), str(h.closes)) for h in hours] == [
        (day, "09:00:00", "17:00:00") for day in range(1, 6)
    ]
    assert {"A.EEE", "C.PSY", "B.INFO"} <= codes
    centre.close()


@pytest.mark.parametrize(
    ("about", "refusal"),
    [
        ({"profile": "nowhere"}, UnknownProfile),
        ({"profile": "../../etc/passwd"}, UnknownProfile),
        ({"name": " "}, Missing),
        ({"password": "short"}, PasswordTooShort),
    ],
)
def test_a_refused_founding_leaves_nothing_behind(tmp_path, about, refusal):
    with pytest.raises(refusal):
        found(tmp_path / "centre", **about)

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_ever_founded_over_something_else(door, tmp_path):
    before = {path.name for path in door.directory.iterdir()}

    with pytest.raises(StoreExists):
        found(door.directory)

    assert {path.name for path in door.directory.iterdir()} == before


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "centre").mkdir()

    found(tmp_path / "centre")

    assert (tmp_path / "centre" / "kentro.db").exists()


def test_only_its_owner_may_look_into_the_folder(door):
    modes = {path.name: path.stat().st_mode & 0o777 for path in door.directory.iterdir()}

    assert door.directory.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}


def test_a_failure_half_way_leaves_no_half_centre(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(founding, "put_in_place", fail)

    with pytest.raises(DiskFull):
        found(tmp_path / "centre")

    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_to_be_so(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreReadOnly):
        found(tmp_path / "file" / "centre")

    assert os.listdir(tmp_path) == ["file"]
