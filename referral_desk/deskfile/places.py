"""Where a desk must not lie: network and cloud folders, where two computers can write at once and ruin it.

SQLite's own manual warns of both (https://www.sqlite.org/howtocorrupt.html, 2.1); a synchronising client also copies
a file while it is being changed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

from referral_desk.errors import Invalid

# Names of folders that synchronising programs make, small letters; what follows after " - " is the organisation.
CLOUDS: Final = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "CloudStorage",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
}
CLOUD_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
NETWORK_SYSTEMS: Final = frozenset(
    {"afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs"}
    | {"fuse.davfs2", "fuse.gvfsd-fuse", "fuse.onedriver", "fuse.rclone", "fuse.sshfs"}
)
REMOTE_DRIVE: Final = 4


def check_place(path: Path) -> None:
    """Refuse a folder that is shared over a network or synchronised with a cloud (Invalid says which)."""
    path = Path(os.path.realpath(path))
    if is_share(str(path)) or on_network(path):
        raise Invalid(
            "{folder} is a network folder. Two computers that write to a desk there can ruin it: choose a folder on"
            " this computer, or use a desk on a server to work together.",
            folder=path.parent,
        )
    cloud = cloud_of(path, synchronised_folders())
    if cloud:
        raise Invalid(
            "{folder} is synchronised by {cloud}, which copies a desk while it is being changed and can ruin it:"
            " choose a folder that stays on this computer.",
            folder=path.parent,
            cloud=cloud,
        )


def is_share(path: str) -> bool:
    r"""Whether a path names a share: \\server\share, \\?\UNC\server\share, or a desktop's own mount of one."""
    plain = path.replace("\\", "/")
    if re.match(r"//[?.]/", plain):
        return plain[4:].upper().startswith("UNC/")
    return plain.startswith("//") or "/gvfs/" in plain or re.match(r"[a-z]{2,}://", plain) is not None


def cloud_of(path: PurePath, synchronised: Iterable[str] = ()) -> str | None:
    """Give the name of the cloud that a path is synchronised with, or None.

    `synchronised` are folders that the computer itself says are synchronised (OneDrive, SharePoint).
    """
    for part in path.parts[:-1]:
        start = re.split(r" [-–(]", part, maxsplit=1)[0].strip().casefold()
        if start in CLOUDS:
            return CLOUDS[start]
    place = _comparable(str(path))
    if any(place.startswith(_comparable(folder) + "/") for folder in synchronised if folder):
        return "OneDrive"
    return None


def synchronised_folders() -> list[str]:
    """Give the folders that this computer says are synchronised: OneDrive's, and SharePoint libraries on Windows."""
    found = [os.environ.get(name, "") for name in CLOUD_VARIABLES]
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists there only

        root = r"Software\SyncEngines\Providers\OneDrive"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, root) as providers:
                for place in range(winreg.QueryInfoKey(providers)[0]):
                    with winreg.OpenKey(providers, winreg.EnumKey(providers, place)) as provider:
                        found.append(str(winreg.QueryValueEx(provider, "MountPoint")[0]))
        except OSError:
            # No OneDrive on this computer.
            return found
    return found


def on_network(path: Path) -> bool:
    """Whether the operating system says that a path lies on another computer."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed there only

        return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor)) == REMOTE_DRIVE
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8")
    except OSError:
        # Not Linux: the names of folders must do.
        return False
    return file_system_of(path, mounts) in NETWORK_SYSTEMS


def file_system_of(path: PurePath, mounts: str) -> str:
    """Give the kind of file system that holds a path, from the text of /proc/self/mountinfo (man 5 proc)."""
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the mount point is the fifth field
            continue
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4])
        # A later line lies over an earlier one at the same place.
        if (path == PurePath(point) or PurePath(point) in path.parents) and len(point) >= len(best):
            best, kind = point, after.split(" ")[0]
    return kind


def _comparable(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").casefold()
