"""What a seat goes by: its aims and its brief, what changed, and what it knows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views import brief_reading
from idlib_wargame.views.pressures import FlagGroupLines
from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.tracks import TrackLine
from idlib_wargame.windows.cards.flag_row import FlagRow
from idlib_wargame.windows.cards.track_row import TrackRow
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.staying import Staying
from idlib_wargame.windows.seat.aims_list import AimsList
from idlib_wargame.words.language import _

LEAST_WIDTH = 220
ENOUGH = 120  # pixels of a brief that are in sight, at the usual size of text: more than its head


class Section(QWidget):
    """A heading that opens and closes what stands under it."""

    def __init__(self, title: str, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QPushButton(title)
        self.head.setProperty("role", "section")
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(theme.SPACE, 0, theme.SPACE, theme.SPACE)
        self.body.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.inside)
        self.head.clicked.connect(lambda: self.open(self.inside.isHidden()))
        steady(self.head)
        self.open(is_open)

    def open(self, on: bool) -> None:
        """Show or hide what stands under the heading."""
        self.inside.setVisible(on)
        self.head.setIcon(icons.icon("expand" if on else "next", "muted"))


class KnowledgeColumn(QFrame):
    """Seven sections, top to bottom; redrawn only where something is new.

    ``brief_seen`` when something of the brief has stayed in sight: it need not be looked for
    elsewhere.
    """

    brief_seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.brief = MarkdownView(grows=True)
        self.public = MarkdownView(grows=True)
        self.brief.setAccessibleName(_("Your brief"))
        self.public.setAccessibleName(_("What everybody knows"))
        self.aims = AimsList()
        self._texts = ("", "")
        self._aims: tuple[object, ...] | None = None
        self._duties: tuple[str, ...] | None = None
        self._tracks: tuple[TrackLine, ...] | None = None
        self._pressures: tuple[FlagGroupLines, ...] | None = None
        self._sections = {
            "duties": Section(_("To see to this turn"), True),
            "aims": Section(_("Your aims"), True),
            "pressures": Section(_("What weighs on all"), True),
            "brief": Section(_("Your brief"), True),
            "changed": Section(_("What changed"), True),
            "known": Section(_("What you know"), True),
            "public": Section(_("What everybody knows"), False),
        }
        self._sections["brief"].body.addWidget(self.brief)
        self._sections["aims"].body.addWidget(self.aims)
        self._sections["public"].body.addWidget(self.public)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch()
        self._inside = inside
        self.reading = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._is_opened_by_hand = False
        self._staying = Staying(self._is_brief_in_sight, brief_reading.STAYS, self)
        self._staying.stayed.connect(self.brief_seen)
        self._look.timeout.connect(self._staying.look)
        scroll.verticalScrollBar().valueChanged.connect(lambda _at: self._look.start())
        self._sections["brief"].head.clicked.connect(self._brief_pressed)

    def _brief_pressed(self) -> None:
        """Whoever opens it by hand has opened it, however little of it there is room for."""
        self._is_opened_by_hand = True
        self._look.start()

    def _is_brief_in_sight(self) -> bool:
        seen = self.brief.visibleRegion().boundingRect().height()
        enough = 1 if self._is_opened_by_hand else min(theme.scaled(ENOUGH), self.brief.height())
        return self.isVisible() and seen >= enough > 0

    def showEvent(self, event: QShowEvent) -> None:
        """It may be in sight from the start, once it is laid out."""
        super().showEvent(event)
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of it is in sight."""
        super().hideEvent(event)
        self._look.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Or come into sight."""
        super().resizeEvent(event)
        self._look.start()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its headings, which do not wrap."""
        bar = self.reading.verticalScrollBar().sizeHint().width()
        wide = max(LEAST_WIDTH, self._inside.minimumSizeHint().width() + bar)
        return QSize(wide, super().minimumSizeHint().height())

    def show_view(self, view: SeatView) -> None:
        """Show what the seat knows now."""
        if (view.brief, view.public_brief) != self._texts:
            self._texts = (view.brief, view.public_brief)
            self.brief.say(view.brief or view.seat.summary)
            self.public.say(view.public_brief)
            self._sections["public"].setVisible(bool(view.public_brief))
        if view.duties != self._duties:
            self._duties = view.duties
            self._show_duties(view)
        if (view.aims, view.is_over) != self._aims:
            self._aims = (view.aims, view.is_over)
            self.aims.show_view(view)
            self._sections["aims"].setVisible(bool(view.aims))
        if view.tracks != self._tracks:
            self._tracks = view.tracks
            self._show_changed(view)
            self._show_known(view)
        if view.pressures != self._pressures:
            self._pressures = view.pressures
            self._show_pressures(view)

    def _show_duties(self, view: SeatView) -> None:
        section = self._sections["duties"]
        emptied(section.body)
        for duty in view.duties:
            section.body.addWidget(duty_line(duty))
        section.setVisible(bool(view.duties))

    def _show_pressures(self, view: SeatView) -> None:
        section = self._sections["pressures"]
        emptied(section.body)
        for group in view.pressures:
            if group.name:
                section.body.addWidget(label(group.name, "eyebrow", wrap=True))
            for flag in group.flags[: group.told_each]:
                section.body.addWidget(FlagRow(flag))
            if rest := group.rest_words:
                line = label(rest, "muted", wrap=True, leads=True)
                line.setToolTip(in_tooltip(group.rest_why))
                section.body.addWidget(line)
        section.setVisible(bool(view.pressures))

    def _show_changed(self, view: SeatView) -> None:
        body = self._sections["changed"].body
        emptied(body)
        changed = [line for line in view.tracks if line.way]
        for line in changed:
            body.addWidget(TrackRow(line))
        if not changed:
            last = _("Nothing that you know of.") if view.reported_turn else _nothing_yet()
            body.addWidget(label(last, "muted", wrap=True))

    def _show_known(self, view: SeatView) -> None:
        body = self._sections["known"].body
        emptied(body)
        group = None
        for line in sorted(view.tracks, key=lambda each: _place_of_group(view, each)):
            if line.group != group:
                group = line.group
                heading = label(group or _("Other"), "eyebrow")
                heading.setContentsMargins(0, 6, 0, 0)
                body.addWidget(heading)
            body.addWidget(TrackRow(line))


def duty_line(duty: str) -> QWidget:
    """One duty, with the mark that every place shows it by."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(theme.SPACE)
    row.addWidget(Glyph("flag", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(duty, wrap=True, leads=True), 1)
    return line


def _nothing_yet() -> str:
    return _("Nothing yet. After each turn this shows what moved.")


def _place_of_group(view: SeatView, line: TrackLine) -> int:
    return next(n for n, other in enumerate(view.tracks) if other.group == line.group)
