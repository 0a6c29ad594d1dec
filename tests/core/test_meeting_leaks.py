"""Packs, papers and minutes go through the leak alarm before they go round, on both engines (V10)."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid
from referral_desk.guard.personal_data.papers import ScannedPaper, scan_paper
from referral_desk.models import AgendaItem, KeptFind, LogEntry, Meeting, MinutesEntry
from referral_desk.operations.agenda import edit_item
from referral_desk.operations.corrections import Corrected, correct_minutes
from referral_desk.operations.kept_finds import keep_find, let_find_go
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.operations.minutes import (
    approve_at_meeting,
    approve_in_writing,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
)
from referral_desk.operations.packs import issue_pack
from referral_desk.queries.action_mails import action_mails
from referral_desk.queries.document_content import action_list, attendance_list, invitation
from referral_desk.queries.leaks import FindKind
from referral_desk.queries.minutes import minutes_detail
from referral_desk.queries.minutes_content import minutes_to_export, minutes_wording
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_issues import pack_check
from referral_desk.queries.pack_leaks import papers_to_look_through
from referral_desk.vocabulary import EntryKind, Label
from tests.builders import (
    TODAY,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    an_action,
    an_entry,
    an_item,
    an_organisation,
)

PHONE = "ring på mobil 28 83 45 61"
NUMBER = "120385-1234"


@pytest.fixture
def meeting_id(database):
    group = a_group("Region 2")
    body = an_organisation("Fonden")
    a_seat(group).take(a_person("Formand Prøve", organisation=body), None, organisation=body)
    meeting = a_meeting(group, day=TODAY, place="Rådhuset")
    item = an_item(meeting, "Tolkning", resume="Formand Prøve indleder.")
    a_paper(item, a_document(f"Side et.\nBorger {NUMBER} bor her. {NUMBER}".encode(), name="brev.txt"), "Brev")
    a_paper(item, a_document(b"x", name="x.pdf", kind="pdf", problem="damaged"), "Aftale")
    with database.write() as session:
        session.add(meeting)
        session.flush()
        return meeting.id


def looks_of(desk, meeting_id):
    wanted = desk.ask(papers_to_look_through, meeting_id=meeting_id)
    return {sha256: scan_paper(content, name, ordinary=wanted.ordinary) for sha256, name, content in wanted.papers}


def clean_looks(desk, meeting_id):
    wanted = desk.ask(papers_to_look_through, meeting_id=meeting_id)
    return {sha256: ScannedPaper(name, ()) for sha256, name, _ in wanted.papers}


def issue(desk, meeting_id, looks):
    source = desk.ask(pack_source, meeting_id=meeting_id, language="da", pack_label=Label.INTERNAL, today=TODAY)
    return desk.do(
        issue_pack,
        meeting_id=meeting_id,
        fingerprint=source.fingerprint,
        language="da",
        label=Label.INTERNAL,
        file_name=source.file_name,
        pdf=b"%PDF-1.7",
        pages=1,
        content=source.frozen_content(),
        looks=looks,
    )


def keep(desk, leak, reason="Et opdigtet nummer."):
    kind, key = leak.subject
    told = {"subject_kind": kind, "subject_id": key, "field": leak.field, "kind": leak.find.kind}
    return desk.do(keep_find, words=leak.find.words, reason=reason, **told)


def test_a_find_in_a_paper_is_told_once_with_its_place_and_stops_the_pack_until_it_is_kept(desk, meeting_id):
    looks = looks_of(desk, meeting_id)
    check = desk.ask(pack_check, meeting_id=meeting_id, looks=looks)
    [leak] = check.leaks
    assert (leak.number, leak.page, leak.find.kind) == ("1.1", 1, FindKind.CPR)
    assert leak.finding.sentence("en").startswith("Paper 1.1, page 1, holds what looks like personal data (CPR number")
    assert "120385-••••" in leak.finding.sentence("en")
    assert NUMBER not in leak.finding.sentence("da")
    assert check.stops
    assert not check.may_go_out
    with pytest.raises(Invalid, match=r"Paper 1\.1, page 1"):
        issue(desk, meeting_id, looks)
    done = keep(desk, leak)
    assert desk.ask(pack_check, meeting_id=meeting_id, looks=looks).may_go_out
    desk.do(done.undo.operation, **done.undo.arguments)
    assert done.undo.operation is let_find_go
    assert desk.ask(pack_check, meeting_id=meeting_id, looks=looks).stops
    keep(desk, leak)
    issue(desk, meeting_id, looks)


def test_a_paper_that_was_not_looked_through_keeps_the_pack_here(desk, meeting_id):
    check = desk.ask(pack_check, meeting_id=meeting_id, looks={})
    assert (check.unlooked, check.stops, check.may_go_out) == (1, False, False)
    with pytest.raises(Invalid, match=r"Paper 1\.1 was not looked through"):
        issue(desk, meeting_id, {})
    assert desk.ask(papers_to_look_through, meeting_id=meeting_id, known=looks_of(desk, meeting_id)).papers == ()


def test_pictures_of_text_are_told_and_stop_nothing(desk, meeting_id):
    looks = {key: ScannedPaper(one.name, (), 2, 2) for key, one in clean_looks(desk, meeting_id).items()}
    check = desk.ask(pack_check, meeting_id=meeting_id, looks=looks)
    assert any("pictures of text (2)" in finding.sentence("en") for finding in check.findings)
    assert check.may_go_out


def test_texts_and_names_of_papers_are_looked_through_and_a_cpr_number_is_told_once(desk, database, meeting_id):
    with database.write() as session:
        item = session.get(Meeting, meeting_id).items[0]
        item.papers[0].title = "Skriv til nogen@privat.example"
        item_id, version = item.id, item.version
    desk.do(edit_item, item_id=item_id, version=version, presentation=PHONE)
    looks = clean_looks(desk, meeting_id)
    found = desk.ask(pack_check, meeting_id=meeting_id, looks=looks).leaks
    assert [(one.subject[0], one.field, one.find.kind) for one in found] == [
        ("item", "presentation", FindKind.PHONE),
        ("paper", "name", FindKind.EMAIL),
    ]
    assert found[0].finding.field_name == "presentation"
    with pytest.raises(Invalid, match="Item 1 holds what looks like personal data"):
        desk.ask(pack_source, meeting_id=meeting_id, language="da", pack_label=Label.INTERNAL, today=TODAY, looks=looks)
    with database.write() as session:
        session.get(AgendaItem, item_id).presentation = f"Om {NUMBER}."
    check = desk.ask(pack_check, meeting_id=meeting_id, looks=looks)
    assert [one.field for one in check.leaks] == ["name"]
    assert sum("CPR" in finding.sentence("en") for finding in check.findings) == 1


def test_the_words_that_are_kept_are_nowhere_on_the_desk_but_in_the_paper(desk, meeting_id):
    [leak] = desk.ask(pack_check, meeting_id=meeting_id, looks=looks_of(desk, meeting_id)).leaks
    keep(desk, leak)

    def told(session):
        row = session.scalars(select(KeptFind)).one()
        return [str(getattr(row, column.key)) for column in KeptFind.__table__.columns], "".join(
            session.scalars(select(LogEntry.changes))
        )

    row, log = desk.ask(told)
    assert not any(NUMBER in text or "1234" in text for text in row)
    assert NUMBER not in log
    for wrong in (" ", f"Det er {NUMBER}."):
        with pytest.raises(Invalid):
            keep(desk, leak, wrong)
    with pytest.raises(Invalid, match="nothing of that kind"):
        desk.do(
            keep_find, subject_kind="person", subject_id=1, field="x", kind=FindKind.CPR, words=NUMBER, reason="Nej."
        )


@pytest.fixture
def minutes(desk, database, meeting_id):
    """Gives the minutes as they are seen; their one entry holds a phone number of nobody's work."""
    desk.do(hold_meeting, meeting_id=meeting_id, version=1)
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        an_entry(meeting.minutes, meeting.items[0], f"Formand Prøve vil {PHONE}.", kind=EntryKind.DECISION)

    def seen():
        return desk.ask(minutes_detail, meeting_id=meeting_id, today=TODAY)

    def step(operation, **more):
        now = seen()
        return desk.do(operation, minutes_id=now.id, version=now.version, **more)

    seen.step = step
    return seen


