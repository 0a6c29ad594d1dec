"""Put papers behind an item or in a case, name, order, move, replace, remove, restore them; files go by SHA-256."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import select

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid
from referral_desk.guard.inspection import Inspection, clean_name
from referral_desk.models import AgendaItem, Case, Document, DocumentContent, Paper
from referral_desk.models.documents import sha256_of
from referral_desk.operations.holding import held_holder, held_item, held_paper
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import Label


@dataclass(frozen=True)
class Incoming:
    """A file that was inspected outside this process, before anything is written (trust.md F).

    `content` is the file as it came, `safe` the copy that may be shown and packed (None where there is none).
    `problem` is a code of guard/findings.py with its sentence; `found` are the codes of what was removed, with how
    many times, and of notes, with 0.
    """

    name: str
    content: bytes = field(repr=False)
    kind: str
    media_type: str
    pages: int | None = None
    safe: bytes | None = field(default=None, repr=False)
    problem: str = ""
    problem_template: str = ""
    problem_values: dict[str, Any] = field(default_factory=dict)
    found: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, content: bytes, inspection: Inspection) -> Incoming:
        """What an inspection says of a file."""
        return cls(
            name=inspection.name,
            content=content,
            kind=inspection.kind.value,
            media_type=inspection.media_type,
            pages=inspection.pages or None,
            safe=inspection.safe,
            problem=inspection.problem.value if inspection.problem else "",
            problem_template=inspection.template,
            problem_values=inspection.values if inspection.problem else {},
            found=(
                *((removed.value, times) for removed, times in inspection.removed),
                *((note.value, 0) for note in inspection.notes),
            ),
        )

    @property
    def file_name(self) -> str:
        """The name as any system may store it, without folders."""
        return clean_name(self.name)

    @property
    def title(self) -> str:
        """What the paper is called until somebody gives it a name: the file's name without its ending."""
        stem = PurePosixPath(self.file_name).stem.replace("_", " ")
        return " ".join(stem.split()) or self.file_name


@dataclass(frozen=True)
class RemovedPaper:
    """A paper that was taken from its item or case: what restoring it puts back."""

    title: str
    values: dict[str, Any]


@dataclass(frozen=True)
class MovedPaper:
    """Where a paper stood before it was moved; `item_id` is None in a case."""

    item_id: int | None
    position: int


@operation("coordinator", "secretary", "chair")
def attach_paper(
    work: Work,
    *,
    item_id: int | None = None,
    case_id: int | None = None,
    file: Incoming,
    title: str = "",
    position: int | None = None,
    label: Label | None = None,
) -> int:
    """Put a file behind an item or in a case, last or at a position from 0, and give the paper's id.

    The same bytes elsewhere share one document. Invalid if the item or the case holds the file already, the meeting was
    held or called off, or the case is closed.
    """
    holder = held_holder(work, item_id, case_id)
    document = _document(work, file)
    _check_new(holder, document)
    paper = Paper(document=document, title=_title(title) or file.title, label=label or holder.label)
    _put(holder, paper, len(holder.papers) if position is None else position)
    _kept(work, holder)
    return paper.id


@operation("coordinator", "secretary", "chair")
def rename_paper(work: Work, *, paper_id: int, version: int, title: str) -> str:
    """Give a paper another name in the pack; give the name it had. Its file keeps its own.

    Invalid for what was sent along with a case.
    """
    paper = held_paper(work, paper_id, version)
    paper.check_unsent()
    require(not is_blank(title), "Give the paper a name.")
    before, paper.title = paper.title, _title(title)
    _kept(work, paper.holder)
    return before


@operation("coordinator", "secretary", "chair")
def label_paper(work: Work, *, paper_id: int, version: int, label: Label) -> Label:
    """Say who may read a paper; give the label it had. Invalid for a paper of a case that was sent along with it."""
    paper = held_paper(work, paper_id, version)
    _check_in_case(paper)
    before, paper.label = paper.label, label
    _kept(work, paper.holder)
    return before


@operation("coordinator", "secretary", "chair")
def let_paper_stay(work: Work, *, paper_id: int, version: int, stays: bool) -> bool:
    """Say whether a paper of a case stays when the case is carried up; give what was said before."""
    paper = held_paper(work, paper_id, version)
    before, paper.stays = paper.stays, stays
    _kept(work, paper.holder)
    return before


@operation("coordinator", "secretary", "chair")
def move_paper(work: Work, *, paper_id: int, version: int, position: int, item_id: int | None = None) -> MovedPaper:
    """Move a paper to a place from 0, where it is or behind another item; give where it stood.

    Invalid if the other item holds the same file already, and for what came there, or goes up, with a case.
    """
    paper = held_paper(work, paper_id, version)
    home = paper.holder
    before = MovedPaper(paper.item_id, paper.position)
    if item_id is not None and item_id != paper.item_id:
        paper.check_unsent()
        other = held_item(work, item_id)
        other.meeting.check_open_to_change()
        _check_new(other, paper.document)
        paper.item, paper.case = other, None
        _close_up(home)
    _put(paper.holder, paper, position)
    _kept(work, home)
    return before


