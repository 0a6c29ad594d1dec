"""Check the reference files: sources, languages, dates, codes that point somewhere, periods that do not overlap."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

from referral_desk.reference.files import Table, Tables, period, shipped
from referral_desk.texts import N_, say
from referral_desk.vocabulary import ItemKind, Label, Sector

SOURCE: Final = re.compile(r"(S[1-5]|outside: .|ours: .)")

# file, table -> field -> the file and table whose codes it names
POINTS: Final[dict[tuple[str, str], dict[str, tuple[str, str]]]] = {
    ("geography", "place"): {"successor": ("geography", "place")},
    ("organisations", "name"): {"organisation": ("organisations", "organisation")},
    ("organisations", "relation"): {
        "organisation": ("organisations", "organisation"),
        "other": ("organisations", "organisation"),
    },
    ("organisations", "contact"): {"organisation": ("organisations", "organisation")},
    ("groups", "group"): {"parent": ("groups", "group"), "convenor": ("organisations", "organisation")},
    ("groups", "mandate"): {"group": ("groups", "group")},
    ("groups", "area"): {"group": ("groups", "group"), "place": ("geography", "place")},
    ("memberships", "listing"): {"group": ("groups", "group")},
    ("plans", "plan"): {"amends": ("plans", "plan")},
    ("plans", "area"): {"plan": ("plans", "plan"), "parent": ("plans", "area")},
    ("plans", "objective"): {"area": ("plans", "area")},
    ("plans", "activity"): {"area": ("plans", "area"), "responsible": ("organisations", "organisation")},
    ("plans", "milestone"): {"plan": ("plans", "plan")},
    ("limits", "limit"): {"overlaps": ("limits", "limit")},
    ("identification", "rule"): {"decides": ("organisations", "organisation")},
}
# file, table -> field -> the picklist whose entries it names
PICKS: Final = {
    ("organisations", "organisation"): {"sector": "sector"},
    ("groups", "group"): {"kind": "group_kind", "status": "group_status", "theme": "theme"},
    ("identification", "rule"): {"when": "residence_status"},
    ("statistics", "figure"): {"series": "series", "measure": "measure"},
}
# file, table -> the fields that say which thing a row is a period of: such rows do not share a day
PERIODS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("organisations", "name"): ("organisation",),
    ("organisations", "relation"): ("organisation", "kind", "other"),
    ("groups", "mandate"): ("group",),
    ("groups", "area"): ("place",),
    ("memberships", "listing"): ("group",),
    ("limits", "limit"): ("topic",),
    ("identification", "rule"): ("rule",),
}
# A body has its seat with one other at a time.
SINGLE_KIND: Final = "hosted_by"
# A start that is not known is explained here.
EXPLAINED: Final = (*PERIODS, ("groups", "group"), ("plans", "plan"))
TWINS: Final = (("sector", Sector), ("item_kind", ItemKind), ("label", Label))


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row of the files."""

    place: str
    template: str
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """The fault in "da" or "en", with the row's place."""
        return f"{self.place}: {say(self.template, language, **self.values)}"

    def __str__(self) -> str:
        return self.sentence("en")


def check(tables: Tables | None = None) -> list[Fault]:
    """Every fault of the reference files, in the order of the files; empty where all is well."""
    checked = tables if tables is not None else shipped()
    return [*_rows(checked), *_points(checked), *_picks(checked), *_overlaps(checked), *_bodies(checked)]


def _all(tables: Tables) -> Iterator[tuple[str, str, Table]]:
    for file, parts in tables.items():
        for name, table in parts.items():
            yield file, name, table


def _at(file: str, row: dict[str, Any]) -> str:
    return f"{file}.toml {row.get('code', '?')}"


def _rows(tables: Tables) -> Iterator[Fault]:
    for file, name, table in _all(tables):
        remarks = file == "glossary" and name == "glossary"
        counted = Counter(row.get("code") for row in table)
        for row in table:
            place = _at(file, row)
            if not remarks and (not row.get("code") or counted[row["code"]] > 1):
                yield Fault(place, N_("The row has no code, or another row has the same."))
            # Words of the glossary share the file's source.
            if (file, name) != ("glossary", "term"):
                yield from _sourced(place, row)
            yield from _two_languages(place, row)
            yield from _dates(place, row)
            if (file, name) in EXPLAINED and not row.get("valid_from") and not row.get("note"):
                yield Fault(place, N_("The start is left out and no note says why."))


def _sourced(place: str, row: dict[str, Any]) -> Iterator[Fault]:
    if not SOURCE.match(row.get("source", "")):
        yield Fault(place, N_("The row does not say where it comes from."))


def _two_languages(place: str, value: object) -> Iterator[Fault]:
    match value:
        case dict() if {"en", "da"} & value.keys() and not isinstance(next(iter(value.values())), list):
            if not all(isinstance(value.get(language), str) and value[language].strip() for language in ("en", "da")):
                yield Fault(place, N_("A text is missing in Danish or in English."))
        case dict():
            for part in value.values():
                yield from _two_languages(place, part)
        case list():
            for part in value:
                yield from _two_languages(place, part)