def test_minutes_go_to_nobody_with_a_find_that_nobody_kept(desk, database, minutes):
    assert minutes().leaks == ()
    minutes.step(send_minutes_to_chair)
    [leak] = minutes().leaks
    assert leak.find.kind is FindKind.PHONE
    assert "The minutes of item 1 hold what looks like personal data" in minutes().lacks[0].sentence("en")
    with pytest.raises(LeaksFound):
        minutes.step(send_minutes_to_comment)
    keep(desk, leak, "Kommunens vagttelefon.")
    assert [finding for finding in minutes().lacks if finding.stops] == []
    minutes.step(send_minutes_to_comment)
    with database.write() as session:
        session.scalars(select(MinutesEntry)).one().text = "Skriv til nogen@privat.example."
    with pytest.raises(LeaksFound):
        minutes.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")
    keep(desk, minutes().leaks[0], "En fælles postkasse.")
    minutes.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")
    assert minutes().leaks == ()


def test_a_correction_is_looked_through_too_and_keeps_with_a_reason(desk, database, minutes):
    with database.write() as session:
        entry = session.scalars(select(MinutesEntry)).one()
        entry.text, key = "Listen gælder.", entry.id
    minutes.step(send_minutes_to_chair)
    minutes.step(send_minutes_to_comment, due=TODAY + dt.timedelta(days=7))
    minutes.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")
    told = {"reason": "Nummeret manglede.", "corrected": Corrected({key: PHONE}), "wording": minutes_wording}
    with pytest.raises(LeaksFound) as caught:
        minutes.step(correct_minutes, **told)
    [(field, [find])] = caught.value.finds.items()
    assert field == f"entry {key}"
    minutes.step(correct_minutes, kept=[Keep(field, find.words, "Vagttelefonen.")], **told)


