"""The choices of the form, and why somebody may be the same person, in words."""

from collections.abc import Sequence

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import NameStatus
from kentro_app.domain.sex import Sex
from kentro_app.i18n import _, pgettext

LANGUAGES = ("el", "sq", "ar", "uk", "ru", "rom", "fa", "ur", "bn", "ka", "en", "fr")
"""ISO 639 codes of what is spoken most at the desk."""

OTHER_KINDS = (
    IdentifierKind.PASSPORT,
    IdentifierKind.AFM,
    IdentifierKind.PAAYPA,
    IdentifierKind.PA,
    IdentifierKind.OTHER,
)


def sexes() -> list[tuple[str, Sex]]:
    """The registered sex, as a form asks for it."""
    return [
        (_("not declared"), Sex.U),
        (pgettext("sex", "woman"), Sex.F),
        (pgettext("sex", "man"), Sex.M),
        (pgettext("sex", "other"), Sex.X),
    ]


def name_statuses() -> list[tuple[str, NameStatus]]:
    """How sure one is of the name."""
    return [
        (_("as the person says"), NameStatus.DECLARED),
        (_("seen on a document"), NameStatus.DOCUMENTED),
        (_("code name, for safety"), NameStatus.CODE_NAME),
    ]


def other_kinds() -> list[tuple[str, IdentifierKind]]:
    """Numbers that are asked for less often."""
    words = {
        IdentifierKind.PASSPORT: _("Passport"),
        IdentifierKind.AFM: _("AFM"),
        IdentifierKind.PAAYPA: _("PAAYPA"),
        IdentifierKind.PA: _("Personal Number"),
        IdentifierKind.OTHER: _("Other document"),
    }
    return [(words[kind], kind) for kind in OTHER_KINDS]


def languages() -> list[tuple[str, str]]:
    """What somebody speaks best."""
    words = {
        "el": _("Greek"),
        "sq": _("Albanian"),
        "ar": _("Arabic"),
        "uk": _("Ukrainian"),
        "ru": _("Russian"),
        "rom": _("Romani"),
        "fa": _("Farsi"),
        "ur": _("Urdu"),
        "bn": _("Bengali"),
        "ka": _("Georgian"),
        "en": pgettext("language", "English"),
        "fr": _("French"),
    }
    return [(_("not noted"), ""), *((words[code], code) for code in LANGUAGES)]


def reasons(codes: Sequence[str]) -> str:
    """Why somebody may be the same person, and after that what speaks against it."""
    words = _reason_words()
    ordered = sorted(codes, key=lambda code: code.startswith("different"))
    return ", ".join(words[code] for code in ordered if code in words)


def _reason_words() -> dict[str, str]:
    return {
        "same_identifier": _("same number of an authority"),
        "same_name": _("same name"),
        "similar_name": _("similar name"),
        "same_surname": _("same surname"),
        "same_given_name": _("same given name"),
        "same_birth_date": _("same date of birth"),
        "swapped_day_month": _("day and month of birth swapped"),
        "similar_birth_date": _("date of birth differs in one digit"),
        "same_birth_year": _("same year of birth"),
        "same_father": _("same father's name"),
        "same_phone": _("same telephone"),
        "different_given_name": _("but another given name"),
        "different_surname": _("but another surname"),
        "different_birth_date": _("but another date of birth"),
        "different_father": _("but another father's name"),
        "different_sex": _("but another sex"),
        "different_identifier": _("but another number of an authority"),
    }
