from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.text import Missing
from kentro_app.domain.users import (
    AccountChanged,
    AlreadyDisabled,
    AlreadyEnabled,
    LastAdministrator,
    NothingLeft,
    OwnRole,
    RoleHeldAlready,
    RoleNotHeld,
    UnknownUser,
    UserNameTaken,
    role_beneath,
)
from kentro_app.services import accounts
from kentro_app.services.access import NotAllowed


@dataclass(frozen=True)
class Wrap:
    user_id: UUID
    role: Role
    password: str


class Ring:
    """A key file without keys: who is in, and how often it changed."""

    def __init__(self) -> None:
        self.passwords: dict[UUID, str] = {}
        self.generation = 1

    def wrap(self, user, password):
        return Wrap(user.id, user.role, password)

    def wrap_own(self, user_id, old, new):
        return Wrap(user_id, Role.ADMINISTRATOR, new)

    def admit(self, wrap):
        return self._changed({**self.passwords, wrap.user_id: wrap.password})

    def dismiss(self, user_id):
        return self._changed({u: p for u, p in self.passwords.items() if u != user_id})

    def _changed(self, passwords):
        self.passwords = passwords
        self.generation += 1
        return self.generation


@pytest.fixture
def ring():
    return Ring()


def add(centre, ring, name="anna", role=Role.SOCIAL_WORKER):
    user = accounts.new_user(accounts.NewUser(name, role, "Άννα Βλάχου"), now=centre.clock())
    return centre.do(accounts.add, ring, user, ring.wrap(user, "a password"))


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
    wrap = ring.wrap(anna, "another")
    with pytest.raises(AlreadyEnabled):
        centre.do(accounts.enable, ring, wrap)
    centre.do(accounts.disable, ring, "anna")

    centre.do(accounts.enable, ring, wrap)

    assert ring.passwords == {anna.id: "another"}


def test_the_last_administrator_stays(centre, ring):
    with pytest.raises(LastAdministrator):
        centre.do(accounts.disable, ring, "eleni")


def test_only_an_administrator_keeps_accounts(centre, ring):
    anna = centre.act_as(Role.COORDINATOR)
    wrap = ring.wrap(centre.user, "password")

    for use_case, *args in (
        (accounts.disable, ring, "eleni"),
        (accounts.enable, ring, wrap),
        (accounts.reset_password, ring, wrap),
        (accounts.change_role, ring, replace(wrap, role=Role.DESK)),
    ):
        with pytest.raises(NotAllowed):
            anna.do(use_case, *args)
    with pytest.raises(NotAllowed):
        anna.look(accounts.all_users)
    anna.store.close()


def test_a_reset_reaches_the_key_file_and_the_log(centre, ring):
    anna = add(centre, ring)

    centre.do(accounts.reset_password, ring, ring.wrap(anna, "a new one"))

    assert ring.passwords == {anna.id: "a new one"}
    assert any("user.password_reset" in row[0] for row in centre.rows("SELECT record FROM audit"))
    with pytest.raises(UnknownUser):
        centre.do(accounts.reset_password, ring, Wrap(new_id(), Role.DESK, "a new one"))


def test_everybody_changes_their_own_password(centre, ring):
    centre.do(accounts.change_own_password, ring, ring.wrap_own(centre.user.id, "old", "new"))

    assert ring.passwords == {centre.user.id: "new"}


def turned_into(centre, ring, name, role):
    user = centre.look(partial(accounts.with_role, name=name, role=role))
    return centre.do(accounts.change_role, ring, ring.wrap(user, "for the new role"))


def test_another_role_comes_with_another_password_and_stands_in_the_log(centre, ring):
    anna = add(centre, ring)

    changed = turned_into(centre, ring, "ANNA", Role.COORDINATOR)

    assert (changed.id, changed.role) == (anna.id, Role.COORDINATOR)
    assert ring.passwords == {anna.id: "for the new role"}
    log = "".join(row[0] for row in centre.rows("SELECT record FROM audit"))
    assert "user.role_changed" in log
    assert '"from":"social_worker","to":"coordinator"' in log
    assert centre.rows("SELECT count(*) FROM operations WHERE field = 'role'") == [(1,)]


def test_a_role_is_not_given_twice_nor_to_somebody_who_is_out(centre, ring):
    add(centre, ring)

    with pytest.raises(RoleHeldAlready):
        turned_into(centre, ring, "anna", Role.SOCIAL_WORKER)
    centre.do(accounts.disable, ring, "anna")
    with pytest.raises(AlreadyDisabled):
        turned_into(centre, ring, "anna", Role.DESK)


def test_nobody_changes_their_own_role_so_an_administrator_remains(centre, ring):
    add(centre, ring, role=Role.ADMINISTRATOR)

    with pytest.raises(OwnRole):
        turned_into(centre, ring, "eleni", Role.DESK)
    turned_into(centre, ring, "anna", Role.DESK)

    roles = {user.name: user.role for user in centre.look(accounts.all_users)}
    assert roles == {"anna": Role.DESK, "eleni": Role.ADMINISTRATOR}


def test_what_is_taken_away_leaves_the_desk_and_gives_nothing_new(centre, ring):
    anna = add(centre, ring, role=Role.COORDINATOR)
    dpo = add(centre, ring, "dpo", Role.DPO)

    assert role_beneath(anna, Role.COORDINATOR) is Role.DESK
    with pytest.raises(RoleNotHeld):
        role_beneath(anna, Role.ADMINISTRATOR)
    with pytest.raises(NothingLeft):
        role_beneath(dpo, Role.DPO)


def test_a_wrap_for_a_role_that_changed_meanwhile_lets_nobody_in(centre, ring):
    anna = add(centre, ring)
    wrap = ring.wrap(anna, "for a social worker")
    turned_into(centre, ring, "anna", Role.DESK)

    with pytest.raises(AccountChanged):
        centre.do(accounts.reset_password, ring, wrap)


def test_whoever_was_let_in_no_more_does_not_come_back_with_a_new_password(centre, ring):
    anna = centre.act_as(Role.COORDINATOR)
    wrap = Wrap(anna.user.id, Role.COORDINATOR, "new")
    name = centre.look(accounts.all_users)
    out = next(user.name for user in name if user.id == anna.user.id)
    centre.do(accounts.disable, ring, out)

    with pytest.raises(AccountChanged):
        anna.do(accounts.change_own_password, ring, wrap)
    anna.store.close()
