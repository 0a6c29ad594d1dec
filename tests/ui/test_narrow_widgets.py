"""Widgets that need more lines where they are narrow: they get the height for them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.chip_flow import ChipFlow
from ui.widgets.labels import WrappedLabel
from ui.widgets.row_button import RowButton, RowLook
from ui.widgets.stepper import Stepper


def test_what_needs_more_lines_where_it_is_narrow_gets_their_height_whatever_it_asked_for(qtbot):
    names = ["Udkast", "Tiltrådt", "På dagsordenen", "Svar på vej", "Meldt tilbage"]
    word = "Menneskehandelsbekæmpelseskoordination"
    chips, stepper, row, words = ChipFlow(), Stepper(names, 2), RowButton(RowLook(word)), WrappedLabel(word)
    chips.show_chips([(name, "quiet", "") for name in names])
    whole = QWidget()
    box = QVBoxLayout(whole)
    for part in (chips, stepper, row, words):
        box.addWidget(part)
    box.addStretch()
    qtbot.addWidget(whole)
    whole.resize(900, 600)
    whole.show()
    wide = {part: part.height() for part in (chips, stepper, row, words)}
    whole.resize(240, 600)
    qtbot.waitUntil(lambda: words.height() > wide[words])
    for part in (chips, row):
        assert part.height() == part.heightForWidth(part.width()) > wide[part], type(part).__name__
    assert stepper.height() == stepper.heightForWidth(stepper.width())
    assert words.whole() == word


def test_enter_presses_a_button_as_space_does_but_once_while_it_is_held(qtbot):
    made = button("Plan a meeting", "primary")
    qtbot.addWidget(made)
    made.show()
    pressed = []
    made.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(made, key)
    assert len(pressed) == 3
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "\r", autorep=True))
    held = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held))
    assert len(pressed) == 3
    made.setEnabled(False)
    made.click()
    assert len(pressed) == 3
