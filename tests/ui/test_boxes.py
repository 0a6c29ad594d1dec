"""Boxes: their parts are named in order, however they were put there."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.boxes import clear_box, parts_of


def test_the_parts_of_a_box_and_of_boxes_in_it_are_named_in_order(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    box, line, grid = QVBoxLayout(around), QHBoxLayout(), QGridLayout()
    last, first, inner, deep = (QLabel(name, around) for name in ("last", "first", "inner", "deep"))
    box.addWidget(last)
    box.insertWidget(0, first)
    box.insertLayout(1, line)
    box.addStretch()
    line.addLayout(grid)
    line.addWidget(inner)
    grid.addWidget(deep, 0, 1)
    assert parts_of(box) == [first, deep, inner, last]
    assert parts_of(line) == [deep, inner]
    box.removeWidget(first)
    assert parts_of(box) == [deep, inner, last]
    clear_box(box)
    assert parts_of(box) == []
    assert parts_of(QVBoxLayout()) == []
