"""Briefs and feedback notes: what their readers may see, what was sent as it was sent, standards, the same bytes."""

import datetime as dt
import hashlib
import io

import docx
import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid, Stale
from referral_desk.exchange.word_brief import brief_docx
from referral_desk.models import Delivery, Escalation, LegalLimit, Person
from referral_desk.operations.answers import release_answer
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    take_escalation_off,
)
from referral_desk.operations.escalations import endorse_escalation, recall_escalation, send_escalation, word_step
from referral_desk.operations.kept_finds import keep_find
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.case_documents import BriefRule
from referral_desk.queries.draft_leaks import draft_leaks
from referral_desk.queries.feedback_content import feedback_note
from referral_desk.reports import documents
from referral_desk.reports.document_task import build
from referral_desk.reports.style import CELL
from referral_desk.vocabulary import (
    Answer,
    CaseKind,
    EscalationEventKind,
    Label,
    Urgency,
)
from tests.builders import TODAY, a_person, an_item
from tests.core.test_word import all_text
from tests.elsewhere import told_elsewhere
from tests.escalating import COMING, HELD, eight_bodies
from tests.homecoming import HOME, Home
from tests.papers_builders import a_brief, a_draft, a_note
from tests.tag_reader import artifacts, read_tags
from tests.verapdf import failures

LONG = "Et langt afsnit, der fylder. " * 400
DOCUMENTS = {
    "brief": a_brief(),
    "draft": a_draft("en"),
    "long": a_brief("en", problem=LONG, proposal=f"- {LONG}\n- {LONG}", legal_point=LONG),
    "note": a_note(),
    "waiting note": a_note("en", meeting_day=None, item=None, others=(), asked="", text=LONG),
    "reported note": a_note("en", reported_on=dt.date(2027, 2, 4)),
}


def words_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join(read_tags(opened).text.split())


@pytest.fixture
def limits_told(facts):
    """What every rule and period is called, in both languages."""
    with facts.read() as session:
        return sorted({title for row in session.scalars(select(LegalLimit)) for title in (row.title_da, row.title_en)})


@pytest.fixture
def course(desk, database):
    return Home(desk, database, eight_bodies(database))


def brief_of(course, key, **more):
    return course.desk.ask(brief_content, escalation_id=key, **{"day": TODAY, "language": "en"} | more)


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_briefs_and_notes_keep_the_standards(name, standard):
    assert failures(build(DOCUMENTS[name])[0], standard) == {}


def test_the_same_briefs_give_the_same_bytes_here_and_in_another_process():
    program = (
        "import hashlib; from tests.core.test_briefs import *; "
        "print(hashlib.sha256(b''.join(build(one)[0] for one in DOCUMENTS.values())).hexdigest())"
    )
    assert told_elsewhere(program) == hashlib.sha256(b"".join(build(one)[0] for one in DOCUMENTS.values())).hexdigest()


def test_what_is_asked_stands_first_with_urgency_and_day():
    text = words_of(build(a_brief("en"))[0])
    order = ("A decision is asked of", "at der oprettes ti pladser", "Urgent", "14 December 2026", "Der går 19 dage")
    order += ("Sagerne falder", "Regionen har spurgt", "Opholdet er begrænset", "30 dage", "Flere boliger")
    order += ("Fyn", "item 5", "Hvad er prøvet?", "Ventelister", "pages: 3", "9c9c", "4f4f")
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Confidential matter" in text


def test_no_word_in_the_name_of_a_rule_is_cut(limits_told):
    rules = tuple(BriefRule(title, "", "Vilkår", "Kilde", "") for title in limits_told)
    document = pypdfium2.PdfDocument(build(a_brief(rules=rules))[0])
    pages = [page.get_textpage() for page in document]

    def is_whole(word):
        """Whether it begins and ends on one line wherever it stands."""
        found = []
        for page in pages:
            places = page.search(word, match_case=True)
            while (place := places.get_next()) is not None:
                first, last = page.get_charbox(place[0]), page.get_charbox(place[0] + place[1] - 1)
                found.append(abs(first[1] - last[1]) < CELL.leading / 2)
        return bool(found) and all(found)

    assert not [word for title in limits_told for word in title.split() if not is_whole(word)]
    document.close()


def test_a_draft_says_so_on_every_page_and_in_its_name():
    long = a_draft("en", problem=LONG)
    pdf, pages = build(long)
    assert pages > 1
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert all("DRAFT" in artifacts(opened, page + 1) for page in range(pages))
    with pikepdf.open(io.BytesIO(build(a_brief("en"))[0])) as opened:
        assert "DRAFT" not in artifacts(opened, 1)
    assert documents.file_name(long) == "2026-11-18 RG4-2026-0007 escalation brief draft Internal.pdf"
    again = a_brief("en", reference="RG4-2026-0007/2", version=2)
    assert documents.file_name(again) == "2026-11-18 RG4-2026-0007 2 escalation brief Internal.pdf"
    assert "version 2" in words_of(build(again)[0])


