"""The items of minutes in the Danish order of blocks: resume, recommendation, decision, discussion, actions, papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.minutes_record import MinutesContent, MinutesItem, MinutesLine, MinutesPaper
from referral_desk.queries.minutes_words import EDITION
from referral_desk.reports.boxes import Grid, Landmark, Look, Row, SideLabel, panel
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.minutes_front import item_anchor, item_title
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    CELL,
    EYEBROW,
    FAINT,
    GUTTER,
    INK,
    LINE,
    MM,
    QUIET,
    SIDE,
    SMALL,
    TITLE,
    WARN,
)
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, label
from referral_desk.vocabulary import EntryKind, ItemOutcome

_TITLE: Final = TITLE.but(size=15, leading=19, after=2)
_FACT: Final = SMALL.but(after=1.5)
_TOGETHER: Final = 42 * MM  # what must fit below an item's top: its title, its facts and the first lines
_APART: Final = 8 * MM
_CLOSED: Final = N_("This item is confidential: what was said stands in the closed annex to the minutes.")
_OUTCOMES: Final = {
    ItemOutcome.NOTED: N_("The group took note."),
    ItemOutcome.DECIDED: N_("The recommendation was agreed to."),
    ItemOutcome.CARRIED: N_("The item was carried forward to a later meeting."),
    ItemOutcome.DROPPED: N_("The item was taken off the agenda."),
}
_ACTION_WIDTHS: Final[list[float | None]] = [None, 38 * MM, 22 * MM]


class Items:
    """Writes the items; `level` is that of an item's title, `corrected` the edition that changed an entry."""

    def __init__(self, say: Wording, level: int, corrected: Mapping[int, int]) -> None:
        self.say, self.level, self.corrected = say, level, corrected

    def write(self, content: MinutesContent, root: Element, *, marks: int = 0) -> Iterator[Flowable]:
        """Give every item; `marks` is the level of their bookmarks."""
        for item in content.items:
            yield CondPageBreak(_TOGETHER)
            yield Landmark(marks, f"{item.number}  {item_title(item, self.say)}", item_anchor(item), before=_APART)
            yield from self.item(item, root.add("Sect"))

    def item(self, item: MinutesItem, section: Element) -> Iterator[Flowable]:
        """Give one item."""
        heading = section.add(f"H{self.level}")
        yield SideLabel(str(item.number), _TITLE.but(colour=ACCENT), heading, gutter=GUTTER)
        yield Para(item_title(item, self.say), _TITLE, heading)
        if item.is_closed:
            yield Para(self.say(_CLOSED), BODY.but(italic=True, colour=QUIET, before=3), section.add("P"))
            return
        yield from self._facts(item, section)
        if item.resume:
            yield from self._block(N_("Summary"), section, partial(set_entry, item.resume, section))
        if item.recommendation:
            yield from self._block(N_("Recommendation"), section, partial(_points, item.recommendation, section))
        yield from self._decision(item, section)
        notes = [line for line in item.entries if line.kind is EntryKind.NOTE]
        if notes:
            yield from self._notes(notes, section)
        actions = [line for line in item.entries if line.kind is EntryKind.ACTION]
        if actions:
            yield from self._label(N_("Actions"), section, lower=5)
            yield self._actions(actions, section)
        if item.papers:
            yield from self._block(N_("Appendices"), section, partial(_papers, item.papers, section))

    def _facts(self, item: MinutesItem, section: Element) -> Iterator[Flowable]:
        runs = []
        if item.owner:
            # What nobody brings are formalities: of those the title says enough.
            runs.append(Run(label(item.purpose, self.say.language), bold=True, colour=INK))
            runs.append(Run("   ·   " + self.say(N_("Presented by {owner}"), owner=item.owner)))
        if runs:
            yield Para(runs, _FACT, section.add("P"))
        if item.out:
            away = [one.name for one in item.out if not one.is_conflict]
            conflict = [one.name for one in item.out if one.is_conflict]
            told = [
                self.say(template, names=", ".join(names))
                for template, names in (
                    (N_("Not in the room: {names}"), away),
                    (N_("Left the room because of a conflict of interest: {names}"), conflict),
                )
                if names
            ]
            yield Para("   ·   ".join(told), _FACT, section.add("P"))

    def _label(self, name: str, section: Element, *, lower: float = 1.5) -> Iterator[Flowable]:
        yield SideLabel(
            self.say(name).upper(), SIDE.but(before=9), section.add(f"H{self.level + 1}"), gutter=GUTTER, lower=lower
        )

    def _block(self, name: str, section: Element, write: Callable[[], list[Flowable]]) -> Iterator[Flowable]:
        yield from self._label(name, section)
        yield from write()

    def _decision(self, item: MinutesItem, section: Element) -> Iterator[Flowable]:
        lines = [line for line in item.entries if line.kind is EntryKind.DECISION]
        said = _OUTCOMES.get(item.outcome, "")
        is_over = item.outcome in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}
        if not lines and not is_over and (item.entries or not said):
            return
        name = Para(
            self.say(N_("Decision")).upper(), EYEBROW.but(colour=ACCENT, after=3), _heading(section, self.level)
        )
        stack: list[Flowable] = [name]
        for line in lines:
            stack += self._entry(line, section)
        if is_over or not lines:
            text = f"{self.say(said)} {item.outcome_reason}".strip()
            stack.append(Para(text, BODY.but(after=0), section.add("P")))
        yield panel(stack, before=8, after=4)

    def _notes(self, lines: Sequence[MinutesLine], section: Element) -> Iterator[Flowable]:
        yield from self._label(N_("Discussion"), section)
        for number, line in enumerate(lines):
            story = self._entry(line, section)
            first = story[0]
            assert isinstance(first, Block)
            first.before = 0 if number == 0 else BODY.after
            yield from story

    def _entry(self, line: MinutesLine, section: Element) -> list[Flowable]:
        story = set_entry(line.text, section)
        if line.id in self.corrected:
            told = self.say(N_("corrected in {edition}"), edition=self.say(EDITION, number=self.corrected[line.id]))
            story.append(Para(told, SMALL.but(before=1, after=0, bold=True, colour=WARN), section.add("P")))
        last = story[-1]
        assert isinstance(last, Block)
        last.after = 4
        return story

    def _actions(self, lines: Sequence[MinutesLine], section: Element) -> Grid:
        table = section.add("Table")
        return Grid([self._action(line, table) for line in lines], after=4)

    def _action(self, line: MinutesLine, table: Element) -> Row:
        row, told = table.add("TR"), line.action
        head, owner, due = row.add("TH", scope="Row"), row.add("TD"), row.add("TD")
        text = set_entry(line.text, head, CELL.but(after=3))
        if told is not None:
            marks = [told.reference]
            if line.id in self.corrected:
                edition = self.say(EDITION, number=self.corrected[line.id])
                marks.append(self.say(N_("corrected in {edition}"), edition=edition))
            text.append(Para(" · ".join(marks), SMALL.but(size=8.5, colour=FAINT), head.add("P")))
        who = told.owner if told and told.owner else self.say(N_("nobody yet"))
        whom: list[Flowable] = [Para(who, CELL.but(colour=INK if told and told.owner else WARN), owner.add("P"))]
        if told and told.contact:
            whom.append(Para(told.contact, SMALL.but(colour=FAINT), owner.add("P")))
        when = self.say.short_day(told.due) if told and told.due else self.say(N_("no date yet"))
        style = CELL.but(align="right", colour=QUIET if told and told.due else WARN)
        return Row([text, whom, [Para(when, style, due)]], _ACTION_WIDTHS, Look(4, 5, 8, LINE))


