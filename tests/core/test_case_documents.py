"""Ledger, speaking note and hand-over sheet: what stands in them on both engines, the standards, the same bytes."""

import datetime as dt
import hashlib
import io
from dataclasses import replace

import docx
import pikepdf
import pytest
from sqlalchemy import delete, select

from referral_desk.errors import Invalid, Stale
from referral_desk.exchange.word_brief import brief_docx
from referral_desk.models import Delivery, Escalation, Group, KeptFind, Person
from referral_desk.operations.answers import release_answer
from referral_desk.operations.escalation_decisions import (
    answer_escalation,
    merge_escalation,
    return_escalation,
)
from referral_desk.operations.escalations import withdraw_escalation
from referral_desk.operations.leaks import Keep
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.case_documents import LedgerPart
from referral_desk.queries.document_names import handover_name, ledger_name, speaking_note_name
from referral_desk.queries.feedback_content import feedback_note
from referral_desk.queries.handover_content import handover_content
from referral_desk.queries.hidden_words import HIDES
from referral_desk.queries.ledger_content import ledger_content
from referral_desk.queries.speaking_content import speaking_note
from referral_desk.reports.document_task import build
from referral_desk.reports.speaking_note import clipped
from referral_desk.vocabulary import EscalationState, Label, SeatKind, Sector, Tier, Trouble
from tests.builders import TODAY, a_person, a_seat, an_action
from tests.elsewhere import told_elsewhere
from tests.escalating import COMING, eight_bodies
from tests.homecoming import HOME, Home
from tests.papers_builders import a_brief, a_handover, a_ledger, a_line, a_matter, a_note, a_speaking_note
from tests.tag_reader import read_tags
from tests.verapdf import failures

DOCUMENTS = {
    "ledger": a_ledger(),
    "long ledger": a_ledger("en", count=60),
    "empty ledger": a_ledger("en", count=0, whose="National"),
    "speaking note": a_speaking_note(),
    "full speaking note": a_speaking_note("en", count=6),
    "empty speaking note": a_speaking_note("en", count=0, meeting_day=None, own_next=None, speaker="", circulars=()),
    "hand-over": a_handover(),
    "hand-over of all": a_handover("en", groups=3),
}


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def words_of(pdf):
    with opened(pdf) as document:
        return " ".join(read_tags(document).text.split())


@pytest.fixture
def course(desk, database):
    return Home(desk, database, eight_bodies(database))


def ask(course, query, **more):
    return course.desk.ask(query, **{"day": TODAY, "language": "en"} | more)


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_they_keep_the_standards(name, standard):
    assert failures(build(DOCUMENTS[name])[0], standard) == {}


def test_they_give_the_same_bytes_here_and_in_another_process():
    program = (
        "import hashlib; from tests.core.test_case_documents import *; "
        "print(hashlib.sha256(b''.join(build(one)[0] for one in DOCUMENTS.values())).hexdigest())"
    )
    assert told_elsewhere(program) == hashlib.sha256(b"".join(build(one)[0] for one in DOCUMENTS.values())).hexdigest()


def test_a_ledger_lies_on_its_side_and_has_a_row_for_each():
    content = a_ledger("en", count=60)
    with opened(build(content)[0]) as document:
        assert {float(page.mediabox[2]) > float(page.mediabox[3]) for page in document.pages} == {True}
        rows = list(read_tags(document).all("TR"))
    assert len(rows) == len(content.lines) + len(content.parts)
    text = words_of(build(content)[0])
    for part in ("Open: 61", "Late: 40", "Over: 30", "Merged into RG2-2026-0004", "Der oprettes ti pladser", "73 days"):
        assert part in text
    assert "Nothing was escalated yet." in words_of(build(DOCUMENTS["empty ledger"])[0])


def test_a_speaking_note_stays_on_one_page_and_says_less_where_there_is_more():
    few, many = a_speaking_note("en"), a_speaking_note("en", count=6)
    for content in (few, many, DOCUMENTS["empty speaking note"]):
        assert build(content)[1] == 1
    assert "We ask: Det indstilles, 1. at der oprettes ti pladser" in words_of(build(few)[0])
    text = words_of(build(many)[0])
    for matter in many.matters:
        assert matter.reference in text
    assert "an answer was asked for by 1 November 2026" in text
    assert "not noted yet · meeting on 21 Jan 2027" in text


