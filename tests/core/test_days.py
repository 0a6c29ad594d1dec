"""A date that somebody types is read back, whichever way it is written; what cannot be read says what to write."""

import datetime as dt
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referral_desk.shorthand.day_words import MONTHS
from referral_desk.shorthand.days import DayRead, read_day, words_of

SUNDAY = dt.date(2026, 11, 22)
NEXT = dt.date(2027, 3, 4)
ENGLISH = {month: names[-1].capitalize() if month != 9 else "September" for month, names in MONTHS.items()}
DANISH = {month: names[0] for month, names in MONTHS.items()}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Each way to write a day with its year.
WHOLE = {
    "iso": lambda d: d.isoformat(),
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "dots": lambda d: f"{d.day}.{d.month}.{d:%Y}",
    "short dots": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "slash and dash": lambda d: f"{d.day}/{d.month}-{d.year}",
    "slash and space": lambda d: f"den {d.day}/{d.month} {d.year}",
    "danish": lambda d: f"{d.day}. {DANISH[d.month]} {d.year}",
    "danish short": lambda d: f"d. {d.day} {DANISH[d.month][:3]}. {d:%y}",
    "danish weekday": lambda d: f"{WEEKDAYS[d.weekday()]} den {d.day}. {DANISH[d.month]} {d.year}",
    "english": lambda d: f"{d.day} {ENGLISH[d.month]} {d.year}",
    "american": lambda d: f"{ENGLISH[d.month]} {d.day}, {d.year}",
    "ordinal": lambda d: f"by the {d.day}th of {ENGLISH[d.month][:3]} {d.year}",
    "english weekday": lambda d: f"on {DAYS[d.weekday()]} {d.day} {ENGLISH[d.month]} {d.year}",
    "week": lambda d: f"{WEEKDAYS[d.weekday()]} uge {d.isocalendar().week} {d.isocalendar().year}",
    "capitals": lambda d: f"SENEST {d.day}. {DANISH[d.month].upper()} {d.year}",
}
# Each way without the year.
COMING = {
    "danish": lambda d: f"{d.day}. {DANISH[d.month]}",
    "english": lambda d: f"{ENGLISH[d.month]} {d.day}",
    "slash": lambda d: f"{d.day}/{d.month}",
    "dot": lambda d: f"inden {d.day}.{d.month}.",
    "bare": lambda d: f"{d.day} {DANISH[d.month][:3]}",
}


@given(st.dates(dt.date(2000, 1, 3), dt.date(2099, 12, 24)), st.sampled_from(sorted(WHOLE)), st.dates())
def test_a_day_with_its_year_is_read_back_on_any_day(day, way, today):
    assert read_day(WHOLE[way](day), today) == DayRead(day)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2150, 1, 1)), st.integers(0, 364), st.sampled_from(sorted(COMING)))
@example(dt.date(2026, 3, 3), 0, "slash")
def test_a_day_without_a_year_is_the_next_one(today, ahead, way):
    day = today + dt.timedelta(days=ahead)
    assert read_day(COMING[way](day), today).day == day


@given(st.text(st.sampled_from(string.ascii_letters + string.digits + " ./-,:'æøåÆ\u00a0\u0660²"), max_size=40))
@example("3" * 4000)
@example("om 9999 år")
@example("32. 13. 99999")
@example("uge 0")
@example("- - -")
def test_whatever_is_typed_gives_a_day_or_a_sentence(text):
    for today in (SUNDAY, dt.date.min, dt.date.max):
        read = read_day(text, today, NEXT)
        assert (read.day is None) == bool(read.problem)
        assert read.day is not None or read.sentence("en").endswith((".", "?"))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", "2026-11-22"),
        ("i morgen", "2026-11-23"),
        ("i overmorgen", "2026-11-24"),
        ("på fredag", "2026-11-27"),
        ("søndag", "2026-11-29"),
        ("next friday", "2026-11-27"),
        ("fredag i næste uge", "2026-11-27"),
        ("uge 12", "2027-03-26"),
        ("fredag uge 12", "2027-03-26"),
        ("Monday of week 12", "2027-03-22"),
        ("uge 53", "2027-01-01"),
        ("næste uge", "2026-11-27"),
        ("denne uge", "2026-11-22"),
        ("om 2 uger", "2026-12-06"),
        ("in two weeks", "2026-12-06"),
        ("om 14 dage", "2026-12-06"),
        ("om en måned", "2026-12-22"),
        ("om et halvt år", "2027-05-22"),
        ("ultimo marts", "2027-03-31"),
        ("primo december", "2026-12-01"),
        ("medio januar 2028", "2028-01-15"),
        ("end of March", "2027-03-31"),
        ("end of the month", "2026-11-30"),
        ("2. kvartal", "2027-06-30"),
        ("Q4", "2026-12-31"),
        ("inden årets udgang", "2026-12-31"),
        ("ultimo 2027", "2027-12-31"),
        ("29 feb", "2028-02-29"),
        ("den 3.", "2026-12-03"),
        ("senest til næste møde", "2027-03-04"),
        ("by the next meeting", "2027-03-04"),
    ],
)
def test_what_people_say_of_days(typed, day):
    assert read_day(typed, SUNDAY, NEXT).day == dt.date.fromisoformat(day)


def test_the_next_friday_said_on_a_tuesday_lies_in_next_week():
    tuesday = dt.date(2026, 11, 24)
    assert read_day("fredag", tuesday).day == dt.date(2026, 11, 27)
    assert read_day("næste fredag", tuesday).day == dt.date(2026, 12, 4)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31. februar", "There is no day 31 in that month: write another day, such as 28/2."),
        ("3/13", "There is no month 13: write the day first and then the month, such as 13/3."),
        ("marts", "Which day of that month? Write it as 3 March, or as end of March."),
        ("uge 54", "The year 2026 has no week 54: write another week."),
        ("5. kvartal", "There is no quarter 5: write 1 to 4."),
        ("3/3/1899", "The year 1899 cannot be meant: write one from 1900 to 2199."),
        ("tirsdag 3. marts", "03-03-2027 is not that day of the week: leave one of the two out."),
        ("næste møde", "The group has no later meeting yet: write a date."),
        ("om 9999 år", "That is too far away: write a day within a hundred years."),
        ("hurtigst muligt", "“hurtigst muligt” is not a day: write it as 3 March, 3/3, week 12 or next Friday."),
    ],
)
def test_what_is_no_day_says_what_to_write(typed, said):
    read = read_day(typed, SUNDAY)
    assert (read.day, read.sentence("en")) == (None, said)


def test_words_are_compared_without_capitals_and_commas():
    assert words_of("Fredag,  UGE 12") == ("fredag", "uge", "12")
