"""Where this program keeps its own files, and what it remembers between two starts; no secrets, no content."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from referral_desk.files import explain, write_file

NAME: Final = "Referral Desk"
# One folder for everything: a portable installation, or a test that must not touch a person's own files.
HOME_VARIABLE: Final = "REFERRAL_DESK_HOME"
MOST_RECENT: Final = 12


@dataclass(frozen=True)
class Folders:
    """The program's folders; they are made when they are first written to."""

    settings: Path
    # Copies of key files, one for each desk that was opened here.
    keys: Path
    # Where a new desk is proposed.
    desks: Path
    logs: Path


def folders() -> Folders:
    """Give the places that the operating system has for such files, or those below $REFERRAL_DESK_HOME."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).absolute()
        return Folders(root / "settings", root / "keys", root / "desks", root / "logs")
    import platformdirs  # noqa: PLC0415 - on Windows it loads more than it seems

    data = platformdirs.user_data_path(NAME, appauthor=False)
    return Folders(
        platformdirs.user_config_path(NAME, appauthor=False),
        data / "keys",
        data / "desks",
        platformdirs.user_log_path(NAME, appauthor=False),
    )


@dataclass(frozen=True)
class RecentDesk:
    """A desk that was opened on this computer: its file, or the server's address, and when (UTC)."""

    place: str
    opened: dt.datetime


@dataclass
class Settings:
    """What the program remembers about the person's wishes."""

    # "da" or "en"; empty follows the computer.
    language: str = ""
    # "light", "dark" or "system".
    theme: str = "system"
    recent: list[RecentDesk] = field(default_factory=list)
    # What the window keeps for itself: sizes, column widths, folds.
    window: dict[str, str] = field(default_factory=dict)

    def opened(self, place: str, now: dt.datetime) -> None:
        """Put a desk first among the recent ones."""
        others = [desk for desk in self.recent if desk.place != place]
        self.recent = [RecentDesk(place, now), *others][:MOST_RECENT]

    def save(self, folder: Path) -> None:
        """Write the settings; Unavailable where the disk refuses."""
        said = dataclasses.asdict(self)
        said["recent"] = [{"place": desk.place, "opened": desk.opened.isoformat()} for desk in self.recent]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explain(error, folder) from error
        write_file(_file(folder), json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n", private=True)


def load_settings(folder: Path) -> Settings:
    """Read the settings; whatever cannot be read falls back to what a new installation has.

    A damaged file is set aside as settings.damaged.json and never stops the program from starting.
    """
    path = _file(folder)
    try:
        said = json.loads(path.read_bytes())
        if not isinstance(said, dict):
            raise TypeError("settings are an object")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError):
        _set_aside(path)
        return Settings()
    return Settings(
        language=_one_of(said.get("language"), ("da", "en"), ""),
        theme=_one_of(said.get("theme"), ("light", "dark", "system"), "system"),
        recent=_recent(said.get("recent")),
        window=_texts(said.get("window")),
    )


def _file(folder: Path) -> Path:
    return folder / "settings.json"


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name("settings.damaged.json"))
    except OSError:
        # A folder that cannot be written or read: the next save tells the person.
        return


def _one_of(value: Any, allowed: tuple[str, ...], otherwise: str) -> str:
    return value if value in allowed else otherwise


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(name, str) and isinstance(text, str)}


def _recent(value: Any) -> list[RecentDesk]:
    desks = []
    for entry in value if isinstance(value, list) else []:
        try:
            opened = dt.datetime.fromisoformat(entry["opened"]).astimezone(dt.UTC)
            desks.append(RecentDesk(str(entry["place"]), opened))
        except (TypeError, KeyError, ValueError):
            continue
    return desks[:MOST_RECENT]
