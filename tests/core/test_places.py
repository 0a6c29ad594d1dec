"""A desk lies on this computer: network and cloud folders are refused, with the reason, wherever they hide."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from referral_desk.deskfile import check_place, create_desk, open_desk
from referral_desk.deskfile.places import cloud_of, file_system_of, is_share, synchronised_folders
from referral_desk.errors import Invalid
from referral_desk.vault import with_passphrase
from tests.keys import CHEAP, PHRASE

MOUNTS = r"""
24 1 254:1 / / rw,relatime - ext4 /dev/vda rw
31 24 0:41 / /home/anna/Fælles rw shared:5 - cifs //server/share rw
32 24 0:42 / /home/anna/My\040Share rw - nfs4 server:/x rw
33 24 0:43 / /mnt rw - fuse.sshfs anna@server: rw
34 33 0:44 / /mnt/stick rw - vfat /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\share\a.desk", True),
        (r"\\?\UNC\server\share\a.desk", True),
        ("//server/share/a.desk", True),
        ("smb://server/share/a.desk", True),
        ("/run/user/1000/gvfs/smb-share:server=s/a.desk", True),
        (r"\\?\C:\Users\anna\a.desk", False),
        (r"C:\Users\anna\a.desk", False),
        ("/home/anna/a.desk", False),
    ],
)
def test_a_share_is_known_by_its_name(path, share):
    assert is_share(path) is share


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        (PureWindowsPath(r"C:\Users\anna\OneDrive\a.desk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\anna\OneDrive - Styrelsen\Dokumenter\a.desk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\anna\onedrive – Styrelsen\a.desk"), "OneDrive"),
        (PurePosixPath("/home/anna/Dropbox (Privat)/a.desk"), "Dropbox"),
        (PurePosixPath("/Users/anna/Library/Mobile Documents/a.desk"), "iCloud"),
        (PurePosixPath("/Users/anna/Library/CloudStorage/OneDrive-Styrelsen/a.desk"), "CloudStorage"),
        (PurePosixPath("/home/anna/Nextcloud/a.desk"), "Nextcloud"),
        (PurePosixPath("/home/anna/OneDriver/a.desk"), None),
        (PurePosixPath("/home/anna/Documents/OneDrive.desk"), None),
        (PureWindowsPath(r"C:\Users\anna\Documents\a.desk"), None),
        (PureWindowsPath(r"C:\Users\anna\Styrelsen\CMM - Dokumenter\a.desk"), "OneDrive"),
    ],
)
def test_a_cloud_is_known_by_its_folder(path, cloud):
    assert cloud_of(path, ["", r"C:\Users\anna\Styrelsen\CMM - Dokumenter"]) == cloud


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/anna/a.desk", "ext4"),
        ("/home/anna/My Share/a.desk", "nfs4"),
        ("/home/anna/Fælles/a.desk", "cifs"),
        ("/mnt/a.desk", "fuse.sshfs"),
        ("/mnt/stick/a.desk", "vfat"),
        ("/mnt2/a.desk", "ext4"),
    ],
)
def test_the_kind_of_a_file_system_is_that_of_the_nearest_mount(path, kind):
    assert file_system_of(PurePosixPath(path), MOUNTS) == kind


def test_the_computers_own_word_on_synchronised_folders_counts(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Styrelsen"))
    assert str(tmp_path / "Styrelsen") in synchronised_folders()
    with pytest.raises(Invalid, match="synchronised by OneDrive"):
        check_place(tmp_path / "Styrelsen" / "a.desk")


def test_an_ordinary_folder_is_fine(tmp_path):
    check_place(tmp_path / "a.desk")


def test_neither_making_nor_opening_is_possible_in_a_cloud_and_links_hide_nothing(tmp_path):
    cloud = tmp_path / "OneDrive - Styrelsen"
    cloud.mkdir()
    for path in (cloud / "a.desk", link(tmp_path / "Nem vej", cloud) / "a.desk"):
        with pytest.raises(Invalid, match=r"synchronised by OneDrive.*stays on this computer"):
            create_desk(path, passphrase=PHRASE, work=CHEAP, use_keyring=False)
        with pytest.raises(Invalid, match="synchronised by OneDrive"):
            open_desk(path, with_passphrase(PHRASE))
    assert list(cloud.iterdir()) == []


def link(path: Path, target: Path) -> Path:
    """Lead to a folder by another name, or give the folder where the system allows no links."""
    try:
        path.symlink_to(target, target_is_directory=True)
    except OSError:
        return target
    return path


def test_a_share_is_refused_with_what_to_do_instead(monkeypatch, tmp_path):
    monkeypatch.setattr("referral_desk.deskfile.places.on_network", lambda _path: True)
    with pytest.raises(Invalid, match=r"network folder.*a desk on a server"):
        check_place(tmp_path / "a.desk")
