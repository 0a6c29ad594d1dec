"""Compile the translations beside their sources: Qt's .ts to .qm, gettext's .po to .mo; only what is stale."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from installer.environment import python, run_environment, tool
from installer.lockfile import ROOT
from installer.trouble import FAILED, Trouble

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "resources" / "i18n"


def build() -> None:
    """Bring every compiled translation up to date.

    Raises:
        Trouble: a source does not compile; what the compiler says is printed.
    """
    for source in sorted([*FOLDER.glob("*.ts"), *FOLDER.glob("*.po")]):
        target = source.with_suffix(".qm" if source.suffix == ".ts" else ".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # A window that runs reads from the file while it is made anew: it keeps the old one.
        draft = target.with_name(f"{target.name}.{os.getpid()}.part")
        command = _command(source, draft)
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, errors="replace", env=run_environment(), cwd=ROOT
        )
        if done.returncode or not draft.exists():
            draft.unlink(missing_ok=True)
            print(done.stdout + done.stderr, file=sys.stderr)
            raise Trouble(f"The translation {source.name} does not compile; the reason stands above.", FAILED)
        draft.replace(target)


def _command(source: Path, target: Path) -> list[str]:
    if source.suffix == ".ts":
        return [str(tool("pyside6-lrelease")), "-silent", str(source), "-qm", str(target)]
    return [str(python()), "-m", "babel.messages.frontend", "compile", "-i", str(source), "-o", str(target)]
