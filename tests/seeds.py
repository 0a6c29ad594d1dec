"""The five seed documents beside the project: real texts with page furniture, long lines and odd characters."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"
FILES = tuple(sorted(FOLDER.glob("*.txt")))
needs_seeds = pytest.mark.skipif(not FILES, reason="the seed documents are not beside this clone")
# The lines (from 1) that stand inside a sentence: two page numbers, and a footnote. They are set behind the sentence.
INSIDE = {"000_79bd1374dbf279df.txt": (175, 191, 456)}


def read(name: str) -> str:
    """A seed as it came."""
    return (FOLDER / name).read_text(encoding="utf-8")


def straightened(name: str) -> str:
    """A seed with what stands inside a sentence moved behind it: the order in which a person reads on."""
    lines = read(name).split("\n")
    for number in sorted(INSIDE.get(name, ()), reverse=True):
        line = lines.pop(number - 1)
        after = next(i for i in range(number - 1, len(lines)) if lines[i].strip())
        lines[after + 1 : after + 1] = ["", line, ""]
    return "\n".join(lines)