def _dates(place: str, row: dict[str, Any]) -> Iterator[Fault]:
    first, last = period(row)
    if not _has_days(row):
        yield Fault(place, N_("A date is not a day."))
        return
    if first and last and last < first:
        yield Fault(place, N_("The last day lies before the first day."))
    for day, precision, is_end in ((first, row.get("from_precision"), False), (last, row.get("to_precision"), True)):
        if precision is not None and not _fits(day, precision, is_end=is_end):
            yield Fault(place, N_("The date does not fit how exact it is said to be."))


def _has_days(row: dict[str, Any]) -> bool:
    return all(day is None or type(day) is dt.date for day in period(row))


def _fits(day: dt.date | None, precision: str, *, is_end: bool) -> bool:
    if day is None or precision not in {"year", "month"}:
        return False
    month = day.month if precision == "month" else (12 if is_end else 1)
    last = calendar.monthrange(day.year, month)[1]
    return day == dt.date(day.year, month, last if is_end else 1)


def _codes(tables: Tables, file: str, name: str) -> list[str]:
    return [row.get("code", "") for row in tables[file][name]]


def _points(tables: Tables) -> Iterator[Fault]:
    for (file, name), fields in POINTS.items():
        for place, row in enumerate(tables[file][name]):
            for key, target in fields.items():
                codes = _codes(tables, *target)
                # A row points to one above it, so that it can be loaded after it.
                allowed = set(codes[:place] if target == (file, name) else codes)
                for code in _named(row, key):
                    if code not in allowed:
                        yield Fault(
                            _at(file, row), N_("{name} names {code}, which is not there."), {"name": key, "code": code}
                        )
    organisations = set(_codes(tables, "organisations", "organisation"))
    for listing in tables["memberships"]["listing"]:
        for member in listing["members"]:
            if member["organisation"] not in organisations:
                values = {"name": "organisation", "code": member["organisation"]}
                yield Fault(_at("memberships", listing), N_("{name} names {code}, which is not there."), values)


def _named(row: dict[str, Any], key: str) -> list[str]:
    value = row.get(key, [])
    return value if isinstance(value, list) else [value]


def _picks(tables: Tables) -> Iterator[Fault]:
    lists = {row["code"]: {entry["code"] for entry in row["entries"]} for row in tables["picklists"]["list"]}
    for (file, name), fields in PICKS.items():
        for row in tables[file][name]:
            for key, picklist in fields.items():
                for code in _named(row, key):
                    if code not in lists.get(picklist, set()):
                        yield Fault(
                            _at(file, row), N_("{name} names {code}, which is not there."), {"name": key, "code": code}
                        )
    for row in tables["statistics"]["figure"]:
        dimension, _, category = row.get("breakdown", "").partition("=")
        if dimension and category not in lists.get(dimension, set()):
            values = {"name": "breakdown", "code": row["breakdown"]}
            yield Fault(_at("statistics", row), N_("{name} names {code}, which is not there."), values)
    for picklist, members in TWINS:
        if lists.get(picklist) != {member.value for member in members}:
            yield Fault(f"picklists.toml {picklist}", N_("The list is not the one that the program knows."))


def _overlaps(tables: Tables) -> Iterator[Fault]:
    for (file, name), fields in PERIODS.items():
        things: dict[tuple[Any, ...], Table] = {}
        for row in tables[file][name]:
            if _has_days(row):
                things.setdefault(tuple(row.get(key) for key in fields), []).append(row)
        if (file, name) == ("organisations", "relation"):
            for row in tables[file][name]:
                if row["kind"] == SINGLE_KIND and _has_days(row):
                    things.setdefault((row["organisation"], SINGLE_KIND), []).append(row)
        for table in things.values():
            for one, other in combinations(table, 2):
                told = one.get("code") in other.get("overlaps", []) or other.get("code") in one.get("overlaps", [])
                if not told and _share_a_day(one, other):
                    yield Fault(_at(file, other), N_("It holds on the same day as {code}."), {"code": one.get("code")})


def _share_a_day(one: dict[str, Any], other: dict[str, Any]) -> bool:
    (first, last), (other_first, other_last) = period(one), period(other)
    return (first or dt.date.min) <= (other_last or dt.date.max) and (other_first or dt.date.min) <= (
        last or dt.date.max
    )


def _bodies(tables: Tables) -> Iterator[Fault]:
    named = {row["organisation"] for row in tables["organisations"]["name"]}
    for row in tables["organisations"]["organisation"]:
        if row.get("code") not in named:
            yield Fault(_at("organisations", row), N_("The organisation has no name."))
    for row in tables["organisations"]["contact"]:
        if not (row.get("historic") and row.get("valid_to")):
            yield Fault(_at("organisations", row), N_("Contact data from the documents is historic and has ended."))
    explicit = {row["group"] for row in tables["groups"]["mandate"]}
    for row in tables["groups"]["group"]:
        if (row.get("code") in explicit) == ("purpose" in row):
            yield Fault(_at("groups", row), N_("A group has either a purpose or mandates over time."))
