"""The letter that calls a group to a meeting, as PDF: when, where, what about, who is asked, what to do by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.documents import Invitation
from referral_desk.reports.boxes import Grid, Look, Row, SideLabel
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Folio, Imprint, Wide
from referral_desk.reports.lists import facts, head_row, title_block
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    CELL,
    FAINT,
    FULL,
    GUTTER,
    LINE,
    MM,
    QUIET,
    SIDE,
    SMALL,
    Style,
)
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, is_blank, label
from referral_desk.vocabulary import AttendeeRole
from referral_desk.vocabulary.phrases import WHAT, Phrase

_SIGNED: Final = 34 * MM  # the greeting and who sends it stay on one page
_LIST: Final = 220 * MM  # what a page holds
_CELL: Final = CELL.but(size=9.5, leading=13)


def letter_name(content: Invitation) -> str:
    """What the letter is."""
    return Wording(content.language)(N_("Invitation"))


def build_invitation(content: Invitation) -> tuple[bytes, int]:
    """Typeset the letter, and tell its pages."""
    say = Wording(content.language)
    kind = letter_name(content)
    when = say.when(content.day, content.starts, content.ends)
    meeting = content.title or label(content.kind, say.language)
    imprint = Imprint(
        title=f"{content.group}: {kind}, {say.day(content.day)}",
        author=content.group,
        subject=meeting,
        kind=kind,
        head=f"{content.group} · {kind} · {say.day(content.day)}",
        label=say.label(content.label.value),
        foot=say(N_("Invitation of {day}"), day=say.day(content.written_on)),
        day=content.written_on,
    )
    folio = Folio(imprint, say, gutter=True)
    section = folio.root.add("Sect")
    stack = title_block(kind, content.group, [when, meeting], section)
    last = stack[-1]
    assert isinstance(last, Block)
    last.after = 14
    folio.story.append(Wide([*stack, _facts(content, say, section)], after=12))
    folio.story += _words(content, say, folio.root)
    folio.story += _agenda(content, say, folio.root)
    folio.story += _invited(content, say, folio.root)
    return folio.made()


def _facts(content: Invitation, say: Wording, section: Element) -> Grid:
    moved = ""
    if content.moved_from is not None:
        moved = say(N_("from {day}"), day=_in_sentence(say.long_day(content.moved_from), say))
        moved += f": {content.move_reason}" if content.move_reason else ""
    due = [
        (say(N_("Agenda items")), content.items_due),
        (say(N_("Apologies")), content.apologies_due),
        (say(N_("Papers sent")), content.pack_due),
    ]
    rows = [
        (say(N_("Place")), content.place),
        (say(N_("Moved")), moved),
        (say(N_("Chair")), content.chair),
        (say(N_("Secretary")), content.secretary),
        *((name, _no_later(day, say)) for name, day in due if day is not None),
    ]
    return facts(rows, section, GUTTER - 6)


def _no_later(day: date, say: Wording) -> str:
    return say(N_("no later than {day}"), day=_in_sentence(say.long_day(day), say))


def _words(content: Invitation, say: Wording, root: Element) -> Iterator[Flowable]:
    section = root.add("Sect")
    yield from _phrase(
        content,
        Phrase.INVITATION,
        say,
        section,
        what=say(WHAT[content.kind]),
        group=say.within(content.group),
        day=_in_sentence(say.long_day(content.day), say),
    )
    if content.words:
        story = set_entry(content.words, section)
        last = story[-1]
        assert isinstance(last, Block)
        last.after = BODY.after
        yield from story
    asks = []
    if content.apologies_due is not None:
        asks.append(
            say(
                N_("Please say whether you are coming, or who comes in your place, no later than {day}."),
                day=_in_sentence(say.long_day(content.apologies_due), say),
            )
        )
    if content.signer_email:
        asks.append(say(N_("Answers go to {address}."), address=content.signer_email))
    if asks:
        yield Para(" ".join(asks), BODY, section.add("P"))
    if content.signer:
        yield CondPageBreak(_SIGNED)
        yield from _phrase(content, Phrase.REGARDS, say, section, style=BODY.but(before=6, after=4, with_next=True))
        runs = [Run(content.signer, bold=True)]
        if content.signer_title:
            runs.append(Run(f", {content.signer_title}"))
        yield Para(runs, BODY.but(after=2), section.add("P"))
        yield Para(say.day(content.written_on), SMALL.but(colour=FAINT, after=4), section.add("P"))


def _phrase(
    content: Invitation, phrase: Phrase, say: Wording, section: Element, *, style: Style = BODY, **values: str
) -> Iterator[Flowable]:
    """The group's own words, as its mails have them: a line is a paragraph, and an empty one is room between two."""
    lines = [line.strip() for line in content.phrases.say(phrase, say.language, **values).splitlines()]
    ends = {number for number, line in enumerate(lines[1:]) if is_blank(line)} | {len(lines) - 1}
    for number, line in enumerate(lines):
        if not is_blank(line):
            face = style.but(before=0 if number else style.before, after=style.after if number in ends else 0)
            yield Para(line, face, section.add("P"))


