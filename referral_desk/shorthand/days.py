"""Dates as people type them, in Danish and English: "3 marts", "3/3", "next friday", "uge 12", "ultimo marts".

A day without a year is the next one to come, or for what may lie behind us the one of this year. A week is its
Friday, a month's or quarter's end its last day. The day comes before the month, as in Denmark; only 2027-03-03 has it
the other way round.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from referral_desk.shorthand import day_words as said
from referral_desk.texts import N_, say

# Nobody types more words than these for a day, and no longer ones.
MOST_WORDS, LONGEST_WORD = 8, 24
FIRST_YEAR, LAST_YEAR = 1900, 2199
THIS_CENTURY = 2000
CENTURY, FRIDAY, WEEK, MONTHS, QUARTER = 100, 4, 7, 12, 3
_SIGNS = str.maketrans("/.-", "   ")
DAYS_IN_MONTH, WEEKS_IN_YEAR, QUARTERS = 31, 53, 4
# The longest wait for a 29 February, past a year such as 2100 that has none.
YEARS_AHEAD = 9

NOT_A_DAY = N_("“{words}” is not a day: write it as 3 March, 3/3, week 12 or next Friday.")
NO_SUCH_MONTH = N_("There is no month {month}: write the day first and then the month, such as 13/3.")
NO_SUCH_DAY = N_("There is no day {day} in that month: write another day, such as 28/2.")
NO_SUCH_WEEK = N_("The year {year} has no week {week}: write another week.")
NO_SUCH_QUARTER = N_("There is no quarter {quarter}: write 1 to 4.")
ODD_YEAR = N_("The year {year} cannot be meant: write one from {first} to {last}.")
TOO_FAR = N_("That is too far away: write a day within a hundred years.")
WHICH_DAY = N_("Which day of that month? Write it as 3 March, or as end of March.")
OTHER_WEEKDAY = N_("{day} is not that day of the week: leave one of the two out.")
NO_NEXT_MEETING = N_("The group has no later meeting yet: write a date.")


@dataclass(frozen=True)
class DayRead:
    """The day that was understood, or why none was: a sentence with what to write."""

    day: dt.date | None = None
    problem: str = ""
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """What is wrong, in "da" or "en"; empty where a day was understood."""
        return say(self.problem, language, **self.values) if self.problem else ""


Words = tuple[str, ...]
Reader = Callable[[Words, dt.date], DayRead | None]


def read_day(text: str, today: dt.date, next_meeting: dt.date | None = None, *, of_this_year: bool = False) -> DayRead:
    """The day that a text says, seen from `today`; `next_meeting` is what those words mean. Never raises.

    A date without a year is the next one to come, or with `of_this_year` that of the present year.
    """
    words = words_of(text)
    seen_from = dt.date(today.year, 1, 1) if of_this_year and _is_dated(words) else today
    found = day_in(words, seen_from, next_meeting)
    return found or DayRead(problem=NOT_A_DAY, values={"words": " ".join(text.split())[:40]})


def words_of(text: str) -> Words:
    """The words of a text as they are compared: small letters, no commas."""
    return tuple(text.casefold().replace(",", " ").split())


def day_in(words: Sequence[str], today: dt.date, next_meeting: dt.date | None = None) -> DayRead | None:
    """The day that words say, all of them together; None where they do not speak of a day at all."""
    given = tuple(words)
    while given and given[0] in said.FILLERS:
        given = given[1:]
    if not given or len(given) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in given):
        return None
    if " ".join(given) in said.NEXT_MEETING:
        return DayRead(next_meeting) if next_meeting else DayRead(problem=NO_NEXT_MEETING)
    for read in READERS:
        found = read(given, today)
        if found is not None:
            return found
    return None


def _is_dated(words: Words) -> bool:
    """Whether the words name a day and a month, a weekday beside them or not."""
    bare = tuple(word for word in words if word not in said.FILLERS and word not in said.WEEKDAYS)
    return any(read(bare, dt.date(THIS_CENTURY, 1, 1)) is not None for read in (_numbers, _named_month))


def _near(words: Words, today: dt.date) -> DayRead | None:
    """Today, tomorrow, the day after."""
    days = said.NEAR.get(" ".join(words))
    return None if days is None else _after(today, days)


def _numbers(words: Words, today: dt.date) -> DayRead | None:
    """3/3, 3.3.27, 03-03-2027, 9/1-2027, 2027-03-03."""
    text = " ".join(words)
    parts = text.translate(_SIGNS).split()
    if len(parts) not in (2, 3) or not all(map(_is_number, parts)) or text.rstrip(".").isdecimal():
        return None
    if not any(sign in text.rstrip(".") for sign in "/.-"):
        return None
    first, second, *third = map(int, parts)
    if third and len(parts[0]) == len("2027"):
        return _dated(third[0], second, first, today)
    if len(parts[0]) > len("31") or len(parts[1]) > len("31") or (third and len(parts[2]) not in (2, 4)):
        return None
    return _dated(first, second, third[0] if third else None, today)


def _named_month(words: Words, today: dt.date) -> DayRead | None:
    """3 marts, 3. marts 2027, March 3rd, 3rd of March 2027; the month alone asks back."""
    kept = tuple(word for word in words if word != "of")
    months = [place for place, word in enumerate(kept) if _month(word)]
    if len(months) != 1 or len(kept) > 3:  # noqa: PLR2004 - day, month, year
        return None
    month = _month(kept[months[0]])
    rest = kept[: months[0]] + kept[months[0] + 1 :]
    if not rest or (len(rest) == 1 and _year(rest[0]) is not None and len(rest[0]) == len("2027")):
        return DayRead(problem=WHICH_DAY)
    day = _ordinal(rest[0])
    year = _year(rest[1]) if len(rest) > 1 else None
    if day is None or (len(rest) > 1 and year is None):
        return None
    return _dated(day, month, year, today)


def _day_of_month(words: Words, today: dt.date) -> DayRead | None:
    """The 3rd, 3.: the next day of that number."""
    if len(words) != 1 or not (words[0].endswith(".") or words[0][-2:] in said.ORDINALS):
        return None
    day = _ordinal(words[0])
    if day is None:
        return None
    if not 1 <= day <= DAYS_IN_MONTH:
        return DayRead(problem=NO_SUCH_DAY, values={"day": day})
    for step in range(3):
        first = _months_on(today.replace(day=1), step)
        found = first and _date(first.year, first.month, day)
        if found and found >= today:
            return DayRead(found)
    return DayRead(problem=TOO_FAR)


def _weekday(words: Words, today: dt.date) -> DayRead | None:  # noqa: PLR0911 - one for each way to say it
    """Friday (the coming one), next Friday (in next week), Friday of week 12, Tuesday 3 March (which must be one)."""
    place = next((place for place, word in enumerate(words) if word in said.WEEKDAYS), None)
    if place is None:
        return None
    weekday = said.WEEKDAYS[words[place]]
    rest = tuple(word for word in words[:place] + words[place + 1 :] if word not in said.FILLERS | {"i", "in", "of"})
    if not rest or (rest[0] in said.THIS and len(rest) == 1):
        return _after(today, (weekday - today.weekday() - 1) % WEEK + 1)
    if " ".join(rest) in said.NEXT | said.NEXT_WEEK:
        return _after(today, WEEK - today.weekday() + weekday)
    if rest[0] in said.WEEK_WORDS:
        return _week(rest, today, weekday)
    for read in (_numbers, _named_month, _day_of_month):
        found = read(rest, today)
        if found is not None:
            if found.day is not None and found.day.weekday() != weekday:
                return DayRead(problem=OTHER_WEEKDAY, values={"day": f"{found.day:%d-%m-%Y}"})
            return found
    return None


def _week(words: Words, today: dt.date, weekday: int = FRIDAY) -> DayRead | None:  # noqa: PLR0911 - same
    """Week 12, week 12 2027, this week, next week: their Friday, or the weekday that is asked for."""
    given = words[1:] if words[0] in {"i", "in"} else words
    if " ".join(given) in said.THIS_WEEK:
        return _after(today, max(0, weekday - today.weekday()))
    if " ".join(given) in said.NEXT_WEEK:
        return _after(today, WEEK - today.weekday() + weekday)
    if len(given) not in (2, 3) or given[0] not in said.WEEK_WORDS:
        return None
    number, year = _ordinal(given[1]), _year(given[2]) if len(given) > 2 else None  # noqa: PLR2004 - the year
    if number is None or (len(given) > 2 and year is None):  # noqa: PLR2004 - same
        return None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return _odd_year(year)
    for tried in [year] if year is not None else range(today.year, today.year + YEARS_AHEAD):
        found = _iso(tried, number, weekday)
        if found is not None and (year is not None or found >= today):
            return DayRead(found)
    return DayRead(problem=NO_SUCH_WEEK, values={"year": year or today.year, "week": number})


def _in_a_while(words: Words, today: dt.date) -> DayRead | None:
    """Om 2 uger, in two weeks, om et halvt år, om 14 dage."""
    given = words[1:] if words[0] in said.IN else words
    if " ".join(given) in said.HALF_A_YEAR:
        return _found(_months_on(today, MONTHS // 2))
    if len(given) != 2 or given[1] not in said.UNITS:  # noqa: PLR2004 - how many of what
        return None
    count = said.COUNTS.get(given[0], int(given[0]) if _is_number(given[0]) else None)
    if count is None:
        return None
    unit = said.UNITS[given[1]]
    if unit in ("day", "week"):
        return _after(today, count * (WEEK if unit == "week" else 1))
    return _found(_months_on(today, count * (MONTHS if unit == "year" else 1)))


def _part_of(words: Words, today: dt.date) -> DayRead | None:
    """Ultimo marts, medio marts 2027, end of March, end of Q2, 2. kvartal, årets udgang."""
    if " ".join(words) in said.END_OF_YEAR:
        return DayRead(dt.date(today.year, MONTHS, DAYS_IN_MONTH))
    part, rest = _which_part(words)
    if not rest:
        return None
    year = _year(rest[-1]) if len(rest[-1]) == len("2027") else None
    named = rest[:-1] if year is not None else rest
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return _odd_year(year) if part or _quarter(named) else None
    if part == "end" and not named:
        return _end(part, MONTHS, year, today)
    quarter = _quarter(named)
    if quarter is not None and not 1 <= quarter <= QUARTERS:
        return DayRead(problem=NO_SUCH_QUARTER, values={"quarter": quarter})
    month = today.month if " ".join(named) in said.THIS_MONTH else _month(named[0]) if len(named) == 1 else 0
    if quarter is not None:
        part, month = part or "end", quarter * QUARTER
    return _end(part, month, year, today) if part and month else None


def _which_part(words: Words) -> tuple[str, Words]:
    """Whether the words begin with the beginning, middle or end of something, and of what."""
    for start, meant in said.PARTS.items():
        begins = tuple(start.split())
        if words[: len(begins)] == begins:
            return meant, tuple(word for word in words[len(begins) :] if word not in {"of", "the"})
    return "", words


READERS: tuple[Reader, ...] = (_near, _numbers, _part_of, _week, _in_a_while, _weekday, _named_month, _day_of_month)


def _end(part: str, month: int, year: int | None, today: dt.date) -> DayRead:
    """The first, the middle or the last day of a month; of a quarter's last month for its end."""
    for tried in [year] if year is not None else (today.year, today.year + 1):
        after = _months_on(dt.date(tried, month, 1), 1)
        last = (after or dt.date.max) - dt.timedelta(days=1)
        day = {"begin": 1, "middle": 15}.get(part, last.day)
        found = dt.date(tried, month, day)
        if year is not None or found >= today:
            return DayRead(found)
    return DayRead(problem=TOO_FAR)


