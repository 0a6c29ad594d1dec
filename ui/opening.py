"""Opening and making desks, as work beside the window's thread; who asks and shows is ui/entrance.py."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from referral_desk.deskfile.doorstep import Doorstep, step_up, ways_to_open
from referral_desk.errors import DeskError
from referral_desk.first_look import first_look
from referral_desk.queries.board_rows import BoardRow
from referral_desk.users import User
from referral_desk.vault import Keychain, Unlock, Way, with_keyring

if TYPE_CHECKING:
    from pathlib import Path

    from referral_desk.desk import Desk
    from referral_desk.deskfile import DeskFile, NewDesk
    from ui.jobs import Progress


@dataclass
class Arrival:
    """A desk on the way in: on its doorstep, with what its Board showed last if that still holds."""

    doorstep: Doorstep
    look: BoardRow | None
    desk_file: DeskFile | None = None

    @property
    def path(self) -> Path:
        """Where the desk lies."""
        return self.doorstep.path

    def leave(self) -> None:
        """Close the desk, or leave its doorstep where it was never opened."""
        if self.desk_file is not None:
            self.desk_file.close()
        else:
            self.doorstep.leave()

    def go_in(self, user: User) -> Desk:
        """Open the desk and sit down at it; raises a DeskError that says why not."""
        from referral_desk.deskfile import enter  # noqa: PLC0415 - loads the store, after the first painting
        from referral_desk.sitting import sit_down  # noqa: PLC0415 - same

        desk_file = enter(self.doorstep)
        try:
            desk = sit_down(desk_file.database, user)
        except BaseException:
            desk_file.close()
            raise
        self.desk_file = desk_file
        return desk


def arrive_by_itself(_progress: Progress, path: Path, language: str) -> Arrival | None:
    """Come to a desk without asking, by this computer's keyring; None where it was never meant to.

    Raises a DeskError that says why it did not open: the keyring's reason, or the file's.
    """
    if Way.KEYRING not in ways_to_open(path):
        return None
    return _arrived(step_up(path, with_keyring()), language)


def go_in(_progress: Progress, arrival: Arrival, user: User) -> Desk:
    """Open the desk that we came to."""
    return arrival.go_in(user)


def present_user() -> User:
    """Who sits at this computer, by the name that it knows."""
    try:
        return User(getpass.getuser())
    except (KeyError, OSError, ImportError):
        return User("?")


def open_by_itself(_progress: Progress, path: Path) -> DeskFile | None:
    """Open a desk without asking, as `arrive_by_itself` comes to it."""
    if Way.KEYRING not in ways_to_open(path):
        return None
    from referral_desk.deskfile import open_desk  # noqa: PLC0415 - loads the store

    return open_desk(path, with_keyring())


def arrive_with(_progress: Progress, path: Path, unlock: Unlock, language: str) -> Arrival:
    """Come to a desk with what was typed; raises a DeskError that says why it does not open."""
    return _arrived(step_up(path, unlock), language)


def _arrived(doorstep: Doorstep, language: str) -> Arrival:
    found = first_look(doorstep, BoardRow, language)
    return Arrival(doorstep, found[0] if found else None)


def can_be_asked(path: Path) -> bool:
    """Whether a passphrase or a recovery code could open the desk: its file and its keys are there to be tried."""
    try:
        return bool(ways_to_open(path) - {Way.KEYRING})
    except DeskError:
        return False


def open_with(_progress: Progress, path: Path, unlock: Unlock) -> DeskFile:
    """Open a desk with what was typed; raises a DeskError that says why it did not open."""
    from referral_desk.deskfile import open_desk  # noqa: PLC0415 - loads the store

    return open_desk(path, unlock)


def check_keyring(_progress: Progress) -> None:
    """Raise Unavailable where this computer has no keyring that can be trusted."""
    Keychain().check()


def create(_progress: Progress, path: Path, passphrase: str, keyring: bool, user: User) -> NewDesk:
    """Make a desk; raises a DeskError that says why it was not made."""
    wanted: dict[str, Any] = {"use_keyring": keyring}
    if passphrase:
        wanted["passphrase"] = passphrase
    from referral_desk.deskfile import create_desk  # noqa: PLC0415 - loads the store
    from referral_desk.operations.reference import load_reference  # noqa: PLC0415 - same
    from referral_desk.sitting import sit_down  # noqa: PLC0415 - same

    new = create_desk(path, **wanted)
    # Every desk starts with the facts: groups, organisations, plans, limits.
    sit_down(new.desk_file.database, user).do(load_reference)
    return new


def confirm(_progress: Progress, desk_file: DeskFile, typed: str) -> None:
    """Let the recovery code count that was typed back; raises Invalid where it is another."""
    desk_file.vault.confirm_recovery(typed)
