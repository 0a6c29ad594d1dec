"""Papers of a case: attached as behind an item, sent along, locked as they were sent, and on the agenda above."""

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from referral_desk.errors import Invalid
from referral_desk.guard.personal_data.papers import scan_paper
from referral_desk.models import AgendaItem, Case, Document, Paper
from referral_desk.operations.agenda import edit_item
from referral_desk.operations.cases import remove_case
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    forward_escalation,
    put_escalation_on_agenda,
    return_escalation,
    take_escalation_off,
)
from referral_desk.operations.escalations import endorse_escalation, recall_escalation, send_escalation, word_step
from referral_desk.operations.kept_finds import keep_find
from referral_desk.operations.papers import (
    Incoming,
    attach_paper,
    label_paper,
    let_paper_stay,
    move_paper,
    pin_paper,
    remove_paper,
    rename_paper,
    replace_paper,
    restore_paper,
)
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.case import case_page
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_leaks import case_papers_to_look_through, papers_to_look_through, send_check
from referral_desk.queries.papers import safe_paper
from referral_desk.vocabulary import EscalationState, Label
from tests.builders import TODAY
from tests.escalating import Course, eight_bodies

SEEN = {"day": TODAY, "language": "en"}
CPR = "070761-4285"


def a_file(content=b"Venteliste for november.", name="venteliste.txt", **fields):
    return Incoming(
        name, content, **{"kind": "text", "media_type": "text/plain", "pages": 1, "safe": content, **fields}
    )


class Papers(Course):
    """One endorsed case with papers."""

    def __init__(self, desk, database):
        super().__init__(desk, database, eight_bodies(database))
        self.id = self.draft()
        self.case_id = self.see(self.id, lambda one: one.case_id)
        self.do(endorse_escalation, self.id, note="Aftalt pr. mail.")

    def attach(self, *args, label=None, **fields):
        return self.desk.do(attach_paper, case_id=self.case_id, file=a_file(*args, **fields), label=label)

    def rows(self):
        return self.desk.ask(case_page, case_id=self.case_id, **SEEN).papers

    def row(self, paper_id):
        return next(row for row in self.rows() if row.id == paper_id)

    def paper(self, operation, paper_id, **more):
        return self.desk.do(operation, paper_id=paper_id, version=self.row(paper_id).version, **more)

    def page(self):
        return self.desk.ask(escalation_page, escalation_id=self.id, **SEEN)

    def looks(self):
        wanted = self.desk.ask(case_papers_to_look_through, case_id=self.case_id)
        return {
            sha256: scan_paper(content, name, names=wanted.names, ordinary=wanted.ordinary)
            for sha256, name, content in wanted.papers
        }

    def send(self, **more):
        return self.do(send_escalation, self.id, looks=self.looks(), **more)

    def sent(self, step=-1):
        return [paper.title for paper in self.page().steps[step].snapshots[-1].papers]

    def item(self):
        with self.database.read() as session:
            return session.scalars(select(AgendaItem).order_by(AgendaItem.id.desc())).first()

    def purge(self, kind):
        with self.database.write() as session:
            session.execute(delete(kind))

    def on_agenda(self):
        """The papers of the newest item by number, name, and the document."""
        with self.database.read() as session:
            item = session.scalars(select(AgendaItem).order_by(AgendaItem.id.desc())).first()
            return [(one.number, one.title, one.document_id) for one in item.papers] if item is not None else None


@pytest.fixture
def papers(desk, database):
    return Papers(desk, database)


def test_a_case_takes_papers_as_an_item_does(papers):
    first = papers.attach(b"raw", "Vente_liste.pdf", safe=b"safe")
    second = papers.attach(b"B", "brev.txt")
    with pytest.raises(Invalid, match="holds this file already, as paper 1"):
        papers.attach(b"raw", "andet navn.pdf")
    papers.paper(rename_paper, second, title="Brev")
    papers.paper(move_paper, second, position=0)
    told = [(row.number, row.title, row.label, row.was_sent) for row in papers.rows()]
    assert told == [("1", "Brev", Label.INTERNAL, False), ("2", "Vente liste", Label.INTERNAL, False)]
    assert papers.desk.ask(safe_paper, paper_id=first).content == b"safe"
    removed = papers.paper(remove_paper, second)
    assert [row.title for row in papers.rows()] == ["Vente liste"]
    assert papers.desk.do(restore_paper, removed=removed) == second
    assert [(row.number, row.title) for row in papers.rows()] == [("1", "Brev"), ("2", "Vente liste")]
    before = papers.paper(replace_paper, first, file=a_file(b"C", "ny.txt"))
    assert papers.row(first).file_name == "ny.txt"
    papers.paper(pin_paper, first, document_id=before)
    assert papers.row(first).file_name == "Vente_liste.pdf"


