"""Run every bench and print one Markdown table: `python3 installer/dev.py bench [--runs N] [NAME ...]`."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from pathlib import Path

from table import HEAD

HERE = Path(__file__).parent


def main() -> int:
    """Every module bench_*.py has measure(runs) -> list[Row]; NAME picks some, such as "start"."""
    known = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured (default 9)")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which benches: {', '.join(known)} (default all)")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(known))
    if unknown:
        parser.error(f"there is no bench named {', '.join(unknown)}; there are: {', '.join(known)}")
    rows = [
        row for name in options.names or known for row in importlib.import_module(f"bench_{name}").measure(options.runs)
    ]
    print(HEAD)
    for row in rows:
        print(row.markdown())
    print(f"\nMedians of {options.runs} runs in turns on: {machine()}.")
    return 0


def machine() -> str:
    """The machine in one line, so that a table read later can be judged."""
    parts = (processor(), f"{os.cpu_count()} cores", f"Python {platform.python_version()}", system())
    return ", ".join(part for part in parts if part)


def processor() -> str:
    """The name of the processor, as the system tells it."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def system() -> str:
    """The operating system with its version."""
    if sys.platform == "linux":
        told = platform.freedesktop_os_release() if Path("/etc/os-release").exists() else {}
        return told.get("PRETTY_NAME", f"Linux {platform.release()}")
    return f"{platform.system()} {platform.release()}"


if __name__ == "__main__":
    sys.exit(main())
