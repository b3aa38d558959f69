"""The people of a seat: a chip a name, which can be dragged to another seat, and room for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from idlib_wargame.session.naming import each_once, same_in
from idlib_wargame.views.typed_names import ends_a_name, names_in
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.flow_row import FlowRow
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.words.language import _, fill

NAME_FORMAT = "application/x-wargame-name"


class NameChip(QFrame):
    """A name that can be dragged away or taken out."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._pressed: QPoint | None = None
        self.setProperty("role", "well")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        label = ElidedLabel(name)
        label.setMinimumWidth(min(label.sizeHint().width(), theme.scaled(20 * theme.SPACE)))
        remove = QToolButton()
        remove.setIcon(icons.icon("close", "muted"))
        take_out = fill(_("Take {name} out"), name=name)
        remove.setAccessibleName(take_out)
        remove.setToolTip(in_tooltip(take_out))
        remove.setCursor(Qt.CursorShape.ArrowCursor)
        remove.setFixedSize(theme.scaled(22), theme.scaled(22))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        set_margins(row, theme.SPACE, 2, 2, 2)
        row.setSpacing(2)
        row.addWidget(label)
        row.addWidget(remove)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin here."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the name goes along with the pointer."""
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def _drag(self) -> None:
        content = QMimeData()
        content.setData(NAME_FORMAT, self.name.encode())
        content.setText(self.name)
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.setPixmap(self.grab())
        if drag.exec(Qt.DropAction.MoveAction) == Qt.DropAction.MoveAction:
            self.removed.emit()


class NameEdit(QLineEdit):
    """Gives up a name on Enter or a semicolon. With nothing typed, Enter is for the window."""

    given = Signal(list)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setPlaceholderText(_("Add a name"))
        self.setToolTip(
            _(
                "Enter after a name. Several at once: “Anna, Ben and Cem”. A name with a comma in "
                "it ends with a semicolon: “Lind, Ana;”"
            )
        )
        self.setAccessibleName(label)
        self.setMaxLength(400)
        self.setMinimumWidth(theme.scaled(10 * theme.SPACE))
        self.textEdited.connect(self._on_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name that was typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.text().strip():
            self.give()
        elif enter:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A name half typed is a name all the same."""
        super().focusOutEvent(event)
        self.give()

    def give(self) -> None:
        """Hands over the names typed, if any."""
        names = names_in(self.text())
        self.clear()
        if names:
            self.given.emit(names)

    def _on_text(self, text: str) -> None:
        if ends_a_name(text):
            self.give()


class NamesField(QWidget):
    """All names of a seat, in order. More are typed in ``edit``, which the seat’s card places."""

    changed = Signal()

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.edit = NameEdit(fill(_("Add a name for {seat}"), seat=seat))
        self.edit.given.connect(self.add)
        self.chips: list[NameChip] = []
        self._flow = FlowRow(theme.SPACE)
        self.setLayout(self._flow)
        # Room for the first line of names from the start, or the field to type the next in would
        # move away under the hand, and another seat's would come there.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme.scaled(26))
        self.hide()

    def names(self) -> tuple[str, ...]:
        """The names, first to last."""
        return tuple(chip.name for chip in self.chips)

    def show_names(self, names: Sequence[str]) -> None:
        """Puts these names in place of those before."""
        if tuple(names) == self.names():
            return
        for chip in tuple(self.chips):
            self._drop(chip)
        for name in names:
            self._append(name)

    def add(self, names: Sequence[str]) -> None:
        """Adds the names of people who are not there yet, however those are written."""
        new = [name for name in each_once(names) if same_in(self.names(), name) is None]
        for name in new:
            self._append(name)
        if new:
            self.changed.emit()

    def _append(self, name: str) -> None:
        chip = NameChip(name)
        chip.removed.connect(lambda: self._take_out(chip))
        self.chips.append(chip)
        self._flow.addWidget(chip)
        self.show()
        self.updateGeometry()

    def _take_out(self, chip: NameChip) -> None:
        self._drop(chip)
        self.changed.emit()

    def _drop(self, chip: NameChip) -> None:
        self.chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.setVisible(bool(self.chips))
        self.updateGeometry()
