"""Where an exercise stands, as one frozen value: what the entries fold into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.decisions import AS_IT_FALLS, Decisions
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.pack.own_rows import NO_ROWS, OwnRows
from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, REPORT, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, Order, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.session.before_roll import BeforeRoll, PlayedOrder
from idlib_wargame.session.day import MOST_MINUTES, DayPlan, Stretch
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.letters import Letter, LetterDraft, Message, ReadMark
from idlib_wargame.session.methods import SEMI_RIGID, waits_for_decision
from idlib_wargame.session.msel import EMPTY as AS_PACKED
from idlib_wargame.session.msel import Msel
from idlib_wargame.session.notes import Note, SeatNote
from idlib_wargame.session.seating import (
    Hands,
    Joined,
    Observer,
    PinState,
    Reseating,
    Seating,
    Sitter,
)
from idlib_wargame.session.timer import Break, Timer


class Wish(NamedTuple):
    """An order as a seat writes it, with the reason it gives.

    ``free`` is an order of its own; ``move`` is then what that is known by.
    """

    move: str
    choice: str = ""
    why: str = ""
    free: FreeOrder | None = None


Sheets = Mapping[str, tuple[Wish, ...]]  # by seat

# What goes by itself unless the facilitator does it: due injects as their phase begins, the
# bargaining of seats that habits play, that orders are rolled as they are opened, and that a report
# is read once its turn is closed.
INJECTS_GO, HABITS_BARGAIN, REPORTS_GO, ROLLS_GO = BY_ITSELF = (
    "injects",
    "bargaining",
    "reports",
    "rolls",
)


class Judgement(NamedTuple):
    """What a seat thinks: a word of the yardstick for each ending asked about, and a rung.

    ``endings`` are pairs of an outcome's id and a word's; the id is empty for every ending that is
    not asked about by name. ``rung`` is its number, None where it has said none.
    """

    endings: tuple[tuple[str, str], ...] = ()
    rung: int | None = None


Judged = Mapping[str, Judgement]  # by seat


@dataclass(frozen=True, slots=True)
class Setup:
    """How the exercise was set up. ``fingerprint`` is the SHA-256 of the secret seed.

    ``free_orders`` says who may write orders of their own.
    ``start``, ``options`` and ``arrangement`` are the pack's ids; empty ones keep its own. With
    ``read_marks``, whoever wrote a message is told which seats have read it.
    With ``pins``, every person sets a PIN at their seat. ``handling`` is the line that says how
    what is seen may be passed on ("Chatham House rule"), on every window and page. A ``practice``
    is thrown away after its one turn.
    """

    exercise: str
    group: str
    turns: int
    method: str = SEMI_RIGID
    numbers: bool = True
    fingerprint: str = ""
    seating: tuple[Seating, ...] = ()
    start: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    arrangement: str = ""
    read_marks: bool = False
    pins: bool = False
    handling: str = ""
    day: DayPlan = field(default_factory=DayPlan)
    practice: bool = False
    free_orders: FreeOrders = NO_FREE_ORDERS

    def name_in(self, scenario: Scenario) -> str:
        """What the exercise is called: by its own name, or as the pack is."""
        return self.exercise or scenario.title

    def of(self, seat: str) -> Seating:
        """Who sits at that seat; a seat that nobody was put at is control's."""
        found = (each for each in self.seating if each.seat == seat)
        return next(found, Seating(seat, (), "control"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was adjudicated: the situation it found, its orders, and what came of them.

    ``began`` is the situation as the turn began; ``opening`` as its orders found it, after the
    turn's injects. ``accepted`` are the orders that the facilitator decided as the dice fell, where
    each waits for a decision. ``turns`` is the last turn that was to be played then, which need not
    be what conditions ask for. ``agreed`` is what was agreed as the orders were opened, ``tested``
    the same with what the turn's close found of it. ``before`` is what was decided and said of the
    orders before they were rolled, None where they were rolled as they were opened. ``shown`` are
    the cards that the room's screen showed before the turn was closed, each as it was then, the
    last one last.
    """

    began: State
    opening: State
    orders: tuple[PlayedOrder, ...]
    result: TurnResult
    turns: int
    closed_at: str = ""
    accepted: frozenset[Address] = frozenset()
    agreed: Ledger = EMPTY
    tested: Ledger = EMPTY
    before: BeforeRoll | None = None
    shown: tuple[Card, ...] = ()

    @property
    def number(self) -> int:
        """The number of the turn, from 1."""
        return self.result.turn

    def decided(self, method: str) -> Decisions:
        """What people decided about its orders, in an exercise of that method."""
        rulings = {card.address: card.ruled for card in self.result.cards if card.ruled}
        before = self.before.decided(method) if self.before is not None else AS_IT_FALLS
        return replace(before, rulings=rulings)


class Length(Enum):
    """How long a situation report is: read in a minute, or a page."""

    MINUTE = "minute"
    PAGE = "page"


class ReportText(NamedTuple):
    """Which written report: of a turn, for "room", "facilitator" or a seat, in a length."""

    turn: int
    reader: str
    length: Length


class OfferDraft(NamedTuple):
    """An offer as a seat has begun to write it; it may lack anything. ``answers`` is a key."""

    offer: Offer
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Play:
    """Where the exercise stands.

    ``state`` is the situation that the turn in play found; in the report phase, the situation
    that the turn led to. ``own`` are the rows that were written in the exercise, beside the pack's.
    Drafts and sealed orders belong to a turn and a seat, and stay, whatever
    becomes of the turn; ``uncovered`` are the seats whose sealed orders control has looked at.
    ``skipped`` are the injects held back, each with its turn; ``dropped`` those that are not to be
    offered again, ``msel`` what else was decided about the list of them.
    ``ledger`` holds every offer and agreement, ``offer_drafts`` what each seat has
    begun to write of some, by seat and place, ``allegation_drafts`` what it has begun to say of a
    breach, by seat, agreement and term. ``signed_by`` says by seat and agreement who signed,
    where each has a PIN of their own. ``pending`` is the turn adjudicated but not yet
    closed. ``closed`` are the turns whose results stand, first to last. ``judgements_asked`` says
    of a turn that the facilitator asked for judgements in it or called that off, else the pack.
    ``asked_to_judge`` are the seats that were, in each turn whose orders were opened; what they
    have judged stays with its turn. ``phase_since`` is UTC, ISO 8601; a turn that is re-opened has
    its orders begin then. ``timer`` starts with the phase, and runs.
    ``notes`` are as they were written and written anew, ``note_count`` is the highest number.
    ``messages`` are what control told actors, ``letters`` what seats and control wrote to each
    other; neither goes with a turn. ``letter_drafts`` are by who writes; ``unanswered`` the keys of
    requests that control has not answered.
    ``pins`` are by seat and person, ``seat_notes`` by seat; ``looked_round`` are the seats that
    had their first look, ``briefs_read`` those that have read in their brief.
    ``observer_pins`` are by ``Observer.since``. ``sealed_for`` says when the facilitator sealed a
    seat's orders, by turn and seat; ``reopened`` when a turn was re-opened last,
    ``opened`` how things stood as orders were opened last. ``before_roll`` are orders that lie open
    and were not all rolled.
    ``day`` has the minutes of every phase that has a length and the breaks still to come,
    ``day_before`` the plan that it took the place of; ``minutes_given`` what the facilitator
    has added to one phase of a turn, or taken off it. ``last_break`` is the break that began last.
    ``stretches`` say how the time went by since the exercise began, first to last.
    ``reseatings`` tell who came and went once the exercise had begun, ``observers`` are by name.
    ``joined`` are those on a device of their own, by seat ("" for observers) and what tells their
    names apart (``session/naming.py``); ``muted`` those who may read there and not act, in the same
    way; ``at_laptop`` the seats that are played at the laptop and on no device. ``sitters`` are by
    seat and name too, the last one of those who sit nowhere.
    ``last_acts`` say when each seat did something last, ``hands`` who of several there,
    ``writing_since`` when it began its orders; ``by_hand`` what of BY_ITSELF the facilitator does.
    ``released`` are the turns whose reports seats and room may read, ``reports`` those that were
    worded anew. ``desk_drafts`` is what the facilitator has half typed, by place on the desk.
    """

    setup: Setup
    state: State
    own: OwnRows = NO_ROWS
    turn: int = 1
    phase: str = TALKS
    phase_since: str = ""
    timer: Timer = field(default_factory=Timer)
    drafts_by_turn: Mapping[int, Sheets] = field(default_factory=dict)
    sealed_by_turn: Mapping[int, Sheets] = field(default_factory=dict)
    uncovered_by_turn: Mapping[int, frozenset[str]] = field(default_factory=dict)
    pending: Turn | None = None
    closed: tuple[Turn, ...] = ()
    notes: Grown[Note] = field(default_factory=Grown)
    note_count: int = 0
    messages: Grown[Message] = field(default_factory=Grown)
    letters: Grown[Letter] = field(default_factory=Grown)
    letter_drafts: Mapping[str, LetterDraft] = field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    read_marks: Grown[ReadMark] = field(default_factory=Grown)
    pins: Mapping[str, Mapping[str, PinState]] = field(default_factory=dict)
    observer_pins: Mapping[int, PinState] = field(default_factory=dict)
    seat_notes: Mapping[str, tuple[SeatNote, ...]] = field(default_factory=dict)
    looked_round: frozenset[str] = frozenset()
    briefs_read: frozenset[str] = frozenset()
    day: DayPlan = field(default_factory=DayPlan)
    day_before: DayPlan | None = None
    minutes_given: Mapping[tuple[int, str], int] = field(default_factory=dict)
    last_break: Break | None = None
    reseatings: Grown[Reseating] = field(default_factory=Grown)
    stretches: Grown[Stretch] = field(default_factory=Grown)
    observers: Mapping[str, Observer] = field(default_factory=dict)
    joined: Mapping[tuple[str, str], Joined] = field(default_factory=dict)
    muted: frozenset[tuple[str, str]] = frozenset()
    sitters: Mapping[tuple[str, str], Sitter] = field(default_factory=dict)
    at_laptop: frozenset[str] = frozenset()
    last_acts: Mapping[str, str] = field(default_factory=dict)
    hands: Hands = field(default_factory=dict)
    writing_since: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    by_hand: frozenset[str] = frozenset()
    released: frozenset[int] = frozenset()
    reports: Mapping[ReportText, str] = field(default_factory=dict)
    desk_drafts: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[tuple[int, str]] = frozenset()
    dropped: frozenset[str] = frozenset()
    msel: Msel = AS_PACKED
    ledger: Ledger = EMPTY
    offer_drafts: Mapping[str, Mapping[int, OfferDraft]] = field(default_factory=dict)
    signed_by: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    allegation_drafts: Mapping[str, Mapping[tuple[str, int], str]] = field(default_factory=dict)
    sealed_for: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    reopened: Mapping[int, str] = field(default_factory=dict)
    opened: State | None = None
    before_roll: BeforeRoll | None = None
    judgements_asked: Mapping[int, bool] = field(default_factory=dict)
    asked_to_judge: Mapping[int, frozenset[str]] = field(default_factory=dict)
    judgement_drafts: Mapping[int, Judged] = field(default_factory=dict)
    judged: Mapping[int, Judged] = field(default_factory=dict)
    outcome: str = ""
    aims_met: tuple[str, ...] = ()
    seed: str = ""

    @property
    def minutes(self) -> int:
        """The minutes of the phase in play, with what was given to it; 0 for one without any."""
        planned = self.day.minutes.get(self.phase, 0)
        given = self.minutes_given.get((self.turn, self.phase), 0)
        if planned <= 0 and given <= 0:
            return 0
        return min(max(planned + given, 1), MOST_MINUTES)

    @property
    def on_break(self) -> Break | None:
        """The break that is on."""
        last = self.last_break
        return last if last is not None and last.number == self.timer.since else None

    @property
    def drafts(self) -> Sheets:
        """What each seat has picked for the turn in play."""
        return self.drafts_by_turn.get(self.turn, {})

    @property
    def sealed(self) -> Sheets:
        """What each seat has sealed for the turn in play."""
        return self.sealed_by_turn.get(self.turn, {})

    @property
    def uncovered(self) -> frozenset[str]:
        """The seats whose sealed orders for the turn in play control has looked at."""
        return self.uncovered_by_turn.get(self.turn, frozenset())

    @property
    def held(self) -> Mapping[str, int]:
        """The injects that were held back, each with the turn in which it was held back last."""
        return {inject: turn for turn, inject in sorted(self.skipped)}

    @property
    def undecided(self) -> tuple[Card, ...]:
        """Results that wait for the facilitator's decision: see ``waits_for_decision``."""
        if self.pending is None:
            return ()
        accepted = self.pending.accepted
        cards = self.pending.result.cards
        return tuple(
            card
            for card in cards
            if not card.ruled
            and card.address not in accepted
            and waits_for_decision(self.method_of(self.pending, card.order))
        )

    def method_of(self, turn: Turn, order: Order) -> str:
        """How the result of an order is decided: as the exercise's are, or in a way of its own."""
        own = turn.before.methods if turn.before is not None else {}
        return own.get(order, self.setup.method)

    @property
    def bargaining_turn(self) -> int:
        """The turn whose orders a bargain struck now would bind: once they are open, the next."""
        return self.turn + (self.phase in (ADJUDICATION, REPORT, FINISHED))

    @property
    def opened_turn(self) -> int:
        """The turn whose orders lie open or whose results wait to be accepted; 0 for none."""
        if self.before_roll is not None:
            return self.before_roll.turn
        return self.pending.number if self.pending is not None else 0

    @property
    def finished(self) -> bool:
        """Whether the exercise is over."""
        return self.phase == FINISHED

    @property
    def last(self) -> Turn | None:
        """The last turn whose results stand."""
        return self.closed[-1] if self.closed else None
