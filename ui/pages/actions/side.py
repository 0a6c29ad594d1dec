"""The right side of the Actions page: one action, several, a new one, or the mails to draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.actions.mails import MailsPanel
from ui.pages.actions.panel import ActionPanel
from ui.pages.actions.several import SeveralPanel
from ui.theme import px
from ui.widgets.side import Side

if TYPE_CHECKING:
    from ui.doing import OperationForm, UndoPage


class ActionSide(Side):
    """A card that shows one part at a time; hidden while nothing is chosen."""

    def __init__(self, page: UndoPage) -> None:
        one, several, mails = ActionPanel(page), SeveralPanel(page), MailsPanel(page)
        super().__init__((one, several, mails))
        self.one, self.several, self.mails = one, several, mails
        self.form: OperationForm | None = None
        self.setMinimumWidth(px(352))
        self.mails.closed.connect(self.left)

    def open_new(self, form: OperationForm) -> None:
        """Show the form of a new action."""
        self.close_new()
        self.form = form
        self.put_form(form)
        self.show_part(self.blank)
        form.begin()

    def close_new(self) -> None:
        """Take the form of a new action away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