def test_a_case_that_is_removed_comes_back_with_its_papers(papers):
    case_id, version = papers.case(1)
    made = papers.desk.do(attach_paper, case_id=case_id, file=a_file())
    done = papers.desk.do(remove_case, case_id=case_id, version=version)
    with papers.database.read() as session:
        assert session.get(Paper, made) is None
    papers.undo(done)
    with papers.database.read() as session:
        assert [paper.id for paper in session.get(Case, case_id).papers] == [made]


def test_papers_go_along_unless_they_stay_and_are_locked_as_they_were_sent(papers):
    goes, stays, chosen = papers.attach(), papers.attach(b"note", "note.txt"), papers.attach(b"tal", "tal.txt")
    papers.paper(let_paper_stay, stays, stays=True)
    assert [(one.title, one.goes) for one in papers.page().papers] == [
        ("venteliste", True),
        ("note", False),
        ("tal", True),
    ]
    papers.send(paper_ids=[goes, stays])
    assert papers.sent() == ["venteliste", "note"]
    [frozen, _] = papers.page().steps[0].snapshots[0].papers
    assert (frozen.id, frozen.file_name, frozen.sha256) == (goes, "venteliste.txt", papers.row(goes).sha256)
    assert [row.was_sent for row in papers.rows()] == [True, True, False]
    for refused, more in (
        (remove_paper, {}),
        (rename_paper, {"title": "Andet"}),
        (label_paper, {"label": Label.OPEN}),
        (replace_paper, {"file": a_file(b"andet")}),
        (pin_paper, {"document_id": 1}),
    ):
        with pytest.raises(Invalid, match="stays as it was sent"):
            papers.paper(refused, goes, **more)
    papers.do(recall_escalation, papers.id)
    with pytest.raises(Invalid, match="stays as it was sent"):
        papers.paper(remove_paper, goes)
    papers.paper(remove_paper, chosen)


def test_no_other_way_takes_a_document_from_under_what_was_sent(papers):
    made = papers.attach()
    papers.send()
    for victim in (Paper, Document):
        with pytest.raises(IntegrityError):
            papers.purge(victim)
    assert papers.desk.ask(safe_paper, paper_id=made).content == b"Venteliste for november."


def test_the_leak_alarm_reads_the_name_and_the_text_of_each_before_it_is_sent(papers):
    made = papers.attach(f"Borgeren {CPR} venter.".encode(), "mobil 28 12 34 56.txt")
    with pytest.raises(Invalid, match="was not looked through"):
        papers.do(send_escalation, papers.id)
    with pytest.raises(Invalid, match="holds what looks like personal data"):
        papers.send()
    assert papers.state(papers.id) is EscalationState.ENDORSED
    looks = papers.looks()
    check = papers.desk.ask(send_check, paper_ids=[made], looks=looks)
    assert {leak.subject[0] for leak in check.leaks} == {"paper", "document"}
    assert papers.desk.ask(send_check, paper_ids=[made]).unlooked == 1
    papers.send(paper_ids=[])
    papers.do(recall_escalation, papers.id)
    for leak in check.leaks:
        papers.desk.do(
            keep_find,
            subject_kind=leak.subject[0],
            subject_id=leak.subject[1],
            field=leak.field,
            kind=leak.find.kind,
            words=leak.find.words,
            reason="Et opdigtet nummer.",
        )
    papers.send()
    papers.do(accept_escalation, papers.id)
    # What was kept stands in the pack of the body too.
    meeting = papers.meeting(papers.bodies.national)
    papers.do(put_escalation_on_agenda, papers.id)
    wanted = papers.desk.ask(papers_to_look_through, meeting_id=meeting)
    pack = {sha: scan_paper(content, name, ordinary=wanted.ordinary) for sha, name, content in wanted.papers}
    source = papers.desk.ask(
        pack_source, meeting_id=meeting, language="da", pack_label=Label.INTERNAL, today=TODAY, looks=pack
    )
    assert [paper.title for paper in source.content.papers] == ["mobil 28 12 34 56"]