def _dated(day: int, month: int, year: int | None, today: dt.date) -> DayRead:
    if not 1 <= month <= MONTHS:
        return DayRead(problem=NO_SUCH_MONTH, values={"month": month})
    if year is not None:
        year += THIS_CENTURY if year < CENTURY else 0
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return _odd_year(year)
        found = _date(year, month, day)
        return DayRead(found) if found else DayRead(problem=NO_SUCH_DAY, values={"day": day})
    for tried in range(today.year, today.year + YEARS_AHEAD):
        found = _date(tried, month, day)
        if found and found >= today:
            return DayRead(found)
    return DayRead(problem=NO_SUCH_DAY, values={"day": day})


def _odd_year(year: int) -> DayRead:
    return DayRead(problem=ODD_YEAR, values={"year": year, "first": FIRST_YEAR, "last": LAST_YEAR})


def _after(today: dt.date, days: int) -> DayRead:
    if abs(days) > CENTURY * 366:
        return DayRead(problem=TOO_FAR)
    try:
        return DayRead(today + dt.timedelta(days=days))
    except OverflowError:
        return DayRead(problem=TOO_FAR)


def _found(day: dt.date | None) -> DayRead:
    return DayRead(day) if day else DayRead(problem=TOO_FAR)


def _months_on(day: dt.date, count: int) -> dt.date | None:
    """The same day some months on, or the last of a month that is shorter."""
    if count > CENTURY * MONTHS:
        return None
    total = day.year * MONTHS + day.month - 1 + count
    year, month = divmod(total, MONTHS)
    for last in range(day.day, 0, -1):
        if found := _date(year, month + 1, last):
            return found
    return None


