import json
import sys

import pytest

from kentro_app.settings import Settings, from_fields, load, save


def test_what_is_saved_is_read_again(tmp_path):
    kept = Settings(language="en", theme="dark", text_percent=150, last_user="Ελένη")

    save(tmp_path / "new", kept)

    assert load(tmp_path / "new") == kept


def test_the_file_is_for_its_owner_only(tmp_path):
    save(tmp_path, Settings())

    others = 0 if sys.platform == "win32" else 0o077  # Windows keeps rights elsewhere
    assert (tmp_path / "settings.json").stat().st_mode & others == 0


@pytest.mark.parametrize(
    "content", ["", "null", "[]", "{", '{"language": 1}', "[" * 20_000, "\x00"]
)
def test_a_file_of_any_content_gives_usable_settings(tmp_path, content):
    (tmp_path / "settings.json").write_text(content)

    assert load(tmp_path) == Settings()


def test_one_wrong_value_does_not_take_the_others_with_it(tmp_path):
    given = {"theme": "dark", "soft_lock_minutes": 10**9, "hard_lock_minutes": True, "x": 1}
    (tmp_path / "settings.json").write_text(json.dumps(given))

    assert load(tmp_path) == Settings(theme="dark")


def test_no_control_character_gets_onto_the_screen():
    assert from_fields({"centre": "a\x1b[31m"}) == Settings()
