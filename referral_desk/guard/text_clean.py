"""Make a stranger's plain text clean: UTF-8 with single line ends, no invisible signs, and every word kept."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from typing import Final

from referral_desk.guard.findings import MOST_LETTERS, Note, Problem, Removed, Unusable

MOST_NOISE: Final = 0.02  # share of control characters above which this is no text
# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\x1c\x1d\x1e\x85\u2028]")
_TERMINAL: Final = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]")  # colours of a terminal (ECMA-48)
_OVERSTRIKE: Final = re.compile("(.)\b\\1|_\b(?=.)|(?<=.)\b_", re.DOTALL)  # bold and underlining of line printers
_HYPHEN_AT_END: Final = re.compile("\u00ad(?=[ ]*(?:\n|\\Z))")
# Zero-width signs, marks of direction (they can turn a sentence round) and what belongs to no text (Unicode ch. 23).
_INVISIBLE: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def clean(content: bytes) -> tuple[str, Counter[Removed], list[Note]]:
    """Give the clean text, what was removed, and what to know.

    Lines end in a single newline, form feeds stay as page breaks, tabs as what parts the cells of a table; letters are
    composed (NFC).
    Raises Unusable for noise, for nothing and for far too much.
    """
    text, guessed = decode(content)
    text = _TERMINAL.sub("", _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n"))
    text = _OVERSTRIKE.sub(r"\1", text)
    controls = len(_CONTROL.findall(text))
    if controls > MOST_NOISE * len(text) + 2:
        raise Unusable(Problem.NOT_SUPPORTED)
    text = _CONTROL.sub("", text)
    text, invisible = _INVISIBLE.subn("", _HYPHEN_AT_END.sub("-", text))
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip(" \t") for line in text.split("\n")).rstrip("\n") + "\n"
    if not text.strip():
        raise Unusable(Problem.EMPTY)
    if len(text) > MOST_LETTERS:
        raise Unusable(Problem.TOO_LARGE)
    removed = Counter({Removed.CONTROLS: controls + invisible}) if controls + invisible else Counter[Removed]()
    return text, removed, [Note.LETTERS_GUESSED] if guessed else []


def decode(content: bytes) -> tuple[str, bool]:
    """Read the letters; the second value says whether how they are stored had to be guessed.

    By its mark, else UTF-8, else UTF-16 that shows itself by its zeros, else Windows' Western letters (cp1252).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), False
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and "\0" not in text:
        return text, False
    if b"\0" in content:
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            zeros = content[first::2].count(0)
            if zeros > len(content) * 0.3 and content[1 - first :: 2].count(0) < len(content) * 0.02:
                return content.decode(encoding, "replace"), True
        raise Unusable(Problem.NOT_SUPPORTED)
    # Five bytes mean nothing in cp1252; as Latin-1 they are control characters and count as noise.
    return content.decode("cp1252", "as-latin-1"), True


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("as-latin-1", _as_latin_1)
