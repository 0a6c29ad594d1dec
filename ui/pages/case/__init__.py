"""One case: its way through the bodies and back, its facts, and what the rules say of it."""

from __future__ import annotations

from ui.pages.case.page import CasePage

__all__ = ["CasePage"]
