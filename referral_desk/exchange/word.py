"""Draft minutes as a Word file that members comment in: real styles and headings, each entry findable by its bookmark.

Changes are tracked from the start. `word_reading` finds the entries again in what comes back, and the file itself says
how it was sent (`word_sent`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from referral_desk.exchange.word_files import BOOKMARK, TEXT_STYLE, printable
from referral_desk.exchange.word_sent import keep_form
from referral_desk.exchange.word_writer import WordWriter
from referral_desk.queries.minutes_record import MinutesContent, MinutesItem, MinutesLine, closed_annex, open_part
from referral_desk.queries.minutes_words import kind_word, state_line
from referral_desk.shorthand.entry_text import EntryBlock, read_entry, spans
from referral_desk.texts import N_, label
from referral_desk.vocabulary import AttendanceState, EntryKind, ItemOutcome, Label, MinutesState

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_HOW: Final = N_("Write your remarks as comments, or change the text: changes are tracked. Return this file by {day}.")
_HOW_OPEN: Final = N_("Write your remarks as comments, or change the text: changes are tracked. Return this file.")
_STATES: Final = (AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT)


def minutes_docx(content: MinutesContent, *, annex: bool = False) -> bytes:
    """The open part of minutes as a .docx, or with `annex` the closed one; the same content gives the same bytes."""
    part = closed_annex(content) if annex else open_part(content)
    return _Writer(printable(part), annex=annex).written()


class _Writer(WordWriter):
    heading = "Heading 2"

    def __init__(self, content: MinutesContent, *, annex: bool) -> None:
        super().__init__(content.language)
        self.content, self.annex = content, annex
        self.bookmarks = 0

    def written(self) -> bytes:
        from referral_desk.exchange import word_reading  # noqa: PLC0415 - only where a Word file is made

        content = self.content
        shown = label(Label.CONFIDENTIAL if self.annex else content.label, self.language)
        draft = self.say(N_("Draft")) if content.is_draft else ""
        kind = kind_word(content, annex=self.annex)
        self.dress(
            f"{content.group} · {self.day(content.day)}",
            " · ".join(part for part in (draft, shown) if part),
            title=f"{content.group}: {kind}, {self.day(content.day)}",
            author=content.group,
            subject=state_line(content, self.day),
            on=content.frozen_on or content.day,
            label=shown,
            is_tracked=True,
        )
        self._front(kind)
        for item in content.items:
            self._item(item)
        keep_form(self.document, word_reading.read_entries(self.document), word_reading.beside(self.document))
        return self.saved()

    def _when(self) -> str:
        def hour(at: dt.time) -> str:
            return f"{at.hour}.{at.minute:02}" if self.language == "da" else f"{at.hour:02}:{at.minute:02}"

        span = f"{hour(self.content.starts)}–{hour(self.content.ends)}"
        return f"{self.day(self.content.day)}{' kl. ' if self.language == 'da' else ', '}{span}"

    def _front(self, kind: str) -> None:
        content, document = self.content, self.document
        document.add_paragraph(f"{kind}: {content.group}", "Title")
        title = content.title or label(content.kind, self.language)
        document.add_paragraph(f"{self._when()} · {title}", "Subtitle")
        if content.state is MinutesState.IN_COMMENT and content.comments_due:
            document.add_paragraph(self.say(_HOW, day=self.day(content.comments_due)), "Intense Quote")
        elif content.is_draft:
            document.add_paragraph(self.say(_HOW_OPEN), "Intense Quote")
        following = content.next_meeting
        facts = [
            (N_("Status"), state_line(content, self.day)),
            (N_("Place"), content.place),
            (N_("Chair"), content.chair),
            (N_("Minutes taken by"), content.secretary),
            (N_("Next meeting"), self.day(following.day) if following else ""),
        ]
        told = [(self.say(name), text) for name, text in facts if text]
        self.add_table((N_("About the meeting"), ""), told, (4.0, 12.0))
        people = [one for state in _STATES for one in content.attendees if one.state is state]
        if people:
            document.add_paragraph(self.say(N_("Attendance")), "Heading 1")
            heads = (N_("Name"), N_("Organisation"), N_("Attendance"))
            rows = [
                (
                    f"{one.name} ({self.say(N_('deputy for {name}'), name=one.deputy_for)})"
                    if one.deputy_for
                    else one.name,
                    one.organisation,
                    label(one.state, self.language),
                )
                for one in people
            ]
            self.add_table(heads, rows, (6.0, 6.5, 3.5))

    def _item(self, item: MinutesItem) -> None:
        document = self.document
        title = item.title or self.say(N_("Closed item"))
        document.add_paragraph(f"{item.number}. {title}", "Heading 1")
        if item.is_closed:
            document.add_paragraph(self.say(_CLOSED), self.parts.FACT)
            return
        if item.owner:
            # What nobody brings are formalities: of those the title says enough.
            facts = [label(item.purpose, self.language)]
            facts.append(self.say(N_("Presented by {owner}"), owner=item.owner))
            document.add_paragraph(" · ".join(facts), self.parts.FACT)
        if item.resume:
            self.add_heading(N_("Summary"))
            self.add_blocks(read_entry(item.resume), self.parts.RECORD)
        if item.recommendation:
            self.add_heading(N_("Recommendation"))
            labels = ("",) if len(item.recommendation) == 1 else (f"{n}." for n in count(1))
            points = [EntryBlock((spans(line),), one) for one, line in zip(labels, item.recommendation, strict=False)]
            self.add_blocks(points, self.parts.RECORD)
        self._entries(item)
        if item.outcome in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}:
            told = f"{label(item.outcome, self.language)}. {item.outcome_reason}".strip()
            document.add_paragraph(told, self.parts.FACT)

    def _entries(self, item: MinutesItem) -> None:
        for name, kind in ((N_("Decision"), EntryKind.DECISION), (N_("Discussion"), EntryKind.NOTE)):
            lines = [line for line in item.entries if line.kind is kind]
            if lines:
                self.add_heading(name)
            for line in lines:
                self._entry(line)
        actions = [line for line in item.entries if line.kind is EntryKind.ACTION]
        if actions:
            self.add_heading(N_("Actions"))
            self._actions(actions)

    def _entry(self, line: MinutesLine) -> None:
        self._mark(line, self.add_blocks(read_entry(line.text), TEXT_STYLE))

    def _actions(self, lines: Sequence[MinutesLine]) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - only where a Word file is made

        heads = (N_("Action"), N_("Responsible"), N_("Deadline"))
        rows = []
        for line in lines:
            told = line.action
            owner = ", ".join(part for part in (told.owner, told.contact) if part) if told else ""
            rows.append(("", owner, self.day(told.due) if told and told.due else ""))
        made = self.add_table(heads, rows, (7.5, 4.3, 4.2))
        for line, row in zip(lines, made.rows[1:], strict=True):
            cell = row.cells[0]
            paragraphs = self.add_blocks(read_entry(line.text), TEXT_STYLE, cell)
            first = cell.paragraphs[0]
            if first is not paragraphs[0] and not first.text:
                first._p.getparent().remove(first._p)  # noqa: SLF001 - python-docx has no way to remove one
            # As far from the rule above as what stands beside it.
            paragraphs[0].paragraph_format.space_before = Pt(2)
            self._mark(line, paragraphs)

    def _mark(self, line: MinutesLine, paragraphs: Sequence[Paragraph]) -> None:
        self.bookmarks += 1
        self.parts.bookmark(paragraphs[0], paragraphs[-1], f"{BOOKMARK}{line.id}", self.bookmarks)


_CLOSED: Final = N_("This item is confidential: what was said stands in the closed annex to the minutes.")
