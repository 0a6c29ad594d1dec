"""An escalation brief as a Word file, for a body that writes letters of its own: real headings, lists, table heads."""

from __future__ import annotations

import datetime as dt

from referral_desk.exchange.word_files import TEXT_STYLE, printable
from referral_desk.exchange.word_writer import WordWriter
from referral_desk.queries.brief_words import (
    HAPPENED,
    READERS,
    URGENCIES,
    brief_kind,
    brief_state,
    from_to,
    paper_file,
    rule_period,
    what_is_asked,
)
from referral_desk.queries.case_documents import Brief
from referral_desk.queries.hidden_words import HIDES, is_hiding
from referral_desk.shorthand.entry_text import read_entry
from referral_desk.texts import N_, label


def brief_docx(content: Brief) -> bytes:
    """A brief as .docx; the same content gives the same bytes."""
    return _Writer(printable(content)).written()


class _Writer(WordWriter):
    def __init__(self, content: Brief) -> None:
        super().__init__(content.language)
        self.content = content

    def written(self) -> bytes:
        content = self.content
        kind, draft = brief_kind(content), self.say(N_("Draft")) if content.is_draft else ""
        shown = label(content.label, self.language)
        self.dress(
            f"{content.reference} · {kind}",
            " · ".join(part for part in (draft, shown) if part),
            title=f"{content.reference}: {kind}, {self.day(content.day)}" + (f" ({draft.lower()})" if draft else ""),
            author=content.sender,
            subject=content.title,
            on=content.day,
            label=shown,
            is_tracked=False,
        )
        self._front(kind)
        self._words(N_("Problem"), content.problem)
        self._words(N_("Consequence"), content.consequence)
        self._words(N_("What was tried"), content.tried)
        self._law()
        self._rest()
        return self.saved()

    def _front(self, kind: str) -> None:
        content, document = self.content, self.document
        document.add_paragraph(content.title, "Title")
        way = from_to(content)
        document.add_paragraph(f"{kind} · {way}", "Subtitle")
        self.add_heading(N_("What is asked"))
        document.add_paragraph(what_is_asked(content), TEXT_STYLE)
        self._text(content.proposal)
        case = " · ".join(
            part for part in (label(content.kind, self.language) if content.kind else "", content.theme) if part
        )
        facts = [
            (N_("Reference"), content.reference),
            (N_("Case"), case),
            (N_("Urgency"), self.say(URGENCIES[content.urgency])),
            (N_("Answer by"), self.day(content.due) if content.due else ""),
            (N_("Status"), brief_state(content, self.day)),
            (N_("Level skipped because"), content.jump_reason),
            (N_("Access"), self.say(READERS[content.label])),
        ]
        self.add_table(
            (N_("About the matter"), ""), [(self.say(name), text) for name, text in facts if text], (4.0, 12.0)
        )

    def _law(self) -> None:
        content = self.content
        self._words(N_("Legal point"), content.legal_point)
        if content.rules and content.rules_on is not None:
            told = self.say(N_("Rules in force on {day}"), day=self.day(content.rules_on))
            self.document.add_paragraph(told, "Heading 1")
            self.document.add_paragraph(content.rules_preface, self.parts.FACT)
            rows = []
            for one in content.rules:
                period = rule_period(one, self.language, self.day)
                source = self.say(N_("Source: {source}"), source=one.source)
                said = "\n".join(part for part in (one.condition, period, one.note, source) if part)
                rows.append((": ".join(part for part in (one.title, one.authority) if part), said))
            # Wide enough for the longest word of a rule's name, in whatever font stands in for ours.
            self.add_table((N_("Rule"), N_("What it says, and where")), rows, (6.7, 9.3))

    def _rest(self) -> None:
        content = self.content
        if content.activities:
            self.add_heading(N_("Action plan"))
            rows = [(one.number, one.title, one.plan) for one in content.activities]
            self.add_table((N_("No."), N_("Activity"), N_("Plan")), rows, (1.8, 8.2, 6.0))
        if content.origins:
            self.add_heading(N_("Where it comes from"))
            origins = [
                (
                    one.group,
                    one.title or self.say(N_("Confidential matter")),
                    f"{one.reference}, {self.say(N_('merged into this one'))}" if one.is_merged else one.reference,
                    self.day(one.sent_on) if one.sent_on else "",
                )
                for one in content.origins
            ]
            heads = (N_("Raised by"), N_("Matter"), N_("Reference"), N_("Sent"))
            self.add_table(heads, origins, (4.5, 4.7, 3.8, 3.0))
        if content.history:
            self.add_heading(N_("History"))
            lines = []
            for line in content.history:
                told = [self.say(HAPPENED[line.kind]), line.text, self._meeting(line.meeting_day, line.item)]
                lines.append((self.day(line.day), line.body, "\n".join(part for part in told if part)))
            self.add_table((N_("Day"), N_("Body"), N_("What happened")), lines, (3.5, 3.5, 9.0))
        if content.papers:
            self.add_heading(N_("Enclosures"))
            papers = [
                (str(number), one.title, paper_file(one, self.language)) for number, one in enumerate(content.papers, 1)
            ]
            self.add_table((N_("No."), N_("Paper"), N_("File")), papers, (1.8, 7.2, 7.0))
        if content.sha256:
            from docx.shared import Pt  # noqa: PLC0415 - only where a Word file is made

            told_sum = self.say(N_("Checksum of what was sent (SHA-256): {sum}"), sum=content.sha256)
            told = self.document.add_paragraph(told_sum, self.parts.FACT).paragraph_format
            told.keep_with_next, told.space_before = False, Pt(10)
        if is_hiding(content):
            self.document.add_paragraph(self.say(HIDES), self.parts.FACT).paragraph_format.keep_with_next = False

    def _meeting(self, day: dt.date | None, item: int | None) -> str:
        if day is None:
            return ""
        if item is None:
            return self.say(N_("meeting on {day}"), day=self.day(day))
        return self.say(N_("meeting on {day}, item {item}"), day=self.day(day), item=item)

    def _words(self, name: str, text: str) -> None:
        if text:
            self.add_heading(name)
            self._text(text)

    def _text(self, text: str) -> None:
        if text:
            self.add_blocks(read_entry(text), TEXT_STYLE)
