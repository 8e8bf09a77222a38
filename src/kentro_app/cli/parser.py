"""The words of `kentro-admin`: commands, options and their help.

What every command takes may stand before or after its name.
"""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, _SubParsersAction
from datetime import date
from pathlib import Path

from kentro_app.cli.contact_parser import add_catalogue, add_contacts
from kentro_app.cli.home_parser import add_drafts, add_today
from kentro_app.cli.visit_parser import add_rooms, add_visits
from kentro_app.domain.roles import Role
from kentro_app.i18n import LANGUAGES, _
from kentro_app.services.sheets_model import Layout, NameStyle

_SHEETS = (".pdf", ".xlsx", ".csv")
_Group = _SubParsersAction  # argparse has no public name for it


def make_parser() -> ArgumentParser:
    """The whole parser, its help in the current language."""
    common = _common()
    parser = ArgumentParser(
        prog="kentro-admin",
        description=_("The work of a community centre's front desk, without a window."),
        epilog=_(
            "Passwords come from a prompt, from KENTRO_PASSWORD or from the file that "
            "KENTRO_PASSWORD_FILE names; new ones from a prompt or KENTRO_NEW_PASSWORD. "
            "The data directory can also be given in KENTRO_DATA_DIR."
        ),
        parents=[common],
        allow_abbrev=False,
    )
    group = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    maker = _Maker(group, common)
    for add in (_setup, _users, _people, _visits, _papers, _keeping, _audit):
        add(maker)
    return parser


class _Maker:
    """Adds commands to a group, each with the common options."""

    def __init__(self, group: "_Group[ArgumentParser]", common: ArgumentParser) -> None:
        self._group = group
        self._common = common

    def command(self, name: str, runs: str, help_text: str) -> ArgumentParser:
        """One command; `runs` is `module.function` of this package."""
        parser = self._group.add_parser(
            name,
            help=help_text,
            description=help_text,
            parents=[self._common],
            allow_abbrev=False,
        )
        parser.set_defaults(command=runs)
        return parser

    def group(self, name: str, help_text: str) -> "_Maker":
        """A command that has commands of its own."""
        parser = self._group.add_parser(
            name,
            help=help_text,
            description=help_text,
            parents=[self._common],
            allow_abbrev=False,
        )
        inner = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
        return _Maker(inner, self._common)


