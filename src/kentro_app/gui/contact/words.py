"""The choices of a contact record in words."""

from enum import Enum
from typing import Any

from kentro_app.domain.contacts import Capacity, Interpreter, Outcome, Referrer
from kentro_app.domain.requests import Axis
from kentro_app.domain.visits import AgeBand, Channel, NationalityGroup
from kentro_app.gui.people.words import languages
from kentro_app.i18n import _, pgettext

Choices = list[tuple[str, Any]]


def _each(words: dict[Any, str]) -> Choices:
    return [(said, member) for member, said in words.items()]


def _or_nothing(words: dict[Any, str]) -> Choices:
    return [(_("not noted"), None), *_each(words)]


def channel_words() -> dict[Channel, str]:
    """By what way somebody turned to the centre."""
    return {
        Channel.IN_PERSON: pgettext("channel", "in person"),
        Channel.PHONE: pgettext("channel", "telephone"),
        Channel.EMAIL: pgettext("channel", "e-mail"),
        Channel.HOME: pgettext("channel", "home visit"),
        Channel.STREET: pgettext("channel", "in the street"),
        Channel.MOBILE_UNIT: pgettext("channel", "mobile unit"),
        Channel.VIDEO: pgettext("channel", "video call"),
        Channel.DOCUMENT: pgettext("channel", "document of an authority"),
        Channel.PROSECUTOR: pgettext("channel", "prosecutor's order"),
    }


def channels(*, all_of_them: bool) -> Choices:
    """What can be chosen; orders of the prosecutor only by whoever may see the service."""
    words = channel_words()
    if not all_of_them:
        del words[Channel.PROSECUTOR]
    return _each(words)


def axes() -> Choices:
    """The three service axes (domain §1.2)."""
    words = {
        Axis.A: _("Α: reception, information, support"),
        Axis.B: _("Β: working with other services"),
        Axis.C: _("Γ: services for inclusion"),
    }
    return [(_("as the requests say"), None), *_each(words)]


def capacities() -> Choices:
    """In what capacity somebody came (domain §1.4)."""
    words = {
        Capacity.SELF: pgettext("capacity", "Self"),
        Capacity.PARENT: pgettext("capacity", "parent"),
        Capacity.GUARDIAN: pgettext("capacity", "guardian"),
        Capacity.JUDICIAL_ASSISTANT: pgettext("capacity", "judicial assistant"),
        Capacity.AUTHORISED: pgettext("capacity", "authorised person"),
        Capacity.RELATIVE: pgettext("capacity", "relative"),
        Capacity.INTERPRETER: pgettext("capacity", "interpreter"),
        Capacity.PROFESSIONAL: pgettext("capacity", "professional"),
    }
    return _or_nothing(words)


def referrers() -> Choices:
    """How somebody came to the centre."""
    words = {
        Referrer.SELF: _("of their own accord"),
        Referrer.FAMILY: _("relative or friend"),
        Referrer.SOCIAL_SERVICE: _("Social Service"),
        Referrer.MUNICIPAL: _("other municipal service"),
        Referrer.SCHOOL: _("school"),
        Referrer.HEALTH: _("hospital or health centre"),
        Referrer.DYPA: _("DYPA"),
        Referrer.OPEKA: _("OPEKA"),
        Referrer.POLICE: _("police"),
        Referrer.PROSECUTOR: _("prosecutor"),
        Referrer.NGO: _("NGO"),
        Referrer.HELPLINE: _("helpline (197, 1056, 15900)"),
        Referrer.MEDIA: _("internet or media"),
        Referrer.DECLINED: _("did not want to say"),
        Referrer.UNKNOWN: pgettext("referrer", "unknown"),
    }
    return _or_nothing(words)


def interpreters() -> Choices:
    """Whether the two sides understand each other."""
    words = {
        Interpreter.NOT_NEEDED: pgettext("interpreter", "not needed"),
        Interpreter.NEEDED: pgettext("interpreter", "needed, was not there"),
        Interpreter.PRESENT: pgettext("interpreter", "was there"),
        Interpreter.BY_PHONE: pgettext("interpreter", "by telephone"),
        Interpreter.COMPANION: pgettext("interpreter", "a companion helped"),
    }
    return _or_nothing(words)


def outcome_words() -> dict[Outcome, str]:
    """What came of a contact."""
    return {
        Outcome.SERVED: pgettext("outcome", "served"),
        Outcome.INFORMED: pgettext("outcome", "informed"),
        Outcome.APPLICATION_FILED: pgettext("outcome", "application filed"),
        Outcome.REFERRED: pgettext("outcome", "referred"),
        Outcome.APPOINTMENT: pgettext("outcome", "appointment made"),
        Outcome.WAITING_DOCUMENTS: pgettext("outcome", "waits for documents"),
        Outcome.MESSAGE_TAKEN: pgettext("outcome", "message taken"),
        Outcome.NOT_COMPETENT: pgettext("outcome", "another service's matter"),
        Outcome.REFUSED: pgettext("outcome", "the citizen declined"),
    }


def outcomes() -> Choices:
    """What came of it, or nothing yet."""
    return _or_nothing(outcome_words())


def spoken() -> Choices:
    """What was spoken."""
    return list(languages())


def age_bands() -> Choices:
    """The age of somebody without a name, as one sees it."""
    return [
        ("0–17", AgeBand.CHILD),
        ("18–29", AgeBand.YOUNG),
        ("30–54", AgeBand.ADULT),
        ("55–64", AgeBand.OLDER),
        ("65+", AgeBand.SENIOR),
        (pgettext("age", "unknown"), AgeBand.UNKNOWN),
    ]


def nationality_groups() -> Choices:
    """As much of a nationality as the statistics need."""
    return [
        (pgettext("nationality", "not asked"), None),
        (pgettext("nationality", "Greek"), NationalityGroup.GREEK),
        (pgettext("nationality", "EU"), NationalityGroup.EU),
        (pgettext("nationality", "third country"), NationalityGroup.THIRD_COUNTRY),
        (pgettext("nationality", "does not say"), NationalityGroup.DECLINED),
    ]


def member(kind: type[Enum], value: str) -> Any:
    """The member with this value; None for none: what was kept long ago may be gone."""
    return next((each for each in kind if each.value == value), None)
