"""Find groups, meetings, people, open actions and open cases by a few letters: for the command palette."""

from __future__ import annotations

import datetime as dt
import enum
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.models import ActionItem, AgendaItem, Case, Group, GroupName, Meeting, Organisation, Person
from referral_desk.models.actions import reference
from referral_desk.models.cases import case_reference
from referral_desk.queries.chain import short_name
from referral_desk.queries.withheld import is_withheld, open_words
from referral_desk.texts import danish_order
from referral_desk.vocabulary import Label

NO_MATCH: Final = 1000
# Every keystroke looks at every name again.
FOLDED: Final = 32_768
ACTIONS: Final = 500
"""How many open actions are looked through; the page Actions finds every one."""
CASES: Final = 500
"""How many open cases are looked through, the newest first; the page Cases finds every one."""
MEETINGS_AROUND: Final = dt.timedelta(days=800)
_SHORT: Final = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ð": "d", "þ": "t", "ß": "s", "ł": "l", "đ": "d"})
_LONG: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class FoundKind(enum.StrEnum):
    """What was found."""

    GROUP = "group"
    MEETING = "meeting"
    PERSON = "person"
    ACTION = "action"
    CASE = "case"


@dataclass(frozen=True)
class FoundRow:
    """Something that can be opened: its kind, its id, and how to show it. For meetings also group, day and stage."""

    kind: FoundKind
    id: int
    title: str
    detail: str = ""
    day: dt.date | None = None
    place: str = ""
    """Further words that find it and are not shown, such as those of a confidential matter."""
    is_withheld: bool = False
    """Whether it is shown without its words."""


def findable(session: Session, *, day: dt.date, language: str) -> list[FoundRow]:
    """What the palette opens, named as on a day: groups, meetings by nearness, people, open actions, open cases."""
    groups = session.scalars(select(Group).options(selectinload(Group.names)).order_by(Group.tier, Group.position))
    found: list[FoundRow] = []
    for group in groups:
        if group.valid_on(day):
            other = " ".join({word for name in group.names for word in _all_names(name)})
            name = short_name(group, day, language)
            found.append(FoundRow(FoundKind.GROUP, group.id, name, group.place, place=other))
    found += _meetings(session, {row.id: row for row in found}, day, language)
    found += _people(session, day, language)
    return found + _actions(session, language) + _cases(session, language)


def _all_names(name: GroupName) -> tuple[str, str, str, str]:
    return (name.name_da, name.name_en, name.short_da, name.short_en)


def _meetings(session: Session, groups: dict[int, FoundRow], day: dt.date, language: str) -> list[FoundRow]:
    columns: tuple[Any, ...] = (Meeting.id, Meeting.group_id, Meeting.day, Meeting.quarter, Meeting.year)
    around = select(*columns, Meeting.title, Meeting.label).where(
        Meeting.cancelled_at.is_(None), Meeting.day.between(day - MEETINGS_AROUND, day + MEETINGS_AROUND)
    )
    rows = [
        FoundRow(
            FoundKind.MEETING,
            row.id,
            groups[row.group_id].title,
            open_words(row.title, row.label, language),
            row.day,
            f"{groups[row.group_id].place} {row.year} {row.quarter} q{row.quarter} {row.title}",
        )
        for row in session.execute(around)
        if row.group_id in groups
    ]
    # What lies ahead comes before what is over.
    return sorted(rows, key=lambda row: (row.day is not None and row.day < day, abs(((row.day or day) - day).days)))


def _people(session: Session, day: dt.date, language: str) -> list[FoundRow]:
    people = session.scalars(
        select(Person).where(Person.is_active).options(joinedload(Person.organisation).selectinload(Organisation.names))
    )
    rows = []
    for person in sorted(people, key=lambda person: danish_order(person.name)):
        parts = [person.title, person.organisation.name_on(day, language) if person.organisation else ""]
        rows.append(FoundRow(FoundKind.PERSON, person.id, person.name, ", ".join(part for part in parts if part)))
    return rows


