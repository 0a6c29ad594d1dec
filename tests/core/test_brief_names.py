"""Names in a brief as sent: what is renamed afterwards keeps the name that its readers were told."""

import json

import pytest
from sqlalchemy import select, update

from referral_desk.errors import Unavailable
from referral_desk.models import ActionPlan, Escalation, EscalationSnapshot, PicklistEntry, PlanActivity
from referral_desk.models.documents import sha256_of
from referral_desk.operations.escalations import endorse_escalation, send_escalation, word_step
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.case_documents import BriefActivity
from tests.builders import TODAY
from tests.escalating import Course, eight_bodies
from tests.plan_builders import a_plan

NAMED = {"da": ("Ventetid", "Aktivitet 1.1", "Plan AP9"), "en": ("Waiting", "Activity 1.1", "Plan AP9")}


@pytest.fixture
def course(desk, database):
    return Course(desk, database, eight_bodies(database))


@pytest.fixture
def sent(course, database):
    """A case with a theme and an activity, sent; and then both were renamed."""
    key = course.draft()
    with database.write() as session:
        session.add(a_plan())
        entry = PicklistEntry(picklist="theme", code="waiting", name_da="Ventetid", name_en="Waiting", source="S2")
        session.add(entry)
        session.get(Escalation, key).case.theme = "waiting"
        session.flush()
        activity = session.scalar(select(PlanActivity.id).where(PlanActivity.number == "1.1"))
    course.do(word_step, key, activity_ids=[activity])
    course.do(endorse_escalation, key, note="Aftalt pr. mail.")
    course.do(send_escalation, key)
    with database.write() as session:
        session.execute(update(PicklistEntry).values(name_da="Nyt tema", name_en="New theme"))
        session.execute(update(PlanActivity).values(title_da="Ny titel", title_en="New title", number="9.9"))
        session.execute(update(ActionPlan).values(title_da="Ny plan", title_en="New plan"))
    return key


def told(course, key, language):
    made = course.desk.ask(brief_content, escalation_id=key, day=TODAY, language=language)
    return made.theme, made.activities


def frozen_anew(database, change):
    """What a snapshot tells, changed behind the desk's back; gives its new text."""
    with database.write() as session:
        kept = session.scalars(select(EscalationSnapshot)).one()
        content = kept.read()
        change(content)
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        key = kept.id
    return key, text


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_theme_and_an_activity_that_are_renamed_keep_their_names_in_what_was_sent(course, sent, language):
    theme, title, plan = NAMED[language]
    assert told(course, sent, language) == (theme, (BriefActivity("1.1", title, plan),))


def test_the_names_are_under_the_hash(course, sent, database):
    key, text = frozen_anew(database, lambda content: content["case"]["theme_names"].update(da="Noget andet"))
    with database.write() as session:
        session.execute(update(EscalationSnapshot).where(EscalationSnapshot.id == key).values(content=text))
    with pytest.raises(Unavailable, match="no longer what stands on the desk"):
        told(course, sent, "da")


def test_what_was_sent_before_names_were_frozen_is_read_with_the_names_of_today(course, sent, database):
    def forget(content):
        del content["activity_names"], content["case"]["theme_names"]

    key, text = frozen_anew(database, forget)
    with database.write() as session:
        old = {"content": text, "sha256": sha256_of(text.encode())}
        session.execute(update(EscalationSnapshot).where(EscalationSnapshot.id == key).values(**old))
    assert told(course, sent, "da") == ("Nyt tema", (BriefActivity("9.9", "Ny titel", "Ny plan"),))
