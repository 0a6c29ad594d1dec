"""What is known of a stranger's file after it was looked at; what the child says is checked before it is believed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from referral_desk.errors import DeskError, Invalid
from referral_desk.guard.findings import (
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    SENTENCES,
    TOO_MUCH_IN_IT,
    Note,
    PaperKind,
    Problem,
    Removed,
)
from referral_desk.guard.kinds import KINDS, FileKind, ending
from referral_desk.texts import say

if TYPE_CHECKING:
    from referral_desk.guard.worker import Answer

LONGEST_NAME: Final = 120  # letters; with a folder before it, a name must fit Windows' 260
NAMELESS: Final = "paper"
_FORBIDDEN: Final = re.compile(
    r'[<>:"|?*\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]'
)
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # devices of Windows
_SIGNS: Final = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG\r\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is, its safe form, and what there is to say about it."""

    kind: PaperKind
    media_type: str
    name: str  # without folders and signs that no file name may have
    size: int  # bytes of the original
    sha256: str  # of the original, in hex
    safe: bytes | None = None  # PDF, PNG, JPEG or UTF-8 text as ``kind`` and ``media_type`` say; None with a problem
    pages: int = 0  # of a PDF; a picture is one; a text has as many as its typesetting gives, said as 0
    page_sizes: tuple[tuple[float, float, int], ...] = ()  # of a PDF: width and height in points as seen, number
    pixels: tuple[int, int] | None = None  # of a picture, upright: width and height
    removed: tuple[tuple[Removed, int], ...] = ()  # what the safe form no longer carries, how many times
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None

    @property
    def usable(self) -> bool:
        """Whether the paper can stand in a pack as pages."""
        return self.safe is not None

    @property
    def template(self) -> str:
        """Give the English source of the sentence that says the problem and what to do; empty without a problem."""
        if self.problem is None:
            return ""
        if self.problem is Problem.TOO_LARGE and self.size <= MOST_BYTES:
            return TOO_MUCH_IN_IT
        advice = KINDS[self.media_type].advice if self.problem is Problem.NOT_SUPPORTED else ""
        return advice or SENTENCES[self.problem]

    @property
    def values(self) -> dict[str, object]:
        """Give what stands in the blanks of the template."""
        limit: object = MOST_PAGES if self.problem is Problem.TOO_MANY_PAGES else megabytes(MOST_BYTES)
        return {"name": self.name, "pages": self.pages, "size": megabytes(self.size), "limit": limit}

    def sentence(self, language: str) -> str:
        """Say the problem and what to do, in "da" or "en"; empty without a problem."""
        return say(self.template, language, **self.values) if self.problem else ""

    def refusal(self) -> DeskError:
        """Give the problem as a refusal, for those who cannot go on without the paper."""
        return Invalid(self.template, **self.values)


def believe(paper: Inspection, answer: Answer) -> Inspection:
    """Add what the child said to what we know, where it is plausible; else the child counts as broken."""
    facts = answer.facts
    try:
        kind = KINDS[str(facts.get("media_type", paper.media_type))]
        paper = replace(paper, kind=kind.paper, media_type=kind.media_type)
        if facts.get("problem") is not None:
            return replace(paper, safe=None, problem=Problem(facts["problem"]), pages=_number(facts.get("pages", 0)))
        (safe,) = answer.parts
        return replace(paper, safe=_checked(safe, kind), problem=None, **_describe(paper, facts))
    except (KeyError, TypeError, ValueError, AttributeError):
        return replace(paper, safe=None, problem=Problem.WORKER_CRASH)


def clean_name(name: str) -> str:
    """Give the base name of a file as any system may store it: no folders, no invisible or forbidden signs."""
    base = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    base = " ".join(_FORBIDDEN.sub("", base).split()).strip(". ")
    if len(base) > LONGEST_NAME:
        tail = f".{ending(base)}"[:12] if ending(base) else ""
        base = base[: LONGEST_NAME - len(tail)].rstrip(". ") + tail
    if _RESERVED.match(base):
        base = f"_{base}"
    return base or NAMELESS


def megabytes(size: int) -> str:
    """Say a size in whole megabytes, rounded up."""
    return f"{-(-size // (1 << 20))} MB"


def _checked(safe: bytes, kind: FileKind) -> bytes:
    if kind.paper is PaperKind.TEXT:
        safe.decode("utf-8")  # raises ValueError for anything else
    elif not safe.startswith(_SIGNS[kind.media_type]):
        raise ValueError(kind.media_type)
    return safe


def _describe(paper: Inspection, facts: dict[str, Any]) -> dict[str, Any]:
    """Read the facts about a usable paper, each within its bounds."""
    told: dict[str, Any] = {"notes": paper.notes + tuple(Note(note) for note in facts.get("notes", []))}
    if "removed" in facts:
        told["removed"] = tuple(sorted((Removed(kind), _number(times)) for kind, times in facts["removed"].items()))
    if paper.kind is PaperKind.PDF and "sizes" in facts:
        sizes = tuple((_length(width), _length(height), _number(times)) for width, height, times in facts["sizes"])
        told |= {"page_sizes": sizes, "pages": _number(sum(times for *_, times in sizes))}
        if not 1 <= told["pages"] <= MOST_PAGES:
            raise ValueError(told["pages"])
    if paper.kind is PaperKind.IMAGE:
        width, height = facts["pixels"]
        if not 1 <= _number(width) * _number(height) <= MOST_PIXELS:
            raise ValueError(width)
        told |= {"pixels": (width, height), "pages": 1}
    return told


def _number(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value < 1 << 31:
        raise ValueError(value)
    return value


def _length(value: object) -> float:
    if not isinstance(value, int | float) or not 0 < value <= 20_000:  # noqa: PLR2004 - points, above any page
        raise ValueError(value)
    return float(value)
