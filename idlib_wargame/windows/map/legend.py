"""What colours, hatching and signs mean: only what is on the map now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.ground_painter import FRONT_DASHES, PLAN_DASHES, hatching
from idlib_wargame.windows.map.holder_look import Look, shape_path
from idlib_wargame.windows.map.ink import Ink, ink, pen
from idlib_wargame.windows.map.symbols import RADIUS, draw_cut_off, draw_gone, draw_sign
from idlib_wargame.words.language import _, isolated
from idlib_wargame.words.lists import series
from idlib_wargame.words.mapping import encircled_words, short_name, sign_words

SWATCH = (26, 16)
GAP = 8
BETWEEN = 18
LINE = 22

SIGNS = ("post", "camp", "base", "crossing")  # in the order of the legend

Draw = Callable[[QPainter, QRectF, Ink], None]


@dataclass(frozen=True)
class Entry:
    """A line of the legend: what it says, and how its sample is drawn."""

    words: str
    draw: Draw


def entries(
    scenario: Scenario, looks: Mapping[str, Look], standings: Sequence[Standing]
) -> list[Entry]:
    """What needs explaining, holders first."""
    here = [each for each in standings if each.change is not Change.GONE]
    holding = {each.holder for each in here} | {each.owner for each in here if each.is_cut_off}
    found = [
        Entry(isolated(scenario.actor_name(holder)), _holder_sample(look))
        for holder, look in looks.items()
        if holder in holding
    ]
    for kind in SIGNS:
        of_kind = [each for each in here if each.feature.kind == kind]
        cut_off = [each for each in of_kind if each.is_cut_off]
        if of_kind:
            found.append(Entry(_sign_words(of_kind), _sign_sample(kind, of_kind[0], looks)))
        if cut_off:
            words = encircled_words(_sign_words(of_kind))
            found.append(Entry(words, _cut_off_sample(cut_off[0], looks)))
    if any(not each.holder and _is_plan(each) for each in here):
        found.append(Entry(_("Not in force"), _plan_sample))
    if any(each.change is not Change.NONE for each in standings):
        found.append(Entry(_("Outlined: changed this turn"), _changed_sample))
    if any(each.change is Change.GONE and each.feature.kind in SIGNS for each in standings):
        found.append(Entry(_("Gone this turn"), _gone_sample))
    if any(each.feature.schematic for each in here):
        found.append(Entry(_("Dashed, hatched or hollow: schematic"), _schematic_sample))
    return found


def _sign_words(of_kind: Sequence[Standing]) -> str:
    """What signs of one kind are called: their common name where the pack gives them one."""
    names = {short_name(each.feature.name) for each in of_kind}
    common = names.pop() if len(names) == 1 and len(of_kind) > 1 else ""
    return common or sign_words(of_kind[0].feature.kind)


def _is_plan(standing: Standing) -> bool:
    return standing.feature.kind == "area" and standing.feature.schematic


def _holder_sample(look: Look) -> Draw:
    def draw(painter: QPainter, box: QRectF, inks: Ink) -> None:
        painter.fillRect(box, QColor(inks.tint(look.colour)))
        painter.save()
        painter.setClipRect(box)
        painter.setPen(pen(inks.hatch(look.colour), 1))
        painter.drawLines(hatching(box, look.slant, 6))
        painter.restore()
        painter.setPen(pen(look.ink, 1.2))
        painter.drawRect(box)
        painter.setBrush(QColor(inks.halo))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(box.center(), 6.5, 6.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.fillPath(shape_path(look.shape, box.center(), 4.2), QColor(look.ink))

    return draw


def _sign_sample(kind: str, standing: Standing, looks: Mapping[str, Look]) -> Draw:
    def draw(painter: QPainter, box: QRectF, inks: Ink) -> None:
        look = looks.get(standing.owner if kind == "post" else standing.holder)
        colour = look.ink if look else inks.quiet
        draw_sign(
            painter, kind, box.center(), colour, inks, standing.feature.schematic, RADIUS[kind]
        )

    return draw


def _cut_off_sample(standing: Standing, looks: Mapping[str, Look]) -> Draw:
    def draw(painter: QPainter, box: QRectF, inks: Ink) -> None:
        owner, grip = looks.get(standing.owner), looks[standing.holder]
        draw_cut_off(painter, box.center(), grip.ink, inks, 5.2)
        colour = owner.ink if owner else inks.quiet
        draw_sign(painter, "post", box.center(), colour, inks, standing.feature.schematic, 5.0)

    return draw


def _plan_sample(painter: QPainter, box: QRectF, inks: Ink) -> None:
    painter.setPen(pen(inks.text, 1.9, PLAN_DASHES))
    painter.drawRect(box.adjusted(1, 1, -1, -1))


def _changed_sample(painter: QPainter, box: QRectF, inks: Ink) -> None:
    path = _level_line(box)
    painter.strokePath(path, pen(inks.changed, 10))
    painter.strokePath(path, pen(inks.halo, 6.4))
    painter.strokePath(path, pen(inks.quiet, 3.4))


def _gone_sample(painter: QPainter, box: QRectF, inks: Ink) -> None:
    draw_gone(painter, box.center(), inks, 8)


def _schematic_sample(painter: QPainter, box: QRectF, inks: Ink) -> None:
    painter.strokePath(_level_line(box), pen(inks.front, 1.6, FRONT_DASHES))


def _level_line(box: QRectF) -> QPainterPath:
    path = QPainterPath(QPointF(box.left(), box.center().y()))
    path.lineTo(QPointF(box.right(), box.center().y()))
    return path


class Legend(QWidget):
    """The entries, one below the other or in lines, as there is room."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._entries: Sequence[Entry] = ()
        self._single = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Legend of the map"))
        theme.changes().changed.connect(self._measure)

    def show_entries(self, found: Sequence[Entry]) -> None:
        """Explain these."""
        self._entries = found
        self.setAccessibleDescription(series([entry.words for entry in found]))
        self._measure()

    def stack(self, single: bool) -> None:
        """One entry a line, or as many as fit."""
        self._single = single
        self._measure()

    def height_within(self, width: int, single: bool) -> int:
        """How high it is at a width, in pixels, stacked or in lines."""
        places = self._places(width, single)
        return int(places[-1][1].bottom()) + 1 if places else 0

    def sizeHint(self) -> QSize:
        """Its least width, as it takes what it is given; as high as its lines."""
        return QSize(self.minimumWidth(), self.height_within(self.width(), self._single))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines, perhaps another height."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the samples and the words."""
        inks = ink()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = theme.font(11)
            for entry, room in self._places(self.width(), self._single):
                sample = QRectF(room.left() + 1, room.center().y() - SWATCH[1] / 2, *SWATCH)
                painter.save()
                entry.draw(painter, self._mirrored(sample), inks)
                painter.restore()
                painter.setFont(font)
                painter.setPen(QColor(inks.text))
                words = room.adjusted(SWATCH[0] + GAP, 0, 4, 0)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(
                    self._mirrored(words), flags | Qt.TextFlag.TextWordWrap, entry.words
                )

    def _mirrored(self, place: QRectF) -> QRectF:
        """A place, counted from where reading begins."""
        left = self.width() - place.right() if self.isRightToLeft() else place.left()
        return QRectF(left, place.top(), place.width(), place.height())

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def _places(self, width: int, single: bool) -> list[tuple[Entry, QRectF]]:
        """Each entry and its room, from where reading begins and line after line."""
        metrics = QFontMetricsF(theme.font(11))
        found: list[tuple[Entry, QRectF]] = []
        left = top = line = 0.0
        for entry in self._entries:
            room = max(40.0, width - SWATCH[0] - GAP - 4)
            words = metrics.boundingRect(
                QRectF(0, 0, room, 1000), Qt.TextFlag.TextWordWrap, entry.words
            )
            wide = SWATCH[0] + GAP + words.width() + 4
            high = max(theme.scaled(LINE), words.height() + 6)
            if left and (single or left + wide > width):
                left, top, line = 0.0, top + line, 0.0
            found.append((entry, QRectF(left, top, wide, high)))
            left += wide + BETWEEN
            line = max(line, high)
        return found
