"""What a file is, by its content: the ending of its name is not evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from referral_desk.guard.findings import PaperKind
from referral_desk.texts import N_

HEAD: Final = 8192  # bytes looked at from the start
PDF_STARTS: Final = 1024  # bytes within which readers look for a PDF's header
TAIL: Final = 65536  # and from the end, where a ZIP has its list of contents


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its media type, the endings that fit, and for kinds we cannot use what to do instead."""

    paper: PaperKind
    media_type: str
    endings: tuple[str, ...]
    advice: str = ""


_WORD = N_("“{name}” is a text document. Open it, save it as PDF and attach that.")
_SHEET = N_("“{name}” is a spreadsheet. Open it, save the sheets that are needed as PDF and attach that.")
_SLIDES = N_("“{name}” is a set of slides. Open it, save it as PDF and attach that.")
_MAIL = N_("“{name}” is a saved e-mail. Open it, print it to PDF, and attach that and its attachments one by one.")
_ARCHIVE = N_("“{name}” is a packed folder. Unpack it and attach the papers in it one by one.")
_PICTURE = N_("“{name}” is a picture of a kind that cannot be used. Save it as PNG, JPEG or PDF and attach that.")
_MEDIA = N_("“{name}” is sound or film and cannot stand in a pack. Attach a paper that says what it shows.")
_PROGRAM = N_("“{name}” is a program, not a paper. Do not open it; ask the sender what it was meant to be.")
_WEB = N_("“{name}” is a web page or data file. Open it, print it to PDF and attach that.")
_CALENDAR = N_("“{name}” is a calendar or address file. Open it in your calendar; for a pack, print it to PDF.")


KINDS: Final[dict[str, FileKind]] = {}  # by media type


def _kind(media_type: str, *endings: str, advice: str = "", paper: PaperKind = PaperKind.OTHER) -> FileKind:
    kind = FileKind(paper, media_type, endings, advice)
    KINDS[media_type] = kind
    return kind


