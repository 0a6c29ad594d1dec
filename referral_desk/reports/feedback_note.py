"""A feedback note as PDF: the answer to what one group asked, in the words that were released for its readers.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from typing import Final

from reportlab.platypus.flowables import Flowable

from referral_desk.queries.brief_words import FEEDBACK, READERS
from referral_desk.queries.case_documents import FeedbackNote
from referral_desk.reports.boxes import Grid, SideLabel, panel
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Folio, Imprint, Wide
from referral_desk.reports.hidden_words import hidden_words
from referral_desk.reports.lists import facts, title_block
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import ACCENT, EYEBROW, GUTTER, SIDE, SMALL
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_, label

_SIDE: Final = SIDE.but(before=14)


def build_feedback_note(content: FeedbackNote) -> tuple[bytes, int]:
    """Typeset a feedback note, and tell its pages."""
    say = Wording(content.language)
    kind = say(FEEDBACK)
    imprint = Imprint(
        title=f"{content.reference}: {kind}, {say.day(content.released_on)}",
        author=content.body,
        subject=content.title,
        kind=kind,
        head=f"{content.reference} · {kind} · {content.group}",
        label=label(content.label, say.language),
        foot=say(N_("Feedback released on {day}"), day=say.day(content.released_on)),
        day=content.released_on,
    )
    folio = Folio(imprint, say, gutter=True)
    section = folio.root.add("Sect")
    to = say(N_("To {group}"), group=say.within(content.group))
    stack = title_block(kind, content.title, [to, content.reference], section)
    last = stack[-1]
    assert isinstance(last, Block)
    last.after = 12
    answer: list[Flowable] = [
        Para(say(N_("The answer")).upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("H2")),
        *set_entry(content.text, section),
    ]
    folio.story.append(Wide([*stack, panel(answer)], after=10))
    folio.story.append(Wide([_facts(content, say, section)], after=4))
    folio.story += _asked(content, say, folio.root)
    folio.story += hidden_words(content, say, folio.root)
    return folio.made()


def _facts(content: FeedbackNote, say: Wording, section: Element) -> Grid:
    answered = content.body
    if content.answered_on is not None:
        answered = say(N_("{body}, {day}"), body=content.body, day=say.day(content.answered_on))
    rows = [
        (say(N_("Answered by")), answered),
        (say(N_("Its way")), " → ".join(content.way) if len(content.way) > 1 else ""),
        (say(N_("Released")), say.day(content.released_on)),
        (say(N_("Reported back") if content.reported_on else N_("To be heard at")), _reported(content, say)),
        (say(N_("The same answer to")), ", ".join(content.others)),
        (say(N_("Access")), say(READERS[content.label])),
    ]
    return facts(rows, section, GUTTER - 6)


def _reported(content: FeedbackNote, say: Wording) -> str:
    if content.told_how and content.reported_on is not None:
        return say(N_("{day}, outside a meeting: {how}"), day=say.day(content.reported_on), how=content.told_how)
    if content.meeting_day is None:
        return say(N_("the group's next meeting, which is not planned yet"))
    told = say(N_("meeting on {day}, item {item}"), day=say.day(content.meeting_day), item=content.item)
    if content.reported_on is None:
        return told
    approved = say(N_("minutes approved {day}"), day=say.day(content.reported_on))
    return f"{told} · {approved}"


def _asked(content: FeedbackNote, say: Wording, root: Element) -> list[Flowable]:
    if not content.asked:
        return []
    section = root.add("Sect")
    side = SideLabel(say(N_("What was asked")).upper(), _SIDE, section.add("H2"), gutter=GUTTER, lower=1.5)
    story: list[Flowable] = [side, *set_entry(content.asked, section)]
    if content.asked_on is not None:
        told = say(N_("Sent on {day}"), day=say.day(content.asked_on))
        story.append(Para(told, SMALL.but(before=5), section.add("P")))
    return story