def test_a_paper_says_that_words_in_it_are_hidden():
    line = {"title": "Ring ••••"}
    hiding = (
        a_ledger("en", parts=(LedgerPart("With the regions", (a_line(**line),)),)),
        a_speaking_note("en", matters=(a_matter(**line),)),
        replace(a_handover("en"), groups=(replace(a_handover("en").groups[0], pending=(a_line(**line),)),)),
        a_brief("en", problem="Ring ••••"),
        a_note("en", text="Ring ••••"),
    )
    for content, plain in zip(hiding, (a_ledger(), a_speaking_note(), a_handover(), a_brief(), a_note()), strict=True):
        told = words_of(build(content)[0])
        assert ("Ring ••••" in told, told.count("they were hidden when this was saved")) == (True, 1)
        assert "••••" not in words_of(build(plain)[0])
    (said,) = [one.text for one in docx.Document(io.BytesIO(brief_docx(hiding[3]))).paragraphs if HIDES in one.text]
    assert said == HIDES


def test_what_is_too_long_is_cut_at_a_word():
    assert clipped("Et **kort** ord.", 40) == "Et kort ord."
    assert clipped("- Et langt, langt\n- punkt og et til", 20) == "Et langt, langt …"
    assert clipped("Noget", 0) == ""


def test_a_hand_over_sheet_begins_with_what_is_the_matter():
    text = words_of(build(a_handover("en"))[0])
    order = ("Nobody covers: police", "Terms that end soon: Formand Prøve", "the minutes are not approved yet")
    order += (
        "Comments on the minutes",
        "RG4-2026-0007",
        "Skrive til kommunen",
        "C2026-3",
        "formand@example.dk",
        "vacant",
    )
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "then Ny Prøve" in text
    assert "in 45 days" in text


def test_their_names_say_what_they_are_and_who_may_read_them():
    assert ledger_name(a_ledger("en", whose="National")) == "2026-11-22 National ledger of escalations Internal.pdf"
    assert ledger_name(a_ledger("en", label=Label.CONFIDENTIAL)).endswith("escalations Confidential.pdf")
    assert speaking_note_name(a_speaking_note("en", region="R")) == "2026-12-03 R speaking note Internal.pdf"
    assert handover_name(a_handover("en", groups=2)) == "2026-11-22 hand-over sheet Internal.pdf"


def test_the_ledger_tells_every_escalation_with_its_age_its_holder_and_its_released_answer(course):
    done, waiting, gone = course.released(0), course.sent(1), course.draft(2)
    course.do(withdraw_escalation, gone, reason="Løst lokalt.")
    made = ask(course, ledger_content)
    told = {line.reference.partition("-")[0]: line for line in made.lines}
    assert [part.name for part in made.parts] == ["With the national group", "Answered", "Over"]
    assert (told["RG1"].answer, told["RG1"].answered_by) == (HOME, "Den nationale gruppe")
    assert (told["RG2"].holder, told["RG2"].answer) == ("Den nationale gruppe", "")
    assert (told["RG3"].state, told["RG3"].closed_reason) == (EscalationState.WITHDRAWN, "Løst lokalt.")
    assert "Der oprettes ti pladser" not in words_of(build(made)[0])
    own = ask(course, ledger_content, group_id=course.bodies.regions[1])
    assert ([line.reference for line in own.lines], own.whose) == ([told["RG2"].reference], "Region 2")
    assert len(ask(course, ledger_content, level=Tier.NATIONAL).lines) == 3
    assert ask(course, ledger_content, level=Tier.INTERMINISTERIAL).parts == ()
    assert done
    assert waiting
    with pytest.raises(Stale):
        ask(course, ledger_content, group_id=404)


