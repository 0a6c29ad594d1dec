"""Where a fact comes from, in words: `S2 'Coordination of efforts'` becomes the document's name and the place in it."""

from __future__ import annotations

import re
from typing import Final

from referral_desk.reference.files import remarks, source_names, source_titles
from referral_desk.texts import N_, say

LISTED: Final = "Listed as: "
"""How the note of a membership begins that keeps the words of a listing."""
_CODE: Final = re.compile(r"\b(S[1-9])\b(?=( \S)?)")
_QUOTED: Final = re.compile(r"'([^']+)'")
_QUOTES: Final = {"da": "”{}”", "en": "“{}”"}
# Quotations are in English as they are printed; what we say around them is not.
_DANISH: Final = {
    "sections": "afsnit",
    "section": "afsnit",
    "and": "og",
    "initiative": "initiativ",
    "imprint": "kolofon",
    "letterhead": "brevhoved",
    "introduction": "indledning",
    "fact box": "faktaboks",
    "cross-disciplinary": "tværgående",
    "case": "sag",
    "Children": "børn",
    "footnote": "fodnote",
    "draft bill": "udkast til lovforslag",
    "US State Department reports on trafficking of": "Det amerikanske udenrigsministeriums rapporter om menneskehandel",
}
_MONTHS: Final = {
    "January": "januar",
    "February": "februar",
    "March": "marts",
    "April": "april",
    "May": "maj",
    "June": "juni",
    "July": "juli",
    "August": "august",
    "September": "september",
    "October": "oktober",
    "November": "november",
    "December": "december",
}
OUTSIDE: Final = "outside:"
"""How a source begins that is none of those of sources.toml."""
_OURS: Final = {"da": "midlertidig tekst", "en": "provisional text"}
_DAY: Final = re.compile(r"\b(\d{1,2}) (" + "|".join(_MONTHS) + r") (\d{4})")
_WORDS: Final = re.compile(r"\b(" + "|".join(sorted(_DANISH, key=len, reverse=True)) + r")\b")


def cited(source: str, language: str) -> str:
    """Say a source of the reference data in "da" or "en"; what a person wrote as a source is left as it is."""
    if not _CODE.search(source) and not source.startswith(("ours:", OUTSIDE)):
        return source
    return "; ".join(_part(part.strip(), language) for part in source.split(";"))


def remarked(code: str, note: str, language: str) -> str:
    """What is said of a row of the reference data; a remark that somebody wrote on this desk stays as it was written.

    How exact its dates are stands behind it, in words of ours.
    """
    if language == "en":
        return spelled(note, language)
    english, danish = remarks().get(code, ("", ""))
    remark = _EXACTNESS.sub("", note).strip()
    exact = [say(_EXACT[found[0]], language) for found in _EXACTNESS.finditer(note)]
    return " ".join(filter(None, [spelled(danish, language) if remark == english else remark, *exact]))


_EXACT: Final = {
    f"The {end} is known to the {unit}.": text
    for end, unit, text in (
        ("start", "year", N_("The first day is known to the year only.")),
        ("start", "month", N_("The first day is known to the month only.")),
        ("end", "year", N_("The last day is known to the year only.")),
        ("end", "month", N_("The last day is known to the month only.")),
    )
}
_EXACTNESS: Final = re.compile("|".join(map(re.escape, _EXACT)))


def spelled(text: str, language: str) -> str:
    """A text of the reference data with the sources that it speaks of called by their names."""
    return _CODE.sub(lambda found: _name(found[1], language), text)


def titled(source: str, language: str) -> str:
    """The sources themselves, each with its whole title, who published it and when; empty where none is of ours."""
    codes = dict.fromkeys(found[1] for found in _CODE.finditer(source))
    return "\n".join(told[language] for code in codes if (told := source_titles().get(code)))


def noted(note: str, language: str) -> str:
    """Say a note of a membership: the words of the listing, as it printed them."""
    if not note.startswith(LISTED):
        return note
    listed = _QUOTES[language].format(note.removeprefix(LISTED).removesuffix("."))
    return f"I kilden: {listed}" if language == "da" else f"In the source: {listed}"


def _part(part: str, language: str) -> str:
    if part.startswith("ours:"):
        return _OURS[language]
    part = part.removeprefix(OUTSIDE).strip()
    # What is quoted keeps its words, between the language's own quotation marks.
    pieces = _QUOTED.split(part)
    for number, piece in enumerate(pieces):
        if number % 2:
            pieces[number] = _QUOTES[language].format(piece)
        else:
            pieces[number] = _danish(piece) if language == "da" else piece
    whole = "".join(pieces)
    return _CODE.sub(lambda found: _name(found[1], language) + ("," if found[2] else ""), whole)


def _danish(words: str) -> str:
    words = _DAY.sub(lambda found: f"{found[1]}. {_MONTHS[found[2]]} {found[3]}", words)
    return _WORDS.sub(lambda found: _DANISH[found[1]], words)


def _name(code: str, language: str) -> str:
    return source_names().get(code, {}).get(language, code)
