"""System packages on Debian and Ubuntu: found missing, installed when we may, else the exact command is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from installer.trouble import MISSING, Trouble, without_addresses

# The libraries that Qt's window, screenless and Wayland parts ask for, and the package that brings each.
LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}

# The smallest package that opens a Word file without a screen: about 200 MB with all it needs, ten seconds to install.
WORD_READER = "libreoffice-writer-nogui"

_QT_PARTS = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtPrintSupport.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/*.so",
)


def debian_like(release: Path = Path("/etc/os-release")) -> bool:
    """Whether apt-get is the way to install something here."""
    if not release.exists():
        return False
    text = release.read_text(encoding="utf-8")
    words = " ".join(re.findall(r"^(?:ID|ID_LIKE)=\"?([^\"\n]*)", text, flags=re.MULTILINE)).split()
    return not {"debian", "ubuntu"}.isdisjoint(words)


def is_root() -> bool:
    """Whether we may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: list[str], reason: str) -> None:
    """Install system packages with apt-get, or stop and tell the command that does it.

    Raises:
        Trouble: we are not root, or apt-get failed.
    """
    names = " ".join(packages)
    if not is_root():
        sentence = f"{reason} Run this, then the same command again:\n\n    sudo apt-get install {names}\n"
        raise Trouble(sentence, MISSING)
    print(f"{reason} Installing: {names}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *words], env=environment, capture_output=True, text=True, check=False, errors="replace"
        )
    if done.returncode:
        print(without_addresses(done.stderr).strip(), file=sys.stderr)
        sentence = f"apt-get could not install them. Mend what it says above, or run: apt-get install {names}"
        raise Trouble(sentence, MISSING)


def missing_libraries(qt_folder: Path) -> list[str]:
    """The shared libraries that Qt asks for and this Linux does not have, sorted.

    Args:
        qt_folder: the folder `PySide6` in site-packages.
    """
    files = [path for pattern in _QT_PARTS for path in sorted(qt_folder.glob(pattern))]
    if not files:
        return []
    told = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
    return sorted(set(re.findall(r"^\s*(lib\S+) => not found", told, flags=re.MULTILINE)))


def ensure_qt_libraries(qt_folder: Path) -> None:
    """See to it that Qt finds the libraries it does not bring itself.

    Raises:
        Trouble: something is missing and we may not, or cannot, install it.
    """
    if sys.platform != "linux":
        return
    missing = missing_libraries(qt_folder)
    if not missing:
        return
    reason = "Qt, which draws the window, needs a few system libraries that are not here yet."
    packages = sorted({LIBRARY_PACKAGES[name] for name in missing if name in LIBRARY_PACKAGES})
    if not debian_like() or not packages:
        sentence = f"{reason} Install what brings these files, then run the same command again: {', '.join(missing)}"
        raise Trouble(sentence, MISSING)
    install(packages, reason)
    still = missing_libraries(qt_folder)
    if still:
        sentence = f"Qt still misses {', '.join(still)}. Install what brings them, then run the same command again."
        raise Trouble(sentence, MISSING)


def word_reader() -> str | None:
    """The program that opens Word files for the tests, if this machine has it."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def seek_word_reader() -> None:
    """Bring LibreOffice for the tests of Word files where we may; where we may not, a test says what it misses."""
    if word_reader() or sys.platform != "linux" or not debian_like():
        return
    try:
        install([WORD_READER], "The tests open our Word files with LibreOffice, which is not here yet.")
    except Trouble as trouble:
        print(f"{trouble}\nThe tests run all the same.", file=sys.stderr, flush=True)
