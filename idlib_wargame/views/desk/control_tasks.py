"""What waits for a seat that control or a habit plays: which, and not yet in words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.pack.phases import INJECTS, ORDERS, TALKS
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.bargains import why_closed
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.judging import is_asked, is_late, may_judge
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.play import HABITS_BARGAIN, Play
from idlib_wargame.session.session import Session


class What(Enum):
    """What a seat has to do, or may."""

    ORDERS = "orders"
    ANSWER = "answer"
    END = "end"
    TABLE = "table"
    OVER = "over"
    JUDGE = "judge"
    ASKED = "asked"
    READ = "read"
    REQUEST = "request"


class When(Enum):
    """Whether something waits for the facilitator, may be done too, or is done by a habit."""

    NOW = "now"
    MAY = "may"
    ITSELF = "itself"


class Task(NamedTuple):
    """Something for a seat to do. ``about`` is the key of the offer, agreement or request it is on;
    of messages to read, their sender. A request to control itself is for no ``seat``.
    """

    what: What
    seat: str
    about: str = ""
    when: When = When.NOW

    @property
    def key(self) -> str:
        """Which task it is, for as long as it waits."""
        return "/".join((self.what.value, self.seat, self.about))


class LettersWaiting:
    """Messages that nobody has read or answered, by whom they went to; each is looked at once."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._letters = self._marks = 0
        self._unread: dict[str, dict[str, Letter]] = {}
        self.requests: dict[str, Letter] = {}

    def catch_up(self, play: Play) -> None:
        """Look at what came since the last time."""
        if len(play.letters) < self._letters or len(play.read_marks) < self._marks:
            self._begin()  # no undo takes a message back; this is another exercise
        for letter in play.letters[self._letters :]:
            self._take(letter)
        for mark in play.read_marks[self._marks :]:
            self._unread.get(mark.seat, {}).pop(mark.key, None)
        self._letters, self._marks = len(play.letters), len(play.read_marks)

    def _take(self, letter: Letter) -> None:
        """Whoever writes has read what they answer, and what came from those they write to."""
        mine = self._unread.get(letter.sender, {})
        answered = [key for key, each in mine.items() if each.sender in letter.to]
        for key in answered:
            del mine[key]
        if letter.request:
            self.requests[letter.key] = letter
        if letter.leaks:
            return
        for seat in letter.to:
            self._unread.setdefault(seat, {})[letter.key] = letter

    def to(self, seat: str, sender: str = "") -> list[Letter]:
        """What has gone to a seat, from one ``sender`` or any, and was neither read nor answered.

        First to last.
        """
        found = self._unread.get(seat, {}).values()
        return [each for each in found if sender in ("", each.sender)]


def tasks(session: Session, letters: LettersWaiting) -> Iterator[Task]:
    """All that waits, or that a habit will see to, in the pack's order of seats."""
    play = session.play
    letters.catch_up(play)
    if play.finished:
        return
    for key in play.unanswered:
        yield Task(What.REQUEST, "", key)
    bargains = [*_bargains(session)]
    for seat in by_hand(session):
        yield from _orders(session, seat)
        yield from (each for each in bargains if each.seat == seat)
        if _is_to_judge(session, seat):
            yield Task(What.JUDGE, seat)
        yield from _asked(play, seat)
        for sender in {each.sender: None for each in letters.to(seat)}:
            if sender != FACILITATOR and play.setup.of(sender).played_by == "person":
                yield Task(What.READ, seat, sender)


def by_hand(session: Session) -> tuple[str, ...]:
    """The seats that no person plays."""
    setup, seats = session.play.setup, session.scenario.seats
    return tuple(seat.id for seat in seats if setup.of(seat.id).played_by != "person")


def _orders(session: Session, seat: str) -> Iterator[Task]:
    play = session.play
    if play.phase != ORDERS or seat in play.sealed or not session.scenario.orders_of(seat):
        return
    if play.setup.of(seat).habit:
        yield Task(What.ORDERS, seat, when=When.ITSELF)
    else:
        # Of a seat of control's own, nobody waits for orders.
        waits = seat in session.waiting_for()
        yield Task(What.ORDERS, seat, when=When.NOW if waits else When.MAY)


def _bargains(session: Session) -> Iterator[Task]:
    """Offers that wait for an answer, and agreements whose end waits for a word."""
    scenario, play = session.scenario, session.play
    if scenario.bargain is None or why_closed(scenario, play):
        return
    for case in play.ledger.cases.values():
        if case.is_open:
            asked, what = case.missing, What.ANSWER
        elif case.in_force and case.consents:
            asked, what = tuple(a for a in case.parties if a not in case.consents), What.END
        else:
            continue
        for actor in asked:
            seat = signer(scenario, actor)
            if play.setup.of(seat).played_by == "person":
                continue
            when = When.NOW if what is What.END else when_bargained(play, seat)
            yield Task(what, seat, case.key, when)


def when_bargained(play: Play, seat: str) -> When:
    """A habit bargains as talks close, unless it only does when it is told."""
    if play.setup.of(seat).habit and HABITS_BARGAIN not in play.by_hand:
        return When.ITSELF
    return When.NOW


def _is_to_judge(session: Session, seat: str) -> bool:
    scenario, play = session.scenario, session.play
    if is_late(play) or not is_asked(scenario, play, play.turn):
        return False
    return may_judge(scenario, play, seat) and seat not in play.judged.get(play.turn, {})


def _asked(play: Play, seat: str) -> Iterator[Task]:
    """Questions about orders that lie open, which the seat has said nothing to."""
    before = play.before_roll
    if before is None:
        return
    for order, kinds in before.asking.items():
        arguments = before.arguments.get(order, ())
        has_argued = any(each.by == seat and not each.is_for for each in arguments)
        for what, asking in kinds.items():
            is_over = asking.counted or order in before.rolled
            is_said = has_argued and what is AskedFor.AGAINST
            if seat in asking.waits_for and not is_over and not is_said:
                yield Task(What.ASKED, seat, "/".join((*order, what.value)))


def tasks_of_its_own(session: Session, seat: str) -> Iterator[tuple[Task, Act]]:
    """What the habit of a seat would do unasked: table an offer, or declare something over."""
    play = session.play
    when = When.MAY if when_bargained(play, seat) is When.NOW else When.ITSELF
    if when is When.ITSELF and play.phase not in (INJECTS, TALKS):
        return  # its talks are yet to come, and much may have changed by then
    for act in session.would_bargain(seat):
        if isinstance(act, DeclareOver):
            yield Task(What.OVER, seat, act.case, when), act
        elif isinstance(act, TableOffer) and not act.answers:
            yield Task(What.TABLE, seat, act.offer.template, when), act
