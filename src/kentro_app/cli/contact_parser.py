"""The words of `contact …` and `catalogue …`: commands, options and their help."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date

from kentro_app.cli.visit_parser import Maker
from kentro_app.i18n import _

Day = Callable[[str], date]


def add_contacts(contacts: Maker, day: Day, file: Callable[[ArgumentParser], None]) -> None:
    """`contact …`"""
    record = contacts.command("record", "contacts.record", _("write down what a visit was about"))
    record.add_argument("id", metavar="VISIT")
    file(record)
    show = contacts.command("show", "contacts.show", _("what was written down about a visit"))
    show.add_argument("id", metavar="VISIT")
    due = contacts.command("due", "contacts.due", _("next steps that are not done"))
    due.add_argument("--until", type=day, metavar="D", help=_("YYYY-MM-DD, today by default"))
    done = contacts.command("done", "contacts.done", _("a next step was taken"))
    done.add_argument("id", metavar="CONTACT")


def add_catalogue(catalogue: Maker, day: Day) -> None:
    """`catalogue …`"""
    catalogue.command("list", "catalogue.show_all", _("the whole list, ended ones included"))
    add = _of_code(catalogue, "add", _("a new request that can be asked for"))
    _titles(add)
    add.add_argument("--restricted", action="store_true", help=_("not for everybody's eyes"))
    _titles(_of_code(catalogue, "rename", _("other words for a request; its code stays")))
    end = _of_code(catalogue, "end", _("a request is offered no more; what was asked stays"))
    end.add_argument("--last-day", type=day, metavar="D", help=_("YYYY-MM-DD, today by default"))
    end.add_argument("--successor", default="", metavar="CODE", help=_("the request that follows"))
    _of_code(catalogue, "reopen", _("a request is offered again"))
    follows = _of_code(catalogue, "map", _("which request follows one that has ended"))
    follows.set_defaults(command="catalogue.map_to")
    follows.add_argument("successor", metavar="CODE")


def _of_code(catalogue: Maker, name: str, help_text: str) -> ArgumentParser:
    parser = catalogue.command(name, f"catalogue.{name}", help_text)
    parser.add_argument("code", metavar="CODE")
    return parser


def _titles(parser: ArgumentParser) -> None:
    parser.add_argument("--title-el", required=True, metavar="TEXT", help=_("its name in Greek"))
    parser.add_argument("--title-en", default="", metavar="TEXT", help=_("its name in English"))
