"""Finding a request among those on offer by a few typed letters, in either language."""

from collections.abc import Collection, Sequence

from kentro_app.domain.fold import fold, words
from kentro_app.domain.requests import RequestCode, axis_of
from kentro_app.services.contact_files import Offer

GREEK_AXES = {"A": "Α", "B": "Β", "C": "Γ"}


def matching(offer: Offer, typed: str, chosen: Collection[str]) -> Sequence[RequestCode]:
    """Those that have every typed word at the beginning of one of theirs, best first.

    Nothing typed means everything, what was asked for most of late first. Chosen ones are left out.
    """
    wanted = words(typed)
    order = {code: place for place, code in enumerate(offer.often)}
    found = [
        (_rank(entry, wanted), order.get(entry.code, len(order)), entry.code, entry)
        for entry in offer.entries
        if entry.code not in chosen and _has(entry, wanted)
    ]
    return [entry for *_order, entry in sorted(found, key=lambda each: each[:3])]


def shown_code(code: str) -> str:
    """The code as people read it: with the Greek letter of its axis."""
    return GREEK_AXES[axis_of(code).value] + code[1:]


def _has(entry: RequestCode, wanted: Sequence[str]) -> bool:
    own = _words(entry)
    return all(any(word.startswith(part) for word in own) for part in wanted)


def _rank(entry: RequestCode, wanted: Sequence[str]) -> int:
    """0 where the code itself begins like that, 1 where a title does, else 2."""
    if not wanted:
        return 0
    if any(part.startswith(wanted[0]) for part in words(entry.code)):
        return 0
    titles = (fold(entry.title_el), fold(entry.title_en))
    return 1 if any(title.startswith(wanted[0]) for title in titles) else 2


def _words(entry: RequestCode) -> set[str]:
    texts = (entry.code, shown_code(entry.code), entry.title_el, entry.title_en)
    return {word for text in texts for word in words(text)}