def _iso(year: int, week: int, weekday: int) -> dt.date | None:
    if not 1 <= week <= WEEKS_IN_YEAR:
        return None
    try:
        return dt.date.fromisocalendar(year, week, weekday + 1)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _is_number(text: str) -> bool:
    """Whether it is one to four plain figures."""
    return 1 <= len(text) <= len("2027") and text.isascii() and text.isdigit()


def _ordinal(word: str) -> int | None:
    """3, 3., 3rd."""
    bare = word.rstrip(".")
    if bare[-2:] in said.ORDINALS:
        bare = bare[:-2]
    return int(bare) if _is_number(bare) and len(bare) <= len("31") else None


def _year(word: str) -> int | None:
    bare = word.lstrip("'’").rstrip(".")
    return int(bare) if _is_number(bare) and len(bare) in (2, 4) else None


def _month(word: str) -> int:
    """Which month a word names, in full or by at least its first three letters; 0 for none."""
    bare = word.rstrip(".")
    if len(bare) < len("mar"):
        return 0
    return next((n for n, names in said.MONTHS.items() if any(name.startswith(bare) for name in names)), 0)


def _quarter(words: Words) -> int | None:
    """Q2, 2. kvartal, second quarter."""
    if len(words) == 1 and len(words[0]) == len("q2") and words[0][0] in "qk" and _is_number(words[0][1]):
        return int(words[0][1])
    if len(words) == 2 and words[1] in said.QUARTER_WORDS:  # noqa: PLR2004 - which quarter
        return said.COUNTED.get(words[0], _ordinal(words[0]))
    return None
