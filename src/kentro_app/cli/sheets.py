"""`sign-in-sheet`: the paper of a day, as PDF, XLSX or CSV."""

from datetime import datetime
from functools import partial

from kentro_app.cli.answers import answer
from kentro_app.cli.context import DONE, Context
from kentro_app.cli.files import require_file, write_file
from kentro_app.cli.session import logged_in
from kentro_app.cli.words import stage_words
from kentro_app.i18n import _, current
from kentro_app.services.sheets import SheetRequest, Words, sign_in_sheet
from kentro_app.services.sheets_model import NameStyle
from kentro_app.services.transaction import perform


def sign_in(context: Context) -> int:
    """Write the sheet; an older file of that name is replaced in one step."""
    arguments = context.arguments
    require_file(arguments.out)
    with logged_in(context) as session:
        now: datetime = context.environment.clock()
        day = arguments.date or session.site.local_day(now)
        words = Words(current().language, _("anonymous"), stage_words())
        request = SheetRequest(day, NameStyle(arguments.names))
        use_case = partial(sign_in_sheet, request=request, words=words, now=now)
        sheet = perform(session.begin, use_case).result
        kind = arguments.out.suffix.lower().removeprefix(".")
        write_file(arguments.out, context.environment.papers.sheet(kind, sheet))
    document = {
        "file": str(arguments.out),
        "date": day.isoformat(),
        "rows": len(sheet.rows),
        "copy": sheet.copy_number,
        "mark": sheet.audit_mark,
    }
    answer(context, document, [str(arguments.out)])
    return DONE
