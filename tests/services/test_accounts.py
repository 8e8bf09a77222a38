from uuid import UUID

import pytest

from kentro_app.domain.roles import Role
from kentro_app.domain.text import Missing
from kentro_app.domain.users import (
    AlreadyDisabled,
    AlreadyEnabled,
    LastAdministrator,
    UnknownUser,
    UserNameTaken,
)
from kentro_app.services import accounts
from kentro_app.services.access import NotAllowed


class Ring:
    """A key file without keys: who is in, and how often it changed."""

    def __init__(self) -> None:
        self.passwords: dict[UUID, str] = {}
        self.generation = 1

    def admit(self, user, password):
        return self._changed({**self.passwords, user.id: password})

    def dismiss(self, user_id):
        return self._changed({u: p for u, p in self.passwords.items() if u != user_id})

    def change_password(self, user_id, old, new):
        return self._changed({**self.passwords, user_id: new})

    def is_password(self, name, password):
        return password in self.passwords.values()

    def _changed(self, passwords):
        self.passwords = passwords
        self.generation += 1
        return self.generation


@pytest.fixture
def ring():
    return Ring()


def add(centre, ring, name="anna", role=Role.SOCIAL_WORKER):
    request = accounts.NewUser(name, role, "Άννα Βλάχου")
    return centre.do(accounts.add, ring, request, "a password", now=centre.clock())


def test_a_new_colleague_gets_a_key_and_the_store_remembers_the_generation(centre, ring):
    anna = add(centre, ring)

    assert ring.passwords == {anna.id: "a password"}
    assert centre.look(lambda work: work.key_state.known()) == ring.generation
    assert [user.name for user in centre.look(accounts.all_users)] == ["anna", "eleni"]


def test_one_name_is_one_person_whatever_the_case(centre, ring):
    add(centre, ring, "Άννα")

    with pytest.raises(UserNameTaken):
        add(centre, ring, "ΆΝΝΑ")
    with pytest.raises(Missing):
        add(centre, ring, " ")


def test_a_disabled_colleague_loses_the_key_and_keeps_the_history(centre, ring):
    add(centre, ring)

    centre.do(accounts.disable, ring, "ANNA")

    assert ring.passwords == {}
    assert [u.name for u in centre.look(accounts.colleagues)] == ["eleni"]
    assert len(centre.look(accounts.all_users)) == 2
    with pytest.raises(AlreadyDisabled):
        centre.do(accounts.disable, ring, "anna")


def test_coming_back_needs_a_new_password(centre, ring):
    anna = add(centre, ring)
    with pytest.raises(AlreadyEnabled):
        centre.do(accounts.enable, ring, "anna", "another")
    centre.do(accounts.disable, ring, "anna")

    centre.do(accounts.enable, ring, "anna", "another")

    assert ring.passwords == {anna.id: "another"}


def test_the_last_administrator_stays(centre, ring):
    with pytest.raises(LastAdministrator):
        centre.do(accounts.disable, ring, "eleni")


def test_only_an_administrator_keeps_accounts(centre, ring):
    anna = centre.act_as(Role.COORDINATOR)

    for use_case, *args in (
        (accounts.disable, ring, "eleni"),
        (accounts.enable, ring, "eleni", "password"),
        (accounts.reset_password, ring, "eleni", "password"),
    ):
        with pytest.raises(NotAllowed):
            anna.do(use_case, *args)
    with pytest.raises(NotAllowed):
        anna.look(accounts.all_users)
    anna.store.close()


def test_a_reset_reaches_the_key_file_and_the_log(centre, ring):
    anna = add(centre, ring)

    centre.do(accounts.reset_password, ring, "anna", "a new one")

    assert ring.passwords == {anna.id: "a new one"}
    assert any("user.password_reset" in row[0] for row in centre.rows("SELECT record FROM audit"))
    with pytest.raises(UnknownUser):
        centre.do(accounts.reset_password, ring, "nobody", "a new one")


def test_everybody_changes_their_own_password(centre, ring):
    centre.do(accounts.change_own_password, ring, "old", "new")

    assert ring.passwords == {centre.user.id: "new"}
