"""An action in one line: "3F 3 marts: ring til kommunen" is who, by when, and what.

Who and when stand before the first colon, in either order; each may be left out. What was not understood is said in
a sentence, and the words stay where they are.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from referral_desk.shorthand.day_words import FILLERS
from referral_desk.shorthand.days import MOST_WORDS, DayRead, day_in
from referral_desk.texts import N_, danish_order, say

# A head is a name and a day; what is longer is a sentence that happens to hold a colon.
LONGEST_HEAD, MOST_HEAD_WORDS = 80, 12
SHOWN = 5
# From this many letters on, one slip of the keys is forgiven, and from that many two.
ONE_SLIP, TWO_SLIPS = 4, 8

NOBODY = N_("Nobody in the group is called “{words}”: write a name, initials or the organisation.")
WHICH = N_("Who is meant by “{words}”? Choose one.")
NO_DAY = N_("“{words}” is not understood: write a date, a weekday or a week.")
PAST = N_("{day} is over: is that the day that is meant?")
ONE_OWNER = N_("An action has one owner: write one action for each of them.")


@dataclass(frozen=True)
class Owner:
    """Somebody, or a body, that can own an action: exactly one of the ids is set."""

    name: str
    detail: str = ""
    person_id: int | None = None
    organisation_id: int | None = None
    aliases: tuple[str, ...] = ()
    """Other ways to write it, such as an abbreviation or initials."""


@dataclass(frozen=True)
class ActionLine:
    """What was understood of a line: what is to be done, by whom, by when, and what is not clear."""

    text: str
    owner: Owner | None = None
    day: dt.date | None = None
    candidates: tuple[Owner, ...] = ()
    """Of whom one is meant, the likeliest first."""
    has_head: bool = False
    """Whether words stand before a colon that were, or should have been, who and when."""
    rest: str = ""
    """What stands behind the head: the text once somebody has been chosen."""
    problem: str = ""
    remark: str = ""
    """What is worth a look though all was understood."""
    values: dict[str, object] = field(default_factory=dict)

    @property
    def is_understood(self) -> bool:
        """Whether its head says who or when, and nothing of it is in doubt."""
        return self.has_head and not self.problem and (self.owner is not None or self.day is not None)

    def sentence(self, language: str) -> str:
        """What is not clear or worth a look, in "da" or "en"; empty where all is well."""
        told = self.problem or self.remark
        return say(told, language, **self.values) if told else ""


def read_action(
    text: str, *, owners: Sequence[Owner], today: dt.date, next_meeting: dt.date | None = None
) -> ActionLine:
    """Understand a line without its "/a ". Never raises; where a head is in doubt the whole line stays the text."""
    head, rest = _head(text)
    is_tight = head is None
    if is_tight:
        head, rest = _tight_head(text)
    if head is None:
        return ActionLine(text.strip())
    read = read_who_and_when(head, owners=owners, today=today, next_meeting=next_meeting)
    if read.problem and is_tight:
        return ActionLine(text.strip())
    if read.problem:
        return replace(read, text=text.strip(), rest=rest.strip(), has_head=True)
    if read.owner is None and read.day is None:
        # Only small words ("til:", "d:") or commas: the colon belongs to the sentence.
        return ActionLine(text.strip())
    return replace(read, text=rest.strip(), rest=rest.strip(), has_head=True)


def read_who_and_when(  # noqa: PLR0911 - one for each way in which something can be in doubt
    text: str, *, owners: Sequence[Owner], today: dt.date, next_meeting: dt.date | None = None
) -> ActionLine:
    """Understand "3F 3 marts" or "3 marts 3F": who, when, or both; its text is empty."""
    words = text.replace(",", " ").split()
    if not words:
        return ActionLine("")
    low = [word.casefold() for word in words]
    told, who = _split(low, words, today, next_meeting)
    if told and told.problem and (meant := _called(words, owners)):
        # Jan and August are names before they are months.
        return ActionLine("", owner=meant)
    day = told.day if told else None
    wrong = ActionLine("", problem=told.problem, values=told.values) if told and told.problem else None
    if not who:
        return wrong or _understood(None, day, today)
    named = find_owner(who, owners)
    if len(named) == 1:
        return replace(wrong, owner=named[0]) if wrong else _understood(named[0], day, today)
    if wrong is not None:
        return wrong
    if named:
        return ActionLine("", day=day, candidates=named[:SHOWN], problem=WHICH, values={"words": who})
    if _are_two(who, owners):
        return ActionLine("", day=day, problem=ONE_OWNER)
    for place in range(len(words) - 1, 0, -1):
        if owner := _called(words[:place], owners):
            rest = " ".join(words[place:])
            return ActionLine("", owner=owner, problem=NO_DAY, values={"words": rest[:40]})
    return ActionLine("", day=day, candidates=_alike(who, owners), problem=NOBODY, values={"words": who[:40]})


def find_owner(words: str, owners: Sequence[Owner]) -> tuple[Owner, ...]:
    """Who can be meant by some words: one if that is clear, several if it is not, nobody if no name is like it.

    The whole name or an abbreviation comes before initials and single names, those before the beginning of a name,
    and a slip of the keys comes last.
    """
    wanted = _plain(words)
    if not wanted:
        return ()
    best: dict[int, list[Owner]] = {}
    for owner in owners:
        rank = _rank(wanted, owner)
        if rank is not None:
            best.setdefault(rank, []).append(owner)
    if not best:
        return ()
    return tuple(sorted(best[min(best)], key=lambda owner: danish_order(owner.name)))


def person_aliases(name: str) -> tuple[str, ...]:
    """The short ways to write a person: each name alone, initials of all names, of the first and the last."""
    names = [part for part in name.replace("-", " ").split() if part]
    if len(names) < 2:  # noqa: PLR2004 - a single name is its own short form
        return tuple(names)
    initials = "".join(part[0] for part in names)
    return tuple(dict.fromkeys((names[0], names[-1], initials, names[0][0] + names[-1][0], f"{names[0]} {names[-1]}")))


def _head(text: str) -> tuple[str | None, str]:
    """The words before the first colon that ends a word, and what follows; None where there is no such head."""
    place = text.find(":")
    while 0 <= place <= LONGEST_HEAD:
        if place + 1 == len(text) or text[place + 1].isspace():
            head = text[:place]
            few = 0 < len(head.split()) <= MOST_HEAD_WORDS and "\n" not in head
            return (head, text[place + 1 :]) if few else (None, text)
        place = text.find(":", place + 1)
    return None, text


def _tight_head(text: str) -> tuple[str | None, str]:
    """The same where no blank follows the colon; a clock ("9:30") or an address ("https:") is none."""
    head, _, rest = text.partition(":")
    few = 0 < len(head.split()) <= MOST_HEAD_WORDS and "\n" not in head and len(head) <= LONGEST_HEAD
    return (head, rest) if few and rest[:1].isalpha() else (None, text)


def _understood(owner: Owner | None, day: dt.date | None, today: dt.date) -> ActionLine:
    if day is not None and day < today:
        return ActionLine("", owner=owner, day=day, remark=PAST, values={"day": f"{day:%d-%m-%Y}"})
    return ActionLine("", owner=owner, day=day)


def _called(words: Sequence[str], owners: Iterable[Owner]) -> Owner | None:
    """The one whose name or alias the words are to the letter."""
    wanted = _plain(" ".join(words))
    found = [one for one in owners if wanted and (_rank(wanted, one) or 0) <= 1 and _rank(wanted, one) is not None]
    return found[0] if len(found) == 1 else None


def _split(
    low: list[str], words: list[str], today: dt.date, next_meeting: dt.date | None
) -> tuple[DayRead | None, str]:
    """Part the words into a day and a name: the longest day at the end, or else at the beginning."""
    doubt: tuple[DayRead, str] | None = None
    for place in range(max(0, len(low) - MOST_WORDS), len(low)):
        told = day_in(low[place:], today, next_meeting)
        if told is not None:
            found = told, _bare(words[:place])
            if told.day is not None:
                return found
            doubt = doubt or found
    for place in range(min(len(low), MOST_WORDS), 0, -1):
        told = day_in(low[:place], today, next_meeting)
        if told is not None and told.day is not None:
            return told, _bare(words[place:])
    return doubt or (None, _bare(words))


def _bare(words: list[str]) -> str:
    """A name without the small words that led to the day."""
    kept = list(words)
    while kept and kept[-1].casefold() in FILLERS:
        kept.pop()
    return " ".join(kept)


def _rank(wanted: str, owner: Owner) -> int | None:
    names = _plain(owner.name)
    aliases = [plain for alias in owner.aliases if (plain := _plain(alias))]
    parts = names.split()
    if wanted == names:
        return 0
    if wanted in aliases:
        return 1
    if len(wanted) > 1 and any(name.startswith(wanted) for name in (names, *aliases)):
        return 2
    asked = wanted.split()
    if len(wanted) > 1 and all(any(part.startswith(one) for part in parts) for one in asked):
        return 3
    forgiven = 0 if len(wanted) < ONE_SLIP else 1 if len(wanted) < TWO_SLIPS else 2
    if forgiven and any(_within(wanted, name, forgiven) for name in {names, *aliases, *parts}):
        return 4
    return None


def _are_two(words: str, owners: Sequence[Owner]) -> bool:
    for sign in (" og ", " and ", "/", " & ", "+"):
        parts = [part for part in words.split(sign) if part.strip()]
        if len(parts) > 1 and all(find_owner(part, owners) for part in parts[:3]):
            return True
    return False


def _alike(words: str, owners: Iterable[Owner]) -> tuple[Owner, ...]:
    """Those who begin with the same letter, to choose from."""
    first = _plain(words)[:1]
    near = [owner for owner in owners if first and _plain(owner.name).startswith(first)]
    return tuple(sorted(near, key=lambda owner: danish_order(owner.name)))[:SHOWN]


def _plain(text: str) -> str:
    """Small letters and figures, one space between words; the same however it was typed."""
    low = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in low).split())


def _within(one: str, other: str, most: int) -> bool:
    """Whether at most so many slips part two words: a letter too many, too few, another one, or two swapped."""
    if abs(len(one) - len(other)) > most or len(one) > LONGEST_HEAD:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for at, against in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (sign != against))
            if place > 1 and at > 1 and sign == other[at - 2] and one[place - 2] == against:
                cost = min(cost, earlier[at - 2] + 1)
            row.append(cost)
    return row[-1] <= most
