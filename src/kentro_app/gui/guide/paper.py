"""How a page of the guide looks: the theme's colours and sizes as a style sheet for rich text."""

from string import Template

from kentro_app.gui.theme import HEADING, QUIET, TITLE, L, M, S, Theme

_READING = 15
_STYLE = Template("""
body { color: $ink; font-size: ${reading}px; }
p, li { margin-top: 0; margin-bottom: ${m}px; line-height: 135%; }
li { margin-bottom: 4px; }
ul, ol { margin-top: 0; margin-bottom: ${m}px; }
.h1 { font-size: ${title}px; font-weight: 500; margin-top: 0; margin-bottom: ${l}px; }
.h2 { font-size: ${heading}px; font-weight: 500; margin-top: ${xl}px; margin-bottom: ${s}px; }
.h3 { font-size: ${reading}px; font-weight: 500; margin-top: ${l}px; margin-bottom: ${s}px; }
b { font-weight: 500; }
a { color: $accent; text-decoration: underline; }
.keys { background-color: $sunken; color: $ink; font-weight: 500; }
.picture { margin-top: ${s}px; margin-bottom: ${m}px; line-height: 100%; }
th { color: $quiet; font-size: ${quiet_size}px; font-weight: 500; text-align: left; }
""")
_TABLES = {
    'class="note"': 'cellpadding="{pad}" cellspacing="0" bgcolor="{soft}" style="border: none;"',
    'class="rows"': 'cellpadding="{pad}" cellspacing="0" border="1" '
    'style="border-collapse: collapse; border-style: solid; border-color: {line};"',
}
"""What rich text takes only as attributes of the table itself."""


def style_of(theme: Theme) -> str:
    """The style sheet of a page in this theme, at its text size."""
    palette = theme.palette
    return _STYLE.substitute(
        ink=palette.ink,
        quiet=palette.quiet,
        accent=palette.accent,
        sunken=palette.sunken,
        reading=theme.px(_READING),
        title=theme.px(TITLE),
        heading=theme.px(HEADING + 3),
        quiet_size=theme.px(QUIET),
        s=S,
        m=M,
        l=L,
        xl=L + S,
    )


def page_of(body: str, theme: Theme) -> str:
    """The whole page for the browser."""
    palette = theme.palette
    for mark, attributes in _TABLES.items():
        filled = attributes.format(pad=theme.px(9), soft=palette.accent_soft, line=palette.line)
        body = body.replace(mark, filled)
    return f"<html><body>{body}</body></html>"
