"""The session gets what would hold it up behind it, and loses nothing by it."""

import gc

from kentro_app.bootstrap import settling


def test_what_is_there_is_passed_over_and_what_comes_is_not():
    gc.unfreeze()
    try:
        settling.look_past_the_lasting()

        cycle = []
        cycle.append(cycle)
        del cycle
        assert gc.get_freeze_count() > 1000
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()


def test_the_listener_hears_nothing_more_afterwards(qapp):
    settling.meet_every_class(qapp)

    assert not [one for one in gc.get_objects() if isinstance(one, settling._Listener)]


def test_spending_little_never_stands_in_the_way(monkeypatch):
    settling.spend_little()

    monkeypatch.setattr("sys.platform", "darwin")
    settling.spend_little()
