"""Write a file so that a crash leaves the old one or the new one, never half; say what a disk's refusal means."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from pathlib import Path

from referral_desk.errors import DeskError, Unavailable

FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
LOCKED_AWAY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
# Virus scanners hold a new file for a moment; Windows then refuses the rename.
RENAME_TRIES = 10 if sys.platform == "win32" else 1

LONGEST_NAME = 120
"""Letters, without the ending: with a folder before it a name must fit Windows' 260."""
LONGEST_STORED = 200
"""Bytes in UTF-8, of the 255 that Linux gives a name: its ending and that of a file half written need some too."""
SHOWN = 40
"""Letters of a name by which one knows what a file half written was to be."""
# Signs that end a line or are half a letter; signs that cannot be seen or turn the direction of what follows.
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSEEN = re.compile(r"[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def safe_file_name(name: str) -> str:
    """A name without signs that a file system refuses or a person cannot see, not too long; "file" if nothing is left.

    An ending is put behind it.
    """
    kept = "".join(" " if sign in '<>:"/\\|?*' else sign for sign in _UNSEEN.sub("", _BROKEN.sub(" ", name)))
    kept = " ".join(kept.split())[:LONGEST_NAME]
    kept = kept.encode()[:LONGEST_STORED].decode(errors="ignore").strip(" .")
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)( *\..*)?", kept)
    return f"_{kept}" if reserved else kept or "file"


def disk_full(file: object) -> DeskError:
    """Say that a disk is full."""
    return Unavailable(
        "The disk that holds {file} is full. Nothing that was saved is lost: make room and try again.", file=file
    )


def read_only(file: object) -> DeskError:
    """Say that a file or its folder refuses to be changed."""
    return Unavailable(
        "{file} is read-only, or its folder is. Allow changes to it, or copy it to a folder of your own and open it"
        " there.",
        file=file,
    )


def disk_fault(file: object) -> DeskError:
    """Say that a disk did not do its work."""
    return Unavailable(
        "The disk did not read or write {file} as it should. Check the disk and its cable; then try again or open the"
        " newest backup.",
        file=file,
    )


def explain(error: OSError, file: Path) -> DeskError:
    """Say in one sentence what the computer's refusal means for a person's file."""
    if error.errno in FULL:
        return disk_full(file)
    if error.errno in LOCKED_AWAY:
        return read_only(file)
    if error.errno == errno.ENOENT:
        return Unavailable(
            "There is no {file}. Look for the place it was moved to, or choose it again.",
            file=file,
        )
    return disk_fault(file)


def marked_read_only(path: Path) -> bool:
    """Whether somebody marked a file or folder as read-only; the mark counts for an administrator too."""
    if sys.platform == "win32" and path.is_dir():
        # There the mark of a folder means something else: Documents often bears it.
        return False
    return not path.stat().st_mode & stat.S_IWUSR


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder outlive a power cut; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems cannot do this for folders, and need not.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def put_in_place(finished: Path, path: Path) -> None:
    """Give a finished file its name, whatever had it before; the change outlives a power cut.

    Raises OSError.
    """
    for left in reversed(range(RENAME_TRIES)):
        try:
            finished.replace(path)
            break
        except PermissionError:
            if not left:
                raise
            time.sleep(0.1)
    sync_folder(path.parent)


def write_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put a file in place of another, whole or not at all.

    With `private` only the person who runs the program may read it (where the system knows such rights).
    Raises Unavailable; the old file then stands as it was.
    """
    # Its own name may be as long as the system allows.
    draft = path.with_name(f".{path.name[:SHOWN]}.{secrets.token_hex(4)}.part")
    try:
        try:
            _write_new(draft, content, 0o600 if private else 0o666)
            put_in_place(draft, path)
        except BaseException:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise explain(error, path) from error


def _write_new(path: Path, content: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
