"""The reference files: every row sourced, dated, in both languages; codes point somewhere; nothing holds twice."""

import copy
import datetime as dt
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk import reference
from referral_desk.reference.files import shipped
from referral_desk.reference.rows import rows
from referral_desk.vocabulary import ItemKind

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2035, 12, 31))
TABLES = shipped()


def holds(row, day):
    return row.get("valid_from", dt.date.min) <= day <= row.get("valid_to", dt.date.max)


def by(table, *keys):
    found = {}
    for row in table:
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    return found


def texts(value):
    if isinstance(value, dict):
        if isinstance(value.get("da"), str):
            yield value["da"], value["en"]
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_the_shipped_files_have_no_fault():
    assert [str(fault) for fault in reference.check()] == []


def test_every_row_for_the_store_has_a_source_and_a_code_of_its_own():
    made = list(rows(TABLES))
    assert [row.name for row in made if not row.values["source"]] == []
    assert len({(row.kind, row.code) for row in made}) == len(made)


def test_every_row_names_only_rows_above_it():
    seen = set()
    for row in rows(TABLES):
        named = {(value.kind, value.code) for value in row.values.values() if hasattr(value, "kind")}
        named = {name for name in named if isinstance(name[0], str) and isinstance(name[1], str)}
        assert named <= seen, row.name
        seen.add((row.kind, row.code))


def test_danish_texts_are_danish():
    english = re.compile(r"\b(the|and|with|from|which|their)\b", re.IGNORECASE)
    assert [da for da, _ in texts(TABLES) if english.search(da)] == []


@given(DAYS)
def test_on_any_day_an_organisation_has_at_most_one_name(day):
    for names in by(TABLES["organisations"]["name"], "organisation").values():
        assert sum(holds(name, day) for name in names) <= 1


@given(DAYS)
def test_on_any_day_at_most_one_listing_of_a_group_is_read(day):
    for listings in by(TABLES["memberships"]["listing"], "group").values():
        assert sum(holds(listing, day) for listing in listings) <= 1


@given(DAYS)
def test_on_any_day_a_limit_has_one_row_unless_the_sources_leave_the_change_open(day):
    for limits in by(TABLES["limits"]["limit"], "topic").values():
        standing = [limit for limit in limits if holds(limit, day)]
        for one, other in combinations(standing, 2):
            assert one["code"] in other.get("overlaps", []) or other["code"] in one.get("overlaps", [])


@given(DAYS.filter(lambda day: day.year >= 2007))
def test_on_any_day_since_2007_the_regions_are_five_and_then_four(day):
    regions = [row for row in TABLES["geography"]["place"] if row["kind"] == "region" and holds(row, day)]
    assert len(regions) == (5 if day.year < 2027 else 4)


@given(DAYS)
def test_on_any_day_one_ministry_at_most_hosts_gender_equality(day):
    hosts = [row for row in TABLES["organisations"]["relation"] if row["kind"] == "hosted_by"]
    assert sum(row["organisation"] == "dge" and holds(row, day) for row in hosts) <= 1


def test_the_two_tiers_are_six_placeholders_and_one_national_group():
    tiers = by(TABLES["groups"]["group"], "tier")
    assert [row["code"] for row in tiers["regional",]] == ["rg1", "rg2", "rg3", "rg4", "rg5", "rg6"]
    assert all(row["placeholder"] and row["parent"] == "national" for row in tiers["regional",])
    assert [(row["code"], row["parent"], row["cadence"]) for row in tiers["national",]] == [("national", "imwg", 4)]
    assert [row["code"] for row in tiers["interministerial",]] == ["imwg"]
    assert all(row["cadence"] == 4 for row in tiers["regional",])


def test_every_police_district_belongs_to_one_regional_group():
    districts = [row["code"] for row in TABLES["geography"]["place"] if row["kind"] == "police_district"]
    assert len(districts) == 12
    assert sorted(row["place"] for row in TABLES["groups"]["area"]) == sorted(districts)


def test_the_working_groups_mandate_widened_in_2005_and_2007():
    mandates = [row for row in TABLES["groups"]["mandate"] if row["group"] == "imwg"]
    assert [row["valid_from"].year for row in mandates] == [2002, 2005, 2007]


@pytest.mark.parametrize(
    ("plan", "areas", "activities", "objectives"),
    [
        ("AP1", 1, 6, 0),
        ("AP2", 11, 34, 7),
        ("AP4", 5, 0, 0),
        ("AP4-2015", 1, 4, 0),
        ("AP5", 13, 28, 10),
        ("AP6", 3, 0, 0),
    ],
)
def test_each_plan_has_the_parts_that_the_sources_give(plan, areas, activities, objectives):
    plans = TABLES["plans"]
    own = {row["code"] for row in plans["area"] if row["plan"] == plan}
    assert len(own) == areas
    assert sum(row["area"] in own for row in plans["activity"]) == activities
    assert sum(row["area"] in own for row in plans["objective"]) == objectives


