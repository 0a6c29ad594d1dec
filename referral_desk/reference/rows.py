"""Turn the tables of the reference files into rows for the store: kind, code, values; others are named by code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from referral_desk import models
from referral_desk.models.base import Record
from referral_desk.reference.files import Table, Tables, period
from referral_desk.reference.listings import membership_rows
from referral_desk.vocabulary import AreaKind, ItemKind, Purpose, RelationKind, Sector, StandingRole, Tier

STANDING: Final = "standing_item"
PRECISIONS: Final = {"year": "year", "month": "month"}


@dataclass(frozen=True)
class Ref:
    """Another reference row, by kind and code."""

    kind: str
    code: str


@dataclass(frozen=True)
class Row:
    """One row for the store. `parent` names the column by which rows of one thing must not share a day, if any."""

    kind: str
    code: str
    model: type[Record]
    values: dict[str, Any]
    parent: str = ""

    @property
    def name(self) -> str:
        """How a report names the row."""
        return f"{self.kind} {self.code}"


def rows(tables: Tables) -> Iterator[Row]:
    """Every row that a desk is given, in an order in which each stands after those it points to."""
    return chain(
        _places(tables["geography"]["place"]),
        _organisations(tables["organisations"]),
        _groups(tables),
        _memberships(tables),
        _picklists(tables["picklists"]["list"]),
        _plans(tables["plans"]),
        _limits(tables["limits"]["limit"]),
        _identification(tables["identification"]["rule"]),
        _figures(tables["statistics"]["figure"]),
        _standing_items(tables["standing_items"]["item"]),
    )


def _places(table: Table) -> Iterator[Row]:
    for row in table:
        values = {
            "code": row["code"],
            "kind": AreaKind(row["kind"]),
            "official_code": row.get("official_code", ""),
            "successor_id": _ref("place", row.get("successor")),
        }
        yield Row("place", row["code"], models.Area, values | _both("name", row["name"]) | _dated(row) | _told(row))


def _organisations(tables: dict[str, Table]) -> Iterator[Row]:
    for row in tables["organisation"]:
        # The organisation's own dates stand with its names: a body exists while it has one.
        values = {"code": row["code"], "sector": Sector(row["sector"])}
        yield Row("organisation", row["code"], models.Organisation, values | _both("role", row["role"]) | _told(row))
    ends = {row["code"]: row for row in tables["organisation"]}
    for row in tables["name"]:
        within = _within(row, ends[row["organisation"]])
        values = {"organisation_id": _ref("organisation", row["organisation"])}
        values |= {"abbreviation": row.get("abbreviation", "")}
        values |= _both("name", row["name"]) | _dated(within) | _told(within)
        yield Row("organisation_name", row["code"], models.OrganisationName, values, "organisation_id")
    for row in tables["relation"]:
        values = {
            "organisation_id": _ref("organisation", row["organisation"]),
            "other_id": _ref("organisation", row["other"]),
            "kind": RelationKind(row["kind"]),
        }
        yield Row("organisation_relation", row["code"], models.OrganisationRelation, values | _dated(row) | _told(row))
    for row in tables["contact"]:
        values = {"organisation_id": _ref("organisation", row["organisation"]), "is_historic": row["historic"]}
        values |= {name: row.get(name, "") for name in ("address", "phone", "email", "web")}
        yield Row("organisation_contact", row["code"], models.OrganisationContact, values | _dated(row) | _told(row))


def _groups(everything: Tables) -> Iterator[Row]:
    tables = everything["groups"]
    for position, row in enumerate(tables["group"]):
        values = {
            "code": row["code"],
            "tier": Tier(row["tier"]),
            "kind": row["kind"],
            "parent_id": _ref("group", row.get("parent")),
            "meetings_per_year": row.get("cadence"),
            "position": position,
            "is_placeholder": row.get("placeholder", False),
            "place": row.get("city", {}).get("da", ""),
        }
        told = _told(row)
        told["note"] = " ".join(filter(None, [told["note"], *_more_of_group(row, everything)]))
        yield Row("group", row["code"], models.Group, values | _dated(row) | told)
    for row in tables["group"]:
        values = {"group_id": _ref("group", row["code"])} | _both("name", row["name"])
        values |= _both("short", row.get("short", {"da": "", "en": ""})) | _dated(row) | _told(row)
        yield Row("group_name", row["code"], models.GroupName, values, "group_id")
    purposes = [
        {**row, "code": f"{row['code']}-purpose", "group": row["code"], "text": row["purpose"]}
        for row in tables["group"]
        if "purpose" in row
    ]
    for row in (*tables["mandate"], *purposes):
        values = {"group_id": _ref("group", row["group"])} | _both("text", row["text"]) | _dated(row) | _told(row)
        yield Row("mandate", row["code"], models.Mandate, values, "group_id")
    for row in tables["area"]:
        values = {"group_id": _ref("group", row["group"]), "area_id": _ref("place", row["place"])}
        yield Row("group_area", row["code"], models.GroupArea, values | _dated(row) | _told(row))


def _more_of_group(row: dict[str, Any], tables: Tables) -> Iterator[str]:
    """What the store has no field for, and what is doubtful about the listings of its members."""
    if "convenor" in row:
        called = {name["organisation"]: name["name"]["en"] for name in tables["organisations"]["name"]}
        yield f"Convened by: {called[row['convenor']]}."
    if row["status"] == "planned":
        yield "Announced; not seen at work."
    if row.get("external"):
        yield "Run by others; known here for reference."
    for listing in tables["memberships"]["listing"]:
        if listing["group"] == row["code"] and "note" in listing:
            yield f"Members listed from {listing['valid_from']}: {listing['note']}"


def _memberships(tables: Tables) -> Iterator[Row]:
    sectors = {row["code"]: Sector(row["sector"]) for row in tables["organisations"]["organisation"]}
    seats, held = membership_rows(tables["memberships"]["listing"])
    for position, seat in enumerate(seats):
        values = {
            "group_id": _ref("group", seat.group),
            "organisation_id": _ref("organisation", seat.organisation),
            "kind": seat.kind,
            "sector": sectors[seat.organisation],
            "position": position,
            "valid_from": seat.valid_from,
            "valid_to": seat.valid_to,
            "source": seat.source,
        }
        yield Row("seat", seat.code, models.Seat, values)
    for listed in held:
        values = {"seat_id": _ref("seat", listed.seat), "organisation_id": _ref("organisation", listed.organisation)}
        # What is doubtful about the listing as a whole stands with the group.
        values |= _dated(listed.row) | {"source": listed.row["source"], "note": f"Listed as: {listed.listed_as}."}
        yield Row("membership", listed.code, models.Membership, values, "seat_id")


def _picklists(table: Table) -> Iterator[Row]:
    for whole in table:
        inherited = {key: whole[key] for key in (*_PERIOD, "source") if key in whole}
        for position, entry in enumerate(whole["entries"]):
            row = inherited | entry
            values = {"picklist": whole["code"], "code": row["code"], "position": position}
            values |= _both("name", row["name"]) | _dated(row) | _told(row)
            yield Row("picklist_entry", f"{whole['code']}/{row['code']}", models.PicklistEntry, values)


def _plans(tables: dict[str, Table]) -> Iterator[Row]:
    for row in tables["plan"]:
        values = {"code": row["code"], "amends_id": _ref("plan", row.get("amends"))}
        values |= _both("title", row["title"]) | _dated(row) | _told(row)
        yield Row("plan", row["code"], models.ActionPlan, values)
    for position, row in enumerate(tables["area"]):
        values = {
            "code": row["code"],
            "plan_id": _ref("plan", row["plan"]),
            "parent_id": _ref("plan_area", row.get("parent")),
            "position": position,
        }
        yield Row("plan_area", row["code"], models.PlanArea, values | _both("title", row["title"]) | _told(row))
    for position, row in enumerate(tables["objective"]):
        values = {"code": row["code"], "area_id": _ref("plan_area", row["area"]), "position": position}
        values |= {"due_year": row.get("due_year")} | _both("text", row["text"]) | _told(row)
        yield Row("objective", row["code"], models.PlanObjective, values)
    for position, row in enumerate(tables["activity"]):
        values = {
            "code": row["code"],
            "area_id": _ref("plan_area", row["area"]),
            "number": row["number"],
            "position": position,
            "responsible": " ".join(row.get("responsible", [])),
        }
        yield Row("activity", row["code"], models.PlanActivity, values | _both("title", row["title"]) | _told(row))
    for row in tables["milestone"]:
        due: dt.date | None = row.get("due")
        shape = {"year": "%Y", "month": "%Y-%m"}.get(row.get("precision", ""), "%Y-%m-%d")
        values = {"code": row["code"], "plan_id": _ref("plan", row["plan"]), "due": due}
        values |= {"due_text": due.strftime(shape) if due else ""} | _both("title", row["title"]) | _told(row)
        yield Row("milestone", row["code"], models.PlanMilestone, values)


def _limits(table: Table) -> Iterator[Row]:
    for row in table:
        values = {"code": row["code"], "topic": row["topic"], "value": row.get("value"), "unit": row.get("unit", "")}
        values |= _both("title", row["title"]) | _both("condition", row["condition"]) | _dated(row) | _told(row)
        yield Row("limit", row["code"], models.LegalLimit, values)


def _identification(table: Table) -> Iterator[Row]:
    for row in table:
        values = {"code": row["code"], "topic": f"identification_{row['rule']}", "value": None, "unit": ""}
        values |= _both("title", row["title"]) | _both("condition", row["condition"]) | _dated(row) | _told(row)
        yield Row("limit", row["code"], models.LegalLimit, values)


def _figures(table: Table) -> Iterator[Row]:
    for row in table:
        values = {name: row[name] for name in ("code", "series", "measure", "year_from", "year_to", "value")}
        values |= {"breakdown": row.get("breakdown", ""), "quoted_percent": row.get("quoted", "")}
        yield Row("figure", row["code"], models.YearStat, values | _told(row))


def _standing_items(table: Table) -> Iterator[Row]:
    for row in table:
        values = {
            "tier": Tier(row["tier"]) if "tier" in row else None,
            "role": StandingRole(row["role"]),
            "position": row["position"],
            "kind": ItemKind(row["kind"]),
            "purpose": Purpose(row["purpose"]),
            "minutes": row["minutes"],
            "yearly_from": row.get("yearly_from"),
        }
        yield Row(STANDING, row["code"], models.StandingItem, values | _both("title", row["title"]) | _told(row))


_ENDS: Final = (("valid_from", "from_precision"), ("valid_to", "to_precision"))
_PERIOD: Final = tuple(chain.from_iterable(_ENDS))


def _ref(kind: str, code: str | None) -> Ref | None:
    return Ref(kind, code) if code else None


def _both(name: str, text: dict[str, str]) -> dict[str, str]:
    return {f"{name}_da": text["da"], f"{name}_en": text["en"]}


def _within(row: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """The row with the ends of what it belongs to, where it names none of its own."""
    ends = {key: whole[key] for end in _ENDS if end[0] not in row for key in end if key in whole}
    return row | ends


def _dated(row: dict[str, Any]) -> dict[str, dt.date | None]:
    first, last = period(row)
    return {"valid_from": first, "valid_to": last}


def _told(row: dict[str, Any]) -> dict[str, str]:
    """Source and note; how exact the dates are stands in the note, where the store keeps no field for it."""
    parts = [row.get("note", "")]
    for field, end in (("from_precision", "start"), ("to_precision", "end")):
        if field in row:
            parts.append(f"The {end} is known to the {PRECISIONS[row[field]]}.")
    return {"source": row["source"], "note": " ".join(filter(None, parts))}