def _actions(session: Session, language: str) -> list[FoundRow]:
    """The open actions that are due first: by what is to be done, their reference, and who owns them."""
    wanted = (
        select(
            ActionItem.id,
            ActionItem.text,
            ActionItem.year,
            ActionItem.number,
            Group.code,
            Person.name,
            Organisation.code.label("body"),
            *(ActionItem.label, AgendaItem.label.label("item_label"), Meeting.label.label("meeting_label")),
        )
        .join(Group, Group.id == ActionItem.group_id)
        .outerjoin(Person, Person.id == ActionItem.owner_person_id)
        .outerjoin(Organisation, Organisation.id == ActionItem.owner_organisation_id)
        .outerjoin(AgendaItem, AgendaItem.id == ActionItem.item_id)
        .outerjoin(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(ActionItem.closed_on.is_(None))
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
        .limit(ACTIONS)
    )
    return [
        _matter(
            FoundRow(
                FoundKind.ACTION,
                row.id,
                " ".join(row.text.split()),
                reference(row.code, row.year, row.number),
                place=" ".join(word for word in (row.name, row.body) if word),
                is_withheld=any(is_withheld(one) for one in (row.label, row.item_label, row.meeting_label) if one),
            ),
            language,
        )
        for row in session.execute(wanted)
    ]


def _cases(session: Session, language: str) -> list[FoundRow]:
    """The newest open cases: by their title and their reference."""
    wanted = (
        select(Case.id, Case.title, Case.label, Case.year, Case.number, Group.code)
        .join(Group, Group.id == Case.group_id)
        .where(Case.closed_on.is_(None))
        .order_by(Case.created_on.desc(), Case.id.desc())
        .limit(CASES)
    )
    return [
        _matter(
            FoundRow(
                FoundKind.CASE,
                row.id,
                row.title,
                case_reference(row.code, row.year, row.number),
                is_withheld=is_withheld(row.label),
            ),
            language,
        )
        for row in session.execute(wanted)
    ]


def _matter(row: FoundRow, language: str) -> FoundRow:
    """The row; of what is confidential the reference stands in front, and its words only find it."""
    if not row.is_withheld:
        return row
    said = open_words(row.title, Label.CONFIDENTIAL, language)
    return replace(row, title=row.detail, detail=said, place=f"{row.place} {row.title}".strip())


@lru_cache(maxsize=FOLDED)
def fold(text: str) -> tuple[str, str]:
    """Two plain forms of a text: "København" as "kobenhavn" and as "koebenhavn"; accents and capitals fall away."""
    # Put together first, however it was typed: "å" is translated before it is taken apart into "a" and a ring.
    low = unicodedata.normalize("NFKC", text).casefold()

    def plain(table: dict[int, str]) -> str:
        parted = unicodedata.normalize("NFKD", low.translate(table))
        return "".join(sign for sign in parted if not unicodedata.combining(sign)).casefold()

    return plain(_SHORT), plain(_LONG)


def badness(typed: str, text: str) -> int:
    """How badly a text fits what was typed: 0 is best, NO_MATCH is none. Every word typed must be found.

    The beginning of the text, of a word, inside a word, letters in their order: in that order of goodness.
    """
    forms = zip(fold(typed), fold(text), strict=True)
    return min(sum(_word_badness(word, form) for word in words.split()) for words, form in forms)


def _word_badness(word: str, text: str) -> int:
    if text.startswith(word):
        return 0
    at = text.find(word)
    if at < 0:
        return _scattered(word, text)
    while at > 0:
        if not text[at - 1].isalnum():
            return 2
        at = text.find(word, at + 1)
    return 5


def _scattered(word: str, text: str) -> int:
    """Letters in their order with gaps, such as "ntnl" in "national"; only for words of three letters or more."""
    if len(word) < 3:  # noqa: PLR2004 - two letters fit almost anything
        return NO_MATCH
    at, gaps = text.find(word[0]), 0
    if at < 0 or (at > 0 and text[at - 1].isalnum()):
        return NO_MATCH
    for sign in word[1:]:
        after = text.find(sign, at + 1)
        if after < 0:
            return NO_MATCH
        gaps += after - at - 1
        at = after
    return 10 + gaps if gaps <= 2 * len(word) else NO_MATCH


def best(rows: Iterable[FoundRow], typed: str, at_most: int = 12) -> list[FoundRow]:
    """The rows that fit what was typed, best first; equal ones keep their order."""
    scored = []
    for row in rows:
        title = badness(typed, row.title)
        whole = badness(typed, f"{row.title} {row.detail} {row.place} {row.day or ''}") + 1
        if (score := min(title, whole)) < NO_MATCH:
            scored.append((score, row))
    return [row for _score, row in sorted(scored, key=lambda pair: pair[0])][:at_most]


def with_words(row: FoundRow, words: str) -> FoundRow:
    """The row, found by further words too (a day spelt out in the reader's language)."""
    return replace(row, place=f"{row.place} {words}".strip())