def test_a_follower_has_its_leads_answer_and_confidential_ones_keep_theirs(course, database):
    lead, other = course.accepted(0), course.accepted(1)
    course.do(merge_escalation, other, lead_id=lead, reason="Det samme.")
    assert {line.lead[:3] for line in ask(course, ledger_content).lines} == {"", "RG1"}
    course.do(answer_escalation, lead, text="Lukket svar.", journal_number="2026-1")
    course.do(release_answer, lead, feedback={1: HOME})
    assert {line.answer for line in ask(course, ledger_content).lines} == {HOME}
    with database.write() as session:
        session.get(Escalation, other).steps[0].label = Label.CONFIDENTIAL
    made = ask(course, ledger_content)
    assert sorted((line.title == "", line.answer) for line in made.lines) == [(False, HOME), (True, "")]
    assert made.label is Label.INTERNAL
    closed = ask(course, ledger_content, with_confidential=True)
    assert (closed.label, {line.answer for line in closed.lines}) == (Label.CONFIDENTIAL, {HOME})


def test_the_theme_of_a_case_for_fewer_readers_than_its_escalation_stays_with_the_case(course, database):
    told = course.accepted(0)
    with database.write() as session:
        session.get(Escalation, told).case.theme = "children"
    assert [line.theme for line in ask(course, ledger_content).lines] == ["children"]
    with database.write() as session:
        session.get(Escalation, told).case.label = Label.CONFIDENTIAL
    (line,) = ask(course, ledger_content, with_confidential=True).lines
    assert (line.title != "", line.theme) == (True, "")


def test_no_find_leaves_and_none_stops_what_others_wait_for(course, database):
    with database.write() as session:
        session.add(a_person("Rosa Prøvesen", email="rosa@example.dk"))
        session.add(an_action(session.get(Group, course.bodies.regions[0]), "Ring til 010190-1234"))
    course.draft(title="Om 010190-1234, som Rosa Prøvesen sagde")
    given_up = course.draft(1, title="Ring 61 99 88 77")
    course.do(withdraw_escalation, given_up, reason="Det var forkert.")
    sent = course.accepted(2, title="Skriv til rosa@example.dk")
    with database.write() as session:
        session.scalars(select(Person)).one().email = "anden@example.dk"
    told = {line.origins[0]: line.title for line in ask(course, ledger_content).lines}
    assert told == {
        "Region 1": "Om ••••, som •••• sagde",
        "Region 2": "Ring ••••",
        "Region 3": "Skriv til ••••",
    }
    note = ask(course, speaking_note, group_id=course.bodies.regions[2])
    assert [one.title for one in note.matters] == ["Skriv til ••••"]
    assert ask(course, brief_content, escalation_id=sent).title == "Skriv til ••••", (
        "its sender wrote to a work contact of that day"
    )
    (one,) = ask(course, handover_content, group_id=course.bodies.regions[0]).groups
    assert [line.title for line in one.pending] == ["Om ••••, som •••• sagde"]
    assert [action.text for action in one.actions] == ["Ring til ••••"]


def test_what_was_kept_with_a_reason_stands_in_the_papers_of_every_group_that_hears_it(course, database):
    lead, other, last = (course.accepted(number) for number in range(3))
    course.do(merge_escalation, other, lead_id=last, reason="Det samme.")
    course.do(merge_escalation, last, lead_id=lead, reason="Det samme.")
    course.do(answer_escalation, lead, text="Ja.", journal_number="2026-1")
    line = "Ring til den fælles linje 61 22 33 44."
    kept = (Keep("feedback_1", "61 22 33 44", "Hotlinens eget nummer."),)
    course.do(release_answer, lead, feedback={1: line}, kept=kept)
    assert [one.answer for one in ask(course, ledger_content).lines] == [line] * 3
    with database.read() as session:
        deliveries = list(session.scalars(select(Delivery.id).where(Delivery.escalation_id.is_not(None))))
    assert [course.desk.ask(feedback_note, delivery_id=one, language="da").text for one in deliveries] == [line] * 3
    for number in range(3):
        region = course.bodies.regions[number]
        assert [one.answer for one in ask(course, speaking_note, group_id=region).answers] == [line]
        assert [one.answer for one in ask(course, ledger_content, group_id=region).lines] == [line]
    with database.write() as session:
        session.execute(delete(KeptFind))
    assert {one.answer for one in ask(course, ledger_content).lines} == {"Ring til den fælles linje ••••."}
    told = [course.desk.ask(feedback_note, delivery_id=one, language="da").text for one in deliveries]
    assert set(told) == {"Ring til den fælles linje ••••."}