def test_the_plan_of_2019_has_four_areas_and_nine_sub_areas():
    areas = [row for row in TABLES["plans"]["area"] if row["plan"] == "AP5"]
    assert [row["number"] for row in areas if "parent" not in row] == ["1", "2", "3", "4"]
    assert sum("parent" in row for row in areas) == 9


def test_every_limit_of_the_study_has_its_row():
    codes = {row["code"] for row in TABLES["limits"]["limit"]}
    assert {f"T{number}" for number in range(1, 15)} | {"M2", "M9"} <= codes


def test_contact_data_of_the_documents_is_history():
    contacts = TABLES["organisations"]["contact"]
    assert contacts
    assert all(row["historic"] and row["valid_to"].year < 2019 for row in contacts)
    cmm = next(row for row in contacts if row["code"] == "cmm-2018")
    assert "email" not in cmm


def test_the_picklist_of_items_is_the_programs():
    lists = {row["code"]: [entry["code"] for entry in row["entries"]] for row in TABLES["picklists"]["list"]}
    assert lists["item_kind"] == [kind.value for kind in ItemKind]
    assert lists["seats_regional"] == ["police", "municipality", "ngo", "trade_union", "social_work"]


def _no_source(tables):
    del tables["limits"]["limit"][0]["source"]


def _vague_source(tables):
    tables["limits"]["limit"][0]["source"] = "somewhere"


def _no_danish(tables):
    tables["picklists"]["list"][0]["entries"][0]["name"]["da"] = " "


def _english_only(tables):
    del tables["groups"]["group"][0]["name"]["da"]


def _unknown_organisation(tables):
    tables["organisations"]["name"][0]["organisation"] = "nobody"


def _unknown_member(tables):
    tables["memberships"]["listing"][0]["members"][0]["organisation"] = "nobody"


def _parent_below(tables):
    tables["groups"]["group"].reverse()


def _two_names(tables):
    tables["organisations"]["name"].append({**_name(tables, "tax-agency-2"), "code": "twin"})


def _backwards(tables):
    _name(tables, "tax-agency-1")["valid_to"] = dt.date(2001, 1, 1)


def _wrong_precision(tables):
    _name(tables, "tax-agency-1")["from_precision"] = "year"


def _text_for_a_day(tables):
    _name(tables, "tax-agency-1")["valid_from"] = "2005"


def _unexplained_start(tables):
    del _name(tables, "dge-1")["note"]


def _live_contact(tables):
    tables["organisations"]["contact"][0]["historic"] = False


def _same_code(tables):
    tables["statistics"]["figure"][1]["code"] = tables["statistics"]["figure"][0]["code"]


def _unknown_kind(tables):
    tables["groups"]["group"][0]["kind"] = "club"


def _unknown_category(tables):
    tables["statistics"]["figure"][-1]["breakdown"] = "exploitation=none"


def _other_sectors(tables):
    tables["picklists"]["list"][0]["entries"].pop()


def _nameless(tables):
    tables["organisations"]["name"] = [row for row in tables["organisations"]["name"] if row["organisation"] != "iom"]


def _purpose_and_mandate(tables):
    tables["groups"]["group"][0]["purpose"] = {"da": "Formål", "en": "Purpose"}


def _name(tables, code):
    return next(row for row in tables["organisations"]["name"] if row["code"] == code)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_no_source, "does not say where"),
        (_vague_source, "does not say where"),
        (_no_danish, "Danish or in English"),
        (_english_only, "Danish or in English"),
        (_unknown_organisation, "names nobody"),
        (_unknown_member, "names nobody"),
        (_parent_below, "parent names"),
        (_two_names, "same day as tax-agency-2"),
        (_backwards, "before the first day"),
        (_wrong_precision, "how exact"),
        (_text_for_a_day, "not a day"),
        (_unexplained_start, "no note says why"),
        (_live_contact, "historic"),
        (_same_code, "another row has the same"),
        (_unknown_kind, "names club"),
        (_unknown_category, "names exploitation=none"),
        (_other_sectors, "not the one that the program knows"),
        (_nameless, "has no name"),
        (_purpose_and_mandate, "either a purpose or mandates"),
    ],
)
def test_a_fault_is_found_and_its_row_named(spoil, told):
    tables = copy.deepcopy(TABLES)
    spoil(tables)
    found = [str(fault) for fault in reference.check(tables)]
    assert any(told in fault for fault in found), found
    assert all(".toml " in fault for fault in found)
