"""The yearly contribution: its figures on both engines, what is kept back, and the document that is made of them."""

import datetime as dt
import io
import pickle
import random
from dataclasses import replace

import pikepdf
import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Group, PicklistEntry, PlanActivity
from referral_desk.queries.plan_tally import Tally
from referral_desk.queries.suppression import KEPT, SMALL, published, published_list
from referral_desk.queries.yearly import yearly
from referral_desk.queries.yearly_rows import ActivityYear, AreaYear, Breakdown, CaseList, CasesYear, GroupYear, Yearly
from referral_desk.reports import documents
from referral_desk.reports.document_task import build
from referral_desk.vocabulary import Answer, CaseKind, Label
from tests.builders import TODAY, a_case
from tests.plan_builders import FEBRUARY, a_plan, a_year
from tests.tag_reader import read_tags
from tests.verapdf import failures

SEEN = {"year": 2026, "day": TODAY, "language": "en"}


@pytest.fixture
def year(database):
    with database.write() as session:
        return a_year(session)


def test_each_group_tells_its_whole_year_for_the_plan_or_not(desk, year):
    made = desk.ask(yearly, **SEEN)
    region, other, national, _top = made.groups
    assert (region.name, region.meetings) == ("Region 1", 1)
    assert (region.tally.items, region.tally.decisions, region.tally.actions) == (1, 1, 3)
    assert (region.tally.escalations, region.answered, region.days) == (1, 1, 30)
    assert (national.meetings, national.tally.circulars, national.days) == (1, 1, None)
    assert other.tally == Tally()
    assert (made.total.meetings, made.total.tally.items, made.total.days) == (2, 2, 30)
    assert not made.is_whole


def test_an_area_counts_once_what_belongs_to_two_of_its_activities(desk, year):
    first, second = desk.ask(yearly, **SEEN).areas
    assert first.title == "Forebyggelse"
    assert [quarter.items for quarter in first.quarters] == [1, 1, 0, 0]
    assert [(one.number, one.tally.items) for one in first.activities] == [("1.1", 2), ("1.2", 1)]
    assert (first.total.actions, first.total.on_time, first.total.late) == (3, 1, 1)
    assert [(one.number, one.groups) for one in second.activities] == [("2.1", 0)]
    assert [one.number for one in desk.ask(yearly, **SEEN).untouched] == ["2.1"]


def test_no_figure_about_cases_travels_but_as_it_may_be_shown(desk, year):
    made = desk.ask(yearly, **SEEN)
    tallies = [one.tally for one in (*made.groups, made.total)]
    tallies += [tally for area in made.areas for tally in (*area.quarters, *(one.tally for one in area.activities))]
    assert {tally.cases for tally in tallies} == {0}
    assert [one.cases for one in made.areas[0].activities] == [KEPT, "0"]
    assert made.has_small
    assert made.cases.table.total == SMALL
    assert {text for one in made.cases.lists for _, text in one.rows} == {KEPT}, "so few are told apart no further"


def test_more_cases_are_told_apart_with_small_figures_kept_back(desk, database, year):
    with database.write() as session:
        groups = {group.code: group for group in session.query(Group)}
        for number in range(2, 12):
            theme, minor = ("children", Answer.YES) if number < 5 else ("return", Answer.NO)
            code, kind = ("rg1", CaseKind.CONCRETE) if number < 9 else ("rg2", CaseKind.CHALLENGE)
            case = a_case(groups[code], number=number, created_on=FEBRUARY, theme=theme, is_minor=minor, kind=kind)
            session.add(case)
    cases = desk.ask(yearly, **SEEN).cases
    assert cases.table.total == "11"
    assert cases.table.rows == (KEPT, SMALL, "0", "0")
    told = {one.by: dict(one.rows) for one in cases.lists}
    assert told[Breakdown.THEME] == {"Children": SMALL, "Return": KEPT}
    assert told[Breakdown.MINOR] == {"Yes": SMALL, "No": KEPT}
    assert told[Breakdown.SETTING] == {"Not known": "11"}
    assert told[Breakdown.EXPLOITATION] == {}


def test_what_most_cases_have_in_common_does_not_tell_how_few_are_otherwise(desk, database, year):
    with database.write() as session:
        group = session.query(Group).filter_by(code="rg1").one()
        activity = session.query(PlanActivity).filter_by(number="2.1").one()
        kind = session.query(PicklistEntry).filter_by(picklist="exploitation").first()
        for number in range(2, 12):
            case = a_case(group, number=number, created_on=FEBRUARY, kind=CaseKind.CONCRETE)
            if number < 10:
                case.exploitations, case.activities = [kind], [activity]
            session.add(case)
        name = kind.name_en
    made = desk.ask(yearly, **SEEN)
    told = {one.by: dict(one.rows) for one in made.cases.lists}
    assert made.cases.table.total == "11"
    assert told[Breakdown.EXPLOITATION] == {name: KEPT}, "8 of 11 would tell that 3 are otherwise"
    assert made.areas[1].activities[0].cases == KEPT


