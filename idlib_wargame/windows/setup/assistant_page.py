"""What the pages of the assistant have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.setup.reading_order import fields_of

# Lines of text longer than this are hard to read, however wide the window.
WIDEST = 146 * theme.SPACE


class AssistantPage(QScrollArea):
    """One question. ``body`` is the column to fill; it scrolls where the window is small.

    ``name`` stands in the list of steps, ``onward`` on the button that goes past the page.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setMaximumWidth(theme.scaled(WIDEST))
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(*(4 * theme.SPACE, 3 * theme.SPACE) * 2)
        self.body.setSpacing(2 * theme.SPACE)
        self.setWidget(self._inside)

    @property
    def name(self) -> str:
        """The page in a word."""
        raise NotImplementedError

    @property
    def question(self) -> str:
        """What it asks."""
        raise NotImplementedError

    @property
    def onward(self) -> str:
        """What going on from it does."""
        raise NotImplementedError

    def fields(self) -> list[QWidget]:
        """What takes the keyboard on the page, in the order of reading."""
        return list(fields_of(self._inside))

    def fill(self, plan: Plan) -> None:
        """Shows the plan's answers."""

    def answer(self, plan: Plan) -> Plan:
        """The plan with this page's answers."""
        return plan

    def summary(self, plan: Plan) -> str:
        """The answer in a few words, for the list of steps."""
        return ""

    def problem(self) -> str:
        """Why the assistant cannot go on from here; empty when it can."""
        return ""

    def lacking(self) -> QWidget | None:
        """The field that the problem is about; None where it is about none."""
        return None

    def first_field(self) -> QWidget | None:
        """What takes the keyboard when the page opens; None leaves it to the onward button."""
        return None


def muted(text: str = "", size: int = 13) -> QLabel:
    """A quiet line that wraps."""
    return label(text, "muted", size=size, wrap=True)


def heading(text: str) -> QLabel:
    """The heading of a group of fields."""
    return label(text, bold=True)
