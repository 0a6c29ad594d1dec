"""Packs: filled from the record as it was on the meeting's day, checked, issued and frozen; what is new is told."""

import datetime as dt
import json

import pytest

from referral_desk.errors import Invalid, Stale, Unavailable
from referral_desk.guard.personal_data.papers import ScannedPaper
from referral_desk.models import DocumentContent, Meeting, PackIssue, Paper
from referral_desk.models.documents import sha256_of
from referral_desk.models.manifests import Manifest
from referral_desk.operations.agenda import add_item, edit_item, move_item, remove_item
from referral_desk.operations.meetings import edit_meeting
from referral_desk.operations.packs import issue_pack
from referral_desk.operations.papers import Incoming, attach_paper, remove_paper, replace_paper
from referral_desk.queries.agenda import agenda_item
from referral_desk.queries.pack_content import pack_source, safe_file_name
from referral_desk.queries.pack_issues import issued_pack, pack_check, pack_issues
from referral_desk.queries.pack_leaks import papers_to_look_through
from referral_desk.vocabulary import ItemKind, Label, Purpose, SeatKind, StandingRole
from tests.builders import (
    TODAY,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    an_item,
    an_organisation,
)

DAY = dt.date(2026, 12, 3)
PDF = b"%PDF-1.7 made of nothing"


@pytest.fixture
def meeting_id(database):
    group = a_group("Region 2")
    a_seat(group, kind=SeatKind.CHAIR).take(a_person("Formand Prøve"), None, organisation=an_organisation("Fonden"))
    meeting = a_meeting(group, day=DAY, place="Rådhuset")
    an_item(meeting, "Dagsorden", kind=ItemKind.FORMALITY, standing=StandingRole.AGENDA_APPROVAL, minutes=5)
    item = an_item(
        meeting,
        "Tolkning",
        minutes=30,
        purpose=Purpose.DECISION,
        resume=" Kort. ",
        recommendation="- at gruppen aftaler ét nummer\n\n2. at spørgsmålet forelægges\n",
        owner_organisation=an_organisation("3F"),
    )
    a_paper(item, a_document(b"tal", name="tal.txt", pages=3, removed='[["javascript", 2]]'), "Tal")
    a_paper(item, a_document(b"x", name="x.pdf", kind="pdf", problem="damaged"), "Aftale")
    with database.write() as session:
        session.add(meeting)
        session.flush()
        return meeting.id


def source(desk, meeting_id, label=Label.INTERNAL, language="da"):
    return desk.ask(pack_source, meeting_id=meeting_id, language=language, pack_label=label, today=TODAY)


def looks(desk, meeting_id):
    wanted = desk.ask(papers_to_look_through, meeting_id=meeting_id)
    return {sha256: ScannedPaper(name, ()) for sha256, name, _ in wanted.papers}


def issue(desk, meeting_id, *, pdf=PDF, label=Label.INTERNAL, **fields):
    built = source(desk, meeting_id, label)
    return desk.do(
        issue_pack,
        **{
            "meeting_id": meeting_id,
            "fingerprint": built.fingerprint,
            "language": "da",
            "label": label,
            "file_name": built.file_name,
            "pdf": pdf,
            "pages": 12,
            "content": built.frozen_content(),
            "looks": looks(desk, meeting_id),
            **fields,
        },
    )


def check(desk, meeting_id, label=None):
    return desk.ask(pack_check, meeting_id=meeting_id, label=label)


def told(desk, meeting_id):
    return [change.sentence("en") for change in check(desk, meeting_id).changes]


def item_named(desk, database, meeting_id, title):
    with database.read() as session:
        meeting = session.get(Meeting, meeting_id)
        found = next(item.id for item in meeting.items if item.title == title)
    return desk.ask(agenda_item, item_id=found, language="en")


def test_a_pack_says_what_the_record_says_in_the_order_of_the_agenda(desk, meeting_id):
    content = source(desk, meeting_id).content
    assert (content.group, content.date, content.place, content.issue, content.issued_on) == (
        "Region 2",
        DAY,
        "Rådhuset",
        1,
        TODAY,
    )
    first, second = content.items
    assert (first.number, first.starts_at, second.number, second.starts_at) == (1, dt.time(9), 2, dt.time(9, 5))
    assert (second.resume, second.owner, second.purpose) == ("Kort.", "3F", "decision")
    assert second.recommendation == ("at gruppen aftaler ét nummer", "at spørgsmålet forelægges")
    readable, broken = second.papers
    assert (readable.number, readable.pages, readable.problem) == ("2.1", 3, None)
    assert broken.sha256 is None
    assert "x.pdf" in broken.problem


def test_the_papers_bytes_travel_beside_the_words_and_only_where_they_can_be_shown(desk, meeting_id):
    built = source(desk, meeting_id)
    assert built.files == {sha256_of(b"tal"): b"tal"}
    assert built.content.papers[0].sha256 in built.files


