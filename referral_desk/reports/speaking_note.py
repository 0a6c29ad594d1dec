"""A speaking note as PDF, on one page: what a region has at the meeting above, what it asked, where each matter stands.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from referral_desk.queries.brief_words import SPEAKING_NOTE
from referral_desk.queries.case_documents import NoteCircular, NoteMatter, SpeakingNote
from referral_desk.reports.boxes import Grid, Look, Row, SideLabel
from referral_desk.reports.folio import Folio, Imprint, Wide
from referral_desk.reports.hidden_words import hidden_words
from referral_desk.reports.lists import Late, facts, title_block
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import ACCENT, BODY, CELL, FAINT, GUTTER, LINE, MM, QUIET, SIDE, SMALL, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.shorthand.entry_text import read_entry
from referral_desk.texts import N_, label
from referral_desk.vocabulary import ConsultationRole

_SMALL: Final = SMALL.but(size=8.5, leading=11.5, colour=FAINT)
_ASKED: Final = {
    ConsultationRole.DECISION: N_("We ask: {words}"),
    ConsultationRole.COMMENT: N_("We ask for an opinion on: {words}"),
    ConsultationRole.INFORMATION: N_("We tell: {words}"),
}


@dataclass(frozen=True)
class Fit:
    """How much is said so that it stays on one page: letters of what is asked, of an answer, and the type's size.

    Where nothing of what is asked is said, a matter is told in one paragraph and without what comes next.
    """

    asked: int
    answer: int
    size: float
    is_close: bool = False


FITS: Final = (Fit(320, 320, 10), Fit(180, 180, 9.5), Fit(110, 90, 9, is_close=True), Fit(0, 0, 8.5, is_close=True))


def build_speaking_note(content: SpeakingNote) -> tuple[bytes, int]:
    """Typeset a speaking note, and tell its pages: one, unless the region has more there than a page can hold."""
    made: tuple[bytes, int] = (b"", 0)
    for fit in FITS:
        made = _Writer(content, fit).made()
        if made[1] == 1:
            break
    return made


class _Writer:
    def __init__(self, content: SpeakingNote, fit: Fit) -> None:
        self.content, self.fit, self.say = content, fit, Wording(content.language)
        self.cell = CELL.but(size=fit.size, leading=round(fit.size * 1.32, 1))
        self.look = Look(2, 2.5, 6, LINE) if fit.is_close else Look(4, 5, 6, LINE)

    def made(self) -> tuple[bytes, int]:
        content, say = self.content, self.say
        kind = say(SPEAKING_NOTE)
        day = content.meeting_day or content.day
        imprint = Imprint(
            title=f"{content.region}: {kind}, {say.day(day)}",
            author=content.region,
            subject=content.body,
            kind=kind,
            head=f"{content.region} · {kind} · {say.day(day)}",
            label=label(content.label, say.language),
            foot=f"{kind} · {say(N_('As of {day}'), day=say.day(content.day))}",
            day=content.day,
        )
        folio = Folio(imprint, say, gutter=True)
        folio.story += self._head(kind, folio.root.add("Sect"))
        here = [one for one in content.matters if one.item is not None]
        rest = [one for one in content.matters if one.item is None]
        folio.story += self._matters(N_("On the agenda"), here, folio.root)
        folio.story += self._matters(N_("Also under way") if here else N_("Under way"), rest, folio.root)
        folio.story += self._matters(N_("Answers since the last meeting"), content.answers, folio.root)
        folio.story += self._circulars(folio.root)
        if not content.matters and not content.answers:
            told = say(N_("The region has nothing under way there at the moment."))
            folio.story.append(Para(told, BODY.but(before=12), folio.root.add("P")))
        folio.story += hidden_words(content, say, folio.root)
        return folio.made()

    def _head(self, kind: str, section: Element) -> Iterator[Flowable]:
        content, say = self.content, self.say
        when = say(N_("No meeting is planned yet"))
        if content.meeting_day is not None and content.starts is not None and content.ends is not None:
            when = say.when(content.meeting_day, content.starts, content.ends)
        stack = title_block(
            kind, content.region, [say(N_("To {group}"), group=say.within(content.body)), when], section
        )
        last = stack[-1]
        assert isinstance(last, Block)
        last.after = 8
        report = say.long_day(content.own_next) if content.own_next else say(N_("No meeting is planned yet"))
        rows = [
            (say(N_("Representative")), content.speaker or say(N_("vacant"))),
            (say(N_("Place")), content.place),
            (say(N_("To report at")), report),
        ]
        yield Wide([*stack, facts(rows, section, GUTTER - 6)], after=2)

    def _matters(self, name: str, matters: Sequence[NoteMatter], root: Element) -> Iterator[Flowable]:
        if not matters:
            return
        section = root.add("Sect")
        yield self._side(name, section)
        points = section.add("L")
        for one in matters:
            yield self._matter(one, points.add("LI"))

    def _matter(self, one: NoteMatter, point: Element) -> Row:
        say, cell = self.say, self.cell
        first, body = point.add("Lbl"), point.add("LBody")
        mark = str(one.item) if one.item is not None else "–"
        title = one.title or say(N_("Confidential matter"))
        late = ""
        if one.is_late and one.due is not None:
            late = say(N_("an answer was asked for by {day}"), day=say.day(one.due))
        stands = self._stands(one)
        if not self.fit.asked:
            runs = [Run(title, bold=True), Run(f" · {stands}", colour=QUIET)]
            runs += [Run(f" · {late}", bold=True, colour=WARN)] if late else []
            told: list[Flowable] = [Para(runs, cell, body.add("P"))]
        else:
            told = [Para(title, cell.but(bold=True, size=cell.size + 0.5), body.add("P"))]
            told += [Para(words, cell, body.add("P")) for words in self._words(one)]
            told.append(Para(stands, _SMALL.but(colour=QUIET), body.add("P")))
            told += [Late(late, body.add("P"))] if late else []
        cells: list[list[Flowable]] = [[Para(mark, cell.but(bold=True, colour=ACCENT), first)], told]
        return Row(cells, [8 * MM, None], self.look)

    def _words(self, one: NoteMatter) -> Iterator[str]:
        asked, answer = clipped(one.asked, self.fit.asked), clipped(one.answer, self.fit.answer)
        if asked and not answer:
            yield self.say(_ASKED[one.role], words=asked)
        if answer:
            yield self.say(N_("Answer: {words}"), words=answer)

    def _stands(self, one: NoteMatter) -> str:
        say = self.say
        stands = [one.reference, label(one.state, say.language)]
        if self.fit.asked:
            stands.append(one.next_step.removesuffix("."))
        if one.others:
            stands.append(say(N_("also raised by {groups}"), groups=", ".join(one.others)))
        if one.due is not None and not one.is_late and not one.answer:
            stands.append(say(N_("answer asked for by {day}"), day=say.short_day(one.due)))
        return " · ".join(part for part in stands if part)

    def _circulars(self, root: Element) -> Iterator[Flowable]:
        if not self.content.circulars:
            return
        say, section = self.say, root.add("Sect")
        yield self._side(N_("Circulars"), section)
        table = section.add("Table")
        rows = []
        for one in self.content.circulars:
            line = table.add("TR")
            head, about, noted = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
            title, sent = one.title or say(N_("Confidential matter")), say.short_day(one.sent_on)
            if self.fit.asked:
                kind = Para(f"{label(one.kind, say.language)}, {sent}", _SMALL, about.add("P"))
                told: list[Flowable] = [Para(title, self.cell, about.add("P")), kind]
            else:
                told = [Para((Run(title), Run(f" · {sent}", colour=QUIET)), self.cell, about)]
            cells: list[list[Flowable]] = [
                [Para(one.reference, self.cell, head)],
                told,
                [Para(noted_words(one, say), self.cell.but(colour=QUIET), noted)],
            ]
            rows.append(Row(cells, [18 * MM, None, 58 * MM], self.look))
        yield Grid(rows)

    def _side(self, name: str, section: Element) -> SideLabel:
        before = 9 if self.fit.is_close else 14
        return SideLabel(self.say(name).upper(), SIDE.but(before=before), section.add("H2"), gutter=GUTTER, lower=4.5)


def noted_words(one: NoteCircular, say: Wording) -> str:
    """Whether the group has taken note of a circular, and if not, when it comes up."""
    if one.noted_on is not None:
        return say(N_("noted {day}"), day=say.short_day(one.noted_on))
    if one.meeting_day is not None:
        return say(N_("not noted yet · meeting on {day}"), day=say.short_day(one.meeting_day))
    return say(N_("not noted yet"))


def clipped(text: str, most: int) -> str:
    """A text on one line without its marks, cut at a word where it is longer than so many letters; none for 0."""
    parts = [f"{block.label} {block.text}" if block.is_numbered else block.text for block in read_entry(text)]
    told = " ".join(" ".join(parts).split())
    if len(told) <= most:
        return told
    return told[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;.:") + " …" if most else ""