def _in_sentence(day: str, say: Wording) -> str:
    """A day inside a sentence: Danish days begin with a small letter there."""
    return day[:1].lower() + day[1:] if say.language == "da" else day


def _agenda(content: Invitation, say: Wording, root: Element) -> Iterator[Flowable]:
    if not content.items:
        return
    section = root.add("Sect")
    yield CondPageBreak(40 * MM)
    yield SideLabel(say(N_("Agenda")).upper(), SIDE, section.add("H2"), gutter=GUTTER, lower=5)
    table = section.add("Table")
    widths: list[float | None] = [9 * MM, None, 25 * MM, 14 * MM]
    names = [say(name) for name in (N_("No."), N_("Item"), N_("Purpose"), N_("Time"))]
    rows = [head_row(names, widths, table, frozenset({3}))]
    for item in content.items:
        line = table.add("TR")
        title = item.title or say(N_("Closed item"))
        cells: list[list[Flowable]] = [
            [Para(str(item.number), CELL.but(colour=ACCENT, bold=True), line.add("TD"))],
            [Para(title, CELL, line.add("TH", scope="Row"))],
            [Para(label(item.purpose, say.language), CELL.but(colour=QUIET), line.add("TD"))],
            [Para(say.hour(item.starts_at), CELL.but(colour=QUIET, align="right"), line.add("TD"))],
        ]
        rows.append(Row(cells, widths, Look(5, 6, 8, LINE)))
    yield Grid(rows, heads=1, after=8)


def _invited(content: Invitation, say: Wording, root: Element) -> Iterator[Flowable]:
    if not content.invited:
        return
    section = root.add("Sect")
    head, table = section.add("H2"), section.add("Table")
    # Where bodies alone are invited, as ministries are, their names have the whole line.
    widths: list[float | None] = [66 * MM if any(one.name for one in content.invited) else 0.8 * (FULL - GUTTER), None]
    rows = []
    for one in content.invited:
        line = table.add("TR")
        who, cell = line.add("TH", scope="Row"), line.add("TD")
        role = "" if one.role is AttendeeRole.MEMBER else label(one.role, say.language)
        remark = say(N_("deputy for {name}"), name=one.deputy_for) if one.deputy_for else role
        remark = remark[:1].lower() + remark[1:]
        runs = [Run(one.name or one.organisation)]
        if remark:
            runs.append(Run(f" · {remark}", colour=QUIET))
        cells: list[list[Flowable]] = [
            [Para(runs, _CELL, who)],
            [Para(one.organisation if one.name else "", _CELL.but(colour=QUIET), cell)],
        ]
        rows.append(Row(cells, widths, Look(3, 4, 8, LINE)))
    grid = Grid(rows, after=6)
    tall = grid.wrap(FULL - GUTTER, 0)[1]
    # The list stays together where one page can hold it.
    yield CondPageBreak(tall if tall < _LIST else 40 * MM)
    yield SideLabel(say(N_("Invited")).upper(), SIDE, head, gutter=GUTTER, lower=4.5)
    yield grid
