"""The form before a list of injects is taken in: what its headings mean, and what it comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.list_in import (
    ListIn,
    column_choices,
    column_words,
    heading_words,
)
from idlib_wargame.views.msel.addressees import name_key
from idlib_wargame.views.msel.columns import Column
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill, ngettext

LETTERS = 16  # of what a heading stands for, or an addressee is


class MselListForm(QFrame):
    """Hidden until it is begun. ``taken`` when the list is to be taken in, ``left`` to leave it."""

    taken = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "card")
        self._session = session
        self.list: ListIn | None = None
        self.heading = label("", bold=True, wrap=True, size=16)
        self.said = label("", wrap=True)
        self.faults = label("", "muted", wrap=True)
        self.columns: list[PickList] = []
        self.names: dict[str, PickList] = {}
        self.take = QPushButton()
        self.take.clicked.connect(self._take)
        self.why_grey = WhyGrey(self.take)
        self.leave = QPushButton(_("Leave it"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self.left)
        for button in (self.take, self.leave):
            steady(button)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 4)
        self._column.setSpacing(6)
        self._mapping, self._whom = QWidget(), QWidget()
        meant = label(_("What its headings stand for"), "eyebrow", wrap=True)
        for part in (self.heading, self.said, self._whom, self.faults, meant, self._mapping):
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * theme.SPACE, 0, 2 * theme.SPACE, 8)
        foot.addWidget(self.why_grey.line)
        foot.addWidget(flowing(theme.SPACE, self.take, self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.hide()

    def begin(self, found: ListIn) -> None:
        """Show a list that was read."""
        self.list = found
        self.heading.setText(fill(_("Take in {file}"), file=found.name))
        self._make_mapping(found)
        self._show(found)
        self.show()
        (self.take if self.take.isEnabled() else self.columns[0]).setFocus()

    def _make_mapping(self, found: ListIn) -> None:
        """A line for each heading, and one for each addressee that nobody knows."""
        self.columns, self.names = [], {}
        choices = column_choices()
        columns, grid = _grid()
        for place, heading in enumerate(found.sheet.headings):
            words = heading_words(heading, place)
            pick = PickList(LETTERS)
            pick.addItems([column_words(each) for each in choices])
            pick.setAccessibleName(words)
            pick.activated.connect(lambda at, place=place: self._map(place, choices[at]))
            self.columns.append(pick)
            grid.addWidget(_over(words, found.example(place)), place, 0)
            grid.addWidget(pick, place, 1, Qt.AlignmentFlag.AlignTop)
        strangers, self._strangers = _grid()
        for old, new in ((self._mapping, columns), (self._whom, strangers)):
            self._column.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self._mapping, self._whom = columns, strangers

    def _add_names(self, found: ListIn) -> None:
        actors = self._session.scenario.actors
        for name in found.unknown:
            if name in self.names:
                continue
            pick = PickList(LETTERS)
            named = [self._session.scenario.actor_name(actor) for actor in actors]
            pick.addItems([_("Leave them out"), _("All seats"), *named])
            words = fill(_("Who is “{name}”?"), name=name)
            pick.setAccessibleName(words)
            pick.activated.connect(lambda at, name=name: self._map_name(name, at))
            line = len(self.names)
            self.names[name] = pick
            self._strangers.addWidget(label(words, wrap=True, leads=True), line, 0)
            self._strangers.addWidget(pick, line, 1)
        self._whom.setVisible(bool(self.names))

    def _map(self, place: int, column: Column) -> None:
        if self.list is not None:
            self.list.map_column(place, column)
            self._show(self.list)

    def _map_name(self, name: str, at: int) -> None:
        if self.list is not None:
            actors = self._session.scenario.actors
            self.list.map_name(name, None if at == 0 else () if at == 1 else (actors[at - 2],))
            self._show(self.list)

    def _show(self, found: ListIn) -> None:
        self._add_names(found)
        choices = column_choices()
        for place, pick in enumerate(self.columns):
            column = found.columns.get(place, Column.KEEP)
            pick.setCurrentIndex(choices.index(column) if column in choices else 0)
        for name, pick in self.names.items():
            whom = found.names.get(name_key(name))
            actors = self._session.scenario.actors
            pick.setCurrentIndex(
                0 if whom is None else 1 if len(whom) != 1 else 2 + actors.index(whom[0])
            )
        self.said.setText(" ".join(found.said))
        self.faults.setText("\n".join(found.faults))
        self.faults.setVisible(bool(found.faults))
        act = found.found.act
        count = len(act.rows) if act is not None else 0
        said = ngettext("Take in {count} inject", "Take in {count} injects", count)
        self.take.setText(on_button(fill(said, count=count) if count else _("Take in")))
        self.why_grey.say("" if count else _("Nothing in it is new and can be taken."))

    def _take(self) -> None:
        if self.take.isEnabled():
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the list where it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _grid() -> tuple[QWidget, QGridLayout]:
    """Two columns: what is asked, and the answer."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    return holder, grid


def _over(words: str, example: str) -> QWidget:
    """A heading over what stands first under it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(words, wrap=True, leads=True))
    if example:
        column.addWidget(label(example, "muted", wrap=True, leads=True))
    return holder
