"""`sign-in-sheet` and `paper-kit`: the papers of a day, and those for a day without electricity."""

from datetime import datetime
from functools import partial

from kentro_app.cli.answers import answer, moment
from kentro_app.cli.context import DONE, Context
from kentro_app.cli.fields import identity
from kentro_app.cli.files import require_file, write_file
from kentro_app.cli.session import logged_in
from kentro_app.cli.words import stage_words
from kentro_app.i18n import _, current
from kentro_app.services.paper_kit import KitRequest, make_kit
from kentro_app.services.sheets import SheetRequest, Words, make_sheet
from kentro_app.services.sheets_model import Layout, NameStyle
from kentro_app.services.transaction import perform


def sign_in(context: Context) -> int:
    """Write a sheet of a day; an older file of that name is replaced in one step."""
    arguments = context.arguments
    require_file(arguments.out)
    visit = identity(arguments.visit, field="visit") if arguments.visit else None
    with logged_in(context) as session:
        now: datetime = context.environment.clock()
        request = SheetRequest(
            arguments.date or session.site.local_day(now),
            NameStyle(arguments.names),
            arguments.blank_lines,
            layout=Layout.SLIP if visit else Layout(arguments.layout),
            site=arguments.site,
            visit_id=visit,
        )
        words = Words(current().language, _("anonymous"), stage_words())
        use_case = partial(make_sheet, request=request, words=words, now=now)
        sheet = perform(session.begin, use_case).result
        kind = arguments.out.suffix.lower().removeprefix(".")
        write_file(arguments.out, context.environment.papers.sheet(kind, sheet))
        document = {
            "file": str(arguments.out),
            "date": request.day.isoformat(),
            "rows": len(sheet.rows),
            "copy": sheet.copy_number,
            "mark": sheet.audit_mark,
            "layout": request.layout.value,
            "replaces": sheet.replaces.copy_number if sheet.replaces else None,
            "printed_at": moment(now, session.zone),
        }
    answer(context, document, [str(arguments.out)])
    return DONE


def kit(context: Context) -> int:
    """Write the paper kit; its numbers are given once and never again."""
    arguments = context.arguments
    require_file(arguments.out)
    with logged_in(context) as session:
        request = KitRequest(arguments.forms, arguments.tickets)
        now = context.environment.clock()
        made = perform(session.begin, partial(make_kit, request=request, now=now)).result
        write_file(arguments.out, context.environment.papers.kit(made))
    document = {
        "file": str(arguments.out),
        "forms": _ends(made.forms),
        "tickets": _ends(made.tickets),
        "copy": made.copy_number,
        "mark": made.audit_mark,
    }
    answer(context, document, [str(arguments.out)])
    return DONE


def _ends(numbers: tuple[str, ...]) -> dict[str, str] | None:
    return {"first": numbers[0], "last": numbers[-1]} if numbers else None
