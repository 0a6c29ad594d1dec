"""One step before the desk is open: a centred column with a title, a few sentences, fields and one primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, label

WIDTH = 480


class Step(QWidget):
    """Add to `column`; the buttons stand below. `went_back` tells that the person wants the step before."""

    went_back = Signal()

    def __init__(self, icon_name: str, title: str, *sentences: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.card = Card(margin=32, gap=12)
        self.card.setFixedWidth(min(px(WIDTH), 900))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(icon_name, "accent", size=28))
        self.title = label(title, "heading", wraps=True)
        head.addWidget(self.title, 1)
        self.card.body.addLayout(head)
        self.sentences = [label(sentence, "quiet", wraps=True) for sentence in sentences]
        for sentence in self.sentences:
            self.card.body.addWidget(sentence)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.card.body.addLayout(self.column)
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self.card.body.addWidget(self.wrong)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.back = button(self.tr("Back"), "", "arrow-left")
        self.back.clicked.connect(self.went_back)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch()
        self.card.body.addSpacing(8)
        self.card.body.addLayout(self.buttons)
        middle = QWidget()
        dress(middle, "page")
        box = QVBoxLayout(middle)
        # Stretches, not an alignment: an aligned card would not grow with its wrapped words.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(self.card)
        across.addStretch()
        box.addStretch()
        box.addLayout(across)
        box.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong, below the fields; an empty sentence takes it away."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool, what: str = "") -> None:
        """Let nobody press while something runs, and say what."""
        self.card.setEnabled(not is_busy)
        self.setCursor(Qt.CursorShape.BusyCursor if is_busy else Qt.CursorShape.ArrowCursor)
        self.sentences[-1].setText(what) if what and self.sentences else None
