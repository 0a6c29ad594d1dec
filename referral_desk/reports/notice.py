"""The page that stands where a paper should be: which paper, why it is not here, what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus.flowables import Flowable

from referral_desk.queries.packs import PackPaper
from referral_desk.reports.boxes import Look, Row, panel
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import BODY, CELL, FAINT, TITLE, WARM, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import REASONS, Wording
from referral_desk.texts import N_


def notice(paper: PackPaper, reason: str, sentence: str, say: Wording, section: Element) -> Iterator[Flowable]:
    """Give the notice for a paper; `reason` is a key of REASONS, `sentence` the reason in full."""
    yield Para(say(N_("This paper is not in the pack")), TITLE.but(after=8), section.add("P"))
    facts = [
        (say(N_("Paper")), f"{paper.number}  {paper.title}"),
        (say(N_("File")), paper.file_name),
        (say(N_("Reason")), sentence),
    ]
    table = section.add("Table")
    rows: list[Flowable] = []
    for name, text in facts:
        line = table.add("TR")
        head, cell = line.add("TH", scope="Row"), line.add("TD")
        cells = [[Para(name, CELL.but(colour=FAINT), head)], [Para(text, CELL, cell)]]
        rows.append(Row(cells, [24 * 2.83, None], Look(3, 3, 6)))
    yield panel(rows, bar=WARN, fill=WARM, after=10)
    yield Para(say(REASONS[reason][1]), BODY, section.add("P"))
    if paper.sha256:
        kept = N_("The original file is kept unchanged in the desk.")
        yield Para(say(kept), BODY, section.add("P"))
