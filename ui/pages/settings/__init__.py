"""Settings: how the window looks, facts about this desk, deadlines, standing items."""

from ui.pages.settings.page import SettingsPage as SettingsPage
