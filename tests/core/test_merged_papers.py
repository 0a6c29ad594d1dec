"""The papers of what was merged into an escalation: before the body that deals with it, named by whose they are."""

import io

import docx
import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid
from referral_desk.exchange.word_brief import brief_docx
from referral_desk.guard.personal_data.papers import scan_paper
from referral_desk.models import AgendaItem, Paper
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    separate_escalation,
    take_escalation_off,
)
from referral_desk.operations.escalations import endorse_escalation, send_escalation, word_step
from referral_desk.operations.kept_finds import keep_find
from referral_desk.operations.papers import Incoming, attach_paper, remove_paper
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_leaks import case_papers_to_look_through, papers_to_look_through
from referral_desk.reports.document_task import build
from referral_desk.vocabulary import Label, Stage
from tests.builders import TODAY
from tests.core.test_briefs import words_of
from tests.core.test_word import all_text
from tests.escalating import Course, eight_bodies

SEEN = {"day": TODAY, "language": "en"}
CPR = "070761-4285"


class Merging(Course):
    """Escalations with a paper each, at the national group."""

    def __init__(self, desk, database, bodies=None):
        super().__init__(desk, database, bodies or eight_bodies(database))
        self.next_meeting = self.meeting(self.bodies.national)

    def came(self, region, *names, label=None, step_label=None, content=None):
        """What a region sent with papers of these names, accepted by the national group."""
        key = self.draft(region)
        if step_label:
            self.do(word_step, key, label=step_label)
        case_id = self.see(key, lambda one: one.case_id)
        for name in names:
            words = content or f"Tal fra {name}.".encode()
            file = Incoming(f"{name}.txt", words, kind="text", media_type="text/plain", pages=1, safe=words)
            self.desk.do(attach_paper, case_id=case_id, file=file, label=label)
        self.do(endorse_escalation, key, note="Aftalt pr. mail.")
        self.send(key)
        self.do(accept_escalation, key)
        return key

    def looks(self, key):
        wanted = self.desk.ask(case_papers_to_look_through, case_id=self.see(key, lambda one: one.case_id))
        return {
            sha256: scan_paper(content, name, names=wanted.names, ordinary=wanted.ordinary)
            for sha256, name, content in wanted.papers
        }

    def send(self, key, **more):
        return self.do(send_escalation, key, looks=self.looks(key), **more)

    def merge(self, follower, lead):
        return self.do(merge_escalation, follower, lead_id=lead, reason="Det samme.")

    def on_agenda(self):
        """The papers behind each item of the national meeting, in order."""
        with self.database.read() as session:
            found = session.scalars(
                select(AgendaItem).where(AgendaItem.meeting_id == self.next_meeting).order_by(AgendaItem.position)
            )
            return [[paper.title for paper in item.papers] for item in found]

    def raised_by(self):
        with self.database.read() as session:
            return session.scalar(select(AgendaItem.resume).where(AgendaItem.meeting_id == self.next_meeting))

    def page(self, key):
        return self.desk.ask(escalation_page, escalation_id=key, **SEEN)

    def brief(self, key, **more):
        return self.desk.ask(brief_content, escalation_id=key, **SEEN | more)


@pytest.fixture
def merging(desk, database):
    return Merging(desk, database)


@pytest.fixture
def lead(merging):
    """On the national agenda, with a paper of its own."""
    made = merging.came(0, "egen")
    merging.do(put_escalation_on_agenda, made)
    return made


def test_they_stand_behind_the_item_of_the_lead_and_leave_when_it_is_separated(merging, lead):
    second, third = merging.came(1, "ventetid"), merging.came(2, "udgifter")
    assert merging.on_agenda() == [["egen"]]
    done = merging.merge(second, lead)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid"]]
    merging.undo(done)
    assert merging.on_agenda() == [["egen"]]
    merging.merge(second, lead)
    merging.merge(third, lead)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid", "Region 3: udgifter"]]
    assert "Region 1, Region 2, Region 3" in merging.raised_by()
    separated = merging.do(separate_escalation, second)
    assert merging.on_agenda() == [["egen", "Region 3: udgifter"]]
    assert "Region 2" not in merging.raised_by()
    merging.undo(separated)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid", "Region 3: udgifter"]]
    # The item goes with all that came with it, and is made again with all of it.
    merging.do(take_escalation_off, lead)
    assert merging.on_agenda() == []
    merging.do(put_escalation_on_agenda, lead)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid", "Region 3: udgifter"]]


def test_a_chain_brings_all_its_papers_and_what_stood_on_an_agenda_comes_back_to_it(merging, lead):
    second, third = merging.came(1, "ventetid"), merging.came(2, "udgifter")
    merging.merge(third, second)
    merging.do(put_escalation_on_agenda, second)
    assert merging.on_agenda() == [["egen"], ["ventetid", "Region 3: udgifter"]]
    done = merging.merge(second, lead)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid", "Region 3: udgifter"]]
    merging.undo(done)
    assert merging.on_agenda() == [["egen"], ["ventetid", "Region 3: udgifter"]]


def test_one_document_stands_there_once_and_what_was_left_out_does_not_come_again(merging, lead):
    same = b"De samme tal."
    second, third = merging.came(1, "tal", content=same), merging.came(2, "vores tal", content=same)
    merging.merge(second, lead)
    merging.merge(third, lead)
    assert merging.on_agenda() == [["egen", "Region 2: tal"]]
    done = merging.do(separate_escalation, second)
    assert merging.on_agenda() == [["egen", "Region 3: vores tal"]]
    merging.undo(done)
    with merging.database.read() as session:
        found = select(Paper.id, Paper.version).where(Paper.title == "Region 2: tal")
        paper_id, version = session.execute(found).one()
    merging.desk.do(remove_paper, paper_id=paper_id, version=version)
    fourth = merging.came(3, "budget")
    merging.merge(fourth, lead)
    assert merging.on_agenda() == [["egen", "Region 4: budget"]]


