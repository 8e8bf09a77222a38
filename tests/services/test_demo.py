"""The demo centre's story: believable, valid throughout, the same for the same seed."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kentro_app.domain.contacts import require_sound
from kentro_app.domain.identifiers import Identifier, canonical, doubts
from kentro_app.domain.people import AliasKind
from kentro_app.domain.phones import parse
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import clean, mixed_script
from kentro_app.domain.visits import Channel, Stage
from kentro_app.services.demo.calendar import holidays, orthodox_easter, shares, working_days
from kentro_app.services.demo.contacts import LATELY
from kentro_app.services.demo.dice import Ids, dice
from kentro_app.services.demo.families import drafts
from kentro_app.services.demo.greek_names import SURNAMES, surname
from kentro_app.services.demo.staff import COLLEAGUES, PASSWORD
from kentro_app.services.demo.story import Plan, Story
from kentro_app.services.demo.visiting import Desk
from kentro_app.vault.passwords import require_strong

ATHENS = ZoneInfo("Europe/Athens")
MONDAY = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)
COLLEAGUE_IDS = [UUID(int=7), UUID(int=8)]


def told(*, people=400, visits=1500, seed=1, now=MONDAY):
    ids = Ids(dice(seed, "ids"))
    desk = Desk(UUID(int=1), "A", UUID(int=2), COLLEAGUE_IDS, ["A.EEE", "B.INFO"], ids)
    return list(Story(Plan(people, visits, seed, now, ATHENS, "PET"), desk).chapters())


@pytest.fixture(scope="module")
def chapters():
    return told()


@pytest.fixture(scope="module")
def people(chapters):
    return [file for chapter in chapters for file in chapter.people]


@pytest.fixture(scope="module")
def visits(chapters):
    return [visit for chapter in chapters for visit, _requests in chapter.visits]


def test_one_seed_tells_one_story_to_the_last_id(chapters):
    assert told() == chapters


def test_only_the_last_weeks_have_records_and_all_of_them_are_sound(chapters):
    days = {visit.id: (visit.day, visit.person_id) for c in chapters for visit, _r in c.visits}
    written = [contact for chapter in chapters for contact in chapter.contacts]

    assert len(written) > 10
    for contact in written:
        day, person_id = days[contact.visit_id]
        assert MONDAY.date() - LATELY <= day
        assert require_sound(contact, person_id, day) is contact
    assert any(contact.next_step for contact in written)


def test_another_seed_tells_another_story(people):
    others = [file for chapter in told(seed=2) for file in chapter.people]

    assert {f.person.full_name for f in others} != {f.person.full_name for f in people}


@pytest.mark.parametrize(("n", "visits"), [(0, 0), (1, 1), (3, 40), (150, 5), (0, 30)])
def test_any_size_is_told_in_full(n, visits):
    chapters = told(people=n, visits=visits)

    assert sum(len(chapter.people) for chapter in chapters) == n
    assert visits - 12 <= sum(len(chapter.visits) for chapter in chapters) <= visits


def test_there_are_as_many_people_and_visits_as_were_ordered(people, visits):
    assert (len(people), len(visits)) == (400, 1500)


def test_numbers_and_ids_are_given_once(people, visits):
    assert len({file.person.number for file in people}) == len(people)
    assert len({visit.id for visit in visits} | {f.person.id for f in people}) == 1900
    assert len({(visit.day, visit.ticket) for visit in visits}) == len(visits)
    assert all(visit.id.version == 7 for visit in visits)


def test_every_name_passes_for_typed(people):
    names = [
        n for f in people for n in (f.person.surname, f.person.given_name, f.person.father_name)
    ]

    assert [name for name in names if clean(name, field="surname", required=True) != name] == []
    assert [name for name in names if any(map(mixed_script, name.split()))] == []


def test_every_number_of_an_authority_is_valid_and_fits_its_owner(people):
    held = [(file.person, one) for file in people for one in file.identifiers]

    wrong = [
        one
        for person, one in held
        if canonical(one.kind, one.value) != one.value
        or doubts(Identifier(one.kind, one.value), birth_date=person.birth_date, sex=person.sex)
    ]

    assert len(held) > 300
    assert wrong == []


def test_every_phone_exists_in_the_numbering_plan(people):
    phones = [contact.value for file in people for contact in file.contacts]

    assert [phone for phone in phones if parse(phone) != phone] == []


def test_all_communities_are_there_with_their_other_names(people):
    languages = {file.person.language for file in people}
    aliases = {alias.kind for file in people for alias in file.aliases}
    texts = "".join(file.person.full_name for file in people)

    assert languages == {"el", "sq", "ar", "uk", "rom"}
    assert aliases == {AliasKind.TRANSLITERATION, AliasKind.DIMINUTIVE}
    assert re.search("[ΐϊΰϋ]", texts)
    assert re.search("[A-Z]", texts)


def test_some_know_only_a_part_of_their_birth_date(people):
    lengths = {len(file.person.birth_date.text) for file in people}

    assert {4, 10} <= lengths


def test_nobody_is_registered_before_being_born(people):
    assert all(f.person.birth_date.earliest < f.person.registered_at.date() for f in people)


def test_a_womans_surname_is_the_genitive():
    born_to = {name: surname(name, Sex.F) for name in SURNAMES}

    assert born_to["Παπαδόπουλος"] == "Παπαδοπούλου"
    assert born_to["Νικολαΐδης"] == "Νικολαΐδου"
    assert born_to["Οικονόμου"] == "Οικονόμου"
    assert [
        name for name in born_to.values() if name.endswith("ς") and not name.endswith("ους")
    ] == []


def test_families_share_a_roof_a_name_and_parents():
    family = list(islice(drafts(dice(1, "people"), MONDAY.date()), 200))
    children = [d for d in family if d.born.year > 2010]

    assert len({draft.addresses for draft in family}) < 120
    assert all(child.father_name and child.mother_name for child in children)


def test_past_visits_are_over_within_opening_hours_on_working_days(visits):
    past = [visit for visit in visits if visit.day < MONDAY.date()]
    local = [visit.arrived_at.astimezone(ATHENS) for visit in past]

    assert {at.weekday() for at in local} <= set(range(5))
    assert all(9 <= at.hour < 17 for at in local)
    assert all(at.date() == visit.day for at, visit in zip(local, past, strict=True))
    assert {visit.stage for visit in past} == {Stage.DONE, Stage.LEFT, Stage.CANCELLED}
    assert all(visit.finished_at > visit.arrived_at for visit in past)


def test_all_kinds_of_contact_happen(visits):
    assert {Channel.IN_PERSON, Channel.PHONE, Channel.HOME} <= {visit.channel for visit in visits}
    assert any(visit.late_entry for visit in visits)
    assert any(visit.for_user in COLLEAGUE_IDS for visit in visits)
    assert 0.05 < sum(visit.person_id is None for visit in visits) / len(visits) < 0.2


def test_nobody_visits_before_being_registered(chapters):
    known = set()
    for chapter in chapters:
        known |= {file.person.id for file in chapter.people}
        assert {visit.person_id for visit, _ in chapter.visits} - {None} <= known


@pytest.mark.parametrize(
    "now", [MONDAY, MONDAY.replace(hour=22, minute=1), MONDAY + timedelta(days=5)]
)
def test_the_present_day_is_in_full_swing_whenever_one_looks(now):
    present = [visit for visit, _requests in told(now=now)[-1].visits]
    stages = [visit.stage for visit in present]

    assert len(present) == 12
    assert (stages.count(Stage.WAITING), stages.count(Stage.CALLED)) == (3, 1)
    assert len({visit.person_id for visit in present}) == 12
    assert all(visit.arrived_at <= now and (visit.finished_at or now) <= now for visit in present)
    assert all(visit.day == now.astimezone(ATHENS).date() for visit in present)
    assert all(v.arrived_at.astimezone(ATHENS).date() == v.day for v in present)


def test_easter_and_what_hangs_on_it():
    assert [orthodox_easter(year) for year in (2024, 2025, 2026, 2027)] == [
        date(2024, 5, 5),
        date(2025, 4, 20),
        date(2026, 4, 12),
        date(2027, 5, 2),
    ]
    assert {date(2026, 2, 23), date(2026, 4, 10), date(2026, 4, 13), date(2026, 6, 1)} <= holidays(
        2026
    )


def test_shares_lose_no_visit():
    days = working_days(date(2026, 1, 1), date(2026, 12, 31))

    assert sum(shares(days, 6011)) == 6011
    assert sum(shares(days, 3)) == 3


def test_the_one_password_is_good_for_everybody():
    for one in COLLEAGUES:
        require_strong(PASSWORD, one.role, personal=(one.name, one.display_name))
