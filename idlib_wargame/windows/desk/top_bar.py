"""The strip along the top: which turn, which phase, how long, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.desk.facilitator import NextStep, TopLine
from idlib_wargame.windows.desk.timer_view import TimerView
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import leave_keys, steady
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_name

MOST_BUTTON = 220  # pixels of words on the filled button, at the usual size of text


class Breadcrumb(QWidget):
    """The phases of a turn in the pack's order, the one in force standing out.

    Where there is no room for all of them, the one in force stands alone.
    """

    def __init__(self, phases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._labels: dict[str, QLabel] = {}
        self._parts: list[QWidget] = []
        self._phase = ""
        for place, phase in enumerate(phases):
            self._labels[phase] = label(phase_name(phase), "muted")
            between = [Glyph("next", "disabled", 12)] if place else []
            for part in (*between, self._labels[phase]):
                self._parts.append(part)
                row.addWidget(part)
        row.addStretch()

    def show_phase(self, phase: str) -> None:
        """Let one phase stand out."""
        for name, shown in self._labels.items():
            here = name == phase
            shown.setProperty("role", "" if here else "muted")
            theme.style(shown, bold=here)
        self.setAccessibleName(fill(_("Phase: {phase}"), phase=phase_name(phase)))
        self._phase = phase
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All phases on one line."""
        hints = [part.sizeHint() for part in self._parts]
        wide = sum(hint.width() + 6 for hint in hints)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """The longest phase alone."""
        widest = max((each.sizeHint().width() for each in self._labels.values()), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for: all, or the one in force."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        there = self.width() >= self.sizeHint().width() or self._phase not in self._labels
        for part in self._parts:
            part.setVisible(there or part is self._labels[self._phase])


class TopBar(QFrame):
    """``next_pressed`` when the filled button is pressed, ``practice_pressed`` that beside it."""

    next_pressed = Signal()
    practice_pressed = Signal()

    def __init__(
        self, phases: Sequence[str], timer: PhaseTimer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.turn = label(size=20, bold=True)
        self.about = ElidedLabel()
        self.about.setProperty("role", "muted")
        self.phases = Breadcrumb(phases)
        self.timer = TimerView(timer)
        self.practice = QPushButton(_("Practice turn"))
        self.practice.setToolTip(
            _("A turn that does not count, to learn how it goes; seats and PINs carry over")
        )
        self.practice.clicked.connect(self.practice_pressed)
        steady(self.practice)
        self.practice.hide()
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self.next_pressed)
        self.next_press = steady(self.next)
        leave_keys(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        row.setSpacing(3 * theme.SPACE)
        row.addLayout(self._titles(), 1)
        row.addWidget(self.timer)
        row.addWidget(self.practice)
        row.addWidget(self.next)
        self.timer.show_time()  # not before it lies in here: shown by itself it would be a window

    def _titles(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(3 * theme.SPACE)
        above.addWidget(self.turn)
        above.addWidget(self.phases, 1)
        column.addLayout(above)
        column.addWidget(self.about)
        return column

    def show_top(self, top: TopLine, step: NextStep | None) -> None:
        """Show where the exercise stands; ``step`` None when nothing is left to do."""
        self.turn.setText(top.turn)
        self.about.say(facts([part for part in (top.dates, top.exercise) if part]))
        self.phases.show_phase(top.phase)
        self.practice.setVisible(top.offers_practice)
        self.next.setVisible(step is not None)
        if step is not None:
            self.name_next(step.button)

    def name_next(self, words: str) -> None:
        """Say on the filled button what it does; a title may be longer than there is room for."""
        most = theme.scaled(MOST_BUTTON)
        end = Qt.TextElideMode.ElideRight
        shown = self.next.fontMetrics().elidedText(words, end, most)
        self.next.setText(on_button(shown))
        self.next.setAccessibleName(words)
        keys = key_words(Where.DESK, "go_on")
        whole = fill(_("{action} ({keys})"), action=words, keys=keys)
        self.next.setToolTip(in_tooltip(whole) if shown != words else keys)
        # The arrow stands behind the words, and points the way that is read.
        backwards = self.isRightToLeft()
        self.next.setIcon(icons.icon("left" if backwards else "right", "on_accent"))
        direction = Qt.LayoutDirection
        self.next.setLayoutDirection(direction.LeftToRight if backwards else direction.RightToLeft)
