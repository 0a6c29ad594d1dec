"""The machines and Pythons that the lock files serve, and which wheels each of them can use (needs `packaging`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from packaging import tags
from packaging.utils import parse_wheel_filename

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHONS = ((3, 11), (3, 12), (3, 13))


@dataclass(frozen=True)
class Platform:
    """A kind of machine; `promised` ones are covered by a test, the others come along where wheels exist."""

    name: str
    sys_platform: str
    machine: str
    oldest: tuple[int, int]
    """The oldest macOS, or the oldest glibc on Linux; on Windows the oldest version (it is in no file name)."""
    promised: bool

    def wheel_platforms(self) -> list[str]:
        """The platform tags that a wheel for this machine may carry."""
        if self.sys_platform == "win32":
            return [f"win_{self.machine.lower()}"]
        if self.sys_platform == "darwin":
            return list(tags.mac_platforms(self.oldest, self.machine))
        many = [f"manylinux_2_{minor}_{self.machine}" for minor in range(self.oldest[1], 4, -1)]
        old = [f"manylinux{year}_{self.machine}" for year in ("2014", "2010", "1")]
        return [*many, *old, f"linux_{self.machine}"]

    def environment(self, python: tuple[int, int]) -> dict[str, str]:
        """The values that environment markers ask for, on this machine with that Python."""
        version = f"{python[0]}.{python[1]}"
        return {
            "sys_platform": self.sys_platform,
            "platform_system": {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}[self.sys_platform],
            "platform_machine": self.machine,
            "os_name": "nt" if self.sys_platform == "win32" else "posix",
            "python_version": version,
            "python_full_version": f"{version}.7",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


PLATFORMS = (
    Platform("Windows x64", "win32", "AMD64", (10, 0), promised=True),
    Platform("macOS arm64", "darwin", "arm64", (15, 0), promised=True),  # pikepdf asks for macOS 15
    Platform("Linux x64", "linux", "x86_64", (2, 35), promised=True),  # Ubuntu 22.04; Debian 12 has 2.36
    Platform("Windows arm64", "win32", "ARM64", (11, 0), promised=False),
    Platform("Linux arm64", "linux", "aarch64", (2, 39), promised=False),  # Qt asks for glibc 2.39
)


def pairs() -> Iterator[tuple[Platform, tuple[int, int]]]:
    """Every promised machine with every Python."""
    return ((platform, python) for platform in PLATFORMS if platform.promised for python in PYTHONS)


@cache
def usable_tags(platform: Platform, python: tuple[int, int]) -> frozenset[tags.Tag]:
    """The wheel tags that pip accepts on that machine with that CPython."""
    names = platform.wheel_platforms()
    interpreter = f"cp{python[0]}{python[1]}"
    return frozenset(
        [*tags.cpython_tags(python, platforms=names), *tags.compatible_tags(python, interpreter, names)],
    )


def fits(file_name: str, platform: Platform, python: tuple[int, int]) -> bool:
    """Whether a wheel of this name can be installed on that machine with that CPython."""
    return not usable_tags(platform, python).isdisjoint(parse_wheel_filename(file_name)[3])


def fits_somewhere(file_name: str) -> bool:
    """Whether any machine that we serve can use the wheel; all other wheels stay out of the lock."""
    return any(fits(file_name, platform, python) for platform in PLATFORMS for python in PYTHONS)
