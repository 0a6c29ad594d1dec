"""A program with the window open in which one part of the quarter is worked through; says what was called saved.

`python -m tests.journeys.secretary DESK PASSPHRASE_FILE FOLDER PART`, until it is done or killed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.journeys.quarter import HELD, Quarter
from tests.journeys.typist import HANDS
from tests.journeys.window import at_the_demo_desk
from ui.collect import Collector
from ui.language import use_language
from ui.memory import use_memory
from ui.theme import Mode, theme

PARTS = ("before", "meeting", "after")


def tell(fact, value):
    """Say it at once: what is killed later has said it."""
    sys.stdout.write(json.dumps([fact, value], ensure_ascii=True) + "\n")
    sys.stdout.flush()


def work(quarter, part):
    """Take the steps of a part."""
    if part == "before":
        quarter.plan()
        quarter.invite()
        quarter.prepare()
    elif part == "meeting":
        quarter.to(HELD)
        quarter.meet()
        quarter.send_round()
    else:
        quarter.to(quarter.me.app.bridge.today)
        quarter.approve()
        quarter.close()
        quarter.chase()


def main(desk, passphrase_file, folder, part):
    """Sit down, work, leave."""
    from tests.journeys.window import Somebody  # noqa: PLC0415

    demo = SimpleNamespace(path=desk, passphrase_file=passphrase_file)
    me = at_the_demo_desk(lambda *words: Somebody(HANDS, *words), demo)
    tell("begun", part)
    work(Quarter(me, folder, tell), part)
    me.leaves()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    collector = Collector()
    use_memory(Path(sys.argv[3]) / "settings")
    use_language("da")
    theme().use(Mode.LIGHT)
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
