"""A civil registration number in every writing that people use."""

from __future__ import annotations

import datetime as dt

FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FIRST = dt.date(1900, 1, 1)
DAYS = (dt.date(2026, 11, 22) - FIRST).days
# The seventh figure tells the century (CPR office): these for years up to 1999, and from 2000.
OLD, NEW = "0123", "4567"


def a_number(chance):
    """Two figures of day, month and year, and four more: any day since 1900, one in ten with the day raised by 60."""
    day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
    seventh = chance.choice(NEW if day.year >= 2000 else OLD)
    number = day.day + (60 if chance.random() < 0.1 else 0)
    return f"{number:02}", f"{day.month:02}", f"{day.year % 100:02}", f"{seventh}{chance.randrange(1000):03}", day.year


WRITINGS = {
    "plain": lambda d, m, y, s, _: f"{d}{m}{y}{s}",
    "hyphen": lambda d, m, y, s, _: f"{d}{m}{y}-{s}",
    "space": lambda d, m, y, s, _: f"{d}{m}{y} {s}",
    "no-break space": lambda d, m, y, s, _: f"{d}{m}{y}\u00a0{s}",
    "narrow no-break space": lambda d, m, y, s, _: f"{d}{m}{y}\u202f{s}",
    "thin space": lambda d, m, y, s, _: f"{d}{m}{y}\u2009{s}",
    "thin spaces": lambda d, m, y, s, _: f"{d}\u2009{m}\u2009{y}\u2009{s}",
    "spaced hyphen": lambda d, m, y, s, _: f"{d}{m}{y} - {s}",
    "no-break hyphen": lambda d, m, y, s, _: f"{d}{m}{y}\u2011{s}",
    "en dash": lambda d, m, y, s, _: f"{d}{m}{y}\u2013{s}",
    "spaced en dash": lambda d, m, y, s, _: f"{d}{m}{y} \u2013 {s}",
    "em dash": lambda d, m, y, s, _: f"{d}{m}{y}\u2014{s}",
    "minus": lambda d, m, y, s, _: f"{d}{m}{y}\u2212{s}",
    "dots": lambda d, m, y, s, _: f"{d}.{m}.{y}-{s}",
    "dots and space": lambda d, m, y, s, _: f"{d}.{m}.{y} {s}",
    "slashes": lambda d, m, y, s, _: f"{d}/{m}/{y}-{s}",
    "hyphens": lambda d, m, y, s, _: f"{d}-{m}-{y}-{s}",
    "spaces": lambda d, m, y, s, _: f"{d} {m} {y} {s}",
    "pairs": lambda d, m, y, s, _: f"{d} {m} {y} {s[:2]} {s[2:]}",
    "pairs behind a hyphen": lambda d, m, y, s, _: f"{d}{m}{y}-{s[:2]} {s[2:]}",
    "figure by figure": lambda d, m, y, s, _: " ".join(f"{d}{m}{y}-{s}"),
    "whole year": lambda d, m, _y, s, year: f"{d}.{m}.{year}-{s}",
    "whole year in one": lambda d, m, _y, s, year: f"{d}{m}{year}-{s}",
    "dot": lambda d, m, y, s, _: f"{d}{m}{y}.{s}",
    "slash": lambda d, m, y, s, _: f"{d}{m}{y}/{s}",
    "low line": lambda d, m, y, s, _: f"{d}{m}{y}_{s}",
    "colon": lambda d, m, y, s, _: f"{d}{m}{y}:{s}",
    "comma": lambda d, m, y, s, _: f"{d}{m}{y},{s}",
    "star": lambda d, m, y, s, _: f"{d}{m}{y}*{s}",
    "bracket": lambda d, m, y, s, _: f"{d}{m}{y}) {s}",
    "upright": lambda d, m, y, s, _: f"{d}{m}{y}|{s}",
    "year first": lambda d, m, _y, s, year: f"{year}{m}{d}-{s}",
    "year first with hyphens": lambda d, m, _y, s, year: f"{year}-{m}-{d}-{s}",
    "as one says it": lambda d, m, _y, s, year: f"{int(d)}/{int(m)}-{year}-{s}",
    "as one said it": lambda d, m, _y, s, year: f"{int(d)}/{int(m)}-{year}{' ' if year < 2000 else '-'}{s}",
    "full width": lambda d, m, y, s, _: f"{d}{m}{y}-{s}".translate(FULL_WIDTH),
    "full width in one": lambda d, m, y, s, _: f"{d}{m}{y}{s}".translate(FULL_WIDTH),
    "arabic figures": lambda d, m, y, s, _: f"{d}{m}{y}-{s}".translate(ARABIC),
    "line broken": lambda d, m, y, s, _: f"{d}{m}{y}-\n{s}",
    "line broken without hyphen": lambda d, m, y, s, _: f"{d}{m}{y}\n{s}",
    "line broken and set in": lambda d, m, y, s, _: f"{d}{m}{y}-\r\n    {s}",
    "line broken in a mail": lambda d, m, y, s, _: f"{d}{m}{y}-\n> {s}",
    "soft hyphen": lambda d, m, y, s, _: f"{d}{m}{y}\u00ad{s}",
    "zero-width space": lambda d, m, y, s, _: f"{d}{m}\u200b{y}-\u200b{s}",
    "joined by nothing seen": lambda d, m, y, s, _: f"{d}\u2060{m}\u2060{y}\ufeff{s[0]}\u200d{s[1:]}",
}
# What stands right before and behind; "" is the blank of the sentence.
BEFORE = (
    "",
    "CPR: ",
    "cpr.nr. ",
    "CPR-nr.: ",
    "cpr-nummer ",
    "CPR-",
    "cpr",
    "personnummer ",
    "(",
    "[",
    "f. ",
    "nr.",
    "#",
    "ID:",
    "»",
    "Person_",
)
BEHIND = ("", ".", ",", ")", ":", ";", "?", "!", "/", "…", " (M)", "'s", "«", "-M", "_K")
