"""What tests of the Actions page read from it and do with it."""

from PySide6.QtWidgets import QLabel

from referral_desk.models import ActionItem
from ui.rows import Heading, RowTable


def headings(page):
    rows = [page.table.rows.index(at, 0).data(RowTable.RowRole) for at in range(page.table.rows.rowCount())]
    return [row for row in rows if isinstance(row, Heading)]


def shown(page):
    """The list as one reads it: headings in brackets."""
    rows = [page.table.rows.index(at, 0).data(RowTable.RowRole) for at in range(page.table.rows.rowCount())]
    return [f"[{row.title}]" if isinstance(row, Heading) else row.text for row in rows]


def kept(store, number):
    with store.read() as session:
        return session.query(ActionItem).filter_by(number=number, year=2026).one()


def pick(page, settled, text):
    row = next(row for row in page.table.shown_rows() if row.text == text)
    settled(lambda: page.table.choose(row.id))
    return page.table.table


def ask(page, settled, text):
    page.bar.field.setText(text)
    settled(page.bar.field.ask)


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def titles(page):
    return [command.title for command in page.lists.offers()]
