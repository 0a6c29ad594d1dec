"""Cut text into words that can be drawn: the face that has each sign, and what stands in for signs that no face has."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from referral_desk.reports.style import Colour, Style, face_of, glyphs
from referral_desk.reports.tags import width_of

# The same sign to the eye; the true one goes along as ActualText.
STAND_INS: Final = {
    "\u2011": "-",
    "\u2010": "-",
    "\u25e6": "•",
    "\u2023": "•",
    "\u25aa": "■",
    "\u25ab": "□",
    "\u2043": "–",
}
# Signs without a shape: direction marks, joiners, soft hyphens, selectors. They are not printed.
_SHAPELESS: Final = frozenset({"Cf", "Cs"})
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BLANKS: Final = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_SPACELIKE: Final = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "})
_BREAK_AFTER: Final = " /-_.?&=,;:@\\+|"
# Where no line ends: inside a day (26. november, 26 November), and between what is counted and its number (kl. 9, § 3).
_TIE: Final = re.compile(
    r"(?<=\d\.) (?=(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
    r"|(?<=\d) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|%|kr\b))"
    r"|(?:(?<=§)|(?<=\b[Kk]l\.)|(?<=\b[Nn]r\.)|(?<=\b[Nn]o\.)|(?<=\b[Ss]tk\.)|(?<=\b[Pp]unkt)|(?<=\b[Ii]tem)) (?=\d)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner. `rise` lifts it (1: superscript, -1: subscript)."""

    text: str
    bold: bool = False
    italic: bool = False
    under: bool = False
    rise: int = 0
    colour: Colour | None = None
    stop: bool = False  # a forced line end stands after the run


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word in one face. `actual` is the true text where another sign stands in for it."""

    text: str
    face: str
    size: float
    width: float
    colour: Colour
    rise: float = 0
    under: bool = False
    actual: str = ""


@dataclass(eq=False, slots=True)
class Word:
    """What stands between two blanks. `glued`: the next word follows without a blank (a long word was cut here).

    `whole` is the long word that the cut parts belong to; `stop`: the line ends after this word.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: float
    glued: bool = False
    whole: str = ""
    stop: bool = False


def visible(text: str) -> str:
    """Give a text in composed form without signs that have no shape."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable() and not _SELECTORS.search(composed):
        return composed
    return "".join(c for c in composed if not shapeless(c))


def shapeless(sign: str) -> bool:
    """Whether a character has no shape of its own (soft hyphen, joiner, direction mark, selector)."""
    return unicodedata.category(sign) in _SHAPELESS or bool(_SELECTORS.match(sign))


def _shown(sign: str, face: str, fallback: str) -> tuple[str, str, str]:
    """Give the face, the text to draw and the true text ("" when it is the same)."""
    if sign == " " or sign in glyphs(face):
        return face, sign, ""
    if sign in glyphs(fallback):
        return fallback, sign, ""
    stand_in = STAND_INS.get(sign)
    if stand_in and stand_in in glyphs(face):
        return face, stand_in, sign
    # Nothing is dropped: the sign's number is printed, and readers still find the sign itself.
    return (
        fallback,
        f"\u2039U+{ord(sign):04X}\u203a",
        sign if unicodedata.category(sign) not in {"Cc", "Co", "Cn"} else "",
    )


@lru_cache(maxsize=50_000)
def _pieces(text: str, face: str, size: float, colour: Colour, rise: int, *, under: bool) -> tuple[Piece, ...]:
    scale, lift = (0.66, 0.34 * size) if rise > 0 else (0.66, -0.14 * size) if rise < 0 else (1.0, 0.0)
    size = round(size * scale, 2)
    text = text.translate(_SPACELIKE)
    if glyphs(face).issuperset(text.replace(" ", "")):
        return (Piece(text, face, size, width_of(text, face, size), colour, lift, under),)
    fallback = face_of("Sans", bold="Bold" in face, italic="Italic" in face)
    made: list[tuple[str, str, str]] = []
    for sign in text:
        drawn_in, drawn, actual = _shown(sign, face, fallback)
        if made and not actual and not made[-1][2] and made[-1][0] == drawn_in:
            made[-1] = (drawn_in, made[-1][1] + drawn, "")
        else:
            made.append((drawn_in, drawn, actual))
    return tuple(Piece(t, f, size, width_of(t, f, size), colour, lift, under, actual) for f, t, actual in made)


def words_of(runs: tuple[Run, ...], style: Style) -> list[Word]:
    """Cut runs into words. A blank is any white space but the non-breaking kinds."""
    words: list[Word] = []
    pending: tuple[Piece, ...] = ()
    size = style.size
    for run in runs:
        face = face_of(style.family, bold=style.bold or run.bold, italic=style.italic or run.italic)
        colour, space = run.colour or style.colour, _space(face, size)
        first, *others = _BLANKS.split(_TIE.sub("\u00a0", visible(run.text)))
        if first:
            pending += _pieces(first, face, size, colour, run.rise, under=run.under)
        for part in others:
            if pending:
                words.append(_word(pending, space))
            pending = _pieces(part, face, size, colour, run.rise, under=run.under) if part else ()
        if run.stop:
            if pending:
                words.append(_word(pending, space))
                pending = ()
            if words:
                words[-1].stop = True
    if pending:
        words.append(_word(pending, _space(style.face, size)))
    return words


def _word(pieces: tuple[Piece, ...], space: float) -> Word:
    return Word(pieces, pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces), space)


@cache
def _space(face: str, size: float) -> float:
    return width_of(" ", face, size)


def cut(word: Word, room: float) -> list[Word]:
    """Cut a word wider than a whole line into parts that are not, after a sign such as / or - where one is near."""
    whole = "".join(piece.actual or piece.text for piece in word.pieces)
    parts: list[list[Piece]] = [[]]
    used = 0.0
    for piece in word.pieces:
        rest = piece
        while used + rest.width > room:
            fits = _fitting(rest, room - used)
            if fits == 0 or (rest.actual and fits < len(rest.text)):
                if not used:  # not even one sign fits: it stands out rather than being lost
                    fits = len(rest.text) if rest.actual else 1
                else:
                    parts.append([])
                    used = 0.0
                    continue
            head, rest = _at(rest, fits)
            parts[-1].append(head)
            if not rest.text:
                break
            parts.append([])
            used = 0.0
        if rest.text:
            parts[-1].append(rest)
            used += rest.width
    made = [
        Word(tuple(part), sum(p.width for p in part), word.space, glued=True, whole=whole) for part in parts if part
    ]
    made[-1].glued, made[-1].stop = False, word.stop
    return made


def _fitting(piece: Piece, room: float) -> int:
    """Give how many characters of a piece fit; back to a good place to cut if that costs less than a third."""
    low, high = 0, len(piece.text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(piece.text[:middle], piece.face, piece.size) <= room:
            low = middle
        else:
            high = middle - 1
    for back in range(low, low * 2 // 3, -1):
        if piece.text[back - 1] in _BREAK_AFTER:
            return back
    return low


def _at(piece: Piece, count: int) -> tuple[Piece, Piece]:
    head, tail = piece.text[:count], piece.text[count:]
    face, size = piece.face, piece.size
    return (
        replace(piece, text=head, width=width_of(head, face, size)),
        replace(piece, text=tail, width=width_of(tail, face, size)),
    )
