"""What is installed is pinned, and says nothing of where it comes from."""

import re

import pytest

from tests.architecture.code import ROOT

LOCKS = ("build-tools.lock", "requirements.lock", "requirements-test.lock")
PIN = re.compile(r"^([a-z0-9-]+)==([^\s\\;]+)", re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_index(lock):
    text = read(lock)

    assert not re.search(r"://|--(extra-)?index-url|--find-links|@ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock):
    entries = re.split(r"\n(?=[a-z])", read(lock).strip())

    assert [e.split()[0] for e in entries if not PIN.match(e) or "--hash=sha256:" not in e] == []


def test_all_lock_files_mean_the_same_versions():
    test_versions = dict(PIN.findall(read("requirements-test.lock")))

    for lock in LOCKS:
        assert dict(PIN.findall(read(lock))).items() <= test_versions.items()


def read(lock):
    return (ROOT / "installer" / lock).read_text("utf-8")
