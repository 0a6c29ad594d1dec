"""The words of the command line, with examples and what the exit codes mean."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Final

from referral_desk import __version__
from referral_desk.texts import LANGUAGES

FIRST_YEAR, LAST_YEAR = 1900, 2199

CODES: Final = """exit codes:
  0   done
  1   done, but something needs a look: a paper that cannot be used or was left out,
      a check or a plan that found something
  2   the command line was not understood
  3   a rule of the desk said no; nothing was changed
  4   no such desk or file, wrong passphrase, disk full, in use; nothing was changed
  70  a bug; the last line says where
  130 stopped by Ctrl+C
"""
LEVELS: Final = ("regional", "national", "interministerial", "other")
DESK: Final = """a desk is opened by --passphrase-file, else by the environment variable
REFERRAL_DESK_PASSPHRASE, else by this computer's keyring.

"""
EXAMPLES: Final = {
    "": """examples:
  referral-desk demo build/demo
  referral-desk meetings --desk build/demo/demo.desk --passphrase-file build/demo/passphrase.txt
  referral-desk pack --group national --next --out pack.pdf --desk build/demo/demo.desk \\
      --passphrase-file build/demo/passphrase.txt
""",
    "demo": """examples:
  referral-desk demo build/demo           makes build/demo/demo.desk and a passphrase file beside it
  referral-desk demo build/demo --force   makes it anew
""",
    "groups": """examples:
  referral-desk groups --desk my.desk
  referral-desk groups --desk my.desk --on 2013-06-01 --json
""",
    "meetings": """examples:
  referral-desk meetings --desk my.desk --year 2026
  referral-desk meetings --desk my.desk --group national --agenda
  referral-desk meetings --desk my.desk --json
""",
    "plan": """examples:
  referral-desk plan 2027 --desk my.desk
  referral-desk plan 2027 --desk my.desk --group national --json
  referral-desk plan 2027 --desk my.desk --accept   plans what is proposed
""",
    "actions": """examples:
  referral-desk actions --desk my.desk --overdue
  referral-desk actions --desk my.desk --owner 3F --group rg4
  referral-desk actions --desk my.desk --query is:closed --json
  referral-desk actions --desk my.desk --owner 3F --out lists   as PDF into the folder, by its own name
""",
    "escalations": """examples:
  referral-desk escalations --desk my.desk --open
  referral-desk escalations --desk my.desk --level national --open --json
  referral-desk escalations --desk my.desk --group rg4 --older-than 90   what that group raised
""",
    "brief": """examples:
  referral-desk brief RG4-2026-0007 --desk my.desk --out brief.pdf
  referral-desk brief RG4-2026-0007 --desk my.desk --docx --out briefs   into the folder, by its own name
  referral-desk brief RG4-2026-0007/2 --desk my.desk --step 1 --out brief.pdf   what the first body got
""",
    "attach": """examples:
  referral-desk attach --desk my.desk --group national --next --item 5 figures.pdf letter.txt
  referral-desk attach --desk my.desk --case RG4-2026-0007 figures.pdf   into the case, to go up with it
""",
    "pack": """examples:
  referral-desk pack --desk my.desk --group national --next --out pack.pdf
  referral-desk pack --desk my.desk --group national --next --out packs   into the folder, by its own name
  referral-desk pack --desk my.desk --group rg2 --date 2026-11-26 --pack-language en --out pack.pdf
""",
    "minutes": """examples:
  referral-desk minutes --desk my.desk --group rg2 --last --out minutes.pdf
  referral-desk minutes --desk my.desk --group rg2 --last --annex --out annex.pdf   the closed annex
  referral-desk minutes --desk my.desk --group rg2 --date 2026-11-26 --docx --out minutes   into the folder
""",
    "document": """examples:
  referral-desk document invitation --desk my.desk --group rg2 --next --out invitation.pdf
  referral-desk document sign --desk my.desk --group rg2 --next --out lists      into the folder, by its own name
""",
    "yearly": """examples:
  referral-desk yearly 2026 --desk my.desk --out contribution.pdf
  referral-desk yearly 2026 --desk my.desk --out reports --document-language en   into the folder, by its own name
  referral-desk yearly 2024 --desk my.desk --plan AP5 --out contribution.pdf
""",
    "loose-ends": """examples:
  referral-desk loose-ends --desk my.desk
  referral-desk loose-ends --desk my.desk --group rg4 --json
""",
    "scan": """examples:
  referral-desk scan letter.docx figures.pdf
  referral-desk scan letter.eml --json
  referral-desk scan notes.txt --desk my.desk --names   also the names in the desk's directory
