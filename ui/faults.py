"""What happens when the program itself fails: a log without content, a page that says so, nothing sent anywhere."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import platform
import re
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Final, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler, qVersion

from ui.messages import CrashReport

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger("referral_desk")
SIZE: Final = 512 * 1024
FILES: Final = 3
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_SPEAKER: Final = re.compile(r"Q[A-Za-z]{2,40}::~?[A-Za-z]{2,40}(?=[^A-Za-z]|$)", re.ASCII)
"""A class of Qt and what it did, as many of its messages begin."""
_open: list[TextIO] = []


def describe(error: BaseException) -> str:
    """The kind of an error and the lines of code it went through: never its text, never a value, never a path of
    the person's.
    """  # noqa: D205 - one sentence
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        lines = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join([f"{type(seen).__module__}.{type(seen).__qualname__}", *lines]))
        seen = seen.__cause__ or seen.__context__
    return "\nwhile handling\n".join(parts)


def _short(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    for start in ("ui", "referral_desk", "site-packages"):
        if start in parts:
            at = len(parts) - 1 - parts[::-1].index(start)
            return "/".join(parts[at:])
    return parts[-1]


class Faults(QObject):
    """Takes every exception that nobody took, from any thread, and shows it once on the window's."""

    _caught = Signal(str)

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = logs / "window.log"
        self.report: CrashReport | None = None
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """Watch from now on: exceptions, threads, crashes of native code, what Qt has to say."""
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            self.log_file, maxBytes=SIZE, backupCount=FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        crash_file = self.log_file.with_name("crash.log").open("a", encoding="utf-8")
        _open.append(crash_file)
        faulthandler.enable(crash_file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt)
        log.info("start %s, Python %s, Qt %s", platform.system(), platform.python_version(), qVersion())

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        details = describe(error)
        log.error("unexpected\n%s", details)
        self._caught.emit(details)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_exception(told.exc_type, told.exc_value, told.exc_traceback)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        if self.report is not None and self.report.isVisible():
            return
        head = f"{platform.platform()}\nPython {platform.python_version()}, Qt {qVersion()}\n\n"
        self.report = CrashReport(head + details, str(self.log_file))
        self.report.show()


def _on_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Qt tells what it was given: a path, a line of a style sheet, a text. Only which part of it speaks is kept.
    speaker = _SPEAKER.match(text)
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category, speaker[0] if speaker else "…")