def _heading(section: Element, level: int) -> Element:
    return section.add(f"H{level + 1}")


def _points(lines: Sequence[str], section: Element) -> list[Flowable]:
    """The things a recommendation asks for, numbered where there are several."""
    if len(lines) == 1:
        return [Para(lines[0], BODY.but(after=0), section.add("P"))]
    points = section.add("L")
    points.numbering = "Decimal"
    story: list[Flowable] = []
    for number, line in enumerate(lines, start=1):
        point = points.add("LI")
        name = Para(f"{number}.", BODY.but(colour=ACCENT, after=0), point.add("Lbl"))
        body = Para(line, BODY.but(after=0), point.add("LBody"))
        story.append(Row([[name], [body]], [15, None], Look(0, 0, 2), after=2))
    return story


def _papers(papers: Sequence[MinutesPaper], section: Element) -> list[Flowable]:
    """The papers that were before the group."""
    points = section.add("L")
    story: list[Flowable] = []
    for paper in papers:
        point = points.add("LI")
        cells: list[list[Flowable]] = [
            [Para(paper.number, CELL.but(colour=QUIET), point.add("Lbl"))],
            [Para(paper.title, CELL, point.add("LBody"))],
        ]
        story.append(Row(cells, [11 * MM, None], Look(1, 1, 2)))
    return story
