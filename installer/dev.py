"""The one command for set-up, checks and a look at the program: `python3 installer/dev.py --help`.

This file keeps to words that any old Python understands, so that it can refuse with a sentence.
"""

import os
import sys

if sys.version_info < (3, 11) or sys.version_info >= (3, 14) or sys.implementation.name != "cpython":
    sys.stderr.write(
        "Referral Desk needs CPython 3.11, 3.12 or 3.13, and this is %s: use one of those, "  # noqa: UP031
        "for example: python3.12 installer/dev.py setup\n" % sys.version.split()[0],
    )
    sys.exit(3)

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from installer.verbs import main  # noqa: E402

sys.exit(main())
