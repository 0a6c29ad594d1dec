"""The files of resources/reference as plain tables."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from referral_desk.texts import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = RESOURCES / "reference"
NAMES: Final = (
    "sources",
    "geography",
    "organisations",
    "groups",
    "memberships",
    "picklists",
    "plans",
    "limits",
    "identification",
    "standing_items",
    "statistics",
    "calendar",
    "glossary",
)

Table = list[dict[str, Any]]
Tables = dict[str, dict[str, Table]]
"""File name -> table name -> rows, as TOML gives them."""


def read(folder: Path = FOLDER) -> Tables:
    """Read every file. Tables that are not lists of rows (a file's own remarks) become lists of one."""
    return {name: _read_file(folder / f"{name}.toml") for name in NAMES}


@cache
def shipped() -> Tables:
    """The files that came with the program, read once; nobody may change what this gives."""
    return read()


@cache
def source_names() -> dict[str, dict[str, str]]:
    """The short name of each source in each language, by its code; this file alone is read."""
    return {row["code"]: row["short"] for row in _read_file(FOLDER / "sources.toml")["source"]}


@cache
def deciders() -> dict[str, tuple[frozenset[str], str]]:
    """Who identifies: by the code of a rule the residence statuses it speaks of, and the code of who decides then.

    The rule itself, with its days and its source, stands on the desk among the legal limits; this file alone is read.
    """
    rules = _read_file(FOLDER / "identification.toml")["rule"]
    return {row["code"]: (frozenset(row["when"]), row["decides"]) for row in rules}


@cache
def remarks() -> dict[str, tuple[str, str]]:
    """What is said of a row, in English as it stands on the desk and in Danish, by its code.

    Of a limit or a rule, and of a plan with its activities and milestones.
    """
    files = {"limits": ("limit",), "identification": ("rule",), "plans": ("plan", "activity", "milestone")}
    found = [(_read_file(FOLDER / f"{file}.toml"), tables) for file, tables in files.items()]
    rows = [row for read, tables in found for table in tables for row in read[table]]
    return {row["code"]: (row["note"], row["note_da"]) for row in rows if "note" in row}


@cache
def source_titles() -> dict[str, dict[str, str]]:
    """What a reader looks for: the title of each source, who published it and when, by its code and the language."""
    rows = _read_file(FOLDER / "sources.toml")["source"]
    return {
        row["code"]: {
            language: f"{row['title'][language]}, {row['publisher'][language]}, {row['dated'].year}"
            for language in row["title"]
        }
        for row in rows
    }


def period(row: dict[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a row, both included; None is open or not known."""
    return row.get("valid_from"), row.get("valid_to")


def _read_file(path: Path) -> dict[str, Table]:
    with path.open("rb") as file:
        found = tomllib.load(file)
    return {name: rows if isinstance(rows, list) else [rows] for name, rows in found.items()}