""",
    "check": """examples:
  referral-desk check --desk my.desk
  referral-desk check --desk my.desk --json
""",
}


def parser() -> argparse.ArgumentParser:
    """Make the parser; `command` in what it gives names the chosen command."""
    root = argparse.ArgumentParser(
        prog="referral-desk",
        description="Referral Desk without a window: the reference groups' meetings, papers and packs.",
        epilog=EXAMPLES[""] + "\n" + CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"Referral Desk {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _demo(commands)
    _groups(commands)
    _meetings(commands)
    _plan(commands)
    _actions(commands)
    _escalations(commands)
    _brief(commands)
    _attach(commands)
    _pack(commands)
    _minutes(commands)
    _document(commands)
    _yearly(commands)
    _loose_ends(commands)
    _scan(commands)
    _check(commands)
    return root


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _command(commands: Commands[argparse.ArgumentParser], name: str, told: str) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=told,
        description=told[0].upper() + told[1:] + ".",
        epilog=EXAMPLES[name] + "\n" + (DESK if name != "demo" else "") + CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if name != "demo":
        # Files can be looked through without a desk.
        is_needed = name != "scan"
        made.add_argument("--desk", type=Path, required=is_needed, metavar="FILE", help="the desk file")
        made.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line opens the desk")
    made.add_argument("--language", choices=LANGUAGES, default="en", help="language of what is said (default: en)")
    return made


def _demo(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "demo", "make a demo desk with two made-up years of meetings")
    made.add_argument("folder", type=Path, metavar="DIR", help="where demo.desk is made")
    made.add_argument("--force", action="store_true", help="replace a demo desk that is there")


def _groups(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "groups", "list the groups, their seats and what is missing")
    made.add_argument("--on", type=_date, metavar="DATE", help="as of a day, such as 2013-06-01 (default: today)")
    _json(made)


def _meetings(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "meetings", "list meetings with their stage")
    made.add_argument("--group", metavar="CODE", help="only this group, such as national or rg4")
    made.add_argument("--year", type=_year, help="the year to list (default: this year)")
    made.add_argument("--agenda", action="store_true", help="with the items of each, numbered as `attach` wants them")
    _confidential(made, "with the titles of confidential items")
    _json(made)


def _plan(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "plan", "propose the meetings of a year")
    made.add_argument("year", type=_year, metavar="YEAR", help="such as 2027")
    made.add_argument("--group", metavar="CODE", help="only this group, such as national or rg4")
    made.add_argument("--accept", action="store_true", help="plan what is proposed, all of it or nothing")
    _json(made)


def _actions(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "actions", "list the groups' actions: open ones, unless the query asks for others")
    made.add_argument("--group", metavar="CODE", help="only this group, such as national or rg4")
    made.add_argument("--owner", metavar="NAME", help="only what this person or organisation owns, or is asked about")
    made.add_argument("--overdue", action="store_true", help="only what is open after its deadline")
    made.add_argument(
        "--query",
        default="",
        metavar="WORDS",
        help="a query as in the window: due:<friday, state:done, priority:high, theme:minors, -theme:minors, words",
    )
    _confidential(made, "with the words of confidential ones; a PDF that has them is confidential too")
    _out(made, is_needed=False)
    _json(made)


def _escalations(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "escalations", "list what the groups sent up, what waited longest first")
    made.add_argument("--open", action="store_true", help="only what is under way; without it closed ones come last")
    made.add_argument(
        "--level",
        choices=LEVELS,
        help="only what lies with a body of this level now",
    )
    made.add_argument("--group", metavar="CODE", help="only what this group raised, such as rg4")
    made.add_argument("--theme", default="", metavar="CODE", help="only cases of this theme, such as minors")
    made.add_argument(
        "--older-than", type=_days, metavar="DAYS", help="only what has waited in its state for more than so many days"
    )
    made.add_argument(
        "--on",
        type=_date,
        metavar="DATE",
        help="what is late and how long each will have waited on a day to come (default: today)",
    )
    _confidential(made, "with the titles of confidential ones")
    _json(made)


def _brief(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "brief", "save what a case asks of the next body: as it was sent, or the draft")
    made.add_argument("case", metavar="CASE", help="its reference, such as RG4-2026-0007, or RG4-2026-0007/2")
    _out(made)
    made.add_argument("--docx", action="store_true", help="a Word file in place of a PDF")
    made.add_argument("--step", type=_number, metavar="N", help="the Nth body it was sent to (default: the last)")
    _json(made)


def _attach(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "attach", "attach papers to an agenda item, or to a case")
    _which_meeting(made, case="put them in a case, such as RG4-2026-0007, in place of an item")
    made.add_argument("--item", type=_number, metavar="N", help="the item's number on the agenda")
    made.add_argument("files", type=Path, nargs="+", metavar="FILE", help="PDF, PNG, JPEG or plain text")
    _json(made)


def _pack(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "pack", "make the pack of a meeting as one PDF")
    _which_meeting(made)
    made.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the PDF to write, or a folder to put it in"
    )
    made.add_argument(
        "--pack-language", choices=LANGUAGES, default="da", help="language of the pack's own words (default: da)"
    )
    _json(made)


def _minutes(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "minutes", "save the minutes of a meeting as PDF, or as a Word file for comments")
    made.add_argument("--group", required=True, metavar="CODE", help="the group, such as national or rg4")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--last", action="store_true", help="the last meeting that it held")
    which.add_argument("--date", type=_date, metavar="DATE", help="its meeting on a day, such as 2026-12-15")
    _out(made)
    made.add_argument("--annex", action="store_true", help="the closed annex in place of the open part")
    made.add_argument("--docx", action="store_true", help="a Word file, each entry to be commented in")
    made.add_argument("--edition", type=_number, metavar="N", help="a frozen edition (default: the last, or the draft)")
    _json(made)


def _document(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "document", "save the invitation to a meeting or its attendance list as PDF")
    made.add_argument("kind", choices=("invitation", "sign", "attendance"), help="which document")
    _which_meeting(made)
    _out(made)
    _json(made)


def _yearly(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "yearly", "save the groups' contribution to the yearly status report as PDF")
    made.add_argument("year", type=_year, metavar="YEAR", help="such as 2026")
    _out(made)
    made.add_argument(
        "--plan", default="", metavar="CODE", help="under this action plan, such as AP5 (default: the one in force)"
    )
    made.add_argument("--on", type=_date, metavar="DATE", help="as of a day, such as 2026-12-15 (default: today)")
    _json(made)


def _out(made: argparse.ArgumentParser, *, is_needed: bool = True) -> None:
    told = "the file to write, or a folder to put it in"
    told = told if is_needed else f"save the list as PDF: {told}"
    made.add_argument("--out", type=Path, required=is_needed, metavar="FILE", help=told)
    made.add_argument(
        "--document-language", choices=LANGUAGES, default="da", help="language of the document (default: da)"
    )


def _loose_ends(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "loose-ends", "list what is late, missing or soon due, most urgent first")
    made.add_argument("--group", metavar="CODE", help="only this group, such as national or rg4")
    made.add_argument("--on", type=_date, metavar="DATE", help="what will be late on a day to come (default: today)")
    _json(made)


def _scan(commands: Commands[argparse.ArgumentParser]) -> None:
    made = _command(commands, "scan", "look through files for personal data before they leave the desk")
    made.add_argument("files", type=Path, nargs="+", metavar="FILE", help="PDF, Word file, mail (.eml) or plain text")
    made.add_argument("--names", action="store_true", help="look for names of the desk's directory too; wants --desk")
    _json(made)


def _check(commands: Commands[argparse.ArgumentParser]) -> None:
    _json(_command(commands, "check", "check the file, the log's chain, the stored papers and the reference data"))


def _which_meeting(made: argparse.ArgumentParser, *, case: str = "") -> None:
    """Ask for a meeting; with `case`, which says what for, a case may stand in its place."""
    told = "the group, such as national or rg4"
    made.add_argument("--group", required=not case, metavar="CODE", help=told)
    which = made.add_mutually_exclusive_group(required=True)
    if case:
        which.add_argument("--case", metavar="CASE", help=case)
        # What argparse cannot say of options that belong together, the command says in its words.
        made.set_defaults(refuse=made.error)
    which.add_argument("--next", action="store_true", help="its next meeting")
    which.add_argument("--date", type=_date, metavar="DATE", help="its meeting on a day, such as 2026-12-15")


def _confidential(made: argparse.ArgumentParser, told: str) -> None:
    made.add_argument("--confidential", action="store_true", help=told)


def _json(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="say it as JSON")


def _date(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"write the day as 2026-12-15, not {word!r}") from error


def _number(word: str) -> int:
    # What the agenda shows: 1, 2, 3 ...
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"write the item's number as 5, not {word!r}")
    return int(word)


def _days(word: str) -> int:
    if not word.isdecimal() or len(word) > len("9999"):
        raise argparse.ArgumentTypeError(f"write the days as 90, not {word!r}")
    return int(word)


def _year(word: str) -> int:
    if not word.isdecimal() or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"write the year as 2026 ({FIRST_YEAR} to {LAST_YEAR}), not {word!r}")
    return int(word)