PDF: Final = _kind("application/pdf", "pdf", paper=PaperKind.PDF)
PNG: Final = _kind("image/png", "png", paper=PaperKind.IMAGE)
JPEG: Final = _kind("image/jpeg", "jpg", "jpeg", "jpe", "jfif", paper=PaperKind.IMAGE)
TEXT: Final = _kind("text/plain", "", "txt", "text", "md", "log", "csv", "asc", paper=PaperKind.TEXT)
UNKNOWN: Final = _kind("application/octet-stream")
_X, _O = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
_ZIP = _kind("application/zip", "zip", advice=_ARCHIVE)
_IN_ZIP: Final = (
    (b"word/", _kind(_X + "wordprocessingml.document", "docx", "docm", "dotx", advice=_WORD)),
    (b"xl/", _kind(_X + "spreadsheetml.sheet", "xlsx", "xlsm", "xlsb", advice=_SHEET)),
    (b"ppt/", _kind(_X + "presentationml.presentation", "pptx", "pptm", "ppsx", advice=_SLIDES)),
    (b"opendocument.text", _kind(_O + "text", "odt", "ott", advice=_WORD)),
    (b"opendocument.spreadsheet", _kind(_O + "spreadsheet", "ods", advice=_SHEET)),
    (b"opendocument.presentation", _kind(_O + "presentation", "odp", advice=_SLIDES)),
    (b"epub+zip", _kind("application/epub+zip", "epub", advice=_WORD)),
)
_OLE = _kind("application/x-ole-storage", "doc", "xls", "ppt", "msg", advice=_WORD)
_IN_OLE: Final = tuple(
    (name.encode("utf-16-le"), kind)
    for name, kind in (
        ("__substg1.0_", _kind("application/vnd.ms-outlook", "msg", advice=_MAIL)),
        ("EncryptedPackage", _kind("application/x-locked-office", "docx", "xlsx", "pptx", advice=_WORD)),
        ("WordDocument", _kind("application/msword", "doc", "dot", advice=_WORD)),
        ("Workbook", _kind("application/vnd.ms-excel", "xls", advice=_SHEET)),
        ("PowerPoint Document", _kind("application/vnd.ms-powerpoint", "ppt", "pps", advice=_SLIDES)),
    )
)
_TIFF = _kind("image/tiff", "tif", "tiff", advice=_PICTURE)
_PROGRAM_KIND = _kind("application/x-executable", "exe", "dll", "scr", "com", "class", advice=_PROGRAM)
_POSTSCRIPT = _kind("application/postscript", "ps", "eps", advice=_WORD)
_HEIF = _kind("image/heif", "heic", "heif", "avif", advice=_PICTURE)
_MP4 = _kind("video/mp4", "mp4", "m4a", "m4v", "mov", advice=_MEDIA)
_EML = _kind("message/rfc822", "eml", "mht", "mhtml", advice=_MAIL)
_HTML = _kind("text/html", "html", "htm", "xhtml", advice=_WEB)
_XML = _kind("application/xml", "xml", "svg", advice=_WEB)
_MAGIC: Final = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb"\x89PNG\r\n\x1a\n", PNG),
        (rb"\xff\xd8\xff", JPEG),
        (rb"GIF8[79]a", _kind("image/gif", "gif", advice=_PICTURE)),
        (rb"II\*\0|MM\0\*", _TIFF),
        (rb"BM.{4}\0{4}", _kind("image/bmp", "bmp", advice=_PICTURE)),
        (rb"RIFF.{4}WEBP", _kind("image/webp", "webp", advice=_PICTURE)),
        (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", _kind("image/jp2", "jp2", "jpx", "j2k", advice=_PICTURE)),
        (rb"8BPS", _kind("image/vnd.adobe.photoshop", "psd", advice=_PICTURE)),
        (rb".{4}ftyp(?:hei|hev|mif1|msf1|avi)", _HEIF),
        (rb".{4}ftyp", _MP4),
        (rb"\{\\rtf", _kind("application/rtf", "rtf", "doc", advice=_WORD)),
        (rb"%!PS|\xc5\xd0\xd3\xc6", _POSTSCRIPT),
        (rb"7z\xbc\xaf\x27\x1c", _kind("application/x-7z-compressed", "7z", advice=_ARCHIVE)),
        (rb"Rar!\x1a\x07", _kind("application/vnd.rar", "rar", advice=_ARCHIVE)),
        (rb"\x1f\x8b\x08", _kind("application/gzip", "gz", "tgz", advice=_ARCHIVE)),
        (rb"BZh[1-9]1AY&SY", _kind("application/x-bzip2", "bz2", advice=_ARCHIVE)),
        (rb"\xfd7zXZ\0", _kind("application/x-xz", "xz", advice=_ARCHIVE)),
        (rb".{257}ustar", _kind("application/x-tar", "tar", advice=_ARCHIVE)),
        (rb"ID3[\2-\4]", _kind("audio/mpeg", "mp3", advice=_MEDIA)),
        (rb"OggS\0", _kind("audio/ogg", "ogg", "oga", "ogv", advice=_MEDIA)),
        (rb"RIFF.{4}WAVE", _kind("audio/wav", "wav", advice=_MEDIA)),
        (rb"\x1aE\xdf\xa3", _kind("video/webm", "webm", "mkv", advice=_MEDIA)),
        (rb"\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|MZ.{58}.{0,2000}?PE\0\0", _PROGRAM_KIND),
        (rb"(?:\xef\xbb\xbf)?BEGIN:VCALENDAR\b", _kind("text/calendar", "ics", advice=_CALENDAR)),
        (rb"(?:\xef\xbb\xbf)?BEGIN:VCARD\b", _kind("text/vcard", "vcf", advice=_CALENDAR)),
    )
)
_WEB_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:(!doctype\s+html|html\b)|\?xml\b|svg\b|!doctype\b)", re.IGNORECASE
)
_HEADERS: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){3,}")
_OF_MAIL: Final = re.compile(rb"^(?:mime-version|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE)
_PDF_WORDS: Final = re.compile(rb"\d\s+\d+\s+obj\b|\btrailer\b|\bstartxref\b|%%EOF")
_BINARY: Final = {ending for kind in KINDS.values() if kind is not TEXT for ending in kind.endings}


def ending(name: str) -> str:
    """Give the ending of a file's name, small and without its dot; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def sniff(content: bytes, name: str) -> FileKind:
    """Say what a file is by its content. Without a sign of its own it counts as text: the reader of texts decides."""
    head = content[:HEAD]
    for pattern, kind in _MAGIC:
        if pattern.match(head):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _look_inside(content, _IN_ZIP, _ZIP)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _look_inside(content, _IN_OLE, _OLE)
    if b"%PDF-" in head[:PDF_STARTS] or (ending(name) == "pdf" and _PDF_WORDS.search(content)):
        return PDF
    return _sniff_letters(head, name)


def _sniff_letters(head: bytes, name: str) -> FileKind:
    """Tell web pages and mails, which are made of letters too, from plain text."""
    if web := _WEB_START.match(head):
        return _HTML if web[1] else _XML
    headers = _HEADERS.match(head)
    return _EML if headers and (ending(name) == "eml" or _OF_MAIL.search(headers[0])) else TEXT


def fits(kind: FileKind, name: str) -> bool:
    """Whether the ending of a name may stand on a file of this kind. Any ending that nobody else claims fits a text."""
    return ending(name) in kind.endings or (kind is TEXT and ending(name) not in _BINARY)


def _look_inside(content: bytes, signs: tuple[tuple[bytes, FileKind], ...], otherwise: FileKind) -> FileKind:
    """Tell office files apart by names near both ends, without unpacking anything."""
    ends = content[:HEAD] + content[-TAIL:] if otherwise is _ZIP else content[: 1 << 20]
    return next((kind for sign, kind in signs if sign in ends), otherwise)
