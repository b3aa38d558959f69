"""A program in which things go wrong, as a process of its own: ``python -m … KIND,KIND FOLDER``.

It prints what it told the person each time, and ends as it does when its last window is closed.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget

from idlib_wargame.app import Program
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.session import Change
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.parts.unfailing import unfailing
from tests.program_on_screen import paths_in

Index = QModelIndex | QPersistentModelIndex
WHILE = 300  # milliseconds in which it may go wrong again and again
_Plain = QModelIndex()


class Mistake(Exception):
    """Ours."""


def pressed(*given: object) -> None:
    """What a button was to do."""
    raise Mistake("slot")


def went_off() -> None:
    """What a timer was to do."""
    raise Mistake("timer")


def ran() -> None:
    """What a thread was to do."""
    raise Mistake("thread")


class Three(QAbstractTableModel):
    """Three rows of three."""

    def rowCount(self, parent: Index = _Plain) -> int:
        """Three."""
        return 3

    def columnCount(self, parent: Index = _Plain) -> int:
        """Three."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Nothing."""
        return None


@unfailing(data=None)
class Data(Three):
    """A model that knows how many rows it has, and not what stands in them."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Nothing comes of it."""
        raise Mistake("data")


@unfailing(rowCount=0)
class Rows(Three):
    """A model that does not even know that."""

    def rowCount(self, parent: Index = _Plain) -> int:
        """Nothing comes of it."""
        raise Mistake("rows")


class Painted(QWidget):
    """Fails with its painter still at work."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begins, and does not end."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            raise Mistake("paint")


class Bare(QWidget):
    """The same, as somebody might write it who does not know of ``painting``."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begins, and does not end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        raise Mistake("paint")


class Keys(QWidget):
    """Fails at a key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing comes of it."""
        raise Mistake("key")


class Closes(QWidget):
    """Fails while it is closed."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing comes of it."""
        raise Mistake("close")


class Filters(QObject):
    """Looks at every event of the program and fails at each."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing comes of it."""
        raise Mistake("filter")


class Broken:
    """What goes wrong. A method a kind."""

    def __init__(self, program: Program, desk: DeskWindow) -> None:
        self.program, self.desk = program, desk
        self.kept: list[QObject] = []

    def data(self) -> None:
        """A model's data, at every repaint."""
        self.tabled(Data())

    def rows(self) -> None:
        """A model's number of rows."""
        self.tabled(Rows())

    def tabled(self, model: Three) -> None:
        """Show a model in a table."""
        view = QTableView()
        self.kept += [view, model]
        view.setModel(model)
        self.show(view)

    def paint(self) -> None:
        """A widget that is painted again and again."""
        self.painted(Painted())

    def bare_paint(self) -> None:
        """The same without what ends a painter."""
        self.painted(Bare())

    def painted(self, widget: QWidget) -> None:
        """Paint it a few dozen times."""
        timer = QTimer(widget, interval=5)
        timer.timeout.connect(widget.update)
        timer.start()
        self.show(widget)

    def slot(self) -> None:
        """A button's slot, three times."""
        button = QPushButton()
        button.clicked.connect(pressed)
        self.show(button)
        for _ in range(3):
            button.click()

    def timer(self) -> None:
        """A timer that goes off many times."""
        timer = QTimer(self.desk, interval=2)
        timer.timeout.connect(went_off)
        timer.start()

    def key(self) -> None:
        """A key."""
        widget = Keys()
        self.show(widget)
        QTest.keyClick(widget, Qt.Key.Key_A)

    def close(self) -> None:
        """A window's way out."""
        widget = Closes()
        self.show(widget)
        widget.close()

    def filter(self) -> None:
        """Every event of a widget."""
        filters, widget = Filters(), QWidget()
        self.kept.append(filters)
        self.show(widget)
        widget.installEventFilter(filters)
        widget.resize(300, 200)

    def thread(self) -> None:
        """A thread of the program."""
        thread = threading.Thread(target=ran)
        thread.start()
        thread.join()

    def listener(self) -> None:
        """A window that fails at every change of the exercise."""

        def fails_at(change: Change) -> None:
            raise Mistake("listener")

        self.desk.session.subscribe(fails_at)
        for text in ("one", "two"):
            self.desk.session.submit(TakeNote(text), FACILITATOR)

    def show(self, widget: QWidget) -> None:
        """On the screen, and kept."""
        self.kept.append(widget)
        widget.resize(200, 100)
        widget.show()


KINDS = [name for name in vars(Broken) if name not in ("show", "painted", "tabled")]
KINDS = [name for name in KINDS if not name.startswith("__")]


def main(kinds: Sequence[str], folder: Path, session: Path) -> int:
    """Open a desk, break it, let some time go by, and close everything."""
    app = QApplication([])
    speak_own_language(app)
    theme.apply(app)
    program = Program(app, paths_in(folder))
    shown: Callable[[str], None] = program.tell

    def tell(text: str) -> None:
        sys.stdout.write("told\n")
        shown(text)

    program.faults._tell = tell
    program.faults.catch()
    program.begin(session)
    [desk] = program.windows
    assert isinstance(desk, DeskWindow)
    broken = Broken(program, desk)

    def go_wrong(kinds: Sequence[str]) -> None:
        """One kind, and a while later the next; what went wrong before goes on doing so."""
        following = partial(go_wrong, kinds[1:]) if kinds[1:] else desk.close
        QTimer.singleShot(WHILE, following)
        getattr(broken, kinds[0])()

    desk.page.side.make_chart()  # it takes longer than all this
    QTimer.singleShot(0, lambda: go_wrong(kinds))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(","), Path(sys.argv[2]), Path(sys.argv[3])))
