"""A preview shows the page as it is printed, one page at a time, from memory."""

from itertools import islice

from kentro_app.reports.render import page_count, page_image, page_images, page_sizes, page_texts
from kentro_app.reports.signin_pdf import sign_in_pdf
from tests.reports.builders import busy

A4_AT_96_DPI = (794, 1123)
BLUE = bytes((0x17, 0x60, 0x8F, 255))
WHITE = b"\xff\xff\xff\xff"


def test_a_page_becomes_rows_of_opaque_pixels_without_gaps():
    width, height, pixels = next(page_images(sign_in_pdf(busy(3)), 96))

    assert (width, height) == A4_AT_96_DPI
    assert len(pixels) == width * height * 4
    assert set(pixels[3::4]) == {255}
    assert pixels.startswith(WHITE * width)


def test_colours_come_in_the_order_red_green_blue():
    pixels = next(page_images(sign_in_pdf(busy(3)), 192))[2]

    assert BLUE in pixels
    assert BLUE[2::-1] + b"\xff" not in pixels


def test_the_resolution_decides_the_size():
    width, height, _pixels = next(page_images(sign_in_pdf(busy(3)), 48))

    assert (width, height) == (397, 562)


def test_a_preview_may_stop_after_the_first_page_and_begin_again():
    made = sign_in_pdf(busy(60))

    first = list(islice(page_images(made, 30), 1))
    again = list(page_images(made, 30))

    assert len(again) == page_count(made) == len(page_texts(made)) == 3
    assert again[0] == first[0]
    assert again[1] != again[0]


def test_two_previews_may_be_drawn_turn_by_turn():
    one, other = sign_in_pdf(busy(30)), sign_in_pdf(busy(31))

    pairs = list(zip(page_images(one, 30), page_images(other, 30), strict=True))

    assert pairs[1] == tuple(next(islice(page_images(made, 30), 1, 2)) for made in (one, other))


def test_one_page_can_be_drawn_as_wide_as_it_is_shown():
    made = sign_in_pdf(busy(60))

    width, height, pixels = page_image(made, 2, 300)

    wide, high = page_sizes(made)[2]
    assert len(page_sizes(made)) == page_count(made)
    assert abs(width - 300) <= 1
    assert abs(height - 300 * high / wide) <= 1
    assert len(pixels) == width * height * 4
