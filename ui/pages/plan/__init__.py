"""The action plan: its areas and activities, what the groups did for each, and the yearly contribution."""

from __future__ import annotations

from ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
