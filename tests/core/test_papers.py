"""Papers: kept by hash, put in their place, named, moved, replaced, removed without loss."""

import pytest
from sqlalchemy import func, select

from referral_desk.errors import Invalid, Stale, Unavailable
from referral_desk.models import AgendaItem, Document, DocumentContent
from referral_desk.models.documents import sha256_of
from referral_desk.operations.papers import (
    Incoming,
    attach_paper,
    label_paper,
    move_paper,
    pin_paper,
    remove_paper,
    rename_paper,
    replace_paper,
    restore_paper,
)
from referral_desk.queries.agenda import agenda_item
from referral_desk.queries.papers import original_paper, safe_paper
from referral_desk.vocabulary import Label, Stage
from tests.builders import a_group, a_meeting, an_item


def a_file(content=b"Hej.", name="brev.txt", **fields):
    return Incoming(
        name, content, **{"kind": "text", "media_type": "text/plain", "pages": 1, "safe": content, **fields}
    )


@pytest.fixture
def items(database):
    meeting = a_meeting(a_group())
    made = [an_item(meeting, "Et"), an_item(meeting, "To")]
    with database.write() as session:
        session.add(meeting)
        session.flush()
        return [item.id for item in made]


def papers(desk, item_id, language="en"):
    return desk.ask(agenda_item, item_id=item_id, language=language).papers


def numbered(desk, item_id):
    return [(paper.number, paper.title) for paper in papers(desk, item_id)]


def test_a_paper_keeps_the_file_as_it_came_and_its_safe_copy(desk, items):
    paper_id = desk.do(attach_paper, item_id=items[0], file=a_file(b"raw", "C:\\Mine\\Års_tal.txt", safe=b"safe"))
    [row] = papers(desk, items[0])
    assert (row.number, row.title, row.file_name, row.size, row.sha256) == (
        "1.1",
        "Års tal",
        "Års_tal.txt",
        3,
        sha256_of(b"raw"),
    )
    assert desk.ask(original_paper, paper_id=paper_id).content == b"raw"
    assert desk.ask(safe_paper, paper_id=paper_id).content == b"safe"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/home/a/brev.pdf", "brev"),
        ("..", "paper"),
        ("a/../b.TXT", "b"),
        ("", "paper"),
        ("uden_endelse", "uden endelse"),
    ],
)
def test_a_paper_is_called_by_its_file_without_folder_and_ending(name, title):
    assert a_file(name=name).title == title


def test_the_same_bytes_behind_another_item_share_the_document(desk, database, items):
    for item_id in items:
        desk.do(attach_paper, item_id=item_id, file=a_file())
    with database.read() as session:
        assert session.scalar(select(func.count(Document.id))) == 1
        assert session.scalar(select(func.count(DocumentContent.document_id))) == 1


def test_the_same_file_twice_behind_one_item_is_told(desk, items):
    desk.do(attach_paper, item_id=items[0], file=a_file())
    with pytest.raises(Invalid, match="as paper 1\\.1"):
        desk.do(attach_paper, item_id=items[0], file=a_file(name="kopi.txt"))
    assert len(papers(desk, items[0])) == 1


def test_a_paper_that_cannot_be_read_is_kept_with_its_reason_and_has_no_safe_copy(desk, items):
    bad = a_file(
        b"locked",
        "låst.pdf",
        kind="pdf",
        pages=None,
        safe=None,
        problem="password",
        problem_template="“{name}” is locked with a password. Type the password, or attach a copy without one.",
        problem_values={"name": "låst.pdf"},
    )
    paper_id = desk.do(attach_paper, item_id=items[0], file=bad)
    [row] = papers(desk, items[0])
    assert (row.problem, row.has_safe_copy) == ("password", False)
    assert row.problem_sentence.startswith("“låst.pdf” is locked with a password.")
    with pytest.raises(Unavailable, match="no pages"):
        desk.ask(safe_paper, paper_id=paper_id)


def test_a_file_whose_password_was_given_later_is_kept_in_a_form_that_can_be_read(desk, items):
    locked = a_file(
        b"locked", "a.pdf", kind="pdf", safe=None, problem="password", problem_template="“{name}” is locked."
    )
    paper_id = desk.do(attach_paper, item_id=items[0], file=locked)
    [row] = papers(desk, items[0])
    opened = a_file(b"locked", "a.pdf", kind="pdf", safe=b"%PDF-open", pages=2)
    desk.do(replace_paper, paper_id=paper_id, version=row.version, file=opened)
    [row] = papers(desk, items[0])
    assert (row.problem, row.pages) == ("", 2)
    assert desk.ask(safe_paper, paper_id=paper_id).content == b"%PDF-open"


