"""One decision that a circular tells of: chosen, read by the leak alarm, frozen when sent, kept in the minutes."""

from dataclasses import replace

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import AgendaItem, Circular, MinutesEntry
from referral_desk.operations.circulars import edit_circular, remove_circular, send_circular, take_back_circular
from referral_desk.operations.deliveries import DECISION
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.queries.circulars import circular_page
from referral_desk.texts import say
from referral_desk.vocabulary import EntryKind, Label
from tests.builders import TODAY, an_entry
from tests.core.test_circulars import draft
from tests.core.test_entries import Writer
from tests.escalating import eight_bodies
from tests.homecoming import Home


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def of_two(home):
    """A national item with two decisions; gives its id and theirs."""
    first = home.decision(home.bodies.national)
    with home.database.write() as session:
        entry = session.get(MinutesEntry, first)
        second = an_entry(entry.minutes, entry.item, "Der laves  en vejledning.", kind=EntryKind.DECISION)
        session.flush()
        return entry.item_id, first, second.id


def page_of(home, key):
    return home.desk.ask(circular_page, circular_id=key, day=TODAY, language="en")


def presented(home, meeting_id):
    with home.database.read() as session:
        (item_id,) = home.items(meeting_id).values()
        return session.get(AgendaItem, item_id).presentation


def test_it_names_the_one_decision_that_it_tells_of(home, of_two):
    item_id, first, second = of_two
    done = draft(home, entry_id=second)
    page = page_of(home, done.id)
    assert (page.decided_by.item_id, page.entry_id, page.decision) == (item_id, second, "Der laves en vejledning.")
    assert [one.entry_id for one in page.decided_by.decisions] == [first, second]
    changed = home.on(edit_circular, Circular, done.id, item_id=None)
    assert (page_of(home, done.id).decided_by, page_of(home, done.id).entry_id) == (None, None)
    home.undo(changed)
    assert page_of(home, done.id) == replace(page, version=page_of(home, done.id).version)
    gone = home.on(remove_circular, Circular, done.id)
    home.undo(gone)
    assert page_of(home, done.id).entry_id == second
    other = home.decision(home.bodies.regions[0])
    with pytest.raises(Invalid, match="minutes of the group itself"):
        home.on(edit_circular, Circular, done.id, entry_id=other)


def test_the_decision_stands_on_the_agendas_in_the_words_in_which_it_was_sent(home, of_two):
    _, first, second = of_two
    region, late = home.bodies.regions[:2]
    planned = home.plan(region)
    done = draft(home, entry_id=second)
    home.on(send_circular, Circular, done.id)
    told = presented(home, planned)
    assert told.startswith("Se efter dem.\n\n")
    assert told.endswith(f"punkt 1: Et punkt.\n{say(DECISION, 'da', text='Der laves en vejledning.')}")
    with home.database.write() as session:
        session.get(MinutesEntry, second).text = "Der laves to."
    assert page_of(home, done.id).decision == "Der laves en vejledning."
    assert presented(home, home.plan(late)) == told
    home.on(take_back_circular, Circular, done.id)
    assert page_of(home, done.id).decision == "Der laves to."
    home.on(edit_circular, Circular, done.id, entry_id=first)
    home.on(send_circular, Circular, done.id)
    assert presented(home, planned).endswith(say(DECISION, "da", text="Det sendes op."))


@pytest.mark.parametrize("closed", ["entry", "item", "meeting"])
def test_a_decision_for_fewer_readers_is_not_told(home, of_two, closed):
    _, _, second = of_two
    planned = home.plan(home.bodies.regions[0])
    done = draft(home, entry_id=second)
    with home.database.write() as session:
        entry = session.get(MinutesEntry, second)
        rows = {"entry": entry, "item": entry.item, "meeting": entry.item.meeting}
        rows[closed].label = Label.CONFIDENTIAL
    assert page_of(home, done.id).decision == ""
    home.on(send_circular, Circular, done.id)
    assert "vejledning" not in presented(home, planned)
    assert page_of(home, done.id).decision == ""


def test_the_words_of_the_decision_are_read_for_personal_data_too(home, of_two):
    _, _, second = of_two
    with home.database.write() as session:
        session.get(MinutesEntry, second).text = "Spørg Bo på 010190-1234."
    done = draft(home, entry_id=second)
    with pytest.raises(LeaksFound) as told:
        home.on(send_circular, Circular, done.id)
    assert (list(told.value.finds), home.deliveries()) == (["decision"], [])
    kept = (Keep("decision", "010190-1234", "Et sagsnummer."),)
    home.on(send_circular, Circular, done.id, kept=kept)


def test_a_decision_that_a_circular_tells_of_stays_a_decision_with_words(home, of_two):
    item_id, _, second = of_two
    done = draft(home, entry_id=second)
    with home.database.read() as session:
        meeting_id = session.get(AgendaItem, item_id).meeting_id

    def writer():
        return Writer(home.desk, meeting_id, item_id)

    for change in ({"text": ""}, {"kind": EntryKind.NOTE}):
        with pytest.raises(Invalid, match="C2026-1 tells of this decision"):
            writer().change(1, **change).save()
    with pytest.raises(Invalid, match="C2026-1 tells of this decision"):
        writer().take_out(1).save()
    writer().change(1, text="Der laves to vejledninger.").save()
    assert page_of(home, done.id).decision == "Der laves to vejledninger."
    home.on(edit_circular, Circular, done.id, entry_id=None)
    writer().take_out(1).save()