def test_a_note_tells_the_answer_whose_it_is_and_when_it_is_heard():
    text = words_of(build(a_note("en"))[0])
    for part in ("Der oprettes ti pladser", "14 December 2026", "meeting on 21 January 2027, item 4", "RG 2, RG 6"):
        assert part in text
    assert "not planned yet" in words_of(build(DOCUMENTS["waiting note"])[0])
    assert "minutes approved 4 February 2027" in words_of(build(DOCUMENTS["reported note"])[0])
    assert documents.file_name(a_note("en", group="A/B")) == "2026-12-18 RG4-2026-0007 feedback A B Internal.pdf"


def test_the_worker_gives_the_same_brief():
    assert documents.build_in_worker(a_brief()).pdf == build(a_brief())[0]


def test_a_draft_follows_its_words_and_what_was_sent_stays(course):
    key = course.draft(problem="Før.", urgency=Urgency.SOON, due=COMING, legal_point="En paragraf.")
    made = brief_of(course, key)
    assert (made.is_draft, made.problem, made.urgency, made.due, made.history) == (
        True,
        "Før.",
        Urgency.SOON,
        COMING,
        (),
    )
    entry = course.decision(course.bodies.regions[0])
    course.do(endorse_escalation, key, entry_id=entry)
    course.do(send_escalation, key)
    sent = brief_of(course, key)
    assert (sent.is_draft, sent.day, sent.version, len(sent.sha256)) == (False, TODAY, 1, 64)
    assert [(line.kind, line.meeting_day, line.item) for line in sent.history] == [
        (EscalationEventKind.ENDORSED, HELD, 1),
        (EscalationEventKind.SENT, None, None),
    ]
    course.do(accept_escalation, key)
    course.do(return_escalation, key, reason="Hvor mange?")
    course.do(word_step, key, problem="Efter.")
    again = brief_of(course, key)
    assert (again.is_draft, again.version, again.problem) == (True, 2, "Efter.")
    assert again.history[-1].text == "Hvor mange?"
    course.at(COMING)
    course.do(send_escalation, key)
    later = brief_of(course, key, day=COMING)
    assert (later.day, later.version, later.problem) == (COMING, 2, "Efter.")
    assert "Sent on 3 December 2026 · version 2" in words_of(build(later)[0])


def test_what_was_taken_back_is_not_told(course):
    key = course.sent()
    course.do(recall_escalation, key)
    assert [line.kind for line in brief_of(course, key).history] == [EscalationEventKind.ENDORSED]
    course.do(send_escalation, key)
    course.do(accept_escalation, key)
    meeting = course.plan(course.bodies.national)
    course.do(take_escalation_off, key)
    course.do(put_escalation_on_agenda, key)
    undo = course.do(forward_escalation, key, reason="Et principielt spørgsmål.")
    kinds = [line.kind for line in brief_of(course, key).history]
    assert kinds[-2:] == [EscalationEventKind.ACCEPTED, EscalationEventKind.FORWARDED]
    course.undo(undo)
    course.held(meeting)
    course.do(forward_escalation, key, reason="Et principielt spørgsmål.")
    told = brief_of(course, key, day=COMING)
    kinds = [line.kind for line in told.history]
    assert kinds[-2:] == [EscalationEventKind.PUT_ON_AGENDA, EscalationEventKind.FORWARDED]
    assert kinds.count(EscalationEventKind.PUT_ON_AGENDA) == 1
    assert told.history[-2].meeting_day == COMING
    assert (told.is_draft, told.sender, told.body) == (True, "Den nationale gruppe", "Arbejdsgruppen")


def test_every_region_behind_a_matter_is_named_from_the_body_that_merged_them(course):
    lead, other, third = course.accepted(0), course.accepted(1), course.accepted(2, label=Label.CONFIDENTIAL)
    for one in (other, third):
        course.do(merge_escalation, one, lead_id=lead, reason="Det samme.")
    course.do(forward_escalation, lead, reason="Principielt.")
    course.do(send_escalation, lead)
    made = brief_of(course, lead)
    assert [(one.group, one.is_merged, bool(one.title)) for one in made.origins] == [
        ("Region 1", False, True),
        ("Region 2", True, True),
        ("Region 3", True, False),
    ]
    assert [one.group for one in brief_of(course, lead, step=1).origins] == ["Region 1"]
    assert brief_of(course, other).origins[0].group == "Region 2"


def edit(course, key, **fields):
    """Change the case behind an escalation; a bare desk has no lists to choose from."""
    with course.database.write() as session:
        case = session.get(Escalation, key).case
        for name, value in fields.items():
            setattr(case, name, value)


