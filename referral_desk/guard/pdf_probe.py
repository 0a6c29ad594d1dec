"""Look for bombs in a PDF: streams that swell, pictures and drawings that are too large to draw.

Bounds: trust.md F. Filters: ISO 32000-1, 7.4; the short names may stand outside inline images too, as viewers allow it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from referral_desk.guard.findings import MOST_PIXELS, Problem, Unusable
from referral_desk.guard.pdf_scan import word

MOST_STREAM: Final = 50 << 20  # bytes of one stream that is no picture
MOST_TEXTUAL: Final = 250 << 20  # bytes of all streams that are no pictures
MOST_PICTURE: Final = 400 << 20  # bytes of one picture
MOST_ALTOGETHER: Final = 3 << 30
MOST_BITS: Final = 300_000_000  # pixels of a black-and-white scan
MOST_FILTERS: Final = 8
MOST_NESTED: Final = 40  # forms inside forms; viewers stop earlier
MOST_DRAWINGS: Final = 200_000  # forms drawn by one page, those inside forms counted each time
STEP: Final = 1 << 18

_FLATE: Final = {"/FlateDecode", "/Fl"}
_COPYING: Final = {"/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85", "/RunLengthDecode", "/RL", "/LZWDecode", "/LZW"}
_ELSEWHERE: Final = {"/Parent", "/P", "/Dest", "/A", "/AA", "/Popup", "/IRT", "/StructParent"}
_INLINE: Final = re.compile(rb"\bBI\b(.{0,400}?)\bID\b", re.DOTALL)
_SIDE: Final = re.compile(rb"/(W|Width|H|Height)\s+(\d+)")
_DRAWN: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def probe(pdf: pikepdf.Pdf) -> None:
    """Check every stream of a document. Raises Unusable(BOMB)."""
    prober = Prober()
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            prober.check(thing)
    for page in pdf.pages:
        prober.check_page(page)


class Prober:
    """Checks streams one by one and keeps the sums of the document."""

    def __init__(self) -> None:
        self._textual = 0
        self._altogether = 0
        self._costs: dict[tuple[int, int], int] = {}
        self._drawn: dict[tuple[int, int], list[bytes]] = {}
        self._reached: set[tuple[int, int]] = set()
        self.broken = 0  # streams that end in the middle or cannot be decoded

    def check(self, stream: Stream) -> None:
        """Check one stream: how far it swells, and its size if it is a picture."""
        picture = stream.get("/Subtype") == Name.Image
        if picture:
            _check_picture(stream)
        most = MOST_PICTURE if picture else MOST_STREAM
        size, kept = 0, list[bytes]()
        look = not picture and stream.get("/Length1") is None and stream.get("/Type") not in (Name.ObjStm, Name.XRef)
        for piece in self._decode(stream):
            size += len(piece)
            if size > most:
                raise Unusable(Problem.BOMB)
            if look:
                kept.append(piece)
        self._altogether += size
        self._textual += 0 if picture else size
        if self._textual > MOST_TEXTUAL or self._altogether > MOST_ALTOGETHER:
            raise Unusable(Problem.BOMB)
        if look:
            self._look(stream, b"".join(kept))

    def check_page(self, page: pikepdf.Page) -> None:
        """Check how much a page draws, forms inside forms included ("a billion laughs")."""
        contents = page.obj.get("/Contents")
        streams = list(contents) if isinstance(contents, Array) else [contents]
        drawn = [
            name for stream in streams if isinstance(stream, Stream) for name in self._drawn.get(stream.objgen, ())
        ]
        if self._cost(drawn, page.obj.get("/Resources"), set()) > MOST_DRAWINGS:
            raise Unusable(Problem.BOMB)

    def check_reach(self, page: pikepdf.Page) -> None:
        """Check every stream that a page draws with, and the page; what was checked for another page counts once."""
        waiting: list[object] = [page.obj.get("/Contents"), page.obj.get("/Resources"), page.obj.get("/Annots")]
        while waiting:
            thing = waiting.pop()
            if not isinstance(thing, Dictionary | Array | Stream):
                continue
            if thing.is_indirect:
                if thing.objgen in self._reached:
                    continue
                self._reached.add(thing.objgen)
            if isinstance(thing, Array):
                waiting.extend(thing)
                continue
            if isinstance(thing, Stream):
                self.check(thing)
            # Other pages and what a click does are not drawn.
            waiting.extend(thing[key] for key in thing.keys() if key not in _ELSEWHERE)  # noqa: SIM118 - see pdf_scan
        self.check_page(page)

    def _look(self, stream: Stream, content: bytes) -> None:
        for found in _INLINE.finditer(content):
            sides = {key[:1]: int(value) for key, value in _SIDE.findall(found[1])}
            if sides.get(b"W", 0) * sides.get(b"H", 0) > MOST_PIXELS:
                raise Unusable(Problem.BOMB)
        drawn = _DRAWN.findall(content)
        if drawn:
            self._drawn[stream.objgen] = drawn

    def _cost(self, drawn: list[bytes], resources: object, above: set[tuple[int, int]]) -> int:
        forms = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        if not isinstance(forms, Dictionary):
            return len(drawn)
        cost = 0
        for name in set(drawn):
            form = forms.get(
                "/" + re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), name).decode("latin-1")
            )
            each = self._cost_of(form, resources, above) if isinstance(form, Stream) else 1
            cost += drawn.count(name) * each
        return cost

    def _cost_of(self, form: Stream, inherited: object, above: set[tuple[int, int]]) -> int:
        key = form.objgen
        if key in above or len(above) > MOST_NESTED:  # viewers stop at a form inside itself
            return 1
        if key not in self._costs:
            drawn = self._drawn.get(key, [])
            self._costs[key] = 1 + (self._cost(drawn, form.get("/Resources", inherited), above | {key}) if drawn else 0)
        return self._costs[key]

    def _decode(self, stream: Stream) -> Iterator[bytes]:
        """Give the stream as its filters leave it, piece by piece, up to a filter that makes a picture."""
        names = _names(stream)
        if len(names) > MOST_FILTERS:
            raise Unusable(Problem.BOMB)
        pieces: Iterable[bytes] = _cut(stream.read_raw_bytes())
        for name in names:
            if name in _FLATE:
                pieces = self._inflate(pieces)
            elif name in _COPYING:
                pieces = _decode_whole(pieces, name)
            else:
                break
            pieces = _bounded(pieces)
        return iter(pieces)

    def _inflate(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        machine = zlib.decompressobj()
        for piece in pieces:
            rest = piece
            while rest and not machine.eof:
                try:
                    out = machine.decompress(rest, STEP)
                except zlib.error:
                    self.broken += 1
                    return
                if out:
                    yield out
                rest = machine.unconsumed_tail


def _names(stream: Stream) -> list[str]:
    given = stream.get("/Filter", stream.get("/F"))
    listed = list(given) if isinstance(given, Array) else [given]
    return [word(name) for name in listed if isinstance(name, Name)]


def _cut(raw: bytes) -> Iterator[bytes]:
    view = memoryview(raw)
    return (bytes(view[start : start + STEP]) for start in range(0, len(raw), STEP))


def _bounded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pass pieces on, up to the bound of any step: a chain may swell in its middle and shrink again."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_PICTURE:
            raise Unusable(Problem.BOMB)
        yield piece


def _decode_whole(pieces: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Let qpdf take one of the rarer filters; its bounds and the child's memory hold."""
    room, kept = MOST_STREAM, list[bytes]()
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            raise Unusable(Problem.BOMB)
        kept.append(piece)
    with pikepdf.new() as scratch:
        stream = scratch.make_stream(b"")
        stream.write(b"".join(kept), filter=Name(_FULL.get(name, name)))
        try:
            yield from _cut(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
        except (pikepdf.PdfError, RuntimeError) as error:  # broken data cannot swell
            if "limit" in str(error):
                raise Unusable(Problem.BOMB) from None


_FULL: Final = {"/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/RL": "/RunLengthDecode", "/LZW": "/LZWDecode"}


def _check_picture(stream: Stream) -> None:
    """Refuse a picture that is too large by what it says and by what its own data say."""
    width, height = _whole(stream.get("/Width")), _whole(stream.get("/Height"))
    mask: object = stream.get("/ImageMask")
    bits = 1 if mask is True else _whole(stream.get("/BitsPerComponent"), 8)
    sizes = [(width, height)]
    names = _names(stream)
    if names and names[-1] in {"/DCTDecode", "/DCT", "/JPXDecode"} and len(names) == 1:
        sizes.append(_size_in(stream.read_raw_bytes()))
    most = MOST_BITS if bits == 1 else MOST_PIXELS
    if any(across * down > most for across, down in sizes):
        raise Unusable(Problem.BOMB)


def _whole(value: object, otherwise: int = 0) -> int:
    return value if isinstance(value, int) else otherwise


def _size_in(raw: bytes) -> tuple[int, int]:
    """Read width and height from the data of a JPEG (T.81 B.2.2) or JPEG 2000 (T.800 A.5.1)."""
    siz = raw.find(b"\xff\x4f\xff\x51")
    if siz >= 0 and len(raw) >= siz + 16:
        return int.from_bytes(raw[siz + 8 : siz + 12], "big"), int.from_bytes(raw[siz + 12 : siz + 16], "big")
    at, largest = 2, (0, 0)
    while at + 9 < len(raw) and raw[at] == 0xFF:  # noqa: PLR2004 - a marker begins so
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 - frames of a JPEG
            size = int.from_bytes(raw[at + 7 : at + 9], "big"), int.from_bytes(raw[at + 5 : at + 7], "big")
            largest = max(largest, size, key=lambda sides: sides[0] * sides[1])
        if marker == 0xDA:  # noqa: PLR2004 - here the pixels begin
            break
        at += 2 + max(length, 2)
    return largest
