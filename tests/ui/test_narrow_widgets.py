"""Widgets that need more lines where they are narrow: they get the height for them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui import accessibility
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


def test_a_stepper_cuts_no_name(qtbot):
    names = ["Planlagt", "Dagsorden udsendt", "Sendt til Tværministeriel arbejdsgruppe", "Afsluttet"]
    stepper = Stepper(names, 2)
    qtbot.addWidget(stepper)
    stepper.show()
    for width in (1200, 700, 240, 60):
        stepper.setFixedWidth(width)
        told = stepper.named()
        assert [" ".join(told[index]) for index in told] == (names if len(told) > 1 else names[2:3]) or width == 60
        assert all(len(lines) <= 2 for lines in told.values())
    stepper.setFixedWidth(1200)
    assert len(stepper.named()) == len(names)
    assert stepper.heightForWidth(700) > stepper.heightForWidth(1600), "names take two lines where they have to"
    stepper.setFixedWidth(240)
    assert set(stepper.named()) == {2}, "where there is too little room the present one alone is named"
    assert accessibility.name_of(stepper) == f"Step 3 of 4: {names[2]}"
    assert not stepper.grab().isNull()
