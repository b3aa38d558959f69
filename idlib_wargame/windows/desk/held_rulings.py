"""The rulings that were held for the hot wash, to be told by one press, or one by one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from idlib_wargame.views.desk.rulings import Held
from idlib_wargame.windows.look import icons
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill


class HeldRulings(QObject):
    """Three ``parts`` of a row, hidden while none is held: how many, a press for all, a list.

    ``told`` carries the addresses of those that are told now.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = Held(())
        self.said = label("", bold=True)
        self.tell_all = QPushButton()
        self.tell_all.setProperty("role", "soft")
        self.tell_all.setIcon(icons.icon("eye", "muted"))
        said = _("Whoever learns of the order reads its ruling then. It cannot be taken back.")
        self.tell_all.setToolTip(in_tooltip(said))
        self.tell_all.clicked.connect(self._tell_all)
        steady(self.tell_all)
        self.one_by_one = QPushButton(_("One of them…"))
        self.one_by_one.setProperty("role", "quiet")
        self.one_by_one.setIcon(icons.icon("expand", "muted"))
        self.one_by_one.clicked.connect(self._offer)
        steady(self.one_by_one)
        self.parts: tuple[QWidget, ...] = (self.said, self.tell_all, self.one_by_one)
        for part in self.parts:
            part.hide()

    def show_held(self, held: Held) -> None:
        """Show those that are held."""
        self._held = held
        count = len(held.rulings)
        self.said.setText(held.said)
        self.said.setVisible(count > 0)
        self.tell_all.setText(held.tell)
        self.tell_all.setVisible(count > 0)
        self.one_by_one.setVisible(count > 1)

    def actions(self, parent: QMenu) -> list[QAction]:
        """One for each ruling that is held, in the order of the turns."""
        found = []
        for ruling in self._held.rulings:
            said = fill(_("{order}: {ruling}"), order=ruling.order, ruling=ruling.ruled)
            action = QAction(on_button(said), parent)
            action.triggered.connect(lambda _on=False, at=ruling.address: self.told.emit((at,)))
            found.append(action)
        return found

    def _offer(self) -> None:
        menu = QMenu(self.one_by_one)
        menu.addActions(self.actions(menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.one_by_one.mapToGlobal(QPoint(0, self.one_by_one.height())))

    def _tell_all(self) -> None:
        self.told.emit(tuple(each.address for each in self._held.rulings))
