"""What a pack carries besides papers: the minutes an item approves and the open actions, checked and fingerprinted."""

import dataclasses
import datetime as dt
import io

import pikepdf
import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import ActionItem, Meeting, Minutes, MinutesEntry
from referral_desk.operations.kept_finds import keep_find
from referral_desk.operations.minutes import approve_in_writing
from referral_desk.operations.packs import issue_pack
from referral_desk.queries.document_content import action_list
from referral_desk.queries.documents import ActionLine, ActionList
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_issues import What, pack_check
from referral_desk.reports.pack import build, make
from referral_desk.vocabulary import (
    ActionState,
    EntryKind,
    ItemKind,
    Label,
    MinutesState,
    Priority,
    StandingRole,
)
from tests.builders import TODAY, a_group, a_meeting, an_action
from tests.builders import an_item as an_agenda_item
from tests.core.test_minutes_pdf import full_minutes
from tests.pack_builders import a_pack, a_paper, an_item, stored
from tests.tag_reader import artifacts, read_tags
from tests.verapdf import failures

LINE = ActionLine(
    "RG2-2026-1", "RG 2", "Ringe", "3F", "", dt.date(2026, 11, 1), 18, Priority.NORMAL, ActionState.OPEN, 3, TODAY
)
PACK = {"language": "da", "pack_label": Label.INTERNAL, "today": TODAY}


def a_full_pack():
    actions = ActionList("da", dt.date(2026, 11, 19), Label.INTERNAL, (LINE,) * 40, "Gruppe")
    return a_pack(
        an_item(1, approves=full_minutes()),
        an_item(2, open_actions=actions),
        an_item(3, a_paper("3.1", b"Tekst."), open_actions=dataclasses.replace(actions, actions=())),
    )


@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_a_pack_with_minutes_and_actions_keeps_the_standards(standard):
    assert failures(build(a_full_pack(), stored(b"Tekst.")), standard) == {}


def test_minutes_stand_on_pages_of_their_own_and_links_lead_both_ways():
    made = make(a_full_pack(), stored(b"Tekst."))
    assert [paper[0] for paper in made.papers] == ["3.1"]
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        tree = read_tags(pdf)
        (heading,) = (node for node in tree.all("H3") if "12. november 2026" in node.text)
        leads = next(node for node in tree.all("Link") if node.links == [heading.page] and node.page < heading.page)
        item = next(node for node in tree.all("H2") if node.text.startswith("1 "))
        (back,) = [node for node in tree.all("Link") if node.page == heading.page]
        assert leads.page == item.page == heading.page - 1
        assert back.links == [item.page]
        assert "side 1 af" in artifacts(pdf, heading.page)
        assert "Gruppen valgte." in tree.text
        assert "Sagens ord." not in tree.text or full_minutes().has_annex
        with pdf.open_outline() as outline:
            first = next(line for line in outline.root if line.title.startswith("1 "))
            assert "12. november 2026" in first.children[0].title
            assert "Tolkning" in first.children[0].children[0].title


def test_open_actions_stand_under_their_item_as_a_table_whose_head_comes_again():
    with pikepdf.open(io.BytesIO(build(a_full_pack(), stored(b"Tekst.")))) as pdf:
        tree = read_tags(pdf)
    (table,) = (node for node in tree.all("Table") if len(list(node.all("TR"))) > 20)
    assert sum("RG2-2026-1" in row.text for row in table.all("TR")) == 40
    assert sum(row.kids[0].scope == "Column" for row in table.all("TR")) == 1


def fill(session):
    """A group with minutes to approve and open actions; gives the meeting's id, and that of the meeting before."""
    group = a_group(code="rgx")
    before = a_meeting(group, day=dt.date(2026, 9, 3), number=1)
    held = an_agenda_item(before, "Tolkning")
    closed = an_agenda_item(before, "Sagen", label=Label.CONFIDENTIAL)
    minutes = Minutes(meeting=before, state=MinutesState.IN_COMMENT)
    session.add_all([before, minutes])
    for item, text in ((held, "Gruppen valgte."), (closed, "Hemmeligt.")):
        session.add(MinutesEntry(minutes=minutes, item=item, kind=EntryKind.DECISION, text=text))
    meeting = a_meeting(group, day=dt.date(2026, 12, 3), place="Odense")
    about = {"kind": ItemKind.FORMALITY, "label": Label.OPEN}
    an_agenda_item(meeting, "Godkendelse", standing=StandingRole.MINUTES_APPROVAL, approves=before, **about)
    an_agenda_item(meeting, "Åbne punkter", standing=StandingRole.OPEN_ACTIONS, **about)
    session.add(meeting)
    session.add(an_action(group, "Ringe", number=1, due=dt.date(2026, 11, 1)))
    session.add(an_action(group, "Fortroligt", number=2, label=Label.CONFIDENTIAL))
    session.add(an_action(group, "Om sagen", number=4, item=closed))
    session.add(an_action(group, "Gjort", number=3, state=ActionState.DONE, closed_on=TODAY))
    session.flush()
    return meeting.id, before.id