def test_members_in_a_pack_are_those_of_the_meetings_day(desk, database, meeting_id):
    with database.write() as session:
        group = session.get(Meeting, meeting_id).group
        seat = a_seat(group)
        seat.take(a_person("Før"), None, dt.date(2026, 11, 30), organisation=an_organisation("A"))
        seat.take(a_person("På dagen"), dt.date(2026, 12, 1), dt.date(2026, 12, 31), organisation=an_organisation("B"))
        seat.take(a_person("Efter"), dt.date(2027, 1, 1), organisation=an_organisation("C"))
    members = source(desk, meeting_id, language="en").content.members
    assert [(member.name, member.organisation, member.seat) for member in members] == [
        ("Formand Prøve", "Fonden", "Chair"),
        ("På dagen", "B", "Member"),
    ]


def test_the_file_name_holds_day_group_and_label(desk, meeting_id):
    assert source(desk, meeting_id, language="en").file_name == "2026-12-03 Region 2 meeting pack 1 Internal.pdf"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ('a/b\\c:d*e?"f<g>h|i', "a b c d e f g h i"),
        ("..", "file"),
        ("con", "_con"),
        ("NUL.pdf", "_NUL.pdf"),
        (" æøå \n\t. ", "æøå"),
        ("x" * 500, "x" * 120),
    ],
)
def test_a_file_name_suits_every_system(name, safe):
    assert safe_file_name(name) == safe


def test_the_check_names_each_problem_and_where_it_is_mended(desk, meeting_id):
    found = check(desk, meeting_id)
    assert not found.stops
    assert (found.label, found.least_label, found.items, found.papers, found.pages) == (
        Label.INTERNAL,
        Label.INTERNAL,
        2,
        2,
        3,
    )
    [finding] = found.findings
    assert finding.sentence("en") == (
        "Paper 2.2: “x.pdf” cannot be read. Save it as PDF and attach it again. A page in the pack will say so."
    )
    assert finding.item_id
    assert finding.paper_id


def test_an_empty_agenda_and_a_cpr_number_stop_the_pack_and_the_text_stays(desk, database, meeting_id):
    item = item_named(desk, database, meeting_id, "Tolkning")
    desk.do(edit_item, item_id=item.id, version=item.version, resume="Borger 010190-1234 ringede.")
    found = check(desk, meeting_id)
    assert found.stops
    assert found.findings[0].field_name == "resume"
    with pytest.raises(Invalid, match="summary of item 2"):
        source(desk, meeting_id)
    with pytest.raises(Invalid, match="summary of item 2"):
        desk.do(
            issue_pack,
            meeting_id=meeting_id,
            fingerprint=found.fingerprint,
            language="da",
            label=Label.INTERNAL,
            file_name="p.pdf",
            pdf=PDF,
            pages=1,
            content="{}",
            looks={},
        )
    assert "010190-1234" in item_named(desk, database, meeting_id, "Tolkning").resume


def test_a_cpr_number_in_the_meetings_place_or_a_papers_name_stops_the_pack(desk, database, meeting_id):
    desk.do(edit_meeting, meeting_id=meeting_id, version=1, place="hos 0101901234")
    with pytest.raises(Invalid, match="title or place"):
        source(desk, meeting_id)
    desk.do(edit_meeting, meeting_id=meeting_id, version=2, place="Rådhuset")
    with database.write() as session:
        session.query(Paper).filter_by(title="Tal").one().title = "Brev om 010190-1234"
    with pytest.raises(Invalid, match="paper 2\\.1"):
        source(desk, meeting_id)


def test_a_pack_is_never_more_open_than_what_it_holds(desk, database, meeting_id):
    item = item_named(desk, database, meeting_id, "Tolkning")
    desk.do(edit_item, item_id=item.id, version=item.version, label=Label.CONFIDENTIAL)
    found = check(desk, meeting_id)
    assert (found.label, found.stops) == (Label.CONFIDENTIAL, False)
    with pytest.raises(Invalid, match="more confidential"):
        source(desk, meeting_id, Label.INTERNAL)
    assert source(desk, meeting_id, Label.CONFIDENTIAL).content.label == "confidential"


def test_what_readers_would_stumble_over_is_told_but_stops_nothing(desk, database):
    meeting = a_meeting(a_group(), day=dt.date(2026, 12, 26))
    an_item(meeting, "Uden alt", minutes=200, purpose=Purpose.DECISION)
    with database.write() as session:
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    assert [finding.sentence("en") for finding in check(desk, meeting_id).findings] == [
        "The agenda needs 20 minutes more than the meeting has.",
        "Nobody holds a seat in the group on that day.",
        "No place is written yet.",
        "The meeting is on a day when offices are closed.",
        "Item 1 asks for a decision but has no recommendation.",
        "Item 1 has neither text nor papers yet.",
    ]
    assert not check(desk, meeting_id).stops


