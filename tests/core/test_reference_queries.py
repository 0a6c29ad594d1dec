"""What the reference data answers: who sat where under which name, what held on a day, what the figures add up to."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from referral_desk.models import Area, Group, Organisation
from referral_desk.models.groups import wrong_numbers
from referral_desk.queries.limits import limits_in_force
from referral_desk.queries.memberships import members_on
from referral_desk.queries.plans import plan_tree, plans
from referral_desk.queries.statistics import figures, gaps, running_sums
from referral_desk.texts import say
from referral_desk.vocabulary import AreaKind, SeatKind

TODAY = dt.date(2026, 11, 21)
any_day = given(day=st.dates(dt.date(2001, 1, 1), dt.date(2035, 12, 31)))
some = settings(max_examples=25)


def in_working_group(ask, day, language="en"):
    return {row.organisation_code: row for row in ask(members_on, "imwg", day=day, language=language)}


def test_who_sat_in_the_working_group_on_1_june_2013_and_under_which_names(ask):
    rows = in_working_group(ask, dt.date(2013, 6, 1))
    # The six of S3, in the names of that day; one ministry had been gone since October 2011.
    assert {code: row.organisation for code, row in rows.items()} == {
        "dge": "Department of Gender Equality",
        "social-ministry": "Ministry of Social Affairs and Integration",
        "justice-ministry": "Ministry of Justice",
        "immigration-ministry": "Ministry of Refugee, Immigration and Integration Affairs",
        "foreign-ministry": "Ministry of Foreign Affairs",
        "health-ministry": "Ministry of Health and Prevention",
    }
    assert [code for code, row in rows.items() if not row.is_named] == ["immigration-ministry"]
    assert rows["social-ministry"].note == "Listed as: Ministry of Social Affairs."
    assert rows["health-ministry"].note == "Listed as: Ministry of Interior and Health."
    assert all(row.source.startswith("S3 ") for row in rows.values())


def test_the_same_in_danish(ask):
    rows = in_working_group(ask, dt.date(2013, 6, 1), "da")
    assert sorted(row.organisation for row in rows.values()) == [
        "Justitsministeriet",
        "Ligestillingsafdelingen",
        "Ministeriet for Flygtninge, Indvandrere og Integration",
        "Ministeriet for Sundhed og Forebyggelse",
        "Social- og Integrationsministeriet",
        "Udenrigsministeriet",
    ]


LISTED = {
    "S1": "dge dis dpp immigration-ministry justice-ministry national-police social-ministry",
    "S5": """dge dis employment-ministry foreign-ministry health-ministry immigration-ministry justice-ministry siri
        social-ministry tax-ministry trade-ministry""",
    "S2": """cmm dge dis dpp employment-ministry foreign-ministry health-ministry immigration-ministry justice-ministry
        national-police siri social-ministry tax-agency tax-ministry working-environment""",
}


@pytest.mark.parametrize(
    ("day", "source"), [(dt.date(2007, 6, 1), "S1"), (dt.date(2018, 6, 1), "S5"), (dt.date(2018, 9, 1), "S2")]
)
def test_the_working_group_as_each_document_lists_it(ask, day, source):
    rows = in_working_group(ask, day)
    assert sorted(rows) == LISTED[source].split()
    assert {row.source.partition(" ")[0] for row in rows.values()} == {source}
    assert all(row.is_named for row in rows.values())


def test_the_chair_is_named_from_the_day_that_a_document_says_so(ask):
    for day, kind in ((dt.date(2013, 6, 1), SeatKind.MEMBER), (dt.date(2018, 6, 1), SeatKind.CHAIR)):
        assert in_working_group(ask, day)["dge"].kind is kind
    assert ask(members_on, "imwg", day=TODAY, language="da")[0].organisation_code == "dge"


def test_nobody_is_known_before_the_first_listing(ask):
    assert in_working_group(ask, dt.date(2007, 3, 7)) == {}
    assert ask(members_on, "no such group", day=TODAY, language="da") == ()


def test_the_extended_group_of_2007_has_the_social_organisations_too(ask):
    rows = ask(members_on, "extended-working-group", day=dt.date(2007, 6, 1), language="en")
    assert len(rows) == 8
    assert "implementing-organisations" in {row.organisation_code for row in rows}


@pytest.mark.parametrize(
    ("day", "recruitment", "tax", "has_immigration"),
    [
        (dt.date(2012, 6, 1), "Styrelsen for Fastholdelse og Rekruttering", "SKAT", True),
        (dt.date(2016, 1, 1), "Styrelsen for Arbejdsmarked og Rekruttering", "SKAT", True),
        (dt.date(2019, 1, 1), "Styrelsen for International Rekruttering og Integration", "Skattestyrelsen", False),
    ],
)
def test_the_authorities_group_on_forced_labour_over_time(ask, day, recruitment, tax, has_immigration):
    names = {row.organisation for row in ask(members_on, "forced-labour-authorities", day=day, language="da")}
    assert {recruitment, tax, "Center mod Menneskehandel", "Arbejdstilsynet", "Rigspolitiet"} <= names
    assert ("Udlændingestyrelsen" in names) is has_immigration
    assert len(names) == 5 + has_immigration


@some
@any_day
def test_on_any_day_each_body_sits_once_in_each_group(facts, day):
    with facts.read() as session:
        for group in session.scalars(select(Group.code)).all():
            codes = [row.organisation_code for row in members_on(session, group, day=day, language="en")]
            assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("day", "name"), [(dt.date(2017, 5, 1), "SKAT"), (dt.date(2019, 5, 1), "Skattestyrelsen")])
def test_a_paper_of_2017_says_skat_and_one_of_2019_skattestyrelsen(ask, day, name):
    body = select(Organisation).where(Organisation.code == "tax-agency")
    assert ask(lambda session: session.scalar(body).name_on(day, "da")) == name


def test_the_fresh_desk_has_six_regional_groups_and_a_national_one(ask):
    assert ask(lambda session: wrong_numbers(session.scalars(select(Group)).all(), TODAY)) == {}


def areas(session, kind, day):
    """What stood on a day, with what it becomes."""
    found = session.scalars(select(Area).where(Area.kind == kind).options(selectinload(Area.successor)))
    return sorted((area for area in found if area.valid_on(day)), key=lambda area: area.official_code)


def test_two_regions_are_one_from_the_first_day_of_2027(ask):
    before = ask(areas, AreaKind.REGION, dt.date(2026, 12, 31))
    after = ask(areas, AreaKind.REGION, dt.date(2027, 1, 1))
    assert [row.official_code for row in before] == ["DK-81", "DK-82", "DK-83", "DK-84", "DK-85"]
    assert {row.name_da for row in before if row.successor and row.successor.name_da == "Region Østdanmark"} == {
        "Region Hovedstaden",
        "Region Sjælland",
    }
    assert [row.name_da for row in sorted(after, key=lambda row: row.official_code or "Z")] == [
        "Region Nordjylland",
        "Region Midtjylland",
        "Region Syddanmark",
        "Region Østdanmark",
    ]


def test_there_are_twelve_police_districts(ask):
    rows = ask(areas, AreaKind.POLICE_DISTRICT, TODAY)
    assert [row.official_code for row in rows] == [str(code) for code in range(1460, 1472)]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (dt.date(2007, 7, 31), []),
        (dt.date(2007, 8, 1), ["T4"]),
        (dt.date(2013, 1, 30), ["T4"]),
        (dt.date(2013, 6, 1), ["T5", "T4"]),
        (dt.date(2014, 1, 1), ["T5"]),
        (TODAY, ["T5"]),
    ],
)
def test_the_longest_reflection_period_is_the_one_in_force_that_day(ask, day, codes):
    rows = ask(limits_in_force, day=day, language="da", topic="reflection_maximum")
    assert [row.code for row in rows] == codes
    assert all(row.source and row.condition for row in rows)
    assert [row.value for row in rows] == [{"T4": 100, "T5": 120}[code] for code in codes]


@some
@any_day
def test_on_any_day_every_limit_shown_holds_that_day_and_has_its_source(facts, day):
    with facts.read() as session:
        for row in limits_in_force(session, day=day, language="da"):
            assert (row.valid_from or dt.date.min) <= day <= (row.valid_to or dt.date.max)
            assert row.source
            assert row.title


@pytest.mark.parametrize(("day", "words"), [(dt.date(2021, 12, 31), "kontrakt under"), (dt.date(2022, 1, 1), "selv")])
def test_contracted_organisations_stopped_interviewing_in_january_2022(ask, day, words):
    (rule,) = ask(limits_in_force, day=day, language="da", topic="identification_legal_stay")
    assert words in rule.condition


def test_the_running_sums_are_those_that_the_sources_print(ask):
    sums = ask(running_sums)
    assert [row.total for row in sums] == [418, 511, 632, 730, 827, 891, 968, 1048, 1121, 1233]
    assert [row.year for row in sums] == list(range(2014, 2024))
    assert all(row.agrees for row in sums)
    printed = {row.year: row.published for row in sums if row.published}
    assert printed == {
        2014: 418,
        2016: 632,
        2017: 730,
        2019: 891,
        2020: 968,
        2021: 1048,
        2022: 1121,
        2023: 1233,
    }


def test_what_does_not_add_up_is_listed(ask):
    rests = {(row.series, row.year_from, row.year_to, row.dimension): (row.rest, row.categories) for row in ask(gaps)}
    assert rests["cmm", 2012, 2012, "exploitation"] == (3, 4)
    assert rests["cmm", 2017, 2017, "exploitation"] == (3, 4)
    assert rests["cmm", 2007, 2014, "exploitation"] == (26, 2)
    assert ("cmm", 2012, 2012, "gender") not in rests


def test_percentages_are_worked_out_and_the_printed_ones_shown_beside(ask):
    rows = {row.code: row for row in ask(figures, language="da")}
    women = rows["cmm-2007-2016-female"]
    assert (women.percent, women.quoted) == (86.6, "94 %")
    assert (rows["cmm-2007-2014-sexual"].percent, rows["cmm-2007-2014-sexual"].quoted) == (85.2, "86 %")
    assert rows["cmm-2007-2016-minor"].percent == 4.3
    assert rows["cmm-2009-2016-forced-labour"].percent is None
    assert rows["cmm-2017"].percent is None
    assert women.label == "Kvinde"
    assert women.years == "2007–2016"
    assert rows["cmm-2017"].label == "Personer vurderet som ofre"


def test_the_american_figures_are_a_series_of_their_own(ask):
    american = {
        row.year_from: row.value for row in ask(figures, language="en", series="us") if row.measure == "victims"
    }
    assert american == {2020: 64, 2021: 68, 2022: 72}
    assert 64 not in [row.count for row in ask(running_sums) if row.year == 2020]


def test_the_plan_of_2019_as_a_tree(ask):
    tree = ask(plan_tree, "AP5", day=TODAY, language="da")
    assert len(tree.areas) == 4
    assert sum(len(area.areas) for area in tree.areas) == 9
    assert sum(len(area.objectives) for area in tree.all_areas) == 10
    assert [activity.number for activity in tree.all_activities] == [
        f"{area}.{number}" for area, count in ((1, 9), (2, 9), (3, 5), (4, 5)) for number in range(1, count + 1)
    ]
    assert len(tree.all_activities) == tree.plan.activities == 28
    assert tree.all_activities[0].responsible == ()
    networks = next(activity for activity in tree.all_activities if activity.number == "3.1")
    assert networks.responsible == ("Rigsadvokaten",)
    assert not tree.plan.is_in_force


def test_an_activity_says_where_it_is_written_and_what_to_know_in_the_readers_language(ask):
    for language, source, note in (
        ("da", "Handlingsplanen 2019–2021, ”", "Påhviler de organisationer, der får midler"),
        ("en", "Action plan 2019–2021, “", "Falls on the organisations that receive funds"),
    ):
        tree = ask(plan_tree, "AP5", day=TODAY, language=language)
        told = next(activity for activity in tree.all_activities if activity.number == "1.5")
        assert told.source.startswith(source)
        assert told.note.startswith(note)


def test_a_plan_names_bodies_as_they_were_called_then(ask):
    tree = ask(plan_tree, "AP2", day=TODAY, language="da")
    places = next(activity for activity in tree.all_activities if activity.number == "W3")
    assert places.responsible == ("Socialministeriet", "Indenrigs- og Sundhedsministeriet")
    objectives = [row for area in tree.all_areas for row in area.objectives]
    assert [row.code for row in objectives] == [f"AP2-K{number}" for number in range(1, 8)]
    assert objectives[3].due_year == 2008


def test_an_amendment_hangs_on_its_plan(ask):
    tree = ask(plan_tree, "AP4", day=dt.date(2016, 1, 1), language="en")
    assert [plan.code for plan in tree.amendments] == ["AP4-2015"]
    amendment = ask(plan_tree, "AP4-2015", day=dt.date(2016, 1, 1), language="en")
    assert amendment.plan.amends == tree.plan.title
    assert [milestone.due_text for milestone in amendment.milestones] == ["2017-05", "2017-06", "2017-06"]
    assert "SKAT" in " ".join(ask(plan_tree, "AP4-2015", day=TODAY, language="da").all_activities[1].responsible)


def test_plans_come_newest_first_and_say_which_are_in_force(ask):
    rows = ask(plans, day=dt.date(2016, 1, 1), language="en")
    assert [row.code for row in rows][:2] == ["AP6", "AP5"]
    assert {row.code for row in rows if row.is_in_force} == {"AP4", "AP4-2015"}
    assert ask(plan_tree, "AP9", day=TODAY, language="en") is None


def test_what_is_said_of_plans_and_their_milestones_is_read_in_both_languages(ask):
    def said(code, language):
        tree = ask(plan_tree, code, day=TODAY, language=language)
        return {code: tree.note} | {row.code: row.note for row in tree.milestones if row.note}

    assert said("AP6", "en")["AP6"].startswith("DKK 118.2 million. Only the three areas")
    danish = said("AP6", "da")["AP6"]
    assert danish.startswith("118,2 mio. kr. Kun de tre indsatsområder")
    assert danish.endswith(say("The last day is known to the year only.", "da"))
    for plan in ask(plans, day=TODAY, language="da"):
        english, danish = said(plan.code, "en"), said(plan.code, "da")
        assert [code for code, note in english.items() if note and danish[code] == note] == []
        assert not re.search(r"\bS[1-5]\b", " ".join((*english.values(), *danish.values())))
