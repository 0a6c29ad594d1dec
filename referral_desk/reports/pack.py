"""The meeting pack: everything a group needs at the table, in one file with one count of pages.

Loaded by the worker only (`packs` is the door). Nothing that is wrong with a paper stops the pack: the paper's place
then holds a page that names it, says why it is not there and what to do.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from typing import Any, Final

import pikepdf
from reportlab.platypus.doctemplate import NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.frames import Frame

from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.queries.packs import PackContent, PackItem, PackPaper
from referral_desk.reports import front
from referral_desk.reports.boxes import Landmark, stack_height
from referral_desk.reports.chrome import Chrome, PaperRun
from referral_desk.reports.finish import PlateMaker, finish
from referral_desk.reports.items import item
from referral_desk.reports.layers import keep_layers, keep_links
from referral_desk.reports.metadata import About
from referral_desk.reports.minutes import minutes_anchor, minutes_inside, minutes_title
from referral_desk.reports.notice import notice
from referral_desk.reports.papers import Prepared, prepare
from referral_desk.reports.plates import PlateBlock, frame_for, page_plate, picture_plate
from referral_desk.reports.style import BOTTOM, COLUMN, COVER_TOP, FULL, GUTTER, HIGH, LEFT, MM, STRIP, TOP, WIDE
from referral_desk.reports.tags import Element, TagCanvas
from referral_desk.reports.text_paper import typeset
from referral_desk.reports.ties import Document
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_

Progress = Callable[[int, int, str], None]
READING: Final = N_("Reading the papers")
SETTING: Final = N_("Setting the pages")
BINDING: Final = N_("Binding the pack")
_TOTAL: Final = 100
_AIR: Final = 24  # above the members, where they follow the contents
_READ, _SET = 35, 80  # how far the bar is when reading and setting are done


@dataclass(frozen=True, slots=True)
class Made:
    """A finished pack: its bytes, its pages, and for each paper (number, sha256, first page, pages, reason)."""

    pdf: bytes
    pages: int
    papers: tuple[tuple[str, str, int, int, str], ...]


def build(content: PackContent, papers: Mapping[str, bytes], on_progress: Progress | None = None) -> bytes:
    """Typeset a pack; `papers` gives the bytes of each paper by its sha256."""
    return make(content, papers, on_progress).pdf


def build_task(payload: tuple[PackContent, dict[str, bytes]], tell: Progress) -> tuple[dict[str, Any], list[bytes]]:
    """Typeset a pack in the worker's child: the pack in bytes, with what is known about it."""
    content, papers = payload
    made = make(content, papers, tell)
    return {"pages": made.pages, "papers": [list(paper) for paper in made.papers]}, [made.pdf]


def make(content: PackContent, papers: Mapping[str, bytes], on_progress: Progress | None = None) -> Made:
    """Typeset a pack and tell what became of each paper."""
    return _Maker(content, papers, on_progress or (lambda _done, _total, _key: None)).make()


