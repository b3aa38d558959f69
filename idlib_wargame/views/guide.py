"""A guided first turn: one thing to do at a time, noticed by what is done and never by a clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.phases import INJECTS, ORDERS, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import INJECTS_GO, Play, Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Change, Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.language import _, fill


class GuideStep(NamedTuple):
    """``is_done`` says of a change whether this was it.

    ``at_any_time`` marks what may be done sooner without the turn having come so far by that.
    """

    id: str
    title: str
    words: str
    is_done: Callable[[Change], bool]
    at_any_time: bool = False


def guided_setup(scenario: Scenario) -> Setup:
    """A practice of that pack: one seat for whoever is guided, habits at the others."""
    mine = guided_seat(scenario)
    habit = f"habit:{scenario.habits[0].id}" if scenario.habits else "control"
    seating = []
    for seat in scenario.seats:
        others = habit if scenario.orders_of(seat.id) else "control"
        guided = Seating(seat.id, (_("Alex"),))
        seating.append(guided if seat == mine else Seating(seat.id, (), others))
    return Setup("", "", scenario.turns, seating=tuple(seating), practice=True)


def guided_seat(scenario: Scenario) -> Seat:
    """The first seat that gives orders; the first of all where none does."""
    return next((seat for seat in scenario.seats if scenario.orders_of(seat.id)), scenario.seats[0])


def guided_session(reading: PackReading, seed: bytes | None = None) -> Session:
    """A practice of a pack without problems, in memory, to be led through.

    Due injects wait for whoever is guided: what goes by itself would do a step for them.
    """
    assert reading.scenario is not None, "the pack has no problems"
    session = Session.create(None, reading, guided_setup(reading.scenario), seed)
    session.submit(TakeInHand(INJECTS_GO), FACILITATOR)
    return session


class GuidedTurn:
    """Where somebody stands in their first turn, and which steps they have done.

    ``take`` what was done: the step shown goes on once it was it, or a later one of the turn was.
    ``back`` and ``forth`` show another by hand; only what is done makes a step done.
    """

    def __init__(self, session: Session) -> None:
        self.steps = guide_steps(session)
        self._done: set[str] = set()
        self._place = 0

    @property
    def step(self) -> GuideStep | None:
        """The step that is shown; None at the end."""
        return self.steps[self._place] if self._place < len(self.steps) else None

    @property
    def number(self) -> int:
        """Which step that is, from 1; one more than there are at the end."""
        return self._place + 1

    @property
    def is_done(self) -> bool:
        """Whether the step that is shown was done already."""
        return self.step is not None and self.step.id in self._done

    def take(self, change: Change) -> bool:
        """Notice what was done; whether that shows another step, or this one as done."""
        before = (self._place, self.is_done)
        for place, step in enumerate(self.steps):
            if step.id not in self._done and step.is_done(change):
                self._done.add(step.id)
                if place == self._place or (place > self._place and not step.at_any_time):
                    self._place = self._open_after(place)
        return (self._place, self.is_done) != before

    def _open_after(self, place: int) -> int:
        later = range(place + 1, len(self.steps))
        open_ones = (each for each in later if self.steps[each].id not in self._done)
        return next(open_ones, len(self.steps))

    def back(self) -> None:
        """Show the step before."""
        self._place = max(self._place - 1, 0)

    def forth(self) -> None:
        """Show the next step."""
        self._place = min(self._place + 1, len(self.steps))


def guide_steps(session: Session) -> tuple[GuideStep, ...]:
    """The steps of a first turn of that exercise, as its pack has phases and injects."""
    scenario, play = session.scenario, session.play
    return (
        *_before_orders(scenario, play),
        *_at_a_seat(guided_seat(scenario)),
        *_results(),
        *_afterwards(),
    )


def _before_orders(scenario: Scenario, play: Play) -> list[GuideStep]:
    told = _(
        "This is your desk, and nobody is waiting: try what you like. The filled button above "
        "always says and does the next thing. Press it once: the turn begins, and its clock runs."
    )
    steps = [GuideStep("start", _("Start the turn"), told, _is_start)]
    if play.phase == INJECTS and scenario.injects:
        told = _(
            "A turn begins with news. On the page Injects, read one that is due, then send it, or "
            "hold it back this turn. In an exercise they go out by themselves; here they wait for "
            "you."
        )
        steps.append(GuideStep("inject", _("Send an inject"), told, _is_inject))
    if TALKS in scenario.phases and play.phase in (INJECTS, TALKS):
        told = _(
            "Press the filled button until it has opened the talks: now the people in the room "
            "talk, and the clock counts their minutes."
        )
        steps.append(GuideStep("talks", _("Open the talks"), told, _reaches(TALKS)))
    told = _(
        "Press the filled button again when the talking is done. Where it asks something first, "
        "read it and go on. It opens the orders: each seat picks its moves, and nobody sees what "
        "the others pick."
    )
    steps.append(GuideStep("orders", _("Open the orders"), told, _reaches(ORDERS)))
    return [step for step in steps if step.id != "talks" or play.phase != TALKS]


def _at_a_seat(seat: Seat) -> list[GuideStep]:
    told = _(
        "Under Seats, open {seat}: the desk is covered, so that a player can take the laptop. Be "
        "that player. Lift the curtain, look round, pick moves on the page Orders and seal them. "
        "Then close the curtain, and lift the cover of your desk. In an exercise players may join "
        "from their own phones instead: “Open to the room…”, beside the room's screen, says how."
    )
    return [
        GuideStep(
            "seal",
            fill(_("Seal the orders of {seat}"), seat=seat.name),
            fill(told, seat=seat.name),
            lambda change: isinstance(change.act, SealOrders) and change.by == seat.id,
        )
    ]


def _results() -> list[GuideStep]:
    return [
        GuideStep(
            "adjudicate",
            _("Adjudicate"),
            _(
                "All have sealed; habits play the other seats. The filled button opens every order "
                "at once and throws the dice."
            ),
            lambda change: isinstance(change.act, Adjudicate),
        ),
        GuideStep(
            "ruling",
            _("Rule otherwise, once"),
            _(
                "Each order is a card now. Open the details of one to read why it came out so. "
                "Then rule otherwise: pick another result and say why. The table's own result "
                "stays on record beside yours."
            ),
            lambda change: isinstance(change.act, Decide),
        ),
        GuideStep(
            "close",
            _("Close the turn"),
            _(
                "The filled button closes the turn. If it asks whether you have read the results, "
                "you may close it all the same: this is practice."
            ),
            lambda change: isinstance(change.act, CloseTurn),
        ),
    ]


def _afterwards() -> list[GuideStep]:
    return [
        GuideStep(
            "note",
            _("Read the report, and take a note"),
            _(
                "The page Report tells the turn as the room may read it. Read it, then take a note "
                "of what you want to talk about later. Players never see it. Leave the filled "
                "button for last: it ends this practice."
            ),
            lambda change: isinstance(change.act, TakeNote),
            at_any_time=True,
        ),
        GuideStep(
            "undo",
            _("Undo"),
            _(
                "In the menu Exercise, undo the last act. You are told first what that is. It "
                "stays in the log, struck through: nothing is ever taken out of the record."
            ),
            lambda change: isinstance(change.act, Undo),
            at_any_time=True,
        ),
        GuideStep(
            "redo",
            _("Redo"),
            _("In the same menu, redo it: it counts again, as if it had never been undone."),
            lambda change: isinstance(change.act, Redo),
            at_any_time=True,
        ),
    ]


def _is_start(change: Change) -> bool:
    return isinstance(change.act, SetTimer) and change.act.state is TimerState.RUNNING


def _is_inject(change: Change) -> bool:
    return isinstance(change.act, SendInject | SkipInject | DropInject)


def _reaches(phase: str) -> Callable[[Change], bool]:
    return lambda change: change.after.phase == phase and change.before.phase != phase
