"""The baseline of a start: a bare window with an empty table, and SQLAlchemy imported; says "painted" and ends."""

import sys

import sqlalchemy
import sqlalchemy.orm
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Window(QMainWindow):
    def __init__(self):
        super().__init__()
        self.setCentralWidget(QTableView())
        self.resize(1280, 800)

    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, say_painted)
        return done


def say_painted():
    print("painted", flush=True)
    QApplication.quit()


if __name__ == "__main__":
    assert sqlalchemy.orm
    app = QApplication(sys.argv)
    window = Window()
    window.show()
    sys.exit(app.exec())