def test_a_file_that_nobody_can_open_does_not_go_up(papers):
    made = papers.attach(b"%PDF-1.7 noget", "laast.pdf", kind="pdf", safe=None, pages=None, problem="password")
    with pytest.raises(Invalid, match="cannot be opened"):
        papers.send()
    papers.paper(let_paper_stay, made, stays=True)
    papers.send()
    assert papers.sent() == []


def test_a_paper_for_fewer_readers_stays(papers):
    hidden = papers.attach(label=Label.CONFIDENTIAL)
    [choice] = papers.page().papers
    assert not choice.goes
    assert "fewer readers" in choice.barred
    with pytest.raises(Invalid, match="fewer readers"):
        papers.send(paper_ids=[hidden])
    papers.do(word_step, papers.id, label=Label.CONFIDENTIAL)
    papers.send()
    assert papers.sent() == ["venteliste"]


def test_what_was_sent_stands_behind_the_item_and_leaves_with_it(papers):
    papers.meeting(papers.bodies.national)
    papers.attach()
    papers.send()
    papers.do(accept_escalation, papers.id)
    done = papers.do(put_escalation_on_agenda, papers.id)
    with papers.database.read() as session:
        own = session.scalar(select(Paper.document_id).where(Paper.case_id == papers.case_id))
        assert session.scalar(select(func.count()).select_from(Document)) == 1
    assert papers.on_agenda() == [("1.1", "venteliste", own)]
    papers.undo(done)
    assert papers.on_agenda() is None
    papers.do(put_escalation_on_agenda, papers.id)
    done = papers.do(take_escalation_off, papers.id)
    assert papers.on_agenda() is None
    papers.undo(done)
    assert papers.on_agenda() == [("1.1", "venteliste", own)]
    # Somebody worked on the item: it stays, with a paper of its own, and the case's paper leaves all the same.
    item = papers.item()
    papers.desk.do(edit_item, item_id=item.id, version=item.version, resume="Bemærk.")
    papers.desk.do(attach_paper, item_id=item.id, file=a_file(b"egen", "egen.txt"))
    papers.do(return_escalation, papers.id, reason="Skriv tallene ind.")
    assert [(number, title) for number, title, _ in papers.on_agenda()] == [("1.1", "egen")]


def test_what_came_with_a_case_is_not_changed_on_the_agenda_but_may_be_left_out(papers):
    papers.meeting(papers.bodies.national)
    papers.attach()
    papers.send()
    papers.do(accept_escalation, papers.id)
    papers.do(put_escalation_on_agenda, papers.id)
    with papers.database.read() as session:
        made, version = session.execute(select(Paper.id, Paper.version).where(Paper.item_id.is_not(None))).one()
    with pytest.raises(Invalid, match="stays as it was sent"):
        papers.desk.do(rename_paper, paper_id=made, version=version, title="Andet")
    papers.desk.do(label_paper, paper_id=made, version=version, label=Label.CONFIDENTIAL)
    removed = papers.desk.do(remove_paper, paper_id=made, version=version + 1)
    assert papers.on_agenda() == []
    papers.desk.do(restore_paper, removed=removed)
    assert [title for _, title, _ in papers.on_agenda()] == ["venteliste"]
    assert papers.sent() == ["venteliste"]


def test_the_papers_that_came_go_along_to_the_next_step_and_stand_in_its_brief(papers):
    first, stays = papers.attach(), papers.attach(b"note", "note.txt")
    papers.paper(let_paper_stay, stays, stays=True)
    papers.send()
    papers.do(accept_escalation, papers.id)
    later = papers.attach(b"senere", "senere.txt")
    papers.do(forward_escalation, papers.id, reason="Et principielt spørgsmål.")
    assert {one.id: one.goes for one in papers.page().papers} == {first: True, stays: False, later: False}
    draft = papers.desk.ask(brief_content, escalation_id=papers.id, **SEEN)
    assert [one.title for one in draft.papers] == ["venteliste"]
    papers.send(paper_ids=[first, later])
    assert (papers.sent(0), papers.sent(1)) == (["venteliste"], ["venteliste", "senere"])
    told = papers.desk.ask(brief_content, escalation_id=papers.id, step=1, **SEEN)
    assert [(one.title, one.file_name, one.pages) for one in told.papers] == [("venteliste", "venteliste.txt", 1)]
