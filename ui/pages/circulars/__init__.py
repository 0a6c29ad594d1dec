"""The Circulars page: what the national group sends to every region, and who has taken note of it."""

from ui.pages.circulars.page import CircularsPage as CircularsPage
