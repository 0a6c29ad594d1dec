"""Likely twins: what lies undecided with the same body and speaks of the same, each with why; words and their stems."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from referral_desk.errors import Stale
from referral_desk.models import Case, Escalation, EscalationStep, Group, PicklistEntry, PlanActivity
from referral_desk.models.plans import ActionPlan, PlanArea
from referral_desk.queries.twin_words import SHORTEST, parts_of, shared, stem, telling
from referral_desk.queries.twins import LOOKED_AT, SHOWN, twins
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationLane,
    EscalationState,
    Label,
    StepOutcome,
    Tier,
    Urgency,
)
from tests.builders import TODAY, a_case, a_group, an_escalation
from tests.core.test_statements import statements


@pytest.fixture
def ids(database):
    with database.write() as session:
        top = a_group("IMWG", tier=Tier.INTERMINISTERIAL, code="imwg")
        national = a_group("National", tier=Tier.NATIONAL, code="national", parent=top)
        regions = [a_group(f"Region {n}", code=f"rg{n}", parent=national) for n in (1, 2)]
        plan = ActionPlan(code="plan", title_da="Plan", title_en="Plan")
        area = PlanArea(code="area", title_da="Område", title_en="Area", plan=plan)
        area.activities.append(PlanActivity(code="plan-2.3", number="2.3", title_da="Pladser", title_en="Places"))
        session.add_all(
            [
                *regions,
                plan,
                PicklistEntry(picklist="theme", code="assistance", name_da="Bistand", name_en="Assistance"),
            ]
        )
        session.flush()
        return {
            "activity": area.activities[0].id,
            "national": national.id,
            "imwg": top.id,
            **{group.code: group.id for group in regions},
        }


@pytest.fixture
def raise_(database, ids):
    """Let a region raise something with the national group; gives its id."""

    def raised(title, problem, *, origin="rg1", body="national", state=EscalationState.ACCEPTED, theme="", change=None):
        with database.write() as session:
            case = a_case(session.get(Group, ids[origin]), title, theme=theme)
            one = an_escalation(case, session.get(Group, ids[body]), problem=problem, proposal="Afklar det.")
            one.state = state
            session.add(one)
            if change is not None:
                change(session, one)
            one.settle()
            session.flush()
            return one.id

    return raised


def find(desk, escalation_id, language="da"):
    return desk.ask(twins, escalation_id=escalation_id, language=language)


PLACES = ("Ventetid på krisecenter", "Der er for få pladser på krisecentrene til kvinder uden lovligt ophold.")
OTHER = ("Krisecenterpladser", "Pladserne er optaget, og kvinden må vente.")


def test_two_regions_that_ask_the_same_are_told_with_the_reason(desk, raise_):
    mine = raise_(*PLACES, theme="assistance")
    twin = raise_(*OTHER, origin="rg2", theme="assistance")
    raise_("Tolke til afhøring", "Tolkene kommer for sent.", origin="rg2")
    (found,) = find(desk, mine)
    assert (found.id, found.origin, found.title) == (twin, "Region 2", "Krisecenterpladser")
    assert [one.id for one in find(desk, twin)] == [mine]
    assert find(desk, mine, "en")[0].reasons == (
        "same theme: Assistance",
        "both speak of: krisecenter, kvinden, pladserne, vente",
    )


def test_a_theme_alone_makes_no_twin_and_a_plan_activity_does(desk, raise_, ids):
    def of_activity(session, one):
        one.case.activities.append(session.get(PlanActivity, ids["activity"]))

    def of_step(session, one):
        one.step.activities.append(session.get(PlanActivity, ids["activity"]))

    raise_("Biler mangler", "Køretøjer er slidte.", origin="rg2", theme="assistance")
    mine = raise_(*PLACES, theme="assistance", change=of_activity)
    assert find(desk, mine) == ()
    twin = raise_("Sprogkurser", "Undervisningen er dyr.", origin="rg2", change=of_step)
    assert [(one.id, one.reasons) for one in find(desk, mine, "en")] == [(twin, ("same plan activity: 2.3",))]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("national", EscalationState.DRAFT),
        ("national", EscalationState.RETURNED),
        ("national", EscalationState.ANSWERED),
        ("imwg", EscalationState.ACCEPTED),
    ],
)
def test_only_what_the_same_body_has_and_has_not_decided_is_offered(desk, raise_, body, state):
    mine = raise_(*PLACES)
    raise_(*PLACES, origin="rg2", body=body, state=state)
    assert find(desk, mine) == ()


def test_what_is_decided_or_its_own_family_has_no_twins(desk, raise_):
    lead = raise_(*PLACES)

    def follow(session, one):
        one.merged_into, one.state = session.get(Escalation, lead), EscalationState.MERGED

    follower = raise_(*PLACES, origin="rg2", change=follow)
    done = raise_(*PLACES, state=EscalationState.ANSWERED)
    assert (find(desk, lead), find(desk, follower), find(desk, done)) == ((), (), ())
    with pytest.raises(Stale):
        find(desk, 99_999)


def test_a_word_that_everybody_uses_makes_no_twins(desk, raise_):
    """Ten about quite other things, all of which speak of the same three things, are not each other's twins."""
    about = ("Cykler", "Biler", "Heste", "Skibe", "Broer", "Veje", "Huse", "Marker", "Skove", "Søer")
    ids = [raise_(name, "Ventetid, tolkning og transport.", origin=f"rg{1 + n % 2}") for n, name in enumerate(about)]
    assert find(desk, ids[0]) == ()


