"""One group: its seats and who holds them, coverage, representatives, mandate, area, history, on one day."""

from ui.pages.group.page import GroupPage as GroupPage
