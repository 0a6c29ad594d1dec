"""Draws the year wheel: axis, shaded days, lanes, gaps, chips, and what is told while one drags."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.year_wheel_rows import ChipLook, DayLook, WheelChip, WheelGap, WheelShade

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.widgets.year_wheel import YearWheel

LEFT_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
BUBBLE: Final = 300
FEW_LETTERS: Final = 4
WEEKENDS_FROM: Final = 3.6
"""Pixels for a day from which on weekends are shaded."""
# Ground, frame, ink and whether the frame is dashed.
LOOKS: Final = {
    ChipLook.PROPOSED: ("surface", "accent", "accent", True),
    ChipLook.PINNED: ("accent_soft", "accent", "accent", True),
    ChipLook.PLANNED: ("surface", "edge", "text", False),
    ChipLook.TOLD: ("accent_soft", "accent", "accent", False),
    ChipLook.HELD: ("sunken", "line", "quiet", False),
    ChipLook.BESIDE: ("info_soft", "info", "info", False),
    ChipLook.NO_DAY: ("late_soft", "late", "late", True),
    ChipLook.EMPTY: ("late_soft", "late", "late", False),
    ChipLook.EXPLAINED: ("sunken", "edge", "quiet", True),
}


class WheelPaint:
    """Draws a wheel as it is now."""

    def __init__(self, wheel: YearWheel, painter: QPainter) -> None:
        self.wheel, self.painter, self.scene = wheel, painter, wheel.scene
        self.area = wheel.viewport().rect()

    def paint(self) -> None:
        """Draw everything, from the ground up."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.area, colour("surface"))
        self._lane_grounds()
        painter.save()
        painter.setClipRect(self.wheel.days_rect())
        for shade in self.scene.shades:
            self._shade(shade)
        self._weekends()
        self._heat()
        painter.restore()
        self._axis()
        self._lanes()
        painter.save()
        painter.setClipRect(self.wheel.days_rect().adjusted(0, -px(8), 0, 0))
        self._today()
        for gap in self.scene.gaps:
            self._gap(gap)
        # The chosen one comes last: where two lie over each other it is read whole.
        current = self.wheel.current_key()
        for chip in sorted(self.wheel.chips.chips, key=lambda chip: chip.key == current):
            if chip.key != self.wheel.held_key and self.wheel.is_in_sight(chip.day):
                self._chip(chip, self.wheel.chip_rect(chip))
        painter.restore()
        self._held()

    def _lane_grounds(self) -> None:
        for place in range(len(self.scene.lanes)):
            if place == self.wheel.lane_of_current():
                self.painter.fillRect(self.wheel.lane_rect(place), colour("now"))

    def _shade(self, shade: WheelShade) -> None:
        rect = self.wheel.span_rect(shade.first, shade.last)
        if shade.kind == "holiday":
            rect.setLeft(rect.left() - 0.5)
            self.painter.fillRect(rect, colour("faint", 60))
            return
        self.painter.fillRect(rect, colour("sunken"))
        pattern = Qt.BrushStyle.BDiagPattern if shade.kind == "office" else Qt.BrushStyle.FDiagPattern
        self.painter.fillRect(rect, QBrush(colour("edge", 90), pattern))

    def _weekends(self) -> None:
        if self.wheel.day_width() < WEEKENDS_FROM:
            return
        day = dt.date(self.scene.year, 1, 1)
        while day.year == self.scene.year:
            if day.weekday() == 5:  # noqa: PLR2004 - Saturday
                self.painter.fillRect(self.wheel.span_rect(day, day + dt.timedelta(days=1)), colour("edge", 22))
            day += dt.timedelta(days=1)

    def _heat(self) -> None:
        """Under the lane of a lifted chip: where it can go, where it would have to be talked about, where not."""
        chip = self.wheel.held_chip()
        if chip is None:
            return
        lane = self.wheel.lane_rect(chip.lane)
        bar = QRectF(0, lane.bottom() - px(7), max(1.0, self.wheel.day_width() - 0.4), px(6))
        for day, word in self.scene.heat.items():
            # Height says it as well as colour: the taller, the better.
            share = {"bad": 0.25, "poor": 0.6, "good": 1.0}[word]
            token = {"bad": "late", "poor": "warn", "good": "good"}[word]
            height = bar.height() * share
            left = self.wheel.x_of(day) - bar.width() / 2
            self.painter.fillRect(QRectF(left, bar.bottom() - height, bar.width(), height), colour(token))

    def _axis(self) -> None:
        painter, wheel = self.painter, self.wheel
        head = wheel.head_rect()
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(self.area.left(), head.bottom(), self.area.right(), head.bottom())
        months = QRectF(0, head.top(), 0, wheel.month_height())
        for number, name in enumerate(self.scene.months, 1):
            first = dt.date(self.scene.year, number, 1)
            left, right = wheel.left_of(first), wheel.left_of(_next_month(first))
            if right < wheel.names_width() + 1 or left > self.area.right():
                continue
            left = max(left, float(wheel.names_width()))
            is_quarter = number % 3 == 1
            painter.setPen(QPen(colour("edge" if is_quarter else "line"), 1))
            painter.drawLine(
                QPointF(left, head.top() + (0 if is_quarter else months.height())), QPointF(left, self.wheel.bottom())
            )
            painter.setFont(font("small", MEDIUM if is_quarter else font().weight()))
            painter.setPen(colour("text" if is_quarter else "quiet"))
            room = QRectF(left + px(5), months.top(), right - left - px(6), months.height())
            word = f"{self.scene.quarters[number // 3]} · {name}" if is_quarter and self.scene.quarters else name
            if QFontMetrics(painter.font()).horizontalAdvance(word) > room.width():
                word = name
            painter.drawText(room, LEFT_MIDDLE, word)
        self._weeks()
        self._closing_names()

    def _weeks(self) -> None:
        painter, wheel = self.painter, self.wheel
        painter.setFont(font("small"))
        painter.setPen(colour("faint"))
        row = wheel.week_row()
        painter.drawText(
            QRectF(px(14), row.top(), wheel.names_width() - px(20), row.height()), LEFT_MIDDLE, self.scene.week
        )
        each = 1 if 7 * wheel.day_width() > QFontMetrics(painter.font()).horizontalAdvance("52") + px(3) else 2
        day = dt.date.fromisocalendar(self.scene.year, 1, 1)
        while day.year <= self.scene.year:
            thursday = day + dt.timedelta(days=3)
            if thursday.year == self.scene.year and thursday.isocalendar().week % each == 0:
                middle = wheel.x_of(thursday)
                if middle < wheel.names_width():
                    day += dt.timedelta(days=7)
                    continue
                room = QRectF(middle - px(12), row.top(), px(24), row.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(thursday.isocalendar().week))
            day += dt.timedelta(days=7)

    def _closing_names(self) -> None:
        """The names of closed days above their columns, as far as they fit before the next."""
        painter, row, days = self.painter, self.wheel.names_row(), self.wheel.days_rect()
        painter.setFont(font("small"))
        painter.setPen(colour("quiet"))
        metrics = QFontMetrics(painter.font())
        named = [shade for shade in self.scene.shades if shade.kind != "holiday"]
        spans = [self.wheel.span_rect(shade.first, shade.last) for shade in named]
        free = float(days.left())
        for place, (shade, span) in enumerate(zip(named, spans, strict=True)):
            if span.right() < days.left() or span.left() > days.right():
                continue
            wide = metrics.horizontalAdvance(shade.name) + px(2)
            until = spans[place + 1].left() if place + 1 < len(spans) else float(days.right())
            left = max(free, min(span.left(), until - wide), float(days.left())) + px(2)
            shown = metrics.elidedText(shade.name, Qt.TextElideMode.ElideRight, int(until - left))
            if len(shown) > FEW_LETTERS or shown == shade.name:
                painter.drawText(QRectF(left, row.top(), until - left, row.height()), LEFT_MIDDLE, shown)
                free = left + metrics.horizontalAdvance(shown) + px(4)

    def _lanes(self) -> None:
        painter, wheel = self.painter, self.wheel
        for place, lane in enumerate(self.scene.lanes):
            rect = wheel.lane_rect(place)
            if place:
                painter.setPen(QPen(colour("edge" if lane.begins_tier else "line"), 1))
                painter.drawLine(rect.topLeft(), rect.topRight())
            names = QRect(px(14), rect.top(), wheel.names_width() - px(22), rect.height())
            middle = rect.center().y()
            face = font("body", MEDIUM)
            if QFontMetrics(face).horizontalAdvance(lane.name) > names.width():
                face = font("note", MEDIUM)
            upper = QRect(names.left(), middle - px(18), names.width(), px(19)) if lane.detail else names
            _write(painter, upper, lane.name, face, "text")
            if lane.detail:
                _write(
                    painter,
                    QRect(names.left(), middle + px(1), names.width(), px(16)),
                    lane.detail,
                    font("small"),
                    "faint",
                )

    def _today(self) -> None:
        if self.scene.today.year != self.scene.year:
            return
        x, head = self.wheel.x_of(self.scene.today), self.wheel.head_rect()
        self.painter.setPen(QPen(colour("accent"), 1.5))
        self.painter.drawLine(QPointF(x, head.bottom() - px(4)), QPointF(x, self.wheel.bottom()))
        self.painter.setBrush(colour("accent"))
        self.painter.setPen(Qt.PenStyle.NoPen)
        side = px(4)
        top = head.bottom() - px(5)
        self.painter.drawPolygon(QPolygonF([QPointF(x - side, top), QPointF(x + side, top), QPointF(x, top + side)]))

    def _gap(self, gap: WheelGap) -> None:
        """A line from the last meeting below to the chip, with the working days between them."""
        painter, wheel = self.painter, self.wheel
        lane = wheel.lane_rect(gap.lane)
        chip = next((one for one in wheel.chips.chips if one.lane == gap.lane and one.day == gap.last), None)
        left = wheel.x_of(gap.first)
        right = wheel.chip_rect(chip).left() if chip is not None else wheel.x_of(gap.last)
        left = min(left, right - px(5))
        token = "late" if gap.is_short else "faint"
        y = float(lane.center().y())
        painter.setPen(QPen(colour(token), 1, Qt.PenStyle.DotLine if gap.is_short else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.drawLine(QPointF(left, y - px(4)), QPointF(left, y + px(4)))
        painter.setFont(font("small"))
        painter.setPen(colour("late" if gap.is_short else "quiet"))
        before = [
            wheel.chip_rect(one).right() for one in wheel.chips.chips if one.lane == gap.lane and one.day < gap.last
        ]
        free = left - px(4) - max([float(wheel.names_width()), *before])
        # Where there is little room, the figure alone.
        fits = QFontMetrics(painter.font()).horizontalAdvance(gap.text) <= free
        room = QRectF(left - px(4) - free, y - px(9), free, px(18))
        words = gap.text if fits else gap.text.split()[0]
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _chip(self, chip: WheelChip, rect: QRectF, *, is_held: bool = False) -> None:
        painter = self.painter
        ground, frame, ink, is_dashed = LOOKS[chip.look]
        if chip.tone and chip.look is not ChipLook.HELD:
            frame = chip.tone
        x = self.wheel.x_of(chip.day)
        painter.setPen(QPen(colour(frame), 1))
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + px(4)))
        is_current = chip.key == self.wheel.current_key()
        if chip.came_from is not None:
            self._left_behind(replace(chip, day=chip.came_from))
        if is_held:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("shade", 40))
            painter.drawRoundedRect(rect.translated(0, 3), RADIUS, RADIUS)
        pen = QPen(colour(frame), 1.4 if is_dashed or chip.tone else 1)
        if is_dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        hovered = chip.key == self.wheel.hovered_key and chip.can_move
        painter.setBrush(colour("hover" if hovered and ground == "surface" else ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        token = chip.tone or ink
        side = px(13)
        if not chip.text:
            paint_icon(painter, rect.adjusted(px(3), px(3), -px(3), -px(3)), chip.icon, colour(token))
        else:
            icon_room = QRectF(rect.left() + px(5), rect.center().y() - side / 2, side, side)
            paint_icon(painter, icon_room, chip.icon, colour(token))
            painter.setFont(font("small", MEDIUM))
            painter.setPen(colour(ink))
            painter.drawText(rect.adjusted(px(21), 0, 0, 0), LEFT_MIDDLE, chip.text)
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent" if self.wheel.hasFocus() or is_held else "edge"), 2))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)

    def _held(self) -> None:
        chip = self.wheel.held_chip()
        if chip is None:
            return
        self._left_behind(chip)
        look = self.wheel.held_look
        tone = "" if look is None else next((tone for _icon, tone, _said in look.lines if tone in ("late", "warn")), "")
        moved = self.wheel.held_as(chip, tone)
        rect = self.wheel.chip_rect(moved)
        self.painter.setPen(QPen(colour("accent"), 1))
        x = self.wheel.x_of(moved.day)
        self.painter.drawLine(QPointF(x, self.wheel.head_rect().bottom()), QPointF(x, self.wheel.bottom()))
        self._chip(moved, rect, is_held=True)
        if look is not None:
            self._bubble(look, rect)

    def _left_behind(self, chip: WheelChip) -> None:
        """Where a chip stood before it was taken up."""
        pen = QPen(colour("edge"), 1)
        pen.setDashPattern([2, 2])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(self.wheel.chip_rect(chip), RADIUS, RADIUS)

    def _bubble(self, look: DayLook, beside: QRectF) -> None:
        """The day in words and what speaks against it, below the chip, or above where there is no room."""
        painter = self.painter
        metrics, wide = QFontMetrics(font("note")), px(BUBBLE)
        words = wide - px(24) - px(20)
        heights = [
            metrics.boundingRect(QRect(0, 0, words, 1000), Qt.TextFlag.TextWordWrap, said).height()
            for _icon, _tone, said in look.lines
        ]
        tall = px(12) + px(22) + sum(height + px(4) for height in heights) + px(6)
        least = self.wheel.names_width() + px(4)
        left = max(least, min(beside.center().x() - wide / 2, self.area.width() - wide - px(4)))
        chip = self.wheel.held_chip()
        below = px(4) + (self.wheel.lane_rect(chip.lane).bottom() if chip is not None else beside.bottom())
        top = below if below + tall < self.area.height() else beside.top() - px(10) - tall
        body = QRectF(left, max(px(4), top), wide, tall)
        path = QPainterPath()
        path.addRoundedRect(body, RADIUS + 2, RADIUS + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(path.translated(0, 3), colour("shade", 40))
        painter.fillPath(path, colour("surface"))
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawPath(path)
        painter.setFont(font("body", MEDIUM))
        painter.setPen(colour("text"))
        y = body.top() + px(8)
        painter.drawText(QRectF(left + px(12), y, wide - px(24), px(22)), LEFT_MIDDLE, look.title)
        y += px(26)
        painter.setFont(font("note"))
        for (icon, tone, said), height in zip(look.lines, heights, strict=True):
            paint_icon(painter, QRectF(left + px(12), y + px(1), px(14), px(14)), icon, colour(tone))
            painter.setFont(font("note"))
            painter.setPen(colour("text"))
            room = QRectF(left + px(32), y, words, height + px(2))
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), said)
            y += height + px(4)


def _write(painter: QPainter, rect: QRect, text: str, face: QFont, token: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(token))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, LEFT_MIDDLE, shown)


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
