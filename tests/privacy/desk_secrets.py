"""What the desk must not see, planted in a centre: texts and numbers that exist nowhere else."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from kentro_app.domain.contacts import Capacity, Outcome, Referrer
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.domain.visits import Channel
from kentro_app.services import catalogue, contacts, drafts, queue, reception, registry, rooms
from kentro_app.services.ports import Actor
from kentro_app.services.transaction import perform
from kentro_app.storage.store import Store

SURNAME = "Παπαδοπούλου"
SECRETS = {
    "what is asked for": ("Ζιζανιοκτόνα", "Zizaniocides"),
    "who presented": ("Κουφοξυλιά",),
    "who referred": ("Ξεροτρόχαλος",),
    "the next step": ("Τηλεφωνοβούβαλος",),
    "whom it is for": ("Ψαλιδοκέρη", "psalidokeri"),
    "a colleague": ("Καλιακούδας", "kaliakoudas"),
    "that a prosecutor wrote": ("Εισπηδήτορα",),
    "a document's subject": ("Παρεγγράφου",),
    "a number of an authority": ("15076912343", "150769 12343"),
    "where somebody lives": ("Ερυθροβάφου",),
    "a phone that is not safe": ("6944440817", "694 4440817", "694 444 0817"),
    "the parents' names": ("Θρασύβουλος", "Πολυτίμη"),
    "the day of birth": ("15/07/1969", "1969-07-15"),
    "a draft of one's own about a visit": ("Ρεμπετοσκέψη",),
    "a request in one's own draft": ("C.ZIZANIO9",),
    "a draft of somebody else": ("Λαθροχειρία",),
}
CODE = "C.ZIZANIO9"


def plant(centre, now):
    """Put it all into an open centre, by the hands of a psychologist and a colleague."""
    store = centre.store
    psychologist = _user("psalidokeri", "Ψ. Ψαλιδοκέρη", Role.PSYCHOLOGIST, now)
    colleague = _user("kaliakoudas", "Κ. Καλιακούδας", Role.COORDINATOR, now)
    for user in (psychologist, colleague):
        _do(store, lambda work, user=user: work.users.add(user))
    hands = {user: _as(store, user, now) for user in (psychologist, colleague)}
    try:
        code = _catalogue(hands[colleague], now)
        visits = _day(hands[psychologist], psychologist, colleague, code, now=now)
        _drafts(store, hands[colleague], visits, now)
    finally:
        for hand in hands.values():
            hand.close()
    return visits


def _user(name, shown, role, now):
    return User(new_id(), name, shown, role, active=True, created_at=now)


def _as(store, user, now):
    actor = Actor(user.id, user.name, user.role, new_id())
    return Store(store.directory, store.key, actor, lambda: now)


def _do(store, use_case):
    return perform(store.begin, use_case).result


def _catalogue(store, now):
    (greek,), (english,) = ([t] for t in SECRETS["what is asked for"])
    request = catalogue.NewCode(CODE, greek, english)
    return _do(store, partial(catalogue.add, request=request, now=now)).code


def _day(store, psychologist, colleague, code, *, now):
    """Three came by: one is called in, one waits, one went; two were written about."""
    room = _do(store, rooms.all_rooms)[0]
    _do(store, partial(rooms.choose_room, room_id=room.id))
    people = [_person(store, SURNAME, name, now) for name in ("Ελένη", "Άννα", "Ζωή")]
    visits = [
        _come(store, person, host, now=now - timedelta(minutes=9 - at))
        for at, (person, host) in enumerate(
            zip(people, (psychologist, colleague, psychologist), strict=True)
        )
    ]
    for visit in visits:
        _write(store, visit, code, now)
    _do(store, partial(queue.call, visit_id=visits[0].id, now=now))
    for channel, name in (
        (Channel.PROSECUTOR, SECRETS["that a prosecutor wrote"][0]),
        (Channel.DOCUMENT, SECRETS["a document's subject"][0]),
    ):
        _come(store, _person(store, name, "Ήρα", now), psychologist, now=now, channel=channel)
    return visits


def _person(store, surname, given_name, now):
    father, mother = SECRETS["the parents' names"]
    secret = surname == SURNAME
    request = registry.Registration(
        new_id(),
        surname,
        given_name,
        father_name=father if secret else "",
        mother_name=mother if secret else "",
        birth_date=SECRETS["the day of birth"][0] if secret else "",
        phones=(SECRETS["a phone that is not safe"][0],) if secret else (),
        identifiers=((IdentifierKind.OTHER, SECRETS["a number of an authority"][0]),)
        if given_name == "Ελένη"
        else (),
        address={"street": SECRETS["where somebody lives"][0]} if secret else {},
    )
    person = _do(store, partial(registry.register, request=request, now=now)).person
    _do(store, lambda work: _make_unsafe(work, person.id))
    return person


def _make_unsafe(work, person_id):
    file = work.persons.file(person_id)
    unsafe = tuple(replace(contact, safe_to_call=False) for contact in file.contacts)
    work.persons.save(replace(file, contacts=unsafe))


def _come(store, person, host, *, now, channel=Channel.IN_PERSON):
    request = reception.CheckIn(new_id(), person.id, for_user=host.id, channel=channel)
    return _do(store, partial(reception.check_in, request=request, now=now))


def _write(store, visit, code, now):
    request = contacts.ContactRequest(
        visit.id,
        requests=(code,),
        capacity=Capacity.RELATIVE,
        presenter_name=SECRETS["who presented"][0],
        referred_by=Referrer.NGO,
        referrer_name=SECRETS["who referred"][0],
        outcome=Outcome.REFERRED,
        next_step=SECRETS["the next step"][0],
        next_due=date(2026, 11, 23),
    )
    _do(store, partial(contacts.record, request=request, now=now))


def _drafts(own, other, visits, now):
    """The viewer's own, made before desk mode, and one of somebody else's."""
    title = SECRETS["a draft of one's own about a visit"][0]
    kept = (
        drafts.Kept(drafts.CONTACT, str(visits[0].id), title, "{}", ""),
        drafts.Kept(drafts.ANONYMOUS, "", "F3", f'{{"requests": ["{CODE}"]}}', ""),
    )
    for one in kept:
        _do(own, partial(drafts.keep, kept=one, now=now))
    title = SECRETS["a draft of somebody else"][0]
    theirs = drafts.Kept(drafts.PERSON, "", title, f'{{"surname": "{title}"}}', "")
    _do(other, partial(drafts.keep, kept=theirs, now=now))
