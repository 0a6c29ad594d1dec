"""Where a fact comes from, in words: `S2 'Coordination of efforts'` becomes the document's name and the place in it."""

from __future__ import annotations

import re
from typing import Final

from referral_desk.reference.files import source_names

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
    "outside": "uden for de fem kilder",
}
_OURS: Final = {"da": "midlertidig tekst", "en": "provisional text"}
_WORDS: Final = re.compile(r"\b(" + "|".join(sorted(_DANISH, key=len, reverse=True)) + r")\b")


def cited(source: str, language: str) -> str:
    """Say a source of the reference data in "da" or "en"; what a person wrote as a source is left as it is."""
    if not _CODE.search(source) and not source.startswith("ours:"):
        return source
    return "; ".join(_part(part.strip(), language) for part in source.split(";"))


def noted(note: str, language: str) -> str:
    """Say a note of a membership: the words of the listing, as it printed them."""
    if not note.startswith(LISTED):
        return note
    listed = _QUOTES[language].format(note.removeprefix(LISTED).removesuffix("."))
    return f"I kilden: {listed}" if language == "da" else f"In the source: {listed}"


def _part(part: str, language: str) -> str:
    if part.startswith("ours:"):
        return _OURS[language]
    # What is quoted keeps its words, between the language's own quotation marks.
    pieces = _QUOTED.split(part)
    for number, piece in enumerate(pieces):
        if number % 2:
            pieces[number] = _QUOTES[language].format(piece)
        else:
            words = _WORDS.sub(lambda found: _DANISH[found[1]], piece) if language == "da" else piece
            pieces[number] = words
    whole = "".join(pieces)
    return _CODE.sub(lambda found: _name(found[1], language) + ("," if found[2] else ""), whole)


def _name(code: str, language: str) -> str:
    return source_names().get(code, {}).get(language, code)
