"""A pytest plugin that writes down how the tests ended: their process may end in another way after that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from installer.suite import VARIABLE


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write pytest's exit code as the tests made it; the workers of a run on several cores write nothing."""
    place = os.environ.get(VARIABLE)
    if place and not hasattr(session.config, "workerinput"):
        Path(place).write_text(str(int(exitstatus)), encoding="utf-8")
