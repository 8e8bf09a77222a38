"""The words of the day's list, on paper and in tables, and what its numbers mean."""

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.requests import Axis
from kentro_app.domain.visits import Channel, Stage
from kentro_app.i18n import _, current, pgettext
from kentro_app.i18n.dates import number
from kentro_app.services.sheets_model import DailyRow, DailyTotals, Standing

SMALL = 5
"""Fewer than this are not told apart in anything that leaves the centre (domain §7.2)."""

_AXES = {Axis.A: "Α", Axis.B: "Β", Axis.C: "Γ"}


def daily_title() -> str:
    """What the list is called."""
    return _("Day's list of contacts")


def daily_columns() -> tuple[str, ...]:
    """The eight headings of Φ4 (domain §4.4)."""
    return (
        # Translators: heading over the running number of a line, «α/α»
        pgettext("day's list", "#"),
        pgettext("day's list", "Time"),
        pgettext("day's list", "How"),
        pgettext("day's list", "New or returning"),
        pgettext("day's list", "Axis"),
        pgettext("day's list", "Requests"),
        pgettext("day's list", "Outcome"),
        pgettext("day's list", "Staff"),
    )


def channel_word(channel: Channel) -> str:
    """How the contact happened."""
    return {
        Channel.IN_PERSON: pgettext("day's list", "in person"),
        Channel.PHONE: pgettext("day's list", "telephone"),
        Channel.EMAIL: pgettext("day's list", "e-mail"),
        Channel.HOME: pgettext("day's list", "at home"),
        Channel.STREET: pgettext("day's list", "street work"),
        Channel.MOBILE_UNIT: pgettext("day's list", "mobile unit"),
        Channel.VIDEO: pgettext("day's list", "video call"),
        Channel.DOCUMENT: pgettext("day's list", "document"),
        Channel.PROSECUTOR: pgettext("day's list", "prosecutor's order"),
    }[channel]


def standing_word(standing: Standing) -> str:
    """Whether somebody came for the first time."""
    return {
        Standing.NEW: pgettext("day's list", "new"),
        Standing.RETURNING: pgettext("day's list", "returning"),
        Standing.ANONYMOUS: pgettext("day's list", "anonymous"),
        Standing.OPEN: "–",
    }[standing]


def outcome_word(row: DailyRow) -> str:
    """What came of it; of somebody not served, how far it came."""
    if row.outcome is not None:
        return _outcomes()[row.outcome]
    return {
        Stage.WAITING: pgettext("day's list", "waiting"),
        Stage.CALLED: pgettext("day's list", "called in"),
        Stage.LEFT: pgettext("day's list", "left unserved"),
    }.get(row.stage, "")


def _outcomes() -> dict[Outcome, str]:
    return {
        Outcome.SERVED: pgettext("day's list", "served"),
        Outcome.INFORMED: pgettext("day's list", "informed"),
        Outcome.APPLICATION_FILED: pgettext("day's list", "application filed"),
        Outcome.REFERRED: pgettext("day's list", "referred"),
        Outcome.APPOINTMENT: pgettext("day's list", "appointment"),
        Outcome.WAITING_DOCUMENTS: pgettext("day's list", "papers missing"),
        Outcome.MESSAGE_TAKEN: pgettext("day's list", "message taken"),
        Outcome.NOT_COMPETENT: pgettext("day's list", "not competent"),
        Outcome.REFUSED: pgettext("day's list", "refused"),
    }


def axis_word(axis: Axis | None) -> str:
    """Α, Β, Γ, or A, B, C."""
    if axis is None:
        return ""
    return _AXES[axis] if current().language.startswith("el") else axis.value


def totals_words(totals: DailyTotals) -> tuple[tuple[str, str], ...]:
    """What was counted, and how many of it there were."""
    counted = (
        (_("Contacts"), number(totals.contacts)),
        (_("Visits"), number(totals.visits)),
        (_("People served"), number(totals.people)),
        (_("New people"), number(totals.new_people)),
        (_("Requests in the list"), number(totals.requests)),
    )
    if not totals.restricted:
        return counted
    few = totals.restricted < SMALL
    return (*counted, (_("Restricted requests"), f"<{SMALL}" if few else number(totals.restricted)))


def definitions() -> tuple[str, ...]:
    """What is counted as what (domain §7.1), for those who read the numbers elsewhere."""
    return (
        _("Contact: any contact, by telephone and anonymous ones too. Visit: a contact in person."),
        _(
            "People served: each person once who had at least one completed contact. New: those "
            "whose first completed contact ever this was."
        ),
        _(
            "Request: one line may hold several. Restricted requests stand in no line; fewer than "
            "five are not told apart."
        ),
    )