def test_a_representative_takes_along_what_the_region_has_above(course, database):
    region, national = course.bodies.regions[0], course.bodies.national
    lead, other = course.accepted(1), course.accepted(0)
    course.do(merge_escalation, other, lead_id=lead, reason="Det samme.")
    back = course.accepted(0)
    course.do(return_escalation, back, reason="Hvor mange?")
    course.draft(0)
    home = course.released(0)
    course.circular(title="Ny vejledning")
    meeting, own = course.plan(national), course.plan(region, day=dt.date(2026, 12, 10))
    with database.write() as session:
        group, above = session.get(Group, region), session.get(Group, national)
        person = a_person("Stemme Prøve")
        a_seat(group).take(person, valid_from=dt.date(2020, 1, 1))
        a_seat(above, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=group).take(
            person, valid_from=dt.date(2020, 1, 1)
        )
    note = ask(course, speaking_note, group_id=region)
    assert (note.speaker, note.body, note.meeting_day) == ("Stemme Prøve", "Den nationale gruppe", COMING)
    assert note.own_next == dt.date(2026, 12, 10)
    assert [(one.state, one.item is not None, one.others) for one in note.matters] == [
        (EscalationState.ON_AGENDA, True, ("Region 2",)),
        (EscalationState.RETURNED, False, ()),
    ]
    assert [(one.answer, one.state) for one in note.answers] == [(HOME, EscalationState.RELEASED)]
    assert [(one.title, one.noted_on) for one in note.circulars] == [("Ny vejledning", None)]
    assert "Der oprettes ti pladser" not in words_of(build(note)[0])
    assert meeting
    assert own
    assert home
    for group_id, error in ((404, Stale), (course.bodies.top, Invalid)):
        with pytest.raises(error):
            ask(course, speaking_note, group_id=group_id)


def test_the_next_chair_hears_who_sits_where_what_is_open_and_what_comes(course, database):
    region = course.bodies.regions[0]
    course.accepted(0)
    course.circular()
    course.plan(region)
    with database.write() as session:
        group = session.get(Group, region)
        group.parent = session.get(Group, course.bodies.national)
        chair = a_person("Formand Prøve", email="formand@example.dk")
        ending = dt.date(2026, 12, 31)
        a_seat(group, kind=SeatKind.CHAIR).take(chair, valid_from=dt.date(2020, 1, 1), valid_to=ending)
        a_seat(group, sector=Sector.POLICE)
        session.add(an_action(group))
        session.add(an_action(group, "Fortrolig", label=Label.CONFIDENTIAL))
    made = ask(course, handover_content, group_id=region)
    (one,) = made.groups
    assert [(seat.name, seat.email, seat.days_left, seat.is_vacant) for seat in one.seats] == [
        ("Formand Prøve", "formand@example.dk", 40, False),
        ("", "", None, True),
    ]
    assert (one.trouble, [action.text for action in one.actions]) == (Trouble.NO_SEAT, ["Skrive til kommunen"])
    assert ([line.holder for line in one.pending], len(one.circulars)) == (["Den nationale gruppe"], 1)
    assert [meeting.day for meeting in one.meetings] == [COMING]
    assert one.deadlines[0].due <= one.deadlines[-1].due
    assert "in 40 days" in words_of(build(made)[0])
    of_all = ask(course, handover_content)
    assert ([group.name for group in of_all.groups][:2], len(of_all.groups)) == (
        ["Arbejdsgruppen", "Den nationale gruppe"],
        8,
    )
    with pytest.raises(Stale):
        ask(course, handover_content, group_id=404)
