"""A decision in draft minutes that an escalation cites stays a decision with words; what nobody cites may go."""

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Escalation, EscalationStep, Meeting, MinutesEntry
from referral_desk.operations.escalation_decisions import answer_escalation, forward_escalation
from referral_desk.operations.escalations import endorse_escalation, unendorse_escalation
from referral_desk.vocabulary import EntryKind
from tests.core.test_entries import Writer
from tests.escalating import eight_bodies
from tests.homecoming import Home


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


def writer_of(home, entry_id):
    """Somebody who writes under the item of an entry."""
    with home.database.read() as session:
        entry = session.get(MinutesEntry, entry_id)
        return Writer(home.desk, entry.item.meeting_id, entry.item_id)


def endorsed(home):
    entry = home.decision(home.bodies.regions[0])
    made = home.draft()
    return entry, made, home.do(endorse_escalation, made, entry_id=entry)


def answered(home):
    entry = home.decision(home.bodies.national)
    made = home.accepted()
    return entry, made, home.do(answer_escalation, made, text="Ja.", entry_id=entry, answered_on=home.desk.today)


def sent_on(home):
    entry = home.decision(home.bodies.national)
    made = home.accepted()
    return entry, made, home.do(forward_escalation, made, reason="Principielt.", entry_id=entry)


CITE = [endorsed, answered, sent_on]


def cites(home, escalation_id):
    """The decisions that an escalation rests on."""
    with home.database.read() as session:
        one = session.get(Escalation, escalation_id)
        return {one.endorsed_entry_id, *(step.decision_entry_id for step in one.steps)} - {None}


@pytest.mark.parametrize("cite", CITE)
@pytest.mark.parametrize(
    "change",
    [
        lambda writer: writer.take_out(0),
        lambda writer: writer.change(0, text=""),
        lambda writer: writer.change(0, text="  "),
        lambda writer: writer.change(0, kind=EntryKind.NOTE),
    ],
)
def test_a_cited_decision_is_not_taken_out_emptied_or_made_something_else(home, cite, change):
    entry, made, _done = cite(home)
    reference = home.see(made, lambda one: one.reference)
    writer = writer_of(home, entry)
    with pytest.raises(Invalid, match=f"{reference} rests on this decision"):
        change(writer.add("Noget andet.")).save()
    assert cites(home, made) == {entry}
    assert writer_of(home, entry).texts() == ["Det sendes op."], "the rest of what was refused is not kept either"


@pytest.mark.parametrize("cite", CITE)
def test_it_may_be_worded_anew_and_is_free_once_the_escalation_lets_it_go(home, cite):
    entry, made, done = cite(home)
    writer = writer_of(home, entry).change(0, text="Sagen sendes op.").add("Enstemmigt.").save()
    assert cites(home, made) == {entry}
    home.undo(done)
    assert cites(home, made) == set()
    writer.take_out(0).save()
    assert writer.texts() == ["Enstemmigt."]


def test_an_endorsement_is_not_brought_back_to_a_decision_that_is_gone(home):
    entry, made, _done = endorsed(home)
    undo = home.do(unendorse_escalation, made)
    writer_of(home, entry).take_out(0).save()
    with pytest.raises(Invalid, match="taken out of the minutes"):
        home.undo(undo)
    assert cites(home, made) == set()


def test_a_decision_that_nobody_cites_is_taken_out(home):
    entry = home.decision(home.bodies.regions[0])
    writer = writer_of(home, entry)
    assert writer.take_out(0).save().texts() == []
    with home.database.read() as session:
        assert session.get(MinutesEntry, entry) is None
        assert session.query(EscalationStep).count() == session.query(Escalation).count() == 0
        assert session.query(Meeting).count() == 1