def test_a_year_to_come_and_an_unknown_plan_are_refused(desk, year):
    with pytest.raises(Invalid, match="2027 is still to come"):
        desk.ask(yearly, **SEEN | {"year": 2027})
    with pytest.raises(Invalid, match="no such action plan"):
        desk.ask(yearly, **SEEN | {"code": "AP77"})


def test_a_past_year_is_whole_and_a_plan_without_activities_has_no_areas(desk, database, year):
    with database.write() as session:
        session.add(a_plan("AP10", valid_from=dt.date(2026, 6, 1), activities=False))
    made = desk.ask(yearly, year=2025, day=TODAY, language="da", code="AP10")
    assert made.is_whole
    assert (made.areas, made.cases.table.total, made.total.meetings) == ((), "0", 0)
    assert build(made)[1] >= 1


# The document ---------------------------------------------------------------------------------------------------------


def a_contribution(language="da", *, areas=4, cases=60, seed=1):
    """A full one, of made-up figures."""
    chance = random.Random(seed)

    def a_tally():
        return Tally(*(chance.randrange(9) for _ in range(12)), escalations=chance.randrange(4))

    names = [f"Regional gruppe {number}" for number in range(1, 7)] + ["Den nationale gruppe", "Arbejdsgruppen"]
    groups = tuple(GroupYear(name, 4, a_tally(), 2, chance.choice([None, 31.0, 90.5])) for name in names)
    made = []
    for place in range(areas):
        quarters = tuple(a_tally() for _ in range(4))
        activities = tuple(
            ActivityYear(
                f"{place + 1}.{number}",
                "Mere fleksibel indkvartering i små grupper flere steder i landet",
                chance.randrange(3),
                a_tally(),
                chance.choice(["0", SMALL, "7"]),
            )
            for number in range(1, 8)
        )
        made.append(AreaYear(f"Indsatsområde {place + 1}: forebyggelse og opsøgende arbejde", quarters, activities))
    table = [[chance.randrange(cases // 8 + 1) for _ in CaseKind] for _ in names]
    counts = [sum(map(sum, table)) - 3, 3]
    lists = tuple(
        CaseList(
            by,
            tuple(zip(("Børn", "Ikke oplyst"), published_list(counts), strict=True)),
            by is not Breakdown.EXPLOITATION,
        )
        for by in Breakdown
    )
    kinds = ("Konkret sag", "Udfordring", "Principiel sag", "Tendens", "Initiativ")
    return Yearly(
        language=language,
        year=2026,
        day=dt.date(2026, 11, 20),
        label=Label.INTERNAL,
        plan="Handlingsplan til bekæmpelse af menneskehandel 2026-2029",
        group_count=8,
        groups=groups,
        total=replace(groups[0], name="Alle grupper", days=44.0),
        areas=tuple(made),
        cases=CasesYear(kinds, tuple(names), published(table), lists),
    )


CONTRIBUTIONS = {
    "full": a_contribution(),
    "english": a_contribution("en", seed=2),
    "many areas": a_contribution(areas=9, seed=3),
    "nothing": a_contribution(areas=0, cases=0),
}


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("name", CONTRIBUTIONS)
def test_the_document_keeps_the_standards(name, standard):
    assert failures(build(CONTRIBUTIONS[name])[0], standard) == {}


def tags_of(content):
    with pikepdf.open(io.BytesIO(build(content)[0])) as opened:
        return read_tags(opened)


def test_charts_tell_their_figures_in_words_and_stand_beside_a_table():
    content = CONTRIBUTIONS["english"]
    tags = tags_of(content)
    figures = list(tags.all("Figure"))
    assert len(figures) == 2
    assert figures[0].alt.startswith("Agenda items under the action plan. Q1 ")
    for area in content.areas:
        assert f"{area.title} {area.quarters[0].items}" in figures[0].alt
    assert len(list(tags.all("Table"))) >= 2 + 1 + len(content.areas) + 1
    assert {head.scope for head in tags.all("TH")} == {"Row", "Column"}


def test_the_document_says_the_day_and_what_is_kept_back():
    text = " ".join(tags_of(CONTRIBUTIONS["english"]).text.split())
    assert "As of 20 November 2026 · the year is not over" in text
    assert "Figures from 1 to 4 about cases are shown as “1–4”." in text
    assert "Type of exploitation" in text


def test_the_document_is_made_by_the_worker_under_a_name_that_tells_what_it_is():
    made = documents.build_in_worker(CONTRIBUTIONS["english"])
    assert made.name == "2026 contribution to the yearly status report Internal.pdf"
    assert made.pages >= 5
    assert made.pdf == build(CONTRIBUTIONS["english"])[0], "the same figures give the same bytes"
    assert pickle.loads(pickle.dumps(CONTRIBUTIONS["full"])) == CONTRIBUTIONS["full"]
