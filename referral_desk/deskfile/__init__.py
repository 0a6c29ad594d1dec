"""A desk as a file on this computer: make it, open it, check it, copy it; one process at a time.

The names below load when they are first used: a window steps up to a desk before it needs the store.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from referral_desk.deskfile.backup import Backup as Backup
    from referral_desk.deskfile.check import Findings as Findings
    from referral_desk.deskfile.create import NewDesk as NewDesk
    from referral_desk.deskfile.create import create_desk as create_desk
    from referral_desk.deskfile.desk_file import DeskFile as DeskFile
    from referral_desk.deskfile.desk_file import enter as enter
    from referral_desk.deskfile.desk_file import open_desk as open_desk
    from referral_desk.deskfile.doorstep import Doorstep as Doorstep
    from referral_desk.deskfile.doorstep import step_up as step_up
    from referral_desk.deskfile.doorstep import ways_to_open as ways_to_open
    from referral_desk.deskfile.places import check_place as check_place

_HOMES: Final = {
    "Backup": "backup",
    "Findings": "check",
    "NewDesk": "create",
    "create_desk": "create",
    "DeskFile": "desk_file",
    "enter": "desk_file",
    "open_desk": "desk_file",
    "Doorstep": "doorstep",
    "step_up": "doorstep",
    "ways_to_open": "doorstep",
    "check_place": "places",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
