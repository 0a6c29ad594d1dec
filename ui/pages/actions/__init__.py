"""Actions of every group: found by a typed query, updated in place, chased by mail; what I owe this week."""

from ui.pages.actions.page import ActionsPage as ActionsPage