def _common() -> ArgumentParser:
    parser = ArgumentParser(add_help=False, argument_default=SUPPRESS, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=_("where the data lies"))
    parser.add_argument("--as", dest="user_name", metavar="USER", help=_("who logs in"))
    parser.add_argument(
        "--desk-mode", action="store_true", help=_("may do and see only what the desk may")
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language of words and papers"))
    parser.add_argument("--json", action="store_true", help=_("answer with one JSON document"))
    return parser


def _setup(maker: _Maker) -> None:
    init = maker.command("init", "setup.init", _("set up a new centre with its administrator"))
    init.add_argument("--profile", required=True, metavar="NAME", help=_("the site profile"))
    init.add_argument("--user", required=True, metavar="NAME", help=_("the administrator's name"))
    init.add_argument("--display-name", default="", metavar="NAME", help=_("as colleagues read it"))
    init.add_argument("--card", type=Path, metavar="FILE", help=_card())
    maker.command(
        "recover", "setup.recover", _("give an administrator a new password by the recovery code")
    )
    demo = maker.command("demo", "setup.demo", _("make a synthetic centre to try things on"))
    demo.add_argument("--people", type=_count, default=1500, metavar="N")
    demo.add_argument("--visits", type=_count, default=6000, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument(
        "--today", type=_day, metavar="D", help=_("the last day of the story, as YYYY-MM-DD")
    )


def _users(maker: _Maker) -> None:
    users = maker.group("user", _("accounts: who may log in, and as what"))
    add = users.command("add", "users.add", _("let somebody new in"))
    add.add_argument("--name", required=True, metavar="NAME", help=_("the name for logging in"))
    add.add_argument("--role", required=True, type=_role, metavar="ROLE", help=_roles())
    add.add_argument("--display-name", default="", metavar="NAME", help=_("as colleagues read it"))
    _generated(add)
    users.command("list", "users.show_all", _("all accounts"))
    for name, help_text in (
        ("disable", _("end an account; what it did stays")),
        ("enable", _("open a disabled account under a new password")),
        ("reset-password", _("give somebody a new password")),
    ):
        one = users.command(name, f"users.{name.replace('-', '_')}", help_text)
        which = one.add_mutually_exclusive_group(required=True)
        which.add_argument("name", nargs="?", metavar="NAME")
        which.add_argument("--name", dest="named", metavar="NAME", help=SUPPRESS)
        if name != "disable":
            _generated(one)
    for name, help_text in (
        ("grant", _("give somebody another role, and a new password with it")),
        ("revoke", _("take a role away: the desk's remains; a new password comes with it")),
    ):
        one = users.command(name, f"users.{name}", help_text)
        which = one.add_mutually_exclusive_group(required=True)
        which.add_argument("name", nargs="?", metavar="NAME")
        which.add_argument("--name", dest="named", metavar="NAME", help=SUPPRESS)
        one.add_argument("--role", required=True, type=_role, metavar="ROLE", help=_roles())
        _generated(one)
    add_rooms(maker.group("room", _("the rooms people are called to")), users)
    own = users.command("password", "users.own_password", _("change your own password"))
    _generated(own)


def _generated(parser: ArgumentParser) -> None:
    help_text = _("let the program draw the new password and show it once")
    parser.add_argument("--generate", action="store_true", help=help_text)


def _people(maker: _Maker) -> None:
    people = maker.group("person", _("the registry of people"))
    add = people.command("add", "people.add", _("register people from JSON lines"))
    _file(add)
    find = people.command("find", "people.find", _("find people by name, phone or number"))
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--limit", type=_positive, default=20, metavar="N")
    bring = people.command("import", "people_table.bring", _("register people from a table"))
    bring.add_argument("file", type=Path, metavar="FILE.csv|.xlsx")
    bring.add_argument(
        "--leave-out-unknown",
        action="store_true",
        help=_("leave out columns that are not known instead of refusing the file"),
    )
    show = people.command("show", "people.show", _("everything the registry holds of a person"))
    show.add_argument("id", metavar="ID")
    change = people.command(
        "change", "person_changes.change", _("correct a person's data from JSON lines")
    )
    change.add_argument("id", metavar="ID")
    _file(change)
    past = people.command(
        "history", "person_changes.show_history", _("who changed what about a person")
    )
    past.add_argument("id", metavar="ID")


def _visits(maker: _Maker) -> None:
    add_today(maker)
    add_drafts(maker.group("draft", _("what you have begun to write")))
    _file(maker.command("checkin", "visits.check_in", _("open visits from JSON lines")))
    add_visits(maker.group("visit", _("what becomes of a visit")), _day)
    add_contacts(maker.group("contact", _("what a visit was about, and what follows")), _day, _file)
    add_catalogue(maker.group("catalogue", _("the centre's list of requests")), _day)


def _papers(maker: _Maker) -> None:
    sheet = maker.command("sign-in-sheet", "sheets.sign_in", _("the sheet people sign"))
    sheet.add_argument("--date", type=_day, metavar="D", help=_("YYYY-MM-DD, today by default"))
    sheet.add_argument("--out", type=_sheet_file, required=True, metavar="FILE.pdf|.xlsx|.csv")
    layouts = [layout.value for layout in Layout]
    sheet.add_argument("--layout", choices=layouts, default=Layout.SIGNIN.value)
    styles = [style.value for style in NameStyle]
    sheet.add_argument("--names", choices=styles, default=NameStyle.FULL.value)
    sheet.add_argument("--site", default="", metavar="CODE", help=_("this desk's by default"))
    sheet.add_argument("--visit", metavar="ID", help=_("the slip of one visit"))
    sheet.add_argument("--blank-lines", type=_count, default=10, metavar="N")
    kit = maker.command("paper-kit", "sheets.kit", _("numbered forms and tickets for a power cut"))
    kit.add_argument("--out", type=_pdf_file, required=True, metavar="FILE.pdf")
    kit.add_argument("--forms", type=_count, default=10, metavar="N")
    kit.add_argument("--tickets", type=_count, default=24, metavar="N")
    typed = maker.command("paper-day", "paper_day.type_back", _("type a day on paper back"))
    typed.add_argument("--day", type=_day, required=True, metavar="D", help=_("YYYY-MM-DD"))
    table = _("a table, or JSON lines; - for standard input")
    typed.add_argument("--file", required=True, metavar="FILE.csv|-", help=table)
    sure = _("let the paper say something else than the store does")
    typed.add_argument("--confirm", action="store_true", help=sure)


def _keeping(maker: _Maker) -> None:
    backup = maker.command("backup", "keeping.backup", _("write a backup"))
    backup.add_argument("--out", type=Path, required=True, metavar="FILE")
    restore = maker.command("restore", "keeping.restore", _("put a backup into an empty folder"))
    restore.add_argument("file", type=Path, metavar="FILE")
    drill = maker.command("drill", "keeping.drill", _("try whether a backup could be restored"))
    drill.add_argument("file", type=Path, metavar="FILE")
    maker.command("verify", "keeping.verify", _("check the whole store; changes nothing"))
    bench = maker.command("bench", "keeping.bench", _("the project's own measurements"))
    bench.add_argument("names", nargs="*", metavar="NAME")
    bench.add_argument("--scale", type=float, default=1.0, metavar="N")


def _audit(maker: _Maker) -> None:
    audit = maker.group("audit", _("the access log"))
    listing = audit.command("list", "audit.show", _("entries of the log, the newest by default"))
    listing.add_argument("--after", type=_count, metavar="N", help=_("those after number N"))
    listing.add_argument("--limit", type=_positive, default=50, metavar="N")
    listing.add_argument("--person", metavar="ID", help=_("those about one person"))
    verify = audit.command("verify", "audit.verify", _("recompute the chain of the log"))
    verify.add_argument("--printed", metavar="N-HEX", help=_("the mark on a printed sheet"))
    export = audit.command("export", "audit.export", _("the whole log as JSON lines"))
    export.add_argument("--out", default="-", metavar="FILE")


def _file(parser: ArgumentParser) -> None:
    help_text = _("JSON lines; - for standard input")
    parser.add_argument("--file", required=True, metavar="FILE|-", help=help_text)


def _card() -> str:
    return _("the recovery card, as PDF; without it the code is shown once, on standard error")


def _roles() -> str:
    return ", ".join(role.value for role in Role)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        raise ArgumentTypeError(_("one of {roles}").format(roles=_roles())) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("a day is written YYYY-MM-DD")) from None


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 12:
        raise ArgumentTypeError(_("a whole number is expected"))
    return int(text)


def _positive(text: str) -> int:
    number = _count(text)
    if not number:
        raise ArgumentTypeError(_("a number above 0 is expected"))
    return number


def _sheet_file(text: str) -> Path:
    if not text.lower().endswith(_SHEETS):
        raise ArgumentTypeError(_("the file's name must end in .pdf, .xlsx or .csv"))
    return Path(text)


def _pdf_file(text: str) -> Path:
    if not text.lower().endswith(".pdf"):
        raise ArgumentTypeError(_("the file's name must end in .pdf"))
    return Path(text)
