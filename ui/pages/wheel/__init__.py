"""The year wheel: a year of meetings of all groups, proposed, dragged, accepted."""

from ui.pages.wheel.page import WheelPage as WheelPage
