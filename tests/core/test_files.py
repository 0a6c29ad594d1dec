"""A file is the old one or the new one; what the disk refuses is told in a sentence."""

import errno
import os
import stat
import sys

import pytest

from referral_desk.errors import Unavailable
from referral_desk.files import explain, safe_file_name, write_file


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "ærø.json"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["ærø.json"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("2026-11-12 RG1\nBcc: a", "2026-11-12 RG1 Bcc a"),
        ("referat\u202efdp.exe", "referatfdp.exe"),
        ("a\u200bb\u2028c\ud800d\x85e", "ab c d e"),
        ("NUL .pdf", "_NUL .pdf"),
        (" . ", "file"),
        ("å" * 200, "å" * 100),
        ("𝔊" * 200, "𝔊" * 50),
    ],
)
def test_a_name_of_a_file_can_be_stored_everywhere_and_shows_what_it_is(tmp_path, name, safe):
    assert safe_file_name(name) == safe
    write_file(tmp_path / f"{safe}.docx", b"x")
    assert (tmp_path / f"{safe}.docx").read_bytes() == b"x"


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path):
    path = tmp_path / ("a" * 251 + ".pdf")
    write_file(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize("step", ["fsync", "open"])
def test_a_write_that_fails_at_any_step_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    write_file(path, b"old")

    def refuse(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(Unavailable, match="full"):
        write_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(Unavailable, match="There is no"):
        write_file(tmp_path / "none" / "a.json", b"x")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "full"),
        (errno.EFBIG, "full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "There is no"),
        (errno.EIO, "did not read or write"),
    ],
)
def test_each_refusal_has_its_sentence(tmp_path, number, words):
    told = str(explain(OSError(number, "x"), tmp_path / "a.desk"))
    assert words in told
    assert "a.desk" in told


if sys.platform != "win32":
    import resource

    def test_a_private_file_is_its_owners_alone(tmp_path):
        write_file(tmp_path / "a.keys", b"x", private=True)
        assert stat.S_IMODE((tmp_path / "a.keys").stat().st_mode) == 0o600

    def test_the_file_and_its_folder_are_on_the_disk_before_the_write_is_over(tmp_path, monkeypatch):
        synced = []
        sync = os.fsync
        monkeypatch.setattr(
            os, "fsync", lambda handle: (synced.append(stat.S_IFMT(os.fstat(handle).st_mode)), sync(handle))
        )
        write_file(tmp_path / "a.json", b"x")
        assert synced == [stat.S_IFREG, stat.S_IFDIR]

    def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path):
        path = tmp_path / "a.json"
        write_file(path, b"old")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, before[1]))
        try:
            with pytest.raises(Unavailable, match="full"):
                write_file(path, b"x" * 100_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert path.read_bytes() == b"old"
        assert [found.name for found in tmp_path.iterdir()] == ["a.json"]