def exported(desk, meeting_id, **more):
    return desk.ask(minutes_to_export, meeting_id=meeting_id, language="da", **more)


def test_minutes_leave_as_a_file_only_without_finds_or_with_a_reason(desk, minutes, meeting_id):
    with pytest.raises(Invalid, match=r"item 1 .* once the minutes are with the chair"):
        exported(desk, meeting_id)
    minutes.step(send_minutes_to_chair)
    with pytest.raises(Invalid, match=r"item 1 .* beside the minutes' next step"):
        exported(desk, meeting_id)
    keep(desk, minutes().leaks[0])
    assert PHONE in exported(desk, meeting_id).items[0].entries[0].text


def test_minutes_approved_before_the_alarm_leave_once_they_are_corrected_and_hide_what_stood_there(
    desk, database, minutes, meeting_id
):
    with database.write() as session:
        entry = session.scalars(select(MinutesEntry)).one()
        text, key = entry.text, entry.id
        entry.text = "Listen gælder."
    minutes.step(send_minutes_to_chair)
    minutes.step(send_minutes_to_comment, due=TODAY + dt.timedelta(days=7))
    with database.write() as session:
        session.scalars(select(MinutesEntry)).one().text = text

    [leak] = minutes().leaks
    done = keep(desk, leak)
    minutes.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")
    assert PHONE in exported(desk, meeting_id).items[0].entries[0].text
    desk.do(done.undo.operation, **done.undo.arguments)
    with pytest.raises(Invalid, match=r"item 1 .* make a correction"):
        exported(desk, meeting_id)
    minutes.step(
        correct_minutes, reason="For meget.", corrected=Corrected({key: "Listen gælder."}), wording=minutes_wording
    )
    content = exported(desk, meeting_id)
    assert "28 83" not in str(content)
    assert "••••" in content.corrections[-1].changes[0].before
    with pytest.raises(Invalid, match="save the last edition"):
        exported(desk, meeting_id, edition=1)


def test_a_later_meeting_approves_no_minutes_with_a_find(desk, database, minutes, meeting_id):
    minutes.step(send_minutes_to_chair)
    done = keep(desk, minutes().leaks[0])
    minutes.step(send_minutes_to_comment)
    desk.do(done.undo.operation, **done.undo.arguments)
    with database.write() as session:
        first = session.get(Meeting, meeting_id)
        later = a_meeting(first.group, day=TODAY)
        item = an_item(later, "Referat")
        item.approves = first
        session.add(later)
        session.flush()
        later_id, item_id = later.id, item.id
    desk.do(hold_meeting, meeting_id=later_id, version=1)
    version = desk.ask(lambda session: session.get(AgendaItem, item_id).version)
    told = {"item_id": item_id, "version": version, "wording": minutes_wording}
    with pytest.raises(LeaksFound):
        desk.do(approve_at_meeting, **told)
    keep(desk, minutes().leaks[0])
    desk.do(approve_at_meeting, **told)


def test_lists_letters_and_mails_leave_only_without_finds(desk, database, meeting_id):
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        owner = a_person("Ejer Prøve")
        session.add(an_action(meeting.group, f"Husk at {PHONE}", owner_person=owner, due=TODAY))
        meeting.words_da = f"Kom i god tid, {PHONE}."
    with pytest.raises(Invalid, match=r"action \S+ holds .* open it and take each out"):
        desk.ask(action_list, day=TODAY, language="da")
    with pytest.raises(Invalid, match="before a mail is drafted"):
        desk.ask(action_mails, day=TODAY, language="da")
    told = {"meeting_id": meeting_id, "today": TODAY, "language": "da"}
    for document, more in ((invitation, {}), (attendance_list, {"is_blank": True})):
        with pytest.raises(Invalid, match=f"meeting {TODAY:%Y-%m-%d} tells holds"):
            desk.ask(document, **told, **more)
    with database.write() as session:
        session.scalars(select(Meeting)).one().words_da = "Kom i god tid."
    assert desk.ask(invitation, **told).words == "Kom i god tid."
