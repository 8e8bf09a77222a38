"""The message catalogues: `python installer/catalogues.py extract|update|compile|check|merge`.

extract   collect the messages of the source into translations/kentro.pot
update    bring that template into every catalogue, dropping what is no longer said
compile   make the .mo files that the program reads
check     say what is missing or wrong; exit code 1 if anything is
merge F…  take translations from loose .po files into the Greek catalogue (--replace: prefer them)
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "kentro.pot"
GREEK = TRANSLATIONS / "el" / "LC_MESSAGES" / "kentro.po"
SOURCE = "src/kentro_app"
GAP = re.compile(r"\{[^{}]*\}")


def extract(root: Path = ROOT) -> Catalog:
    """All messages of the source, with the files they are said in and notes to translators."""
    template = _empty(None)
    found = extract_from_dir(
        root / SOURCE, [("**.py", "python")], comment_tags=["Translators:"], strip_comment_tags=True
    )
    for file, _line, text, comments, context in found:
        place = [(f"{SOURCE}/{Path(file).as_posix()}", None)]
        template.add(text, None, place, auto_comments=comments, context=context)
    return template


def compile_all(folder: Path) -> list[Path]:
    """Make the .mo file beside every .po below `folder`; gives the files made."""
    made = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        # Written aside and moved: a program starting meanwhile reads the old one whole.
        aside = compiled.with_suffix(".mo.new")
        with aside.open("wb") as file:
            write_mo(file, read(source))
        made.append(aside.replace(compiled))
    return made


def read(path: Path) -> Catalog:
    """A catalogue from disk; its language is the folder it lies in, Greek for loose files."""
    languages = [part for part in path.parts[-3:-2] if path.parent.name == "LC_MESSAGES"]
    with path.open("rb") as file:
        return read_po(file, locale=(languages or ["el"])[0])


def write(path: Path, catalogue: Catalog) -> bool:
    """Write it if more than the date of its making would change; whether it was written."""
    fresh = BytesIO()
    write_po(
        fresh, catalogue, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    old = path.read_bytes() if path.exists() else b""
    if _undated(fresh.getvalue()) == _undated(old):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fresh.getvalue())
    return True


def update() -> None:
    """Bring the template into every catalogue. Never guesses: similar is not the same."""
    template = read(TEMPLATE)
    for path in _catalogues() or [GREEK]:
        catalogue = read(path) if path.exists() else _empty("el")
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.fuzzy = False
        write(path, catalogue)


def merge(fragments: list[Path], *, replace: bool) -> None:
    """Take translations from loose files; says which messages are unknown or said otherwise."""
    catalogue = read(GREEK)
    for path in fragments:
        for message in _texts(read(path)):
            known = catalogue.get(message.id, message.context)
            if not _translated(message):
                continue
            if known is None:
                print(f"{path.name}: nobody says {message.id!r}")
            elif _translated(known) and known.string != message.string and not replace:
                print(f"{path.name}: kept {known.string!r}, not {message.string!r}")
            else:
                known.string = message.string
    write(GREEK, catalogue)


def problems() -> Iterator[str]:
    """What is wrong with the template and the catalogues, a line each."""
    said = {_key(message) for message in _texts(extract())}
    if said != {_key(message) for message in _texts(read(TEMPLATE))}:
        yield f"{TEMPLATE.name}: not what the source says; run extract and update"
    for path in _catalogues() or [GREEK]:
        name = path.relative_to(TRANSLATIONS).as_posix()
        if not path.exists():
            yield f"{name}: missing"
            continue
        yield from (f"{name}: {problem}" for problem in wrong_in(read(path), said))


def wrong_in(catalogue: Catalog, said: set[object]) -> Iterator[str]:
    """What is wrong with one catalogue, given the keys of all messages that are said."""
    texts = list(_texts(catalogue))
    for key in said - {_key(message) for message in texts}:
        yield f"missing {key!r}"
    for message in texts:
        if _key(message) not in said or message.id in catalogue.obsolete:
            yield f"nobody says {message.id!r}"
        elif not _translated(message):
            yield f"untranslated {message.id!r}"
        elif message.fuzzy:
            yield f"fuzzy {message.id!r}"
        elif not _same_gaps(message):
            yield f"other gaps in {message.string!r} than in {message.id!r}"
    for obsolete in catalogue.obsolete.values():
        yield f"obsolete {obsolete.id!r}"


def _empty(language: str | None) -> Catalog:
    return Catalog(
        language,
        project="Kentro",
        version="1",
        header_comment="# The words of Kentro. Licensed under the EUPL.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )


def _same_gaps(message: Message) -> bool:
    """Only a singular may leave something out, its number: «μία ημέρα»."""
    if not message.pluralizable:
        return _gaps(message.string) == _gaps(message.id)
    wanted = _gaps(message.id[-1])
    singular, *plurals = map(_gaps, message.string)
    return all(gaps == wanted for gaps in plurals) and (
        singular == wanted or (singular < wanted and (wanted - singular).total() == 1)
    )


def _gaps(text: str) -> Counter[str]:
    return Counter(GAP.findall(text))


def _texts(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(forms)


def _key(message: Message) -> object:
    return (message.id, message.context)


def _catalogues() -> list[Path]:
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))


def _undated(text: bytes) -> bytes:
    return re.sub(rb'"(POT-Creation|PO-Revision)-Date:.*\n', b"", text)


def check() -> int:
    """Print what is wrong; 1 if anything is, else 0."""
    found = list(problems())
    print("\n".join(found) or "The catalogues are complete.")
    return 1 if found else 0


def main() -> int:
    """One command; see the top of this file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("command", choices=["extract", "update", "compile", "check", "merge"])
    parser.add_argument("fragments", nargs="*", type=Path)
    parser.add_argument("--replace", action="store_true")
    wish = parser.parse_intermixed_args()
    match wish.command:
        case "extract":
            write(TEMPLATE, extract())
        case "update":
            update()
        case "compile":
            compile_all(TRANSLATIONS)
        case "merge":
            merge(wish.fragments, replace=wish.replace)
        case _:
            return check()
    return 0


if __name__ == "__main__":
    sys.exit(main())
