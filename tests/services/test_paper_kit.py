import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import Request
from kentro_app.domain.roles import Role
from kentro_app.services.access import NotAllowed
from kentro_app.services.paper_kit import KitEmpty, KitRequest, KitTooLarge, make_kit


def kit(centre, forms=2, tickets=3):
    return centre.do(make_kit, KitRequest(forms, tickets), now=centre.clock())


def test_numbers_run_on_and_are_never_given_twice(centre):
    first, second = kit(centre), kit(centre, forms=1, tickets=0)

    assert first.forms == ("A-K0001", "A-K0002")
    assert first.tickets == ("A-T0001", "A-T0002", "A-T0003")
    assert (second.forms, second.tickets) == (("A-K0003",), ())


def test_a_kit_that_was_not_made_takes_no_numbers(centre):
    def fails(work, **but):
        make_kit(work, KitRequest(5, 5), **but)
        raise KeyError

    with pytest.raises(KeyError):
        centre.do(fails, now=centre.clock())

    assert kit(centre).forms[0] == "A-K0001"


def test_every_kit_is_in_the_log_with_its_numbers(centre):
    made = kit(centre)

    n, head = made.audit_mark.split("-")
    record, digest = centre.rows("SELECT record, digest FROM audit WHERE n = ?", int(n))[0]
    assert digest.hex().startswith(head)
    assert '"first":1' in record
    assert '"last":3' in record


def test_what_is_asked_for_most_is_on_the_form_and_what_is_restricted_is_not(centre):
    visit = centre.check_in(centre.register())
    codes = ("C.ADDICT", "C.VIOLENCE", "C.SHELTER")
    for code in codes:
        request = Request(new_id(), visit.id, code, visit.arrived_at)
        centre.do(lambda work, request=request: work.requests.add(request))

    printed = [code for code, _greek, _english in kit(centre).requests]

    assert {"C.ADDICT", "C.SHELTER"} < set(printed)
    assert not {"C.VIOLENCE", "C.MINOR"} & set(printed)
    assert printed == sorted(printed)


@pytest.mark.parametrize(
    ("forms", "tickets", "error"),
    [(0, 0, KitEmpty), (201, 0, KitTooLarge), (0, 1001, KitTooLarge)],
)
def test_a_kit_is_neither_empty_nor_a_truckload(centre, forms, tickets, error):
    with pytest.raises(error):
        kit(centre, forms, tickets)


def test_who_may_not_print_gets_no_kit(centre):
    mediator = centre.act_as(Role.MEDIATOR)

    with pytest.raises(NotAllowed):
        kit(mediator)
    mediator.store.close()