def test_what_was_removed_and_what_to_know_is_told_in_the_readers_language(desk, items):
    desk.do(
        attach_paper,
        item_id=items[0],
        file=a_file(found=(("javascript", 2), ("form", 1), ("repaired", 0), ("unheard_of", 1))),
    )
    [row] = papers(desk, items[0])
    assert row.removed == ("Programs (JavaScript) (2)", "Form fields (what was filled in stays visible)")
    assert row.notes == ("The file was damaged and has been mended: compare it with the original.",)


def test_an_altered_file_is_not_given_out(desk, database, items):
    paper_id = desk.do(attach_paper, item_id=items[0], file=a_file())
    with database.write() as session:
        session.execute(DocumentContent.__table__.update().values(original=b"x", safe=b"y"))
    for query in (original_paper, safe_paper):
        with pytest.raises(Unavailable, match="no longer what was stored"):
            desk.ask(query, paper_id=paper_id)


def test_papers_are_named_labelled_ordered_and_moved_to_another_item(desk, items):
    first, second = (
        desk.do(attach_paper, item_id=items[0], file=a_file(content, name))
        for content, name in ((b"1", "en.txt"), (b"2", "to.txt"))
    )
    assert desk.do(rename_paper, paper_id=first, version=1, title="  Tal   for 2026 ") == "en"
    assert desk.do(label_paper, paper_id=first, version=2, label=Label.CONFIDENTIAL) is Label.INTERNAL
    with pytest.raises(Invalid, match="name"):
        desk.do(rename_paper, paper_id=first, version=3, title=" ")
    before = desk.do(move_paper, paper_id=second, version=1, position=0)
    assert before.position == 1
    assert numbered(desk, items[0]) == [("1.1", "to"), ("1.2", "Tal for 2026")]
    [_, moving] = papers(desk, items[0])
    before = desk.do(move_paper, paper_id=first, version=moving.version, item_id=items[1], position=0)
    assert (numbered(desk, items[0]), numbered(desk, items[1])) == ([("1.1", "to")], [("2.1", "Tal for 2026")])
    [moved] = papers(desk, items[1])
    desk.do(move_paper, paper_id=first, version=moved.version, item_id=before.item_id, position=before.position)
    assert numbered(desk, items[0]) == [("1.1", "to"), ("1.2", "Tal for 2026")]


def test_a_new_paper_can_be_put_between_others(desk, items):
    for number in (1, 2):
        desk.do(attach_paper, item_id=items[0], file=a_file(bytes([number]), f"{number}.txt"))
    desk.do(attach_paper, item_id=items[0], file=a_file(b"mellem", "mellem.txt"), title="Imellem", position=1)
    assert [title for _, title in numbered(desk, items[0])] == ["1", "Imellem", "2"]


def test_a_removed_paper_comes_back_in_its_place(desk, items):
    ids = [desk.do(attach_paper, item_id=items[0], file=a_file(bytes([n]), f"{n}.txt")) for n in (1, 2, 3)]
    removed = desk.do(remove_paper, paper_id=ids[1], version=1)
    assert [title for _, title in numbered(desk, items[0])] == ["1", "3"]
    assert desk.do(restore_paper, removed=removed) == ids[1]
    assert numbered(desk, items[0]) == [("1.1", "1"), ("1.2", "2"), ("1.3", "3")]
    with pytest.raises(Invalid, match="already"):
        desk.do(restore_paper, removed=removed)


def test_a_replaced_paper_keeps_its_name_and_place_and_can_be_pinned_back(desk, items):
    paper_id = desk.do(attach_paper, item_id=items[0], file=a_file(b"v1", "udkast.txt"), title="Aftalen")
    before = desk.do(replace_paper, paper_id=paper_id, version=1, file=a_file(b"v2", "endelig.txt"))
    [row] = papers(desk, items[0])
    assert (row.title, row.file_name, row.number) == ("Aftalen", "endelig.txt", "1.1")
    with pytest.raises(Invalid, match="very file"):
        desk.do(replace_paper, paper_id=paper_id, version=row.version, file=a_file(b"v2"))
    desk.do(pin_paper, paper_id=paper_id, version=row.version, document_id=before)
    assert papers(desk, items[0])[0].file_name == "udkast.txt"


def test_the_papers_of_a_meeting_that_was_held_stay(desk, database, items):
    paper_id = desk.do(attach_paper, item_id=items[0], file=a_file())
    with database.write() as session:
        session.get(AgendaItem, items[0]).meeting.stage = Stage.HELD
    for operation, fields in (
        (rename_paper, {"title": "x"}),
        (remove_paper, {}),
        (replace_paper, {"file": a_file(b"ny")}),
        (move_paper, {"position": 0}),
    ):
        with pytest.raises(Invalid, match="was held"):
            desk.do(operation, paper_id=paper_id, version=1, **fields)
    with pytest.raises(Invalid, match="was held"):
        desk.do(attach_paper, item_id=items[0], file=a_file(b"ny"))


def test_a_paper_that_is_gone_is_told_as_gone(desk):
    for query in (safe_paper, original_paper):
        with pytest.raises(Stale):
            desk.ask(query, paper_id=9)
