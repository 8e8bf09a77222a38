"""The recovery card says its code twice, legibly, and nothing more than it must."""

from dataclasses import replace
from datetime import date

import pytest
from pypdfium2 import PdfDocument
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from kentro_app.i18n import Voice, speak
from kentro_app.reports.card import groups, recovery_card
from kentro_app.reports.render import page_images, page_texts
from kentro_app.services.sheets_model import RecoveryCardContent
from tests.reports.builders import english, greek

CODE = "0W1G-4MZJ-WWWW-1111-9QXK-T2B7-HHHH-MMMM-5C3D-EFGH-JKMN-PQRS-TVWX-YZ01"
CARD = RecoveryCardContent("Κέντρο Κοινότητας Δήμου Πετρούπολης", date(2026, 11, 23), CODE)


@pytest.mark.parametrize("voice", [greek(), english()], ids=["el", "en"])
def test_one_page_holds_two_cards_with_the_code_in_its_groups(voice: Voice):
    speak(voice)

    (page,) = page_texts(recovery_card(CARD))

    assert " ".join(page.split()).count(CODE.replace("-", " ")) == 2
    assert page.count("23/11/2026") == 2
    assert page.count("Κέντρο Κοινότητας Δήμου Πετρούπολης") == 2


def test_the_page_says_what_the_card_is_for_and_where_to_keep_it():
    speak(english())

    (page,) = page_texts(recovery_card(CARD))
    words = " ".join(page.split())

    assert "Opens the centre's data when nobody can log in any more" in words
    assert "Seal each in an envelope of its own" in words
    assert "not at the desk, not near the computers" in words
    assert "card 1 of 2" in words
    assert "card 2 of 2" in words


def test_the_code_stands_on_the_page_only_and_not_in_its_properties_or_its_repr():
    made = recovery_card(CARD)

    with PdfDocument(made) as document:
        assert CODE[:9] not in str(document.get_metadata_dict())
    assert CODE[:4] not in repr(CARD)


def test_a_code_in_one_piece_is_shown_in_fours():
    assert groups("ABCDEFGHIJ") == ["ABCD", "EFGH", "IJ"]


def test_groups_are_kept_as_they_were_written():
    assert groups("ABCDE FGHIJ-KL") == ["ABCDE", "FGHIJ", "KL"]


@pytest.mark.parametrize("code", ["WMWMWMWM-" * 7, "WMWM-" * 14, "1111-" * 14, "ABCDE-" * 12])
def test_groups_of_any_letters_and_length_stay_apart(code: str):
    parts = groups(code)

    (page,) = page_texts(recovery_card(replace(CARD, code=code)))

    assert " ".join(page.split()).count(" ".join(parts)) == 2


def test_a_name_of_ten_thousand_letters_ends_before_the_edge_of_the_card():
    (page,) = page_texts(recovery_card(replace(CARD, site_name="Παπα" * 2500)))

    assert page.count("…") == 2
    assert len(page) < 2500


def test_the_square_on_each_card_is_the_codes_own():
    expected = QRCode(None, QRErrorCorrectLevel.M)
    expected.addData(CODE)
    expected.make()
    width, height, pixels = next(page_images(recovery_card(CARD), 300))
    half = width * height // 2 * 4

    for card in (pixels[:half], pixels[half:]):
        assert _modules(card, width, len(expected.modules)) == [
            [bool(module) for module in line] for line in expected.modules
        ]


def _modules(pixels: bytes, width: int, count: int) -> list[list[bool]]:
    """What stands in each cell of the square: only its modules are wholly black."""
    red = pixels[::4]
    dark = [place for place, value in enumerate(red) if value == 0]
    left, right = min(place % width for place in dark), max(place % width for place in dark)
    top, bottom = dark[0] // width, dark[-1] // width
    across, down = (right - left + 1) / count, (bottom - top + 1) / count
    return [
        [
            red[int(top + (line + 0.5) * down) * width + int(left + (column + 0.5) * across)] < 128
            for column in range(count)
        ]
        for line in range(count)
    ]
