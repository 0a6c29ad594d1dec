"""Find what is active in a PDF: one list of rules, used to remove it and again to prove that nothing is left.

Rules: ISO 32000-1, 12.5 (annotations), 12.6 (actions), 7.11 (files), 12.7 (forms), 13 (multimedia); trust.md F.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from referral_desk.guard.findings import Removed

_KEYS: Final[dict[str, Removed | None]] = {
    "/AA": Removed.AUTOMATIC,
    "/OpenAction": Removed.AUTOMATIC,
    "/JS": None,  # the action that holds it counts
    "/JavaScript": None,
    "/EF": Removed.EMBEDDED,
    "/AF": None,  # what lists and shows files; each file counts once
    "/EmbeddedFiles": None,
    "/Collection": None,
    "/AcroForm": None,
    "/XFA": Removed.XFA,
    "/RichMediaContent": Removed.MEDIA,
    "/RichMediaSettings": Removed.MEDIA,
    "/Movie": Removed.MEDIA,
    "/Renditions": Removed.MEDIA,
    "/3DD": Removed.MEDIA,
    "/Perms": Removed.SIGNATURE,
    "/DSS": Removed.SIGNATURE,
    "/OPI": Removed.FOREIGN,
    "/Alternates": Removed.FOREIGN,
    "/Metadata": Removed.METADATA,
    "/PieceInfo": Removed.METADATA,
}
_STREAM_KEYS: Final = {"/F": Removed.FOREIGN, "/FFilter": Removed.FOREIGN, "/FDecodeParms": Removed.FOREIGN}
# Dictionaries whose keys are names that the file's maker chose: a font may well be called /AA.
_MAPS: Final = {
    "/ColorSpace", "/ExtGState", "/Font", "/Pattern", "/Properties", "/Shading", "/XObject", "/CharProcs", "/Colorants",
    "/Dests",
}  # fmt: skip
_ACTIONS: Final = {
    "/JavaScript": Removed.JAVASCRIPT,
    "/Launch": Removed.LINK,
    "/GoToR": Removed.LINK,
    "/GoToE": Removed.LINK,
    "/GoToDp": Removed.LINK,
    "/Thread": Removed.LINK,
    "/SubmitForm": Removed.LINK,
    "/ImportData": Removed.LINK,
    "/ResetForm": Removed.FORM,
    "/Named": Removed.AUTOMATIC,
    "/Hide": Removed.AUTOMATIC,
    "/SetOCGState": Removed.AUTOMATIC,
    "/Trans": Removed.AUTOMATIC,
    "/Sound": Removed.MEDIA,
    "/Movie": Removed.MEDIA,
    "/Rendition": Removed.MEDIA,
    "/GoTo3DView": Removed.MEDIA,
    "/RichMediaExecute": Removed.MEDIA,
}
_TYPES: Final[dict[str, Removed | None]] = {
    "/Filespec": None,
    "/EmbeddedFile": None,
    "/Rendition": Removed.MEDIA,
    "/MediaClip": Removed.MEDIA,
    "/MediaPlayers": Removed.MEDIA,
    "/RichMediaContent": Removed.MEDIA,
    "/3D": Removed.MEDIA,
    "/Sound": Removed.MEDIA,
    "/Sig": Removed.SIGNATURE,
    "/DocTimeStamp": Removed.SIGNATURE,
    "/StructTreeRoot": None,
    "/StructElem": None,
}
_MARKUP: Final = (
    "Stamp", "Highlight", "Underline", "StrikeOut", "Squiggly", "FreeText", "Ink", "Line", "Square", "Circle",
    "Polygon", "PolyLine", "Caret", "Watermark", "Redact", "PrinterMark", "TrapNet", "Projection",
)  # fmt: skip
_ANNOTATIONS: Final[dict[str, Removed | None]] = {
    "/Widget": Removed.FORM,
    "/FileAttachment": None,
    "/Text": Removed.COMMENT,
    "/Popup": None,
    **dict.fromkeys(("/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"), Removed.MEDIA),
    **{f"/{name}": Removed.MARKUP for name in _MARKUP},
}
_SAFE_ADDRESS: Final = re.compile(rb"(?:https?://|mailto:)[^\x00-\x20\x7f]*", re.IGNORECASE)
_OF_THE_FILE: Final = (Name.ObjStm, Name.XRef)  # how the file is stored, not what it says
_SAFE_ACTIONS: Final = ("/GoTo", "/URI")


def scan(pdf: pikepdf.Pdf, *, everything: bool = False) -> Counter[Removed | None]:
    """Count what is active or hidden in what can be reached, or in ``everything`` that is stored.

    What stands in two places counts once. Under None is what must go too but is counted elsewhere.
    """
    found = Counter[Removed | None]()
    seen: set[tuple[int, int]] = set()
    counted: set[tuple[int, int]] = set()

    def count(holder: Object, *, is_map: bool) -> None:
        for key, kind in faults(holder, is_map=is_map):
            value = holder[key]
            if isinstance(value, Object) and value.is_indirect:
                if value.objgen in counted:
                    continue
                counted.add(value.objgen)
            found[kind] += 1

    for holder, is_map in walk(pdf):
        seen.add(holder.objgen)
        count(holder, is_map=is_map)
    for thing in pdf.objects if everything else ():
        if (
            isinstance(thing, Dictionary | Stream)
            and thing.objgen not in seen
            and thing.get("/Type") not in _OF_THE_FILE
        ):
            count(thing, is_map=False)
    return found


def strip(pdf: pikepdf.Pdf) -> None:
    """Remove everything that the rules name, wherever it can be reached."""
    for holder, is_map in walk(pdf):
        # Places of an array are emptied, not taken out: names and their targets stand in pairs (7.9.6).
        for key, _ in list(faults(holder, is_map=is_map)):
            if isinstance(key, int):
                holder[key] = None
            else:
                del holder[key]


def walk(pdf: pikepdf.Pdf) -> Iterator[tuple[Object, bool]]:
    """Give every dictionary, stream and array that can be reached, and whether its keys are mere names.

    A thing that is reached both ways is given both ways. What is removed while walking is not walked.
    """
    waiting: list[tuple[Object, bool]] = [(pdf.trailer, False)]
    seen: set[tuple[tuple[int, int], bool]] = set()
    while waiting:
        holder, is_map = waiting.pop()
        if holder.is_indirect:
            mark = (holder.objgen, is_map)
            if mark in seen:
                continue
            seen.add(mark)
        yield holder, is_map
        if isinstance(holder, Array):
            waiting.extend((item, False) for item in holder if isinstance(item, Dictionary | Array | Stream))
            continue
        for key in holder.keys():  # noqa: SIM118 - items() cannot read names that are not UTF-8, as old files have them
            value = holder[key]
            if isinstance(value, Dictionary | Array | Stream) and key != "/Encrypt":
                waiting.append((value, not is_map and key in _MAPS and isinstance(value, Dictionary)))


def faults(holder: Object, *, is_map: bool) -> Iterator[tuple[str | int, Removed | None]]:
    """Give the keys of a dictionary (places in an array) that must go, and what each counts as (None: nothing)."""
    if isinstance(holder, Array):
        for place, item in enumerate(holder):
            if isinstance(item, Dictionary | Stream) and (danger := find_danger(item)):
                yield place, danger[0]
        return
    of_stream = isinstance(holder, Stream)
    of_action = not is_map and word(holder.get("/S")) in _SAFE_ACTIONS
    for key in holder.keys():  # noqa: SIM118 - as in walk
        value = holder[key]
        if not is_map and key in _KEYS:
            yield key, None if key == "/OpenAction" and _is_place(value) else _KEYS[key]
        elif of_stream and key in _STREAM_KEYS and not isinstance(value, Name):
            yield key, _STREAM_KEYS[key]
        elif of_action and key == "/Next":
            yield key, Removed.AUTOMATIC
        elif isinstance(value, Dictionary | Stream) and (danger := find_danger(value)):
            yield key, danger[0]


def _is_place(value: object) -> bool:
    """Whether an opening action only says which page to show first: that must go too, but alarms nobody."""
    return isinstance(value, Array) or (isinstance(value, Dictionary) and word(value.get("/S")) == "/GoTo")


def find_danger(thing: Object) -> tuple[Removed | None] | None:
    """Say what a dictionary or stream counts as if it must not be there at all; None if it may stay."""
    kind, subtype, does = word(thing.get("/Type")), word(thing.get("/Subtype")), word(thing.get("/S"))
    danger: tuple[Removed | None] | None = None
    if kind in _TYPES:
        danger = (_TYPES[kind],)
    elif "/EF" in thing:
        danger = (None,)
    elif subtype in _ANNOTATIONS and "/Rect" in thing:
        danger = (_ANNOTATIONS[subtype],)
    elif isinstance(thing, Stream) and (subtype == "/PS" or (subtype == "/Form" and "/Ref" in thing)):
        danger = (Removed.FOREIGN,)
    elif does in _ACTIONS:
        danger = (_ACTIONS[does],)
    elif does == "/URI" and not is_safe_address(thing.get("/URI")):
        danger = (Removed.LINK,)
    return danger


def word(value: object) -> str:
    """Read a name; empty for anything else, and for the rare name that is no UTF-8."""
    try:
        return str(value) if isinstance(value, Name) else ""
    except UnicodeDecodeError:
        return ""


def is_safe_address(address: object) -> bool:
    """Whether an address leads to a web page or a mail, and nowhere else."""
    return isinstance(address, pikepdf.String) and _SAFE_ADDRESS.fullmatch(bytes(address)) is not None