@operation("coordinator", "secretary", "chair")
def remove_paper(work: Work, *, paper_id: int, version: int) -> RemovedPaper:
    """Take a paper from its item or case; give all of it, for `restore_paper`. Its file stays in the desk.

    Invalid for a paper of a case that was sent along with it: what was sent refers to it.
    """
    paper = held_paper(work, paper_id, version)
    _check_in_case(paper)
    values = {
        column.key: getattr(paper, column.key) for column in paper.__mapper__.column_attrs if column.key != "version"
    }
    holder = paper.holder
    holder.papers.remove(paper)
    work.session.delete(paper)
    _close_up(holder)
    _kept(work, holder)
    return RemovedPaper(paper.title, values)


@operation("coordinator", "secretary", "chair")
def restore_paper(work: Work, *, removed: RemovedPaper) -> int:
    """Put a removed paper back in its place; give its id, which is the one it had."""
    holder = held_holder(work, removed.values["item_id"], removed.values["case_id"])
    require(work.session.get(Paper, removed.values["id"]) is None, "The paper is there already.")
    paper = Paper(**removed.values)
    paper.document = work.get(Document, removed.values["document_id"])
    _check_new(holder, paper.document)
    _put(holder, paper, removed.values["position"])
    _kept(work, holder)
    return paper.id


@operation("coordinator", "secretary", "chair")
def replace_paper(work: Work, *, paper_id: int, version: int, file: Incoming) -> int:
    """Put a new version of a file in a paper's place; it keeps its name and number.

    Gives the id of the document before, for `pin_paper`. Invalid if the item or the case holds the file already, and
    for what was sent along with a case.
    """
    paper = held_paper(work, paper_id, version)
    paper.check_unsent()
    document = _document(work, file)
    if document is paper.document:
        raise Invalid("This is the very file that stands there now: nothing was changed.")
    _check_new(paper.holder, document)
    before, paper.document = paper.document_id, document
    _kept(work, paper.holder)
    return before


@operation("coordinator", "secretary", "chair")
def pin_paper(work: Work, *, paper_id: int, version: int, document_id: int) -> int:
    """Let a paper show another document that the desk holds; give the id of the one before."""
    paper = held_paper(work, paper_id, version)
    paper.check_unsent()
    document = work.get(Document, document_id)
    if document is not paper.document:
        _check_new(paper.holder, document)
    before, paper.document = paper.document_id, document
    _kept(work, paper.holder)
    return before


def _kept(work: Work, holder: AgendaItem | Case) -> None:
    work.session.flush()
    work.touched("cases" if isinstance(holder, Case) else "agenda", "papers")


def _check_in_case(paper: Paper) -> None:
    """A body may leave out or label anew what came to its agenda with a case; the case keeps what was sent."""
    if paper.case_id is not None:
        paper.check_unsent()


def _title(title: str) -> str:
    return " ".join(title.split())


def _document(work: Work, file: Incoming) -> Document:
    """Give the document of a file, the one that is there already or a new one."""
    original, sha256 = file.content, sha256_of(file.content)
    known = _known(work, sha256)
    if known is not None and known.problem and not file.problem and file.safe is not None:
        # What could not be read before can be now, such as a file whose password was given: a frozen document is
        # not changed, so the readable copy becomes a document of its own.
        original, sha256 = file.safe, sha256_of(file.safe)
        known = _known(work, sha256)
    if known is not None:
        return known
    told = {"template": file.problem_template, "values": file.problem_values}
    return Document(
        sha256=sha256,
        name=file.file_name,
        kind=file.kind,
        media_type=file.media_type,
        size=len(original),
        pages=file.pages,
        problem=file.problem,
        problem_text=json.dumps(told, ensure_ascii=False) if file.problem else "",
        removed=json.dumps(file.found),
        added_at=work.now,
        added_by=work.user.name,
        content=DocumentContent(
            original=original, safe=file.safe, safe_sha256="" if file.safe is None else sha256_of(file.safe)
        ),
    )


def _known(work: Work, sha256: str) -> Document | None:
    return work.session.scalar(select(Document).where(Document.sha256 == sha256))


def _check_new(holder: AgendaItem | Case, document: Document) -> None:
    for paper in holder.papers:
        if paper.document is document:
            template = (
                N_("The case holds this file already, as paper {number}.")
                if isinstance(holder, Case)
                else N_("The item holds this file already, as paper {number}.")
            )
            raise Invalid(template, number=paper.number)


def _put(holder: AgendaItem | Case, paper: Paper, position: int) -> None:
    order = [other for other in holder.papers if other is not paper]
    order.insert(max(0, min(position, len(order))), paper)
    if paper not in holder.papers:
        holder.papers.append(paper)
    for place, other in enumerate(order):
        other.position = place
    holder.papers.sort(key=lambda other: other.position)


def _close_up(holder: AgendaItem | Case) -> None:
    for place, other in enumerate(holder.papers):
        other.position = place