@pytest.fixture
def ids(database):
    with database.write() as session:
        return fill(session)


def test_a_pack_is_filled_with_the_open_part_and_the_actions_that_fit_its_label(desk, ids):
    meeting_id, before_id = ids
    first, second = desk.ask(pack_source, meeting_id=meeting_id, **PACK).content.items
    assert first.approves.meeting_id == before_id
    assert [item.is_closed for item in first.approves.items] == [False, True]
    assert "Hemmeligt." not in repr(first.approves)
    assert [(one.reference, one.days_late) for one in second.open_actions.actions] == [("RGX-2026-1", 20)]
    closed = desk.ask(pack_source, meeting_id=meeting_id, **{**PACK, "pack_label": Label.CONFIDENTIAL}).content
    assert len(closed.items[1].open_actions.actions) == 3
    assert "Hemmeligt." not in repr(closed)


def test_a_change_to_either_is_news_and_refuses_the_pack_that_was_built_before(desk, database, ids):
    meeting_id, _ = ids
    source = desk.ask(pack_source, meeting_id=meeting_id, **PACK)
    told = {
        "meeting_id": meeting_id,
        "language": "da",
        "label": Label.INTERNAL,
        "file_name": source.file_name,
        "pdf": b"%PDF-1.7",
        "pages": 1,
        "content": source.frozen_content(),
        "looks": {},
    }
    desk.do(issue_pack, fingerprint=source.fingerprint, **told)
    assert desk.ask(pack_check, meeting_id=meeting_id).is_as_issued
    for change in (_write, _act):
        fresh = desk.ask(pack_check, meeting_id=meeting_id).fingerprint
        with database.write() as session:
            change(session)
        check = desk.ask(pack_check, meeting_id=meeting_id)
        assert check.fingerprint != fresh
        with pytest.raises(Stale):
            desk.do(issue_pack, fingerprint=fresh, **told)
    assert [(one.what, one.number) for one in check.changes] == [
        (What.CARRIED_CHANGED, "1"),
        (What.CARRIED_CHANGED, "2"),
    ]


def _write(session):
    session.query(MinutesEntry).filter_by(text="Gruppen valgte.").one().text = "Gruppen valgte nr. 2."


def _act(session):
    session.query(ActionItem).filter_by(text="Ringe").one().due = dt.date(2027, 1, 1)


def test_a_held_meetings_pack_stays_what_it_was_whatever_becomes_of_the_actions(desk, database, ids):
    meeting_id, _ = ids
    source = desk.ask(pack_source, meeting_id=meeting_id, **PACK)
    desk.do(
        issue_pack,
        fingerprint=source.fingerprint,
        meeting_id=meeting_id,
        language="da",
        label=Label.INTERNAL,
        file_name=source.file_name,
        pdf=b"%PDF-1.7",
        pages=1,
        content=source.frozen_content(),
        looks={},
    )
    with database.write() as session:
        session.get(Meeting, meeting_id).cancel(session.get(Meeting, meeting_id).issues[0].issued_at, "Sygdom.")
        _act(session)
    assert desk.ask(pack_check, meeting_id=meeting_id).changes == ()


def test_what_is_wrong_with_minutes_and_actions_stops_or_warns(desk, database, ids):
    meeting_id, before_id = ids
    assert desk.ask(pack_check, meeting_id=meeting_id).least_label is Label.INTERNAL
    with pytest.raises(Invalid, match="minutes behind item"):
        desk.ask(pack_source, meeting_id=meeting_id, **{**PACK, "pack_label": Label.OPEN})
    with database.write() as session:
        session.query(Minutes).filter_by(meeting_id=before_id).one().state = MinutesState.DRAFT
        session.query(ActionItem).filter_by(text="Ringe").one().text = "Ringe til 010170-1235"
    found = {finding.template: finding.stops for finding in desk.ask(pack_check, meeting_id=meeting_id).findings}
    assert any("were not sent for comments" in text and not stops for text, stops in found.items())
    assert any("{reference}" in text and stops for text, stops in found.items())
    with database.write() as session:
        session.query(MinutesEntry).delete()
    found = [finding.template for finding in desk.ask(pack_check, meeting_id=meeting_id).findings]
    assert any("not written yet" in text for text in found)


