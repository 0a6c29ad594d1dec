"""What every Word file of ours keeps: text that XML can hold, dates in words, the same bytes for the same content."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any, Final, TypeVar

from referral_desk.plain import from_plain, to_plain

Content = TypeVar("Content")
TAGS: Final = {"da": "da-DK", "en": "en-GB"}
"""The languages as files name them (BCP 47)."""
BOOKMARK: Final = "entry_"
"""What the bookmark around an entry is called, before its id."""
TEXT_STYLE: Final = "Body Text"
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNIX: Final = 3  # said on every system, so that the bytes are the same
_STAMP: Final = (1980, 1, 1, 0, 0, 0)


def printable(content: Content) -> Content:
    """A content (a frozen row) without control characters, wherever they stand: XML knows none."""
    return from_plain(type(content), _printable(to_plain(content)))


def _printable(value: Any) -> Any:
    match value:
        case str():
            return _UNSEEN.sub("", value)
        case list():
            return [_printable(item) for item in value]
        case dict():
            return {key: _printable(item) for key, item in value.items()}
        case _:
            return value


def written_day(day: dt.date, language: str) -> str:
    """A day in words: 26. november 2026; 26 November 2026."""
    from babel.dates import format_date  # noqa: PLC0415 - only where a Word file is made

    danish = language == "da"
    return str(format_date(day, "d. MMMM y" if danish else "d MMMM y", locale="da_DK" if danish else "en_GB"))


def settled(data: bytes) -> bytes:
    """The same package with its parts in order and without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _STAMP)
            part.create_system = _UNIX
            target.writestr(part, source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