def test_what_fewer_may_read_stays_with_its_own_case(merging, lead):
    merging.merge(merging.came(1, "lukket", label=Label.CONFIDENTIAL, step_label=Label.CONFIDENTIAL), lead)
    merging.merge(merging.came(2, "aaben", label=Label.OPEN, step_label=Label.CONFIDENTIAL), lead)
    assert merging.on_agenda() == [["egen"]]
    merging.do(forward_escalation, lead, reason="Et principielt spørgsmål.")
    assert [one.title for one in merging.page(lead).papers] == ["egen"]
    # What goes on may be for as few readers as they are: then they can go along.
    merging.do(word_step, lead, label=Label.CONFIDENTIAL)
    assert [one.title for one in merging.brief(lead).papers] == ["egen", "lukket", "aaben"]


def test_the_next_brief_names_whose_they_are_and_what_was_sent_is_locked(merging, lead):
    second = merging.came(1, "ventetid")
    merging.merge(second, lead)
    reference = merging.see(second, lambda one: one.reference)
    merging.do(forward_escalation, lead, reason="Et principielt spørgsmål.")
    choices = merging.page(lead).papers
    assert [(one.title, one.goes, one.origin) for one in choices] == [
        ("egen", True, ""),
        ("ventetid", True, f"Region 2, {reference}"),
    ]
    draft = [(one.title, one.origin) for one in merging.brief(lead).papers]
    assert draft == [("egen", ""), ("ventetid", f"Region 2, {reference}")]
    merging.send(lead)
    made = merging.brief(lead)
    assert [(one.title, one.origin) for one in made.papers] == draft
    assert f"from Region 2, {reference} · ventetid.txt" in words_of(build(made)[0])
    assert f"from Region 2, {reference} · ventetid.txt" in all_text(docx.Document(io.BytesIO(brief_docx(made))))
    assert [one.origin for one in merging.page(lead).steps[1].snapshots[0].papers] == ["", reference]
    paper_id, version = merging.see(second, lambda one: (one.case.papers[0].id, one.case.papers[0].version))
    with pytest.raises(Invalid, match="stays as it was sent"):
        merging.desk.do(remove_paper, paper_id=paper_id, version=version)
    locked = merging.see(lead, lambda one: [paper.case.reference for paper in one.step.snapshots[-1].papers])
    assert sorted(locked) == sorted([merging.see(lead, lambda one: one.reference), reference])
    # What the first body was told is what it was told.
    assert [one.title for one in merging.brief(lead, step=1).papers] == ["egen"]


def test_the_leak_alarm_reads_them_before_they_go_on(merging, lead):
    """What one group kept stays kept; what it did not have looked at for the other stops that one."""
    second = merging.came(1, "ventetid")
    merging.merge(second, lead)
    merging.do(forward_escalation, lead, reason="Et principielt spørgsmål.")
    reference = merging.see(second, lambda one: one.reference)
    own = merging.see(lead, lambda one: [paper.document.sha256 for paper in one.case.papers])
    known = {key: look for key, look in merging.looks(lead).items() if key in own}
    with pytest.raises(Invalid, match=rf"Paper 1 \({reference}\) was not looked through"):
        merging.do(send_escalation, lead, looks=known)
    leaking = merging.looks(lead)
    other = merging.see(second, lambda one: one.case.papers[0].document.sha256)
    leaking[other] = scan_paper(f"Borgeren {CPR} venter.".encode(), "ventetid.txt")
    with pytest.raises(Invalid, match=rf"Paper 1 \({reference}\).* holds what looks like personal data"):
        merging.do(send_escalation, lead, looks=leaking)
    [find] = [one.find for one in leaking[other].finds]
    document = merging.see(second, lambda one: one.case.papers[0].document_id)
    place = str(leaking[other].finds[0].place)
    merging.desk.do(
        keep_find,
        subject_kind="document",
        subject_id=document,
        field=place,
        kind=find.kind,
        words=find.words,
        reason="Et opdigtet nummer.",
    )
    merging.do(send_escalation, lead, looks=leaking)


def test_they_stand_in_the_pack_of_the_body(merging, lead):
    merging.merge(merging.came(1, "ventetid"), lead)
    wanted = merging.desk.ask(papers_to_look_through, meeting_id=merging.next_meeting)
    looks = {sha: scan_paper(content, name, ordinary=wanted.ordinary) for sha, name, content in wanted.papers}
    source = merging.desk.ask(
        pack_source,
        meeting_id=merging.next_meeting,
        language="da",
        pack_label=Label.INTERNAL,
        today=TODAY,
        looks=looks,
    )
    assert [paper.title for paper in source.content.papers] == ["egen", "Region 2: ventetid"]


def test_an_agenda_that_is_out_gets_them_as_late_papers_and_one_that_was_held_stays_as_it_is(merging, lead):
    second, third = merging.came(1, "ventetid"), merging.came(2, "udgifter")
    merging.hold(merging.next_meeting, Stage.AGENDA_SENT)
    merging.merge(second, lead)
    assert merging.on_agenda() == [["egen", "Region 2: ventetid"]]
    merging.do(separate_escalation, second)
    assert merging.on_agenda() == [["egen"]]
    merging.hold(merging.next_meeting)
    merging.merge(third, lead)
    assert merging.on_agenda() == [["egen"]]
    merging.do(forward_escalation, lead, reason="Et principielt spørgsmål.")
    assert [one.title for one in merging.brief(lead).papers] == ["egen", "udgifter"]
