"""A walk through windows in a made-up language: an exercise at each of its moments, and a look."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_draft import DraftJudgement
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.result_agreed import AgreeResult
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.play import Judgement, Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.parts.keys import Tabs
from tests.harbour_exercise import SEED, open_orders, seal, seal_both
from tests.words.pseudo import faults, texts_of

WIDTH, HEIGHT = 1280, 720
SETTLED = 8  # rounds of the event loop: a page that is looked at is filled, then laid out
# What somebody typed while the exercise was set up and played.
TOLD = "The quays talk of nothing else."
TYPED = {"Spring course", "Group B", "Ana", "Ben", "Carla", "Dora", TOLD}


THOUGHT = Judgement((("treaty", "unlikely"), ("war", "remote"), ("drift", "likely")), 1)
TOO_MUCH = Judgement(tuple((ending, "likely") for ending, _word in THOUGHT.endings), 3)


class Walk:
    """What was wrong on a walk so far, and how many places it looked at."""

    def __init__(self, language: str, others: Collection[str]) -> None:
        self._language = language
        self.others = frozenset(others) | TYPED | {SEED.hex()}
        self.found: dict[tuple[str, ...], str] = {}
        self.places = 0

    def look(self, place: str, window: QWidget) -> None:
        """Look a window over as it stands now."""
        settle()
        self.places += 1
        size = window.width(), window.height()
        if size != (WIDTH, HEIGHT):
            self.found[("another size", str(size))] = place
        for fault in faults(window, self.others, self._language):
            self.found.setdefault(fault, place)

    def report(self) -> str:
        """Each fault once, a line, with the place where it was seen first."""
        return "\n".join(f"{place}: {' | '.join(fault)}" for fault, place in self.found.items())

    def look_at_each(self, moment: str, tabs: Tabs, window: QWidget) -> None:
        """Look at every tab that can be turned to, and turn back."""
        before = tabs.currentIndex()
        for number in range(tabs.count()):
            if tabs.isTabVisible(number):
                tabs.setCurrentIndex(number)
                self.look(f"{moment}, tab {number + 1}", window)
        tabs.setCurrentIndex(before)

    def knows(self, scenario: Scenario, path: Path | None) -> None:
        """Take what stands in a pack and in the name of a file for nobody's words."""
        self.others |= texts_of(scenario) | ({str(path), path.name} if path else set())


def settle() -> None:
    """Until nothing moves any more."""
    for _ in range(SETTLED):
        QApplication.processEvents()


def shown(window: QWidget) -> None:
    """At the size of a small screen."""
    window.resize(WIDTH, HEIGHT)
    window.show()
    settle()


@contextmanager
def windows_let_go() -> Iterator[None]:
    """All that is looked over is kept by that, and would be laid out anew in every later test."""
    before = QApplication.topLevelWidgets()
    yield
    # What Qt makes for itself, such as the list of a choice, goes with the window it is of.
    ours = [
        window
        for window in QApplication.topLevelWidgets()
        if type(window).__module__.startswith("idlib_wargame") and window not in before
    ]
    for window in ours:
        if isValid(window):
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _write(session: Session) -> None:
    """Messages to and from Astra: several, a request with its answer and one without, a leak."""
    session.submit(SendMessage(("astra", "caldis", FACILITATOR), TOLD), "borea")
    session.submit(
        SendMessage(("borea",), TOLD, answers="borea>astra+caldis+facilitator#1"), "astra"
    )
    for _ in range(2):
        session.submit(SendMessage((FACILITATOR,), TOLD, request=True), "astra")
    _do(session, SendMessage(("astra",), TOLD, answers="astra>facilitator#1"))
    session.submit(SendMessage(("caldis",), TOLD), "borea")
    _do(session, LeakMessage("borea>caldis#1", ("astra",)))
    session.submit(DraftMessage((FACILITATOR,), TOLD), "astra")


def moments(session: Session) -> Iterator[str]:
    """Play an exercise to its end, with every kind of act, and say where it stands now and then."""
    yield "injects"
    _do(session, TakeInHand("injects"), TakeNote(TOLD))  # a desk would send them by itself
    _do(session, Tell(("astra",), "Ana", TOLD))
    _write(session)
    _do(session, Tell((), "Ana", TOLD), MoveOn(), AskJudgements())
    yield "talks"
    open_orders(session)
    yield "orders"
    session.submit(DraftOrders("borea", (Wish("protest"),)), "borea")
    seal(session, "astra", Wish("call_talks", why="Dora"), Wish("silent_nets"))
    session.submit(DraftJudgement("astra", Judgement((THOUGHT.endings[0],))), "astra")
    session.submit(Judge("borea", THOUGHT), "borea")
    yield "orders, one sealed and one begun"
    seal(session, "borea", Wish("protest", why="Dora"), Wish("send_patrols"))
    session.submit(Judge("astra", TOO_MUCH), "astra")
    _do(session, OpenOrders())
    _look_first(session)
    yield "orders that lie open"
    _do(session, Adjudicate())
    _do(session, ShowResult(protest(session)))
    yield "adjudication"
    _rule(session, Band.BACKFIRE)
    yield "adjudication, ruled"
    _rule(session, None)
    _rule(session, Band.STRONG, Release.HOT_WASH)
    _do(session, CloseTurn())
    yield "report"
    _do(session, MoveOn())
    yield "injects, some due"
    _do(session, SendInject("cold_spring"))
    yield "injects, sent"
    _do(session, Undo(), SkipInject("cold_spring"))
    yield "injects, held back"
    _do(session, Undo(), DropInject("cold_spring"))
    yield "injects, dropped"
    _play_turn(session)
    _do(session, Reopen(2))
    yield "reopened"
    _play_turn(session)
    _do(session, Finish())
    yield "finished"


def _look_first(session: Session) -> None:
    """Odds set, reasons for and against, a vote that waits for one, and a result agreed on."""
    talks, of_borea = Order("astra", "call_talks"), Order("borea", "protest")
    _do(session, SetOdds(talks, 9, TOLD), GiveReason(talks, TOLD, "borea"))
    _do(session, GiveReason(talks, TOLD, is_for=True))
    _do(session, AskOthers(of_borea, AskedFor.ODDS, ("astra",), ("Dora", "Ben")))
    _do(session, GiveWord(of_borea, AskedFor.ODDS, "Dora", 7, person=True))
    patrols = Order("borea", "send_patrols")
    _do(session, AgreeResult(patrols, Band.PARTIAL, ("astra", "borea"), TOLD))


def _do(session: Session, *acts: Act) -> None:
    for act in acts:
        session.submit(act, FACILITATOR)


def _play_turn(session: Session) -> None:
    open_orders(session)
    if not session.play.sealed:
        seal_both(session, "Dora")
    _do(session, Adjudicate(), CloseTurn())


def _rule(session: Session, band: Band | None, release: Release = Release.NOW) -> None:
    _do(session, Decide(protest(session), band, "Dora" if band is not None else "", release))


def protest(session: Session) -> Address:
    """The card that is ruled on."""
    pending = session.play.pending
    assert pending is not None
    return next(card.address for card in pending.result.cards if card.order.move == "protest")
