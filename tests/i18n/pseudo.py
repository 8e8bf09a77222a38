"""A language that is no language: English in strange letters, a third longer, in brackets.

A text that appears without brackets was forgotten; one whose end is cut off has too little room.
"""

import gettext
import re
from datetime import UTC
from io import BytesIO

from babel.messages.mofile import write_mo

from installer.catalogues import extract
from kentro_app.i18n import Voice

_STRANGE = str.maketrans("ACDEGHIKLNORSTUYZacdeghiklnorstuyz", "ÅÇÐÉĜĤÎĶĻÑÖŔŠŢÛÝŽåçðéĝĥîķļñöŕšţûýž")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")


def pseudo(text):
    """`Tea for {n}` becomes `[!!! Ţéå ƒöŕ {n} !!!]`; gaps and tags stay as they are."""
    parts = _KEPT.split(text)
    strange = [part if _KEPT.fullmatch(part) else part.translate(_STRANGE) for part in parts]
    longer = "~" * (len(text) // 3)
    return f"[!!! {''.join(strange)}{longer} !!!]"


def pseudo_voice(zone=UTC):
    """A voice that speaks it, built in memory from the source."""
    catalogue = extract()
    catalogue.locale = "en"
    for message in catalogue:
        if message.id:
            plural = message.pluralizable
            message.string = tuple(map(pseudo, message.id)) if plural else pseudo(message.id)
    file = BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return Voice(gettext.GNUTranslations(file), "en", zone)
