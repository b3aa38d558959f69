"""A column of cards of any length, of which those near the window's edges and between are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QMargins, QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from idlib_wargame.windows.look import theme

Maker = Callable[[int], QWidget]
GUESS = 96  # pixels that a card is taken to be high until it is made
READING_WIDTH = 760  # pixels at the usual size of text; longer lines are hard to read
MOST_ROUNDS = 8  # of making cards until nothing that is seen is left to make


class Key:
    """What a card shows, and how often that stood further up.

    A card may show much, and its key is looked up often: the hash is worked out once.
    """

    __slots__ = ("_hash", "_nth", "subject")

    def __init__(self, subject: Hashable, nth: int = 0, before: Key | None = None) -> None:
        self.subject, self._nth = subject, nth
        self._hash: int = hash(subject) if before is None else before._hash

    def after(self, count: int) -> Key:
        """The same subject where it stands once more, so many above it."""
        return Key(self.subject, count, self) if count else self

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Key)
            and self._hash == other._hash
            and self._nth == other._nth
            and self.subject == other.subject
        )


class _Sheet(QFrame):
    """What the cards stand on. It says when one of them has got another height."""

    def __init__(self, column: TallColumn) -> None:
        super().__init__()
        self._column = column

    def event(self, event: QEvent) -> bool:
        """A card without a layout around it asks its parent for another place by this event."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._column.lay_out()
        return super().event(event)


