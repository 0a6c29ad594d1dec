"""The words of a day, Danish and English, in small letters: months, weekdays, weeks, units, numbers."""

from __future__ import annotations

from typing import Final

MONTHS: Final[dict[int, tuple[str, ...]]] = {
    1: ("januar", "january"),
    2: ("februar", "february"),
    3: ("marts", "march"),
    4: ("april",),
    5: ("maj", "may"),
    6: ("juni", "june"),
    7: ("juli", "july"),
    8: ("august",),
    9: ("september", "sept"),
    10: ("oktober", "october"),
    11: ("november",),
    12: ("december",),
}
_DAYS: Final = (
    ("mandag", "monday", "man", "mon", "mandags"),
    ("tirsdag", "tuesday", "tirs", "tir", "tue", "tues"),
    ("onsdag", "wednesday", "ons", "wed"),
    ("torsdag", "thursday", "tors", "tor", "thu", "thur", "thurs"),
    ("fredag", "friday", "fre", "fri"),
    ("lørdag", "saturday", "lør", "sat"),
    ("søndag", "sunday", "søn", "sun"),
)
WEEKDAYS: Final = {name: number for number, names in enumerate(_DAYS) for form in names for name in (form, f"{form}.")}

# Words before a day that do not change it: a due day is meant with each of them.
FILLERS: Final = frozenset(
    {"senest", "inden", "til", "før", "frist", "frist:", "på", "den", "d.", "d", "med", "by", "before", "until", "due"}
    | {"on", "the", "no", "later", "than", "deadline", "at", "ved"}
)
NEAR: Final = {
    "i dag": 0,
    "idag": 0,
    "dags dato": 0,
    "today": 0,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "day after tomorrow": 2,
}
NEXT_MEETING: Final = frozenset({"næste møde", "next meeting", "det næste møde", "kommende møde", "møde", "meeting"})
THIS: Final = frozenset({"this", "denne", "coming", "førstkommende", "kommende"})
NEXT: Final = frozenset({"next", "næste"})
WEEK_WORDS: Final = frozenset({"uge", "week", "uge.", "wk"})
THIS_WEEK: Final = frozenset({"denne uge", "this week", "ugen", "slutningen af ugen", "end of week", "end of the week"})
NEXT_WEEK: Final = frozenset({"næste uge", "next week"})
IN: Final = frozenset({"om", "in", "within", "inden for"})
HALF_A_YEAR: Final = frozenset({"et halvt år", "halvt år", "half a year"})
UNITS: Final = {
    **dict.fromkeys(("dag", "dage", "day", "days"), "day"),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), "week"),
    **dict.fromkeys(("måned", "måneder", "month", "months", "mdr", "mdr.", "md", "md."), "month"),
    **dict.fromkeys(("år", "year", "years"), "year"),
}
_COUNTS: Final = (
    (1, "en", "et", "én", "ét", "a", "an", "one"),
    (2, "to", "two"),
    (3, "tre", "three"),
    (4, "fire", "four"),
    (5, "fem", "five"),
    (6, "seks", "six"),
    (7, "syv", "seven"),
    (8, "otte", "eight"),
    (9, "ni", "nine"),
    (10, "ti", "ten"),
    (11, "elleve", "eleven"),
    (12, "tolv", "twelve"),
    (14, "fjorten", "fourteen"),
)
COUNTS: Final = {str(name): int(row[0]) for row in _COUNTS for name in row[1:]}
COUNTED: Final = {"første": 1, "first": 1, "andet": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4}
ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
QUARTER_WORDS: Final = frozenset({"kvartal", "quarter", "kvt", "kvt."})
# What stands before a month or quarter: where in it the day lies. Longer ones first.
PARTS: Final = {
    "slutningen af": "end",
    "udgangen af": "end",
    "udgang af": "end",
    "the end of": "end",
    "end of": "end",
    "end": "end",
    "ultimo": "end",
    "ult.": "end",
    "midten af": "middle",
    "the middle of": "middle",
    "middle of": "middle",
    "mid": "middle",
    "medio": "middle",
    "begyndelsen af": "begin",
    "the beginning of": "begin",
    "beginning of": "begin",
    "start of": "begin",
    "primo": "begin",
}
THIS_MONTH: Final = frozenset({"måneden", "denne måned", "month", "this month"})
END_OF_YEAR: Final = frozenset(
    {"årets udgang", "udgangen af året", "ultimo året", "end of year", "end of the year", "the end of the year"}
    | {"slutningen af året", "year end", "nytår"}
)