def _bring(form: pikepdf.Object, pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.copy_foreign(form)


class _Maker:
    def __init__(self, content: PackContent, papers: Mapping[str, bytes], tell: Progress) -> None:
        self.content, self.bytes, self.tell = content, papers, tell
        self.say = Wording(content.language)
        self.chrome = Chrome(content, self.say)
        self.root = Element("Document")
        self.prepared: list[Prepared] = []
        self.runs: list[PaperRun] = []
        self.plates: dict[str, PlateMaker] = {}
        self.blocks: dict[str, PlateBlock] = {}
        self.templates = [
            self._template("cover", self.chrome.cover, LEFT, FULL, top=COVER_TOP),
            self._template("wide", self.chrome.inside, LEFT, FULL),
            self._template("inside", self.chrome.inside, LEFT + GUTTER, COLUMN),
        ]

    def make(self) -> Made:
        """Read, set, bind."""
        papers = self.content.papers
        try:
            for number, paper in enumerate(papers):
                self.tell(_READ * number // max(1, len(papers)), _TOTAL, READING)
                self.prepared.append(prepare(paper, self.bytes, self.say))
            story = list(self._story())
            drawn, canvas = self._draw(story)
            self.tell(_SET, _TOTAL, BINDING)
            pdf = finish(drawn, canvas, self._about(), self.plates, partial(self._add_foreign, canvas))
            self.tell(_TOTAL, _TOTAL, BINDING)
        finally:
            for one in self.prepared:
                if one.foreign:
                    one.foreign.close()
        told = tuple(
            (run.paper.number, run.paper.sha256 or "", run.first + 1, run.pages, ready.sentence)
            for run, ready in zip(self.runs, self.prepared, strict=True)
        )
        return Made(pdf, canvas.pages, told)

    def _template(
        self,
        name: str,
        furniture: Callable[[TagCanvas], None],
        x: float,
        width: float,
        *,
        top: float = TOP,
        page: tuple[float, float] = (WIDE, HIGH),
        bottom: float = BOTTOM,
    ) -> PageTemplate:
        frame = Frame(x, bottom, width, page[1] - top - bottom, 0, 0, 0, 0)
        return PageTemplate(name, [frame], onPage=lambda canvas, _: furniture(canvas), pagesize=page)

    def _story(self) -> Iterator[Flowable]:
        content, say = self.content, self.say
        yield NextPageTemplate("wide")
        yield from front.cover(content, say, self.root)
        if front.wants_contents(content):
            yield PageBreak()
            yield Landmark(0, say(N_("Contents")), front.CONTENTS)
            yield from front.contents(content, say, self.root)
        if content.members:
            members = list(front.members(content, say, self.root))
            # The whole table stands below the contents, or begins a page of its own.
            tall = stack_height(members, FULL) + _AIR
            yield CondPageBreak(tall) if front.wants_contents(content) else PageBreak()
            yield Landmark(0, say(N_("Members on the meeting's date")), front.MEMBERS)
            yield from members
        fresh = True
        for one in content.items:
            if fresh:
                yield NextPageTemplate("inside")
                yield PageBreak()
            else:
                yield CondPageBreak(75 * MM)
            fresh = bool(one.papers or one.approves)
            yield from self._item(one)

    def _item(self, one: PackItem) -> Iterator[Flowable]:
        section = self.root.add("Sect")
        first = len(self.runs)
        took: dict[PackPaper, PaperRun] = {}
        ready = dict(zip(one.papers, self.prepared[first : first + len(one.papers)], strict=True))
        yield from item(one, self.say, section, lambda p: ready[p].sentence, lambda p: took[p].pages)
        if one.approves:
            yield from self._minutes(one, one.approves, section)
        for paper in one.papers:
            part = section.add("Sect")
            run = PaperRun(one, paper, part.add("H3"), Element("P"))
            self.runs.append(run)
            took[paper] = run
            yield from self._paper(len(self.runs) - 1, run, ready[paper], part)
            part.kids.append(run.back)

    def _minutes(self, one: PackItem, minutes: MinutesContent, section: Element) -> Iterator[Flowable]:
        part = section.add("Sect")
        title = minutes_title(minutes, self.say)
        like = PackPaper("", title, "", "text", None)
        run = PaperRun(
            one, like, part.add("P"), Element("P"), name=self.say(N_("Minutes")), place=minutes_anchor(minutes)
        )
        name = f"minutes-{one.number}"
        strip = partial(self.chrome.paper, run=run)
        self.templates.append(self._template(name, strip, LEFT + GUTTER, COLUMN, top=STRIP + 15 * MM))
        yield NextPageTemplate(name)
        yield PageBreak()
        yield from minutes_inside(minutes, self.say, part)
        part.kids.append(run.back)

    def _paper(self, number: int, run: PaperRun, ready: Prepared, part: Element) -> Iterator[Flowable]:
        strip = partial(self.chrome.paper, run=run)
        run.plate = bool(ready.foreign or ready.picture)
        if ready.foreign:
            for at, page in enumerate(ready.foreign.pages):
                key = f"{number}/{at}"
                if at:
                    run.shares.append(part.add("P"))
                alt = f"{self.say.paper(run.paper)}, {run.paper.title}, {self.say.page_of(at + 1, ready.count)}"
                element = part.add("P") if page.speaks else part.add("Figure", alt=alt)
                self.plates[key] = partial(_bring, page.form)
                yield from self._plate(key, page_plate(key, page, element), strip)
        elif ready.picture:
            key = f"{number}/0"
            alt = self.say(N_("Picture: {title} ({file})"), title=run.paper.title, file=run.paper.file_name)
            picture = ready.picture
            self.plates[key] = picture.place
            size = (picture.width, picture.height)
            yield from self._plate(key, picture_plate(key, size, part.add("Figure", alt=alt)), strip)
        else:
            name = f"text-{number}"
            self.templates.append(self._template(name, strip, LEFT + GUTTER, COLUMN, top=STRIP + 15 * MM))
            yield NextPageTemplate(name)
            yield PageBreak()
            if ready.reason:
                yield from notice(run.paper, ready.reason, ready.sentence, self.say, part)
            else:
                yield from typeset(ready.text, part, under=3, width=COLUMN)

    def _plate(self, key: str, block: PlateBlock, strip: Callable[[TagCanvas], None]) -> Iterator[Flowable]:
        page = frame_for(*block.size).page
        name = f"plate-{key}"
        self.templates.append(self._template(name, strip, 0, page[0], top=0, bottom=0, page=page))
        self.blocks[key] = block
        yield NextPageTemplate(name)
        yield PageBreak()
        yield block

    def _draw(self, story: list[Flowable]) -> tuple[bytes, TagCanvas]:
        out = io.BytesIO()
        canvas = TagCanvas(out, self.root, self.say.tag)
        guess = 2 + len(self.content.items) + sum(ready.count or 1 + len(ready.text) // 2200 for ready in self.prepared)

        def turned(pages: int) -> None:
            self.tell(_READ + (_SET - _READ) * min(pages, guess) // guess, _TOTAL, SETTING)

        canvas.turned = turned
        doc = Document(out, pagesize=(WIDE, HIGH), pageTemplates=self.templates)
        doc.build(story, canvasmaker=lambda *_, **__: canvas)
        return out.getvalue(), canvas

    def _add_foreign(self, canvas: TagCanvas, pdf: pikepdf.Pdf) -> None:
        foreign = {number: ready.foreign for number, ready in enumerate(self.prepared) if ready.foreign}
        placed: dict[tuple[int, int], tuple[int, PlateBlock]] = {}
        for plate in canvas.plates:
            number, at = plate.key.split("/")
            placed[int(number), int(at)] = (plate.page, self.blocks[plate.key])
        keep_layers(pdf, foreign)
        keep_links(pdf, foreign, placed)

    def _about(self) -> About:
        content, say = self.content, self.say
        kind = say(N_("Meeting pack"))
        return About(
            title=f"{content.group}: {kind}, {say.day(content.date)}",
            author=content.group,
            subject=" · ".join(part for part in (say.meeting(content), say.issue(content)) if part),
            language=say.tag,
            keywords=(kind, content.group, say.day(content.date), say.label(content.label)),
            made_at=datetime.combine(content.issued_on, time(12), tzinfo=UTC),
            # A stranger's page keeps its own fonts and colours and has no structure: such a pack promises nothing.
            standards=not any(ready.foreign for ready in self.prepared),
        )
