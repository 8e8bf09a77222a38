"""What hypothesis draws from: Greek words and names, dates, numbers that authorities give."""

from datetime import date

from hypothesis import strategies as st
from stdnum import luhn
from stdnum.gr import vat

from kentro_app.domain.partial_dates import PartialDate

SMALL = "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰ"
FIRST_DAY, LAST_DAY = date(1890, 1, 1), date(2026, 11, 20)


def _ends_well(word: str) -> str:
    return f"{word[:-1]}ς" if word.endswith("σ") else word


def greek_words(longest: int = 14) -> st.SearchStrategy[str]:
    """Lower-case Greek, any letters in any order, accents where they please, final sigma right."""
    return st.text(alphabet=SMALL, min_size=1, max_size=longest).map(_ends_well)


def greek_names() -> st.SearchStrategy[str]:
    """Greek words as names are written: with a capital, or in capitals with their accents."""
    return st.one_of(greek_words().map(str.capitalize), greek_words().map(str.upper))


def days() -> st.SearchStrategy[date]:
    """Days on which somebody in a record can be born."""
    return st.dates(FIRST_DAY, LAST_DAY)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates of every precision."""
    texts = st.builds(lambda day, length: day.isoformat()[:length], days(), st.sampled_from([4, 7]))
    decades = st.integers(189, 202).map(lambda decade: f"{decade}X")
    return st.one_of(days().map(str), texts, decades).map(PartialDate)


def amkas() -> st.SearchStrategy[str]:
    """Valid ΑΜΚΑ of any date and sex."""

    def numbered(day: date, serial: int) -> str:
        body = f"{day:%d%m%y}{serial:04}"
        return body + luhn.calc_check_digit(body)

    return st.builds(numbered, st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 9999))


def afms() -> st.SearchStrategy[str]:
    """Valid ΑΦΜ, never all zeros."""
    bodies = st.integers(1, 99_999_999).map(lambda number: f"{number:08}")
    return bodies.map(lambda body: body + vat.calc_check_digit(body))


def greek_phones() -> st.SearchStrategy[str]:
    """Athens landlines and mobiles in use, in E.164."""
    return st.builds(
        lambda prefix, rest: f"+30{prefix}{rest:07}",
        st.sampled_from(["210", "697", "694", "698"]),
        st.integers(2_000_000, 8_999_999),
    )