def test_what_the_label_does_not_allow_is_not_in_the_brief(course):
    key = course.draft()
    edit(course, key, label=Label.CONFIDENTIAL, theme="minors", is_minor=Answer.YES)
    told = brief_of(course, key)
    assert (told.kind, told.theme, told.rules, told.rules_preface) == (None, "", (), "")
    edit(course, key, label=Label.INTERNAL, kind=CaseKind.CONCRETE)
    told = brief_of(course, key)
    assert (told.kind, told.theme, bool(told.rules_preface)) == (CaseKind.CONCRETE, "minors", True)


def test_nothing_that_happens_later_changes_what_was_sent(course, database):
    key = course.draft()
    edit(course, key, kind=CaseKind.CONCRETE, theme="minors", is_minor=Answer.YES, guidance_on=dt.date(2012, 5, 1))
    entry = course.decision(course.bodies.regions[0])
    course.do(endorse_escalation, key, entry_id=entry)
    course.do(send_escalation, key)
    sent = brief_of(course, key)
    assert (sent.rules_on, sent.theme, sent.history[0].item) == (dt.date(2012, 5, 1), "minors", 1)
    course.at(COMING)
    changed = {"kind": CaseKind.CHALLENGE, "theme": "assistance", "title": "Et andet navn", "is_minor": Answer.NO}
    edit(course, key, residence_status="asylum_seeker", is_detained=Answer.YES, guidance_on=None, **changed)
    edit(course, key, label=Label.CONFIDENTIAL)
    with database.write() as session:
        one = session.get(Escalation, key)
        one.endorsed_note, one.endorsed_on = "Noget andet.", COMING
        meeting = one.endorsed_entry.item.meeting
        meeting.items[0].position, an_item(meeting, "Et nyt punkt").position = 1, 0
        meeting.day = COMING
    course.do(accept_escalation, key)
    other = course.accepted(1)
    course.do(merge_escalation, other, lead_id=key, reason="Det samme.")
    assert brief_of(course, key, day=COMING) == sent
    course.do(forward_escalation, key, reason="Principielt.")
    assert brief_of(course, key, day=COMING, step=1) == sent
    with database.write() as session:
        session.get(Escalation, key).steps[0].label = Label.CONFIDENTIAL
    assert brief_of(course, key, day=COMING, step=1) == sent


def test_reasons_from_a_stricter_step_stay_out(course, database):
    key = course.accepted()
    course.do(forward_escalation, key, reason="Et principielt spørgsmål.")
    assert any(line.text for line in brief_of(course, key).history)
    with database.write() as session:
        session.get(Escalation, key).steps[0].label = Label.CONFIDENTIAL
    assert not any(line.text for line in brief_of(course, key).history)
    course.do(send_escalation, key)
    assert not any(line.text for line in brief_of(course, key).history)


def test_a_period_says_from_what_it_runs_and_until_when_only_where_that_is_known(course, database):
    words = dict.fromkeys(("title_da", "title_en", "condition_da", "condition_en", "source"), "Ord")
    with database.write() as session:
        for topic, value, unit in (("departure_deadline", 30, "days"), ("detention_identification", 72, "hours")):
            session.add(LegalLimit(code=topic, topic=topic, value=value, unit=unit, **words))
    key = course.draft()
    edit(course, key, kind=CaseKind.CONCRETE, residence_status="no_legal_stay", is_detained=Answer.YES)
    open_ended = words_of(build(brief_of(course, key))[0])
    for words in ("30 days, counted from the decision", "72 hours, counted from the detention"):
        assert words in open_ended
    assert "decision: until" not in open_ended
    edit(course, key, guidance_on=dt.date(2026, 11, 1))
    made = brief_of(course, key)
    for words in (words_of(build(made)[0]), all_text(docx.Document(io.BytesIO(brief_docx(made))))):
        assert "30 days, counted from the decision: until 1 December 2026" in words
        assert "72 hours, counted from the detention" in words
        assert words.count(": until ") == 1


def test_no_brief_leaves_with_what_looks_like_personal_data(course, database):
    key = course.draft(problem="Ring til 010190-1234.")
    with pytest.raises(Invalid, match="personal data"):
        brief_of(course, key)
    course.do(word_step, key, problem="Se sag 010190-1234.")
    course.do(endorse_escalation, key, note="Aftalt.")
    course.do(send_escalation, key, kept=(Keep("problem", "010190-1234", "Et sagsnummer."),))
    assert "010190-1234" in brief_of(course, key).problem


