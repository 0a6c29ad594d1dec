"""The Board: the year of every group, what waits for somebody, what comes up."""

from ui.pages.board.page import BoardPage as BoardPage