class TallColumn(QScrollArea):
    """Cards under each other, under an optional head that is always there.

    A card is made when it comes near to being seen, and stays for as long as it is in the list:
    what was opened on it stays open. With ``reads`` no card is wider than lines are well read.
    """

    def __init__(
        self,
        margins: QMargins,
        spacing: int,
        head: QWidget | None = None,
        parent: QWidget | None = None,
        reads: bool = False,
    ) -> None:
        super().__init__(parent)
        self._reads = reads
        self._margins, self._spacing, self._above = margins, spacing, head
        self._keys: list[Key] = []
        self._places: dict[Key, int] = {}
        self._maker: Maker | None = None
        self._made: dict[Key, QWidget] = {}
        self._heights: dict[Key, int] = {}
        self._tops: list[int] | None = None  # worked out when they are asked for
        self._wide = 0
        self._is_laying_out = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = _Sheet(self)
        self.setWidget(self.sheet)
        if head is not None:
            head.setParent(self.sheet)
        self.verticalScrollBar().valueChanged.connect(self._show_near)

    def show_cards(self, subjects: Sequence[Hashable], make: Maker) -> None:
        """Show a card for each subject; ``make`` makes one by its place.

        The card of a subject that was there before is kept, and what was being read stays where
        it is on the screen, whatever comes or goes above it. So do the keys; where their card goes,
        the column has them: on the next of its kind, a second Enter would do that too.
        """
        read = self._being_read()
        before = {key: key for key in self._keys}  # the very same are found without comparing
        above: dict[Key, int] = {}
        self._keys = []
        for subject in subjects:
            first = Key(subject)
            first = before.get(first, first)
            count = above[first] = above.get(first, -1) + 1
            key = first.after(count)
            self._keys.append(before.get(key, key))
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._maker = make
        on = QApplication.focusWidget()
        for key in [key for key in self._made if key not in self._places]:
            card = self._made.pop(key)
            self._heights.pop(key, None)
            if on is not None and (card is on or card.isAncestorOf(on)):
                self.setFocus()
            card.hide()
            card.deleteLater()
        self.lay_out()
        self._go_back_to(read)

    def _being_read(self) -> list[tuple[Key, int]]:
        """What is seen and stands below, each with its distance from the upper edge.

        Nothing at the very top: who reads there reads what comes.
        """
        at = self.verticalScrollBar().value()
        if not at or not self.isVisible():
            return []
        tops = self._all_tops()
        ends = [top - self._spacing for top in tops[1:]]
        first = bisect_right(ends, at)
        return [(self._keys[n], tops[n] - at) for n in range(first, len(self._keys))]

    def _go_back_to(self, read: Sequence[tuple[Key, int]]) -> None:
        """Bring the first of these that is still there to where it was."""
        places = self._places
        stays = next(((places[key], away) for key, away in read if key in places), None)
        for _round in range(MOST_ROUNDS if stays else 0):
            place, away = stays or (0, 0)
            wanted = self._all_tops()[place] - away
            self.verticalScrollBar().setValue(wanted)
            if self._all_tops()[place] - away == wanted:  # nothing above it was measured anew
                break

    def show_subject(self, is_it: Callable[[Hashable], bool]) -> None:
        """Bring the first card of such a subject to the upper edge, and give it the keys."""
        place = next((at for at, key in enumerate(self._keys) if is_it(key.subject)), None)
        for _round in range(MOST_ROUNDS if place is not None else 0):
            wanted = self._all_tops()[place or 0] - self._margins.top()
            self.verticalScrollBar().setValue(wanted)
            if self._all_tops()[place or 0] - self._margins.top() == wanted:
                break
        card = self._made.get(self._keys[place]) if place is not None else None
        if card is not None:
            card.setFocus()

    @property
    def made(self) -> Iterator[QWidget]:
        """The cards that have been made, from the top."""
        return (self._made[key] for key in sorted(self._made, key=self._places.__getitem__))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths make other heights."""
        super().resizeEvent(event)
        self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is seen."""
        super().showEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """What stands here has other heights: put everything in its place."""
        self._tops = None
        self._show_near()

    def _show_near(self) -> None:
        """Make what is seen, or may soon be, and place it."""
        if self._is_laying_out or not self.isVisible():
            return
        self._is_laying_out = True
        try:
            had = len(self._made)
            for _round in range(MOST_ROUNDS):
                if not self._make_seen():
                    break
            self._place(self._all_tops())
            if len(self._made) != had:
                self._chain()
        finally:
            self._is_laying_out = False

    def _all_tops(self) -> list[int]:
        """Where each card begins, and at the end where one more would."""
        if self._tops is not None:
            return self._tops
        first = self._margins.top()
        if self._above is not None:
            first += _height(self._above, self._whole_room) + self._spacing
        heights = [GUESS + self._spacing] * len(self._keys)
        for key, high in self._heights.items():
            heights[self._places[key]] = high + self._spacing
        self._tops = list(accumulate(heights, initial=first))
        return self._tops

    @property
    def _room(self) -> int:
        """How wide a card is."""
        whole = self._whole_room
        return min(whole, theme.scaled(READING_WIDTH)) if self._reads else whole

    @property
    def _whole_room(self) -> int:
        return self.viewport().width() - self._margins.left() - self._margins.right()

    def _make_seen(self) -> bool:
        """Whether any height was found that was not known, so that others may be seen now."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        tops = self._all_tops()
        if self._room != self._wide:
            self._wide = self._room
            self._heights.clear()
            self._tops = None
        at = bar.value()
        first = max(0, bisect_right(tops, at - high) - 1)
        last = min(len(self._keys), bisect_left(tops, at + 2 * high))
        top_seen = max(0, bisect_right(tops, at) - 1)
        found = False
        for place in range(first, last):
            found = self._measure(place) or found
        if found:
            self._tops = None
        fresh = self._all_tops()
        self._stretch(fresh)
        if 0 < top_seen < len(self._keys) and fresh[top_seen] != tops[top_seen]:
            bar.setValue(at + fresh[top_seen] - tops[top_seen])
        return found

    def _measure(self, place: int) -> bool:
        key = self._keys[place]
        card = self._made.get(key)
        if card is None:
            assert self._maker is not None
            card = self._made[key] = self._maker(place)
            card.setParent(self.sheet)
            card.ensurePolished()
            card.show()
        high = _height(card, self._room)
        if self._heights.get(key) == high:
            return False
        self._heights[key] = high
        return True

    def _stretch(self, tops: Sequence[int]) -> None:
        high = tops[-1] - self._spacing + self._margins.bottom()
        self.sheet.resize(self.viewport().width(), max(high, self.viewport().height()))

    def _place(self, tops: Sequence[int]) -> None:
        if self._above is not None:
            wide = self._whole_room
            high = _height(self._above, wide)
            self._above.setGeometry(self._box(self._margins.top(), wide, high))
        for key, card in self._made.items():
            high = self._heights.get(key, card.height())
            card.setGeometry(self._box(tops[self._places[key]], self._room, high))

    def _box(self, top: int, wide: int, high: int) -> QRect:
        """Where a card stands, from the side that is read from."""
        left = self._margins.left()
        if self.isRightToLeft():
            left = self.viewport().width() - self._margins.right() - wide
        return QRect(left, top, wide, high)

    def _chain(self) -> None:
        """Tab goes from card to card as they stand, in whatever order they were made."""
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keys here, in reading order: the column, its head, and its cards."""
        above = [self._above] if self._above is not None else []
        return [
            self,
            *(
                each
                for part in (*above, *self.made)
                for each in part.findChildren(QWidget)
                if each.focusPolicy() != Qt.FocusPolicy.NoFocus
                and each.window() is self.window()  # what a list folds out is a window of its own
            ),
        ]


def _height(card: QWidget, wide: int) -> int:
    """What a card needs at that width."""
    least = card.minimumSizeHint().height()
    wanted = card.heightForWidth(wide) if card.hasHeightForWidth() else card.sizeHint().height()
    return max(least, wanted)