def test_an_issue_is_kept_exactly_as_built_with_its_manifest(desk, database, meeting_id):
    issue_id = issue(desk, meeting_id)
    [row] = desk.ask(pack_issues, meeting_id=meeting_id)
    assert (row.id, row.number, row.language, row.label, row.pages, row.size, row.sha256) == (
        issue_id,
        1,
        "da",
        Label.INTERNAL,
        12,
        len(PDF),
        sha256_of(PDF),
    )
    assert [paper.sha256 for item in row.items for paper in item.papers] == [sha256_of(b"tal"), sha256_of(b"x")]
    assert row.changes == ()
    assert desk.ask(issued_pack, issue_id=issue_id) == PDF
    with database.read() as session:
        assert json.loads(session.get(PackIssue, issue_id).content)["items"][1]["title"] == "Tolkning"


def test_a_frozen_issue_cannot_be_changed_and_an_altered_one_is_not_given_out(desk, database, meeting_id):
    issue_id = issue(desk, meeting_id)
    with pytest.raises(Invalid, match="frozen"), database.write() as session:
        session.get(PackIssue, issue_id).pages = 1
    with database.write() as session:
        session.execute(DocumentContent.__table__.update().values(original=b"%PDF-forged"))
    with pytest.raises(Unavailable, match="no longer what was stored"):
        desk.ask(issued_pack, issue_id=issue_id)


def test_a_pack_that_no_longer_fits_the_agenda_is_not_issued(desk, database, meeting_id):
    built = source(desk, meeting_id)
    desk.do(add_item, meeting_id=meeting_id, title="Sent kommet")
    with pytest.raises(Stale, match="changed after the pack was built"):
        issue(desk, meeting_id, fingerprint=built.fingerprint)
    with pytest.raises(Invalid, match="PDF"):
        issue(desk, meeting_id, pdf=b"no")
    assert desk.ask(pack_issues, meeting_id=meeting_id) == ()


def test_the_same_pack_can_be_issued_twice(desk, meeting_id):
    first, second = issue(desk, meeting_id), issue(desk, meeting_id)
    assert first != second
    assert [row.number for row in desk.ask(pack_issues, meeting_id=meeting_id)] == [2, 1]


def test_what_is_new_since_the_last_issue_is_told(desk, database, meeting_id):
    issue(desk, meeting_id)
    assert check(desk, meeting_id).is_as_issued
    assert told(desk, meeting_id) == []
    item = item_named(desk, database, meeting_id, "Tolkning")
    readable, broken = item.papers
    new = Incoming("ny.pdf", b"ny", kind="pdf", media_type="application/pdf", pages=10, safe=b"%PDF-ny")
    desk.do(replace_paper, paper_id=readable.id, version=readable.version, file=new)
    desk.do(remove_paper, paper_id=broken.id, version=broken.version)
    other = Incoming("b.txt", b"b", kind="text", media_type="text/plain", safe=b"b")
    desk.do(attach_paper, item_id=item.id, file=other, title="Baggrund")
    desk.do(edit_item, item_id=item.id, version=item.version, resume="Nyt.")
    desk.do(add_item, meeting_id=meeting_id, title="Supplerende")
    first = item_named(desk, database, meeting_id, "Dagsorden")
    desk.do(remove_item, item_id=first.id, version=first.version)
    desk.do(edit_meeting, meeting_id=meeting_id, version=1, place="Online")
    assert told(desk, meeting_id) == [
        "Date, time, place or chair of the meeting changed",
        "Item 1 has a new text: Tolkning",
        "Paper 1.1 is replaced: Tal",
        "Paper 1.2 is new: Baggrund",
        "Item 2 is new: Supplerende",
        "The former item 1 is out: Dagsorden",
        "The former paper 2.2 is out: Aftale",
    ]
    content = source(desk, meeting_id).content
    assert content.issue == 2
    assert len(content.news) == 7
    assert [(item.new, [paper.new for paper in item.papers]) for item in content.items] == [
        (False, [True, True]),
        (True, []),
    ]
    issue(desk, meeting_id, places={"1.1": (5, 10), "1.2": (15, 1)})
    newest = desk.ask(pack_issues, meeting_id=meeting_id)[0]
    assert len(newest.changes) == 7
    assert newest.changes[2].sentence("en") == "Paper 1.1 is replaced: Tal (pages 5–14)"
    assert check(desk, meeting_id).is_as_issued


def test_a_new_order_alone_is_no_new_text(desk, database, meeting_id):
    issue(desk, meeting_id)
    item = item_named(desk, database, meeting_id, "Tolkning")
    desk.do(move_item, item_id=item.id, version=item.version, position=0)
    assert told(desk, meeting_id) == []
    assert not check(desk, meeting_id).is_as_issued


def test_a_manifest_reads_back_as_it_was_written(database, meeting_id):
    with database.read() as session:
        manifest = Manifest.of(session.get(Meeting, meeting_id))
    assert Manifest.read(manifest.written()) == manifest
    assert manifest.since(None) == manifest.since(manifest) == []


def test_what_is_gone_is_told_as_gone(desk):
    for query, fields in ((pack_check, {"meeting_id": 9}), (issued_pack, {"issue_id": 9})):
        with pytest.raises(Stale):
            desk.ask(query, **fields)
    with pytest.raises(Stale):
        source(desk, 9)