def test_a_false_alarm_is_kept_in_the_draft_and_counts_when_it_is_sent(course, database):
    with database.write() as session:
        session.add(a_person("Rosa Prøvesen"))
    key = course.draft(title="Som Rosa Prøvesen sagde", problem="Ring 61 22 33 44, og hun svarer.")
    with pytest.raises(Invalid, match=r"in the menu of the case"):
        brief_of(course, key)
    looked = course.desk.ask(draft_leaks, escalation_id=key)
    assert [(one.field, one.words, looked.texts[one.field][one.start : one.end]) for one in looked.finds] == [
        ("title", "Rosa Prøvesen", "Rosa Prøvesen"),
        ("problem", "61 22 33 44", "61 22 33 44"),
    ]
    for find in looked.finds:
        told = {"field": find.field, "kind": find.kind, "words": find.words, "reason": "Formanden, på embeds vegne."}
        kept = course.desk.do(keep_find, subject_kind="escalation", subject_id=key, **told)
    assert brief_of(course, key).title == "Som Rosa Prøvesen sagde"
    course.undo(kept)
    with pytest.raises(Invalid, match="personal data"):
        brief_of(course, key)
    course.desk.do(keep_find, subject_kind="escalation", subject_id=key, **told)
    course.do(endorse_escalation, key, note="Aftalt.")
    course.do(send_escalation, key)
    assert course.desk.ask(draft_leaks, escalation_id=key).finds == ()
    assert "61 22 33 44" in brief_of(course, key).problem
    other = course.draft(1, problem="Ring 61 22 33 44, og hun svarer.")
    course.do(endorse_escalation, other, note="Aftalt.")
    with pytest.raises(LeaksFound):
        course.do(send_escalation, other)


def test_what_was_sent_leaves_as_a_brief_whatever_becomes_of_the_directory(course, database):
    with database.write() as session:
        person = a_person("Rosa Prøvesen", email="rosa@example.dk")
        session.add(person)
        session.flush()
        person_id = person.id
    key = course.at_the_top()
    course.do(return_escalation, key, reason="Skriv til rosa@example.dk først.")
    course.do(word_step, key, problem="Skriv til rosa@example.dk.")
    assert brief_of(course, key).history[-1].text == "Skriv til rosa@example.dk først."
    course.do(send_escalation, key)
    with database.write() as session:
        session.get(Person, person_id).email = ""
    sent = brief_of(course, key)
    assert (sent.problem, sent.is_draft) == ("Skriv til ••••.", False)
    assert "Skriv til •••• først." in [line.text for line in sent.history]
    course.do(recall_escalation, key)
    with pytest.raises(Invalid, match="personal data"):
        brief_of(course, key)
    course.do(word_step, key, problem="Skriv til dem.")
    draft = brief_of(course, key)
    assert (draft.problem, draft.is_draft) == ("Skriv til dem.", True)
    assert "Skriv til •••• først." in [line.text for line in draft.history]


def test_a_step_that_never_was_and_an_escalation_that_is_gone_are_refused(course):
    key = course.draft()
    with pytest.raises(Stale):
        brief_of(course, 404)
    with pytest.raises(Invalid, match="no step 7"):
        brief_of(course, key, step=7)


def test_a_group_hears_the_released_words_and_never_the_bodys_own(course, database):
    lead, other = course.accepted(0, title="Min egen titel"), course.accepted(1, title="Den andens")
    course.do(merge_escalation, other, lead_id=lead, reason="Det samme.")
    course.do(forward_escalation, lead, reason="Principielt.")
    course.do(send_escalation, lead)
    course.do(answer_escalation, lead, text="Lukket svar fra ministeriet.", journal_number="2026-1")
    course.plan(course.bodies.regions[1])
    course.do(release_answer, lead, feedback={1: HOME, 2: "Til den nationale gruppe."})
    with database.read() as session:
        homes = {one.group.code: one.id for one in session.scalars(select(Delivery))}
    mine = course.desk.ask(feedback_note, delivery_id=homes["rg2"], language="en")
    assert (mine.title, mine.text, mine.body, mine.others) == ("Den andens", HOME, "Arbejdsgruppen", ("Region 1",))
    assert (mine.way, mine.meeting_day) == (("Den nationale gruppe", "Arbejdsgruppen"), COMING)
    assert mine.item == 2
    first = course.desk.ask(feedback_note, delivery_id=homes["rg1"], language="en")
    assert (first.title, first.meeting_day, first.others) == ("Min egen titel", None, ("Region 2",))
    national = course.desk.ask(feedback_note, delivery_id=homes["ng"], language="en")
    assert (national.text, national.others) == ("Til den nationale gruppe.", ("Region 1", "Region 2"))
    for note in (mine, first, national):
        assert "Lukket" not in words_of(build(note)[0])
    with pytest.raises(Stale):
        course.desk.ask(feedback_note, delivery_id=404, language="en")
