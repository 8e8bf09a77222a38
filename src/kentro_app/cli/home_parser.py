"""The words of `today` and `draft …`: commands and their help."""

from kentro_app.cli.visit_parser import Maker
from kentro_app.i18n import _


def add_today(maker: Maker) -> None:
    """`today`"""
    help_text = _("who waits, how the day goes, what falls due, what is unfinished")
    maker.command("today", "home.today", help_text)


def add_drafts(drafts: Maker) -> None:
    """`draft …`"""
    drafts.command("list", "home.drafts", _("your own drafts, the latest first"))
    for name, help_text in (
        ("show", _("what a draft holds")),
        ("discard", _("throw a draft away")),
    ):
        drafts.command(name, f"home.{name}", help_text).add_argument("id", metavar="ID")
