"""The leak alarm on papers: the name and the words of each, as it leaves in a pack or goes up with a case (V10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy.orm import Session

from referral_desk.guard.meeting_leaks import Leak, leak_findings, with_reasons
from referral_desk.guard.personal_data import Find, NameIndex, Ordinary, finds
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.work_contacts import work_contacts
from referral_desk.texts import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.guard.personal_data.papers import ScannedPaper
    from referral_desk.models.agenda import Paper

IN_NAME: Final = N_(
    "The name of paper {number} holds what looks like personal data ({kind}, {words}): take it out, or keep it and say"
    " why."
)
IN_PAPER: Final = N_(
    "Paper {number}, page {page}, holds what looks like personal data ({kind}, {words}): take the paper off, put in"
    " another, or keep it and say why."
)
IN_PROPERTIES: Final = N_(
    "What the file of paper {number} tells of itself holds what looks like personal data ({kind}, {words}): put in"
    " another, or keep it and say why."
)
NOT_LOOKED: Final = N_("Paper {number} was not looked through for personal data yet: look at the pack's check first.")
NOT_LOOKED_YET: Final = N_(
    "Paper {number} was not looked through for personal data yet: send it from the page of the case."
)
UNREAD: Final = N_(
    "Paper {number} holds pictures of text ({count}) that cannot be looked through for personal data: read them"
    " yourself."
)
UNREADABLE: Final = N_(
    "Paper {number} cannot be opened, so nobody can look through it for personal data: give its password, put in"
    " another, or let it stay."
)


@dataclass(frozen=True)
class PackLeaks:
    """What the alarm says of what goes out: its finds, kept or not, and which papers it has not looked through."""

    leaks: tuple[Leak, ...] = ()
    unlooked: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()
    """Pages that hold no words: only worth a look."""

    @property
    def findings(self) -> list[Finding]:
        """All that stops it, in the agenda's order, then what is worth a look."""
        return [*self.unlooked, *leak_findings(self.leaks), *self.unread]


def alarm_for_cases(session: Session) -> tuple[NameIndex, Ordinary]:
    """What tells of cases is looked through for the directory's names too; its work contacts are ordinary."""
    contacts = work_contacts(session)
    ordinary = Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)
    return NameIndex.of(contacts.names), ordinary


def leaks_of_papers(session: Session, papers: Iterable[Paper], looks: Mapping[str, ScannedPaper]) -> PackLeaks:
    """What the alarm says of papers that go up with a case; `looks` are their words by the document's SHA-256.

    Every find can be kept with a reason, as in the words of the escalation itself. A file that cannot be read stops it.
    Where the papers of several cases go up together, each number tells whose it is.
    """
    index, ordinary = alarm_for_cases(session)
    papers = list(papers)
    cases = {paper.case for paper in papers if paper.case is not None}
    owners = {paper.id: paper.case.reference for paper in papers if paper.case is not None and len(cases) > 1}
    found: list[Leak] = []
    unlooked: list[Finding] = []
    unread: list[Finding] = []
    for paper in papers:
        found += in_name(paper, lambda text: finds(text, names=index, ordinary=ordinary))
        look = looks.get(paper.document.sha256)
        if look is None:
            unlooked.append(on_paper(paper, Weight.STOPS, NOT_LOOKED_YET))
            continue
        found += in_paper(paper, look)
        if paper.document.problem and look.problem:
            unlooked.append(on_paper(paper, Weight.STOPS, UNREADABLE))
        elif look.unread or look.problem:
            unread.append(on_paper(paper, Weight.WARNS, UNREAD, count=max(look.unread, 1)))
    told = [replace(one, number=_whose(owners, one.paper_id, one.number)) for one in found]
    return PackLeaks(with_reasons(session, told), _told_whose(owners, unlooked), _told_whose(owners, unread))


def _whose(owners: Mapping[int, str], paper_id: int | None, number: object) -> str:
    owner = owners.get(paper_id or 0)
    return f"{number} ({owner})" if owner else str(number)


def _told_whose(owners: Mapping[int, str], found: Iterable[Finding]) -> tuple[Finding, ...]:
    values = [(one, {**one.values, "number": _whose(owners, one.paper_id, one.values["number"])}) for one in found]
    return tuple(replace(one, values=told) for one, told in values)


def in_name(paper: Paper, look: Callable[[str], Iterable[Find]]) -> Iterable[Leak]:
    """What a paper's name holds, by `look`."""
    told = f"{paper.title} {paper.document.name}"
    # Low lines part words in a file's name.
    for find in look(told) or look(told.replace("_", " ")):
        yield _leak(paper, ("paper", paper.id), "name", find, IN_NAME)


def in_paper(paper: Paper, look: ScannedPaper) -> Iterable[Leak]:
    """What was found in a paper's words and in what its file tells of itself."""
    for one in look.finds:
        if one.place == "name":
            continue
        template = IN_PAPER if one.page else IN_PROPERTIES
        subject = ("document", paper.document.id)
        yield replace(_leak(paper, subject, str(one.place), one.find, template), page=one.page)


def on_paper(paper: Paper, weight: Weight, template: str, **told: object) -> Finding:
    """What there is to say of a paper as a whole."""
    told["number"] = paper.number
    return Finding(weight, Where.PAPER, template, told, item_id=paper.item_id, paper_id=paper.id)


def _leak(paper: Paper, subject: tuple[str, int], name: str, find: Find, template: str) -> Leak:
    # What was kept when it was sent may stand on the agenda of the body too.
    also = () if paper.sent_from_id is None else (("paper", paper.sent_from_id),)
    return Leak(subject, name, find, template, paper.number, item_id=paper.item_id, paper_id=paper.id, also=also)