@pytest.fixture
def crowd(database, ids):
    """Let many others lie with the national group, newer than all the rest, each with the words given."""

    def made(count, title, problem):
        keys = range(1000, 1000 + count)
        case = {"version": 1, "group_id": ids["rg1"], "year": 2020, "title": "Sag", "searchable": "sag"}
        escalation = {"version": 1, "number": 1, "holder_id": ids["national"], "state": EscalationState.SENT}
        escalation |= {"since": TODAY, "created_on": TODAY, "lane": EscalationLane.NATIONAL}
        step = {"version": 1, "number": 1, "sender_id": ids["rg1"], "body_id": ids["national"]}
        step |= {"outcome": StepOutcome.OPEN, "role": ConsultationRole.DECISION, "label": Label.INTERNAL}
        step |= {"title": title, "problem": problem, "urgency": Urgency.NORMAL}
        with database.write() as session:
            session.execute(
                insert(Case), [{**case, "id": key, "number": key, "created_on": dt.date(2020, 1, 1)} for key in keys]
            )
            session.execute(insert(Escalation), [{**escalation, "id": key, "case_id": key} for key in keys])
            session.execute(insert(EscalationStep), [{**step, "escalation_id": key} for key in keys])

    return made


def test_fifty_thousand_cases_make_it_no_slower(database, raise_, crowd):
    """Only what lies with the body is read, in a fixed number of questions."""
    mine = raise_(*PLACES)
    crowd(LOOKED_AT + 100, "Krisecenter", "Pladser og ventetid")
    found, heard = statements(database, twins, {"escalation_id": mine, "language": "da"})
    assert len(found) <= SHOWN
    assert len(heard) <= 7


def test_a_twin_is_found_among_hundreds_that_are_newer(desk, raise_, crowd, ids):
    """What is compared word by word is chosen by words, theme and activities, and not by age."""

    def of_activity(session, one):
        one.step.activities.append(session.get(PlanActivity, ids["activity"]))

    mine = raise_(*PLACES, change=of_activity)
    by_words = raise_(*OTHER, origin="rg2")
    by_activity = raise_("Sprogkurser", "Undervisningen er dyr.", origin="rg2", change=of_activity)
    crowd(LOOKED_AT - 50, "Biler mangler", "Køretøjer er slidte.")
    assert {one.id for one in find(desk, mine)} == {by_words, by_activity}


@pytest.mark.parametrize(
    "same",
    [
        "plads pladser pladsen pladserne pladsernes",
        "krisecenter krisecentre krisecentret krisecentrene krisecenters",
        "hotel hoteller hotellet hotellerne",
        "tolk tolke tolken tolkene",
        "ventetid ventetiden ventetider",
        "interpreter interpreters",
    ],
)
def test_forms_of_a_word_have_one_stem(same):
    assert len({stem(word) for word in same.split()}) == 1


def test_a_compound_shares_its_parts_and_common_words_tell_nothing():
    mine = telling(["Gruppen mangler pladser på krisecentret, fordi der altid er menneskehandel i kommunen"])
    other = telling(["Krisecenterpladser"])
    assert set(mine.values()) == {"pladser", "krisecentret"}
    assert set(shared(mine, parts_of(mine), other)) == set(mine)
    assert set(shared(other, parts_of(other), mine)) == set(mine)


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), max_size=60)


@given(one=words, two=words)
def test_sharing_is_the_same_both_ways_round_and_stays_within_the_words(one, two):
    mine, other = telling([one]), telling([two])
    found, back = shared(mine, parts_of(mine), other), shared(other, parts_of(other), mine)
    assert bool(found) == bool(back)
    assert set(found) <= set(mine) | set(other)
    assert set(found.values()) <= set(mine.values()) | set(other.values())
    assert all(len(root) >= SHORTEST for root in mine)
    assert shared(mine, parts_of(mine), mine).keys() == mine.keys()
