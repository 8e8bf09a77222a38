"""Markdown of the guide's pages as HTML that Qt can show.

Of Markdown the pages use headings (`## Words {#anchor}`), paragraphs, both kinds of lists, tables,
notes (`>`), pictures on lines of their own, links, `**weight**` and `` `keys` ``. Nothing else is
understood, and raw HTML is shown as what it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from kentro_app.gui.guide.book import place

_PICTURE = re.compile(r"^!\[([^\]]*)\]\(([^)]+)\)$")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_WEIGHT = re.compile(r"\*\*([^*]+)\*\*")
_KEYS = re.compile(r"`([^`]+)`")
_HEADING = re.compile(r"^(#{1,3}) (.+?)(?:\s*\{#([a-z-]+)\})?$")
_NUMBERED = re.compile(r"^\d+\. ")

ENLARGE = "enlarge:"
"""How the link begins that leads from a picture to the same picture as large as it is."""

Size = Callable[[str], tuple[int, int]]
"""How wide and how high a picture of this name is to be shown, in pixels."""


@dataclass(slots=True)
class _Count:
    """How many sections there have been."""

    sections: int = 0


def to_html(markdown: str, size: Size) -> str:
    """The page's body. Sections get the anchors `s1`, `s2` … beside their own."""
    count = _Count()
    return "\n".join(_block(lines, size, count) for lines in _blocks(markdown))


def inline(words: str) -> str:
    """Weight, keys and links within a line."""
    line = escape(words, quote=False)
    line = _KEYS.sub(r'<span class="keys">&nbsp;\1&nbsp;</span>', line)
    line = _WEIGHT.sub(r"<b>\1</b>", line)
    return _LINK.sub(r'<a href="\2">\1</a>', line)


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Lines that belong together: an empty line parts them, and so does another kind of line."""
    for blank, lines in groupby(markdown.splitlines(), lambda line: not line.strip()):
        if not blank:
            yield list(lines)


def _block(lines: list[str], size: Size, count: _Count) -> str:
    first = lines[0]
    if heading := _HEADING.match(first):
        rest = _block(lines[1:], size, count) if lines[1:] else ""
        return _heading(heading, count) + rest
    if picture := _PICTURE.match(first):
        name = picture[2].rpartition("/")[2]
        words = escape(picture[1])
        width, height = size(name)
        image = f'<img src="{name}" width="{width}" height="{height}" alt="{words}">'
        return f'<p class="picture"><a href="{ENLARGE}{name}">{image}</a></p>'
    if first.startswith("|"):
        return _table(lines)
    if first.startswith(">"):
        words = " ".join(line.removeprefix(">").strip() for line in lines)
        return f'<table class="note" width="100%"><tr><td>{inline(words)}</td></tr></table>'
    return _list(lines) or f"<p>{inline(' '.join(lines))}</p>"


def _heading(found: re.Match[str], count: _Count) -> str:
    level = len(found[1])
    names = [found[3]] if found[3] else []
    if level == 2:
        count.sections += 1
        names.append(place(count.sections))
    anchors = "".join(f'<a name="{name}"></a>' for name in names)
    # no <h1>: rich text makes its letters larger still than the style sheet says
    return f'<p class="h{level}">{anchors}{inline(found[2])}</p>'


def _list(lines: list[str]) -> str:
    numbered = bool(_NUMBERED.match(lines[0]))
    if not (numbered or lines[0].startswith("- ")):
        return ""
    items: list[str] = []
    for line in lines:
        if line.startswith("- ") or _NUMBERED.match(line):
            items.append(_NUMBERED.sub("", line.removeprefix("- ")))
        else:
            items[-1] += f" {line.strip()}"
    kind = "ol" if numbered else "ul"
    return f"<{kind}>{''.join(f'<li>{inline(item)}</li>' for item in items)}</{kind}>"


def _table(lines: list[str]) -> str:
    head, *rows = [_cells(line) for line in lines if not set(line) <= set("|-: ")]
    named = "".join(f"<th>{inline(cell)}</th>" for cell in head) if any(head) else ""
    body = "".join(f"<tr>{''.join(f'<td>{inline(c)}</td>' for c in row)}</tr>" for row in rows)
    return f'<table class="rows" width="100%"><tr>{named}</tr>{body}</table>'


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