PHONE = "mobil 28 83 45 61"


def leaks(desk, meeting_id):
    return desk.ask(pack_check, meeting_id=meeting_id, looks={}).leaks


def keep(desk, leak, reason="Kommunens vagttelefon."):
    kind, key = leak.subject
    told = {"subject_kind": kind, "subject_id": key, "field": leak.field, "kind": leak.find.kind}
    desk.do(keep_find, words=leak.find.words, reason=reason, **told)


def test_what_a_pack_carries_is_told_with_where_it_is_mended_and_stops_it_until_it_is_kept(desk, database, ids):
    meeting_id, before_id = ids
    with database.write() as session:
        for entry in session.query(MinutesEntry):
            entry.text += f" Ring på {PHONE}."
        first = session.get(Meeting, before_id).items[0]
        first.resume = "Skriv til nogen@privat.example."
        for action in session.query(ActionItem):
            action.text += f" {PHONE}"
        session.get(Meeting, meeting_id).title = "Med nogen@privat.example"
    found = leaks(desk, meeting_id)
    assert [(one.subject[0], one.field.split()[0], one.number, one.meeting_id) for one in found] == [
        ("meeting", "title", "", None),
        ("item", "resume", "1", before_id),
        ("minutes", "entry", "1", before_id),
        ("action", "text", "RGX-2026-1", None),
    ], "nothing confidential is told, for it does not leave"
    assert found[2].entry_id is not None
    said = [one.finding.sentence("en") for one in found]
    assert said[2].startswith("The minutes behind item 1 hold what looks like personal data (Telephone number, 28 8")
    assert said[3].startswith("The open action RGX-2026-1 holds")
    assert not any("45 61" in one for one in said)
    closed = desk.ask(pack_check, meeting_id=meeting_id, label=Label.CONFIDENTIAL, looks={}).leaks
    assert len(closed) == len(found) + 2, "a confidential pack carries the confidential actions too"
    for one in found:
        with pytest.raises(Invalid, match="what looks like personal data"):
            desk.ask(pack_source, meeting_id=meeting_id, looks={}, **PACK)
        keep(desk, one)
    assert all(one.reason for one in leaks(desk, meeting_id))
    assert PHONE in repr(desk.ask(pack_source, meeting_id=meeting_id, looks={}, **PACK).content)
    assert desk.ask(action_list, day=TODAY, language="da").actions, "what was kept for the action counts in lists too"


def test_a_reason_given_in_the_minutes_counts_for_the_action_that_came_of_them(desk, database, ids):
    meeting_id, before_id = ids
    with database.write() as session:
        held = session.get(Meeting, before_id).items[0]
        session.query(MinutesEntry).filter_by(item_id=held.id).one().text = f"Ringe på {PHONE}."
        action = session.query(ActionItem).filter_by(text="Ringe").one()
        action.text, action.item = f"Ringe på {PHONE}", held
    keep(desk, leaks(desk, meeting_id)[0])
    assert [one.reason for one in leaks(desk, meeting_id)] == ["Kommunens vagttelefon."] * 2


def test_of_approved_minutes_what_stands_beside_the_entries_leaves_hidden(desk, database, ids):
    meeting_id, before_id = ids
    with database.write() as session:
        session.get(Meeting, before_id).items[0].resume = f"Om {PHONE}."
        minutes = session.query(Minutes).filter_by(meeting_id=before_id).one()
        version, key = minutes.version, minutes.id
    desk.do(
        approve_in_writing, minutes_id=key, version=version, wording=minutes_wording, all_agreed=True, note="Pr. mail."
    )
    with database.write() as session:
        session.get(Meeting, meeting_id).items[0].approves = session.get(Meeting, before_id)
    assert leaks(desk, meeting_id) == ()
    first = desk.ask(pack_source, meeting_id=meeting_id, looks={}, **PACK).content.items[0].approves.items[0]
    assert "28 83" not in first.resume
    assert "••••" in first.resume
