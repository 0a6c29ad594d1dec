"""The page of one meeting: its step, its agenda, its people, its pack."""

from ui.pages.meeting.page import MeetingPage as MeetingPage
