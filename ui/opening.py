"""Opening and making desks, as work beside the window's thread; who asks and shows is ui/entrance.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referral_desk.deskfile import DeskFile, NewDesk, create_desk, open_desk, ways_to_open
from referral_desk.errors import DeskError
from referral_desk.vault import Keychain, Unlock, Way, with_keyring

if TYPE_CHECKING:
    from pathlib import Path

    from ui.jobs import Progress


def open_by_itself(_progress: Progress, path: Path) -> DeskFile | None:
    """Open a desk without asking, by this computer's keyring; None where it was never meant to.

    Raises a DeskError that says why it did not open: the keyring's reason, or the file's.
    """
    if Way.KEYRING not in ways_to_open(path):
        return None
    return open_desk(path, with_keyring())


def can_be_asked(path: Path) -> bool:
    """Whether a passphrase or a recovery code could open the desk: its file and its keys are there to be tried."""
    try:
        return bool(ways_to_open(path) - {Way.KEYRING})
    except DeskError:
        return False


def open_with(_progress: Progress, path: Path, unlock: Unlock) -> DeskFile:
    """Open a desk with what was typed; raises a DeskError that says why it did not open."""
    return open_desk(path, unlock)


def check_keyring(_progress: Progress) -> None:
    """Raise Unavailable where this computer has no keyring that can be trusted."""
    Keychain().check()


def create(_progress: Progress, path: Path, passphrase: str, keyring: bool) -> NewDesk:
    """Make a desk; raises a DeskError that says why it was not made."""
    wanted: dict[str, Any] = {"use_keyring": keyring}
    if passphrase:
        wanted["passphrase"] = passphrase
    return create_desk(path, **wanted)


def confirm(_progress: Progress, desk_file: DeskFile, typed: str) -> None:
    """Let the recovery code count that was typed back; raises Invalid where it is another."""
    desk_file.vault.confirm_recovery(typed)
