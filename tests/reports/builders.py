"""A believable day at the reference site, and a Greek voice that needs no compiled catalogue."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations
from typing import Any
from zoneinfo import ZoneInfo

from kentro_app.i18n import Voice
from kentro_app.services.sheets_model import SheetRow, SheetTotals, SignInSheet

ATHENS = ZoneInfo("Europe/Athens")
DAY = date(2026, 11, 23)
OPENING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # nine o'clock in Athens
SURNAMES = ("Παπαδοπούλου Ελένη", "Νικολαΐδης Πάνος", "Hoxha Arbër", "Шевченко Олена")


class _Greek(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"page {page} of {pages}": "σελίδα {page} από {pages}"}.get(message, message)


def greek() -> Voice:
    """Greek dates, Athens clocks and the one sentence these tests look for."""
    return Voice(_Greek(), "el", ATHENS)


def english() -> Voice:
    return Voice(NullTranslations(), "en", ATHENS)


def row(index: int = 0, **changes: Any) -> SheetRow:
    arrived = OPENING + timedelta(minutes=index % 480)
    plain = SheetRow(
        code=f"A-{index + 1:03}",
        name=SURNAMES[index % len(SURNAMES)],
        arrived=arrived,
        left=arrived + timedelta(minutes=20),
        for_whom="Ε. Μαρκάκη",
        stage="served",
    )
    return replace(plain, **changes)


def sheet(*rows: SheetRow, **changes: Any) -> SignInSheet:
    plain = SignInSheet(
        site_name="Κέντρο Κοινότητας Δήμου Πετρούπολης",
        municipality="Δήμος Πετρούπολης",
        address="Αθ. Διάκου 88Α & Αγ. Δημητρίου, Πετρούπολη",
        phone="210 5065885",
        day=DAY,
        rows=rows,
        blank_lines=0,
        printed_by="Μαρκάκη Ε.",
        printed_at=OPENING + timedelta(hours=8),
        copy_number=3,
        audit_mark="7F3A-91C0",
        totals=SheetTotals(len(rows)),
    )
    return replace(plain, **changes)


def busy(count: int, **changes: Any) -> SignInSheet:
    """A sheet of so many visits."""
    return sheet(*map(row, range(count)), **changes)
