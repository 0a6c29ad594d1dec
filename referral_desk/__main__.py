"""The headless front end: `python -m referral_desk COMMAND`."""

from __future__ import annotations

import sys

from referral_desk.headless.front import run


def main() -> None:
    """Run the command that the process was started with."""
    sys.exit(run())


if __name__ == "__main__":
    main()
