from datetime import timedelta

from kentro_app import settings
from tests.cli.desk import lines


def kept(terminal):
    return sorted(path.name for path in (terminal.data / "backups").glob("*.kentrobackup"))


def actions(terminal):
    return terminal.json("audit", "list", "--limit", "200").out


def test_the_first_command_of_a_day_that_writes_backs_up_before_it_writes(admin):
    admin("person", "find", "Βλάχου")
    before = kept(admin)

    admin.person(surname="Βλάχου")
    log = actions(admin)
    admin.person(surname="Γκίκας")
    first = kept(admin)
    admin.now += timedelta(days=1)
    admin.person(surname="Δήμου")

    assert before == []
    assert len(first) == 1
    assert log.index("backup.made") < log.index("person.append")
    assert len(kept(admin)) == 2


def test_a_backup_that_cannot_be_made_keeps_nobody_from_working(admin):
    (admin.data / "backups").write_bytes(b"no folder")

    said = admin("person", "add", "--file", "-", stdin=lines({"surname": "Βλάχου"}))

    assert said.code == 0, said.err


def test_a_drill_is_noted_and_its_day_remembered(admin, tmp_path):
    file = tmp_path / "one.kentrobackup"
    admin("backup", "--out", file)

    said = admin.json("drill", file, "--as", "eleni")

    assert said.document["ok"]
    assert "backup.drilled" in actions(admin)
    assert settings.load(admin.data).last_drill == "2026-11-23"


def test_a_drill_of_somebody_else_s_backup_leaves_this_log_alone(admin, empty, tmp_path):
    file = tmp_path / "one.kentrobackup"
    admin("backup", "--out", file)
    other = type(admin)(tmp_path / "elsewhere")
    other.folder.mkdir()
    assert other("init", "--profile", "petroupoli", "--user", "eleni").code == 0

    said = other.json("drill", file, "--as", "eleni")

    assert said.document["ok"], said.out
    assert "backup.drilled" not in actions(other)
