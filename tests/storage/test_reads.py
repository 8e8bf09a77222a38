"""Reads are in the log before anybody is shown what was read."""

import json
from datetime import timedelta

import pytest

from kentro_app.services import reception, registry
from kentro_app.storage.errors import StoreNewer


def actions(centre):
    return [json.loads(row[0])["action"] for row in centre.rows("SELECT record FROM audit")]


def test_opening_a_person_is_logged_once_in_ten_minutes(centre):
    person = centre.register()

    for _ in range(3):
        centre.look(registry.show, person.id)
    centre.clock.at += timedelta(minutes=11)
    centre.look(registry.show, person.id)

    assert actions(centre).count("person.opened") == 2


def test_two_people_are_two_entries(centre):
    for person in (centre.register("Άλφα"), centre.register("Βήτα")):
        centre.look(registry.show, person.id)

    assert actions(centre).count("person.opened") == 2


def test_searching_and_listing_are_logged(centre):
    centre.look(registry.find, "παπ")
    centre.look(reception.day_list, now=centre.clock())

    assert {"persons.searched", "visits.listed"} <= set(actions(centre))


def test_what_cannot_be_logged_is_not_shown(centre):
    person = centre.register()
    centre.store.newer = True  # as with a store that this program may not write

    with pytest.raises(StoreNewer):
        centre.look(registry.show, person.id)


def test_the_typed_words_are_not_in_the_log(centre):
    centre.look(registry.find, "Καναρίνι")

    assert not any("αναρ" in row[0] for row in centre.rows("SELECT record FROM audit"))
