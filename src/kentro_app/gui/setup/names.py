"""A user name proposed from somebody's name."""

import re

from kentro_app.domain.latin import elot743

_LONGEST = 32
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def proposed_user_name(display_name: str) -> str:
    """`Ελένη Μαρκάκη` → `e.markaki`; one word → that word; Latin, because keyboards switch."""
    words = [_NOT_A_LETTER.sub("", elot743(word).lower()) for word in display_name.split()]
    words = [word for word in words if word]
    if not words:
        return ""
    return ".".join([*(word[0] for word in words[:-1]), words[-1]])[-_LONGEST:]
