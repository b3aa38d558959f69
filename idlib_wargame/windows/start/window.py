"""What do I do first? Start an exercise, go on with one, or replay one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame import PROGRAM
from idlib_wargame.views.recent import Recent, told_apart
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts import emblem
from idlib_wargame.windows.parts.banner import Banner
from idlib_wargame.windows.parts.card_grid import CardGrid
from idlib_wargame.windows.parts.file_asking import ask_to_open
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.start.action_tile import ActionTile
from idlib_wargame.windows.start.session_card import SessionCard
from idlib_wargame.words.about import version_words
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import session_files_words

_WIDEST = 130 * theme.SPACE
_NARROWEST_CARD = 48 * theme.SPACE


class StartWindow(QWidget):
    """Says what was asked for by signals; the program does it."""

    new_wanted = Signal()
    pack_dropped = Signal(Path)
    open_wanted = Signal(Path)
    replay_wanted = Signal(Path)
    forget_wanted = Signal(Path)
    sample_wanted = Signal()
    guide_wanted = Signal()
    painted = Signal()
    closed = Signal()

    def __init__(self, sessions_folder: Path) -> None:
        super().__init__()
        self._folder = sessions_folder
        self._painted = False
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.setMinimumSize(76 * theme.SPACE, 60 * theme.SPACE)
        open_within(self, QSize(128 * theme.SPACE, 88 * theme.SPACE))
        self.banner = Banner()
        self.tiles = self._make_tiles()
        self.grid = CardGrid(theme.scaled(_NARROWEST_CARD))
        self.recents = QStackedWidget()
        self.sample = QPushButton(_("Try the sample session"))
        self.sample.clicked.connect(self.sample_wanted)
        self.guide = QPushButton(_("Guided first turn"))
        self.guide.setToolTip(
            _("Ten minutes at a desk of your own, in an exercise that is not kept")
        )
        self.guide.clicked.connect(self.guide_wanted)
        for button in (self.sample, self.guide):
            steady(button)
        self._lay_out()
        self._bind_keys()
        self.show_recent(())
        self.tiles[0].setFocus()

    def _bind_keys(self) -> None:
        new, opened, replay = self.tiles
        does: dict[str, Callable[[], object]] = {
            "new": new.click,
            "open": opened.click,
            "replay": replay.click,
            "keys": lambda: show_keys(self, Where.START),
        }
        bind(self, Where.START, does)

    def show_recent(self, sessions: Sequence[Recent]) -> None:
        """Shows these sessions, newest first, or what will stand here when there are some."""
        cards = [self._card(*each) for each in zip(sessions, told_apart(sessions), strict=True)]
        self.grid.show_cards(cards)
        self.recents.setCurrentIndex(1 if cards else 0)
        for button in (self.sample, self.guide):
            button.setVisible(bool(cards))

    def say(self, text: str) -> None:
        """Shows one calm line above everything else."""
        self.banner.say(text)

    def ask_for_file(self, wanted: str, then: Callable[[Path], object]) -> None:
        """Ask for a session's file, for what is done with it then."""

        def taken(path: Path) -> None:
            self._folder = path.parent  # the next one is likely to be there too
            then(path)

        ask_to_open(self, wanted, self._folder, _session_files(), taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A session file or a pack may be dropped anywhere."""
        if _dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A folder or a .zip is a pack; anything else is taken for a session."""
        path = _dropped_path(event)
        if path is None:
            return
        event.acceptProposedAction()
        is_pack = path.is_dir() or path.suffix.lower() == ".zip"
        (self.pack_dropped if is_pack else self.open_wanted).emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What takes longest to load comes after the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is leaving the program."""
        super().closeEvent(event)
        self.closed.emit()

    def _after_first_paint(self) -> None:
        for tile in self.tiles:
            tile.show_icon()
        self.painted.emit()

    def _make_tiles(self) -> tuple[ActionTile, ActionTile, ActionTile]:
        new = ActionTile(
            "new",
            _("New exercise"),
            _("Choose a pack, seat people, begin."),
            "new",
            primary=True,
        )
        opened = ActionTile(
            "open",
            _("Open a session…"),
            _("Go on where an exercise stopped."),
            "open",
            primary=False,
        )
        replay = ActionTile(
            "replay",
            _("Replay…"),
            _("Watch an exercise, turn by turn."),
            "replay",
            primary=False,
        )
        new.clicked.connect(self.new_wanted)
        opened.clicked.connect(self._ask_to_open)
        replay.clicked.connect(self._ask_to_replay)
        return new, opened, replay

    def _ask_to_open(self) -> None:
        self.ask_for_file(_("Open a session"), self.open_wanted.emit)

    def _ask_to_replay(self) -> None:
        self.ask_for_file(_("Replay a session"), self.replay_wanted.emit)

    def _card(self, recent: Recent, apart: str) -> SessionCard:
        card = SessionCard(recent, apart)
        card.go_on.connect(lambda: self.open_wanted.emit(recent.path))
        card.replay.connect(lambda: self.replay_wanted.emit(recent.path))
        card.forget.connect(lambda: self.forget_wanted.emit(recent.path))
        return card

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(theme.scaled(_WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(*(4 * theme.SPACE,) * 3, 2 * theme.SPACE)
        column.setSpacing(2 * theme.SPACE)
        column.addWidget(self.banner)
        column.addLayout(self._heading())
        column.addSpacing(theme.SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.SPACE)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        column.addLayout(row)
        column.addSpacing(theme.SPACE)
        column.addLayout(self._recent_heading())
        column.addWidget(self._recent_stack(), 1)
        hint = _("Or drop a session file or a pack’s folder on this window.")
        foot = QHBoxLayout()
        foot.setSpacing(2 * theme.SPACE)
        foot.addWidget(label(hint, "muted", size=11, wrap=True), 1)
        foot.addWidget(label(version_words(), "muted", size=11))
        column.addLayout(foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(page, 100)
        outer.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(emblem.picture(6 * theme.SPACE))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(PROGRAM, "title"))
        words.addWidget(label(_("Run, record and replay seminar wargames."), "muted", wrap=True))
        heading = QHBoxLayout()
        heading.setSpacing(2 * theme.SPACE)
        heading.addWidget(picture)
        heading.addLayout(words, 1)
        return heading

    def _recent_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Recent"), "heading"), 1)
        for button in (self.guide, self.sample):
            button.setProperty("role", "quiet")
            row.addWidget(button)
        return row

    def _recent_stack(self) -> QStackedWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(_at_top(self.grid))
        self.recents.addWidget(_at_top(self._empty_state()))
        self.recents.addWidget(scroll)
        return self.recents

    def _empty_state(self) -> QWidget:
        panel = QFrame()
        panel.setProperty("role", "card")
        words = label(_nothing_yet(), "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(60 * theme.SPACE)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.first_sample = QPushButton(_("Try the sample session"))
        self.first_sample.clicked.connect(self.sample_wanted)
        self.first_guide = QPushButton(_("Guided first turn"))
        self.first_guide.setToolTip(self.guide.toolTip())
        self.first_guide.clicked.connect(self.guide_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(*(4 * theme.SPACE,) * 4)
        column.setSpacing(2 * theme.SPACE)
        column.addLayout(row)
        both = QHBoxLayout()
        both.addStretch(1)
        both.addWidget(self.first_guide)
        both.addWidget(self.first_sample)
        both.addStretch(1)
        column.addLayout(both)
        return panel


def _nothing_yet() -> str:
    return _(
        "Exercises that you start or open appear here, each with its ladder so far. "
        "To learn the desk, play a guided first turn: it takes ten minutes, and nothing of it is "
        "kept. To see what an exercise looks like, replay the sample session: it is finished, and "
        "nothing you do there changes it."
    )


def _session_files() -> str:
    """What the dialogue offers to show, apart by two semicolons."""
    return ";;".join((session_files_words(".wargame"), _("All files (*)")))


def _at_top(widget: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return inside


def _dropped_path(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
