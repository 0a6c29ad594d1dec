"""Say things on the terminal: sentences, tables of text, JSON."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from typing import TYPE_CHECKING, Any, Final

from referral_desk.plain import to_plain
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MADE: Final = N_("Made {file}: {pages}.")
PAGES: Final = N_("{count} pages")
ONE_PAGE: Final = N_("1 page")
# Signs that terminals take for orders, and those that turn the direction of what follows (ECMA-48, UAX 9).
_LATE_ORDERS: Final = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ORDERS: Final = re.compile(rf"[\x00-\x08\x0b-\x1f]|{_LATE_ORDERS.pattern}")


def say_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        sys.stdout.write(_seen(line) + "\n")


def say_problem(sentence: str) -> None:
    """Print a sentence where errors are printed."""
    sys.stderr.write(_seen(sentence) + "\n")


def _seen(text: str) -> str:
    """A text without what a terminal obeys: a name or a title could move the cursor, or hide what stands there."""
    return _ORDERS.sub("\ufffd", text)


def pages_in_words(count: int, language: str) -> str:
    """How many pages, as one says it in "da" or "en"."""
    return say(ONE_PAGE, language) if count == 1 else say(PAGES, language, count=count)


def say_json(value: object) -> None:
    """Print plain values and frozen rows as JSON, readable and in a stable order of fields.

    JSON is UTF-8 (RFC 8259 8.1); where the stream is not, letters are escaped, so that no reader goes wrong.
    """
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    told = json.dumps(to_plain(value), ensure_ascii=not is_utf8, indent=2)
    sys.stdout.write(_LATE_ORDERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", told) + "\n")


def fields(row: Any) -> dict[str, Any]:
    """The fields of a frozen row by name, in their order."""
    return {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lay rows out in columns as wide as their widest cell."""
    all_rows = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in all_rows) for place in range(len(head))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in all_rows]
