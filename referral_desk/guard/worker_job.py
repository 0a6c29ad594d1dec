"""Windows: a job object that bounds a worker's child in memory, time and number, and dies with us.

Layouts and flags: Microsoft's winnt.h, JOBOBJECT_EXTENDED_LIMIT_INFORMATION and JOB_OBJECT_LIMIT_*.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import subprocess

PROCESS_COUNT: Final = 0x0008  # JOB_OBJECT_LIMIT_ACTIVE_PROCESS
JOB_TIME: Final = 0x0004  # JOB_OBJECT_LIMIT_JOB_TIME
PROCESS_MEMORY: Final = 0x0100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
NO_ERROR_BOX: Final = 0x0400  # JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION: a crash ends it without asking anybody
KILL_ON_CLOSE: Final = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE: when we fall, Windows closes the handle
EXTENDED_LIMITS: Final = 9  # JobObjectExtendedLimitInformation
TICKS: Final = 10_000_000  # of 100 ns, in a second


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class IoCounters(ctypes.Structure):
    """IO_COUNTERS."""

    _fields_ = tuple((name, ctypes.c_uint64) for name in ("ro", "wo", "oo", "rt", "wt", "ot"))


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", IoCounters),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def describe(memory: int, cpu_seconds: int | None = None) -> ExtendedLimits:
    """Fill in the bounds: ``memory`` in bytes, ``cpu_seconds`` of user time beyond what was used so far."""
    limits = ExtendedLimits()
    basic = limits.BasicLimitInformation
    basic.LimitFlags = PROCESS_COUNT | PROCESS_MEMORY | NO_ERROR_BOX | KILL_ON_CLOSE
    basic.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    if cpu_seconds is not None:
        basic.LimitFlags |= JOB_TIME
        basic.PerJobUserTimeLimit = cpu_seconds * TICKS
    return limits


if sys.platform == "win32":
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    class Job:
        """A job object around one child, which has not been given any work yet."""

        def __init__(self, process: subprocess.Popen[bytes], memory: int) -> None:
            self._memory = memory
            self._handle = _kernel.CreateJobObjectW(None, None)
            try:
                if not self._handle:
                    raise ctypes.WinError(ctypes.get_last_error())
                # No limits on the use of windows: with them, a job cannot stand inside the job that we may be in.
                self._set(describe(memory))
                handle: Any = process._handle  # type: ignore[attr-defined]  # noqa: SLF001 - the only way to it
                if not _kernel.AssignProcessToJobObject(self._handle, int(handle)):
                    raise ctypes.WinError(ctypes.get_last_error())
            except OSError:
                process.kill()  # no bounds, no work
                raise

        def allow_cpu(self, seconds: int) -> None:
            """Give the child so many seconds of processor time from now on; Windows adds what it has used."""
            self._set(describe(self._memory, seconds))

        def close(self) -> None:
            """Give the handle back, which ends whatever is still in the job."""
            if self._handle:
                _kernel.CloseHandle(self._handle)
                self._handle = None

        def _set(self, limits: ExtendedLimits) -> None:
            size = ctypes.sizeof(limits)
            if not _kernel.SetInformationJobObject(self._handle, EXTENDED_LIMITS, ctypes.byref(limits), size):
                raise ctypes.WinError(ctypes.get_last_error())
