"""A small pack with agreements, and an exercise on it played turn by turn by the rules alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.marks import TermMark
from idlib_wargame.rules.offer import Does, How, Link, Offer, Term
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.bargain import Bargain, Consequence, On, Restraint, Template
from idlib_wargame.rules.pack.course import Clause
from idlib_wargame.rules.pack.moves import Choice, Event
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.result import After, TurnResult
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, track, when

PEOPLE = ("north", "south", "east")
AT = tuple(Choice(f"at_{each}", f"At {each}", targets=(each,)) for each in PEOPLE)
SHELL, AID, STRIKE = "shell", "aid", "strike"
BUILD, WRECK, GIVE, WAIT = "build", "wreck", "give", "wait"


def _always(effects: Effects) -> Mapping[Any, Effects]:
    """The same effects whatever the dice say."""
    return bands(effects, partial=effects, failure=effects)


MOVES = (
    # At whom its choice says.
    move(SHELL, *PEOPLE, step="fight", tags=("force",), choices=AT),
    move(AID, *PEOPLE, choices=AT, tags=("gift",)),
    # At north, by how it is coded; and friendly to east.
    move(
        STRIKE,
        "south",
        "east",
        step="fight",
        tags=("force",),
        events=(Event("190", "Fight", -900, ("north",)), Event("070", "Aid", 700, ("east",))),
    ),
    move(BUILD, *PEOPLE, effects=_always(does(works=1))),
    move(WRECK, *PEOPLE, effects=_always(does(works=-4))),
    move(GIVE, *PEOPLE, effects=_always(does(given=1))),
    # Nothing comes of it: it lapses, as what it rests on is never so.
    move(WAIT, *PEOPLE, only_if=when("peace >= 99"), tags=("idle",)),
    move("muster", "north", needs="arms >= 9", tags=("mobile",)),
)
ROAD = Clause(
    "road",
    "The road is built",
    PEOPLE,
    PEOPLE,
    full=when("works >= 3"),
    intermediate=when("works >= 2"),
    minimal=when("works >= 1"),
)
POST = Clause(
    "post",
    "The post is given",
    PEOPLE,
    PEOPLE,
    full=when("given >= 3"),
    intermediate=when("given >= 2"),
    minimal=when("given >= 1"),
)
RESTRAINTS = (
    Restraint("no_force", "uses no force", frozenset({"force"})),
    Restraint("no_force_on", "uses no force against", frozenset({"force"}), spares=True),
    Restraint("nothing_against", "does nothing against", spares=True),
    Restraint("no_waiting", "does not wait", frozenset({"idle"})),
    Restraint("no_muster", "does not muster", frozenset({"mobile"})),
)
PAYS = (
    Consequence("warm", On.SIGNED, does(trade=1), "signed"),
    Consequence("trust", On.KEPT, does(peace=1), "kept"),
    Consequence("anger", On.BROKEN, does(peace=-2), "broken"),
    Consequence("cold", On.DECLARED, does(trade=-3), "declared over"),
    Consequence("shame", On.FOUND_OUT, does(arms=1), "found out"),
)
TEMPLATES = (Template("truce", "A winter truce", ("north", "south"), ()),)


def bargain(**more: Any) -> Bargain:
    """What the small pack says of agreements."""
    return Bargain(**{"templates": TEMPLATES, "restraints": RESTRAINTS, **more})


def pack(*, turns: int = 4, **more: Any) -> Scenario:
    """The small pack with agreements, and a chorus that control plays."""
    told = {name: more.pop(name) for name in tuple(more) if name in Bargain.__dataclass_fields__}
    small = {"seats": SEATS, "tracks": TRACKS, "clauses": (ROAD,), **more}
    return scenario(*MOVES, turns=turns, bargain=bargain(**told), **small)


SEATS = (
    Seat("north", "North", "#336699"),
    Seat("south", "South", "#993366"),
    Seat("east", "East", "#669933"),
    Seat("chorus", "Chorus", "#666666", control=True, orders=0),
)
TRACKS = tuple(
    track(name, 0, 30, start)
    for name, start in (("peace", 15), ("arms", 5), ("trade", 15), ("works", 0), ("given", 0))
)


def act(debtor: str, what: str, by: int, choice: str = "", link: Link | None = None) -> Term:
    """A pledge to order a move."""
    return Term(debtor, Does.ACT, what, by, choice=choice, link=link)


def clause(
    debtor: str, score: int, by: int, hold: bool = False, what: str = "road", **more: Any
) -> Term:
    """A clause at that score."""
    return Term(debtor, Does.CLAUSE, what, by, score=score, hold=hold, **more)


def restraint(debtor: str, what: str, by: int, against: str = "", **more: Any) -> Term:
    """A pledge to order none of a kind."""
    return Term(debtor, Does.RESTRAINT, what, by, against=against, **more)


def words(debtor: str, by: int, what: str = "Be kind", link: Link | None = None) -> Term:
    """Free words."""
    return Term(debtor, Does.WORDS, what, by, link=link)


def once(term: int) -> Link:
    """Due once that term is kept."""
    return Link(How.ONCE, term)


def unless(term: int) -> Link:
    """Void once that term is kept."""
    return Link(How.UNLESS, term)


def offer(*terms: Term, to: tuple[str, ...] = ("south",), **more: Any) -> Offer:
    """An offer of north's, to be answered at once, until turn 4."""
    return Offer("north", to, terms, **{"answer_by": 1, "until": 4, **more})


def order(seat: str, what: str) -> Order:
    """An order from ``move`` or ``move/choice``."""
    name, _, choice = what.partition("/")
    return Order(seat, name, choice)


class Game:
    """An exercise without a session: offers are signed at once, turns close as they are played."""

    def __init__(self, played: Scenario | None = None) -> None:
        self.pack = pack() if played is None else played
        self.referee = Referee(self.pack)
        self.state = self.referee.opening()
        self.ledger: Ledger = EMPTY
        self.marks: list[tuple[TermMark, ...]] = []

    @property
    def number(self) -> int:
        """The turn to be played next."""
        return self.state["turn"]

    def table(self, tabled: Offer, answers: str = "") -> str:
        """An offer on the table; its key."""
        before = set(self.ledger.cases)
        self.take(self.ledger.tabled(tabled, self.number, 99, answers))
        (key,) = set(self.ledger.cases) - before
        return key

    def sign(self, tabled: Offer, answers: str = "") -> str:
        """An offer that all accept; its key."""
        key = self.table(tabled, answers)
        for actor in tabled.signers[1:]:
            digest = self.ledger[key].digest
            self.take(self.ledger.accepted(key, actor, digest, self.number))
        return key

    def take(self, ledger: Ledger) -> None:
        """The ledger from now on."""
        self.ledger = ledger
        self.state = self.referee.bargaining.standing_in(self.state, ledger)

    def turn(
        self,
        *orders: tuple[str, str],
        forced: Iterable[tuple[str, str]] = (),
        same_hands: Iterable[tuple[str, str]] = (),
    ) -> TurnResult:
        """A turn played and closed: orders by seat, and those that an inject gives."""
        given = [order(*each) for each in orders]
        made = [order(*each) for each in forced]
        standing = Standing(
            self.ledger, frozenset(made), frozenset(frozenset(pair) for pair in same_hands)
        )
        result = self.referee.adjudicate(self.state, given + made, None, standing=standing)
        turn, turns = self.number, self.pack.turns
        self.state = result.state
        closed = self.ledger.orders_opened(turn).closed(turn, turns, result.marks, result.found_out)
        self.take(closed)
        assert self.state == result.state
        self.marks.append(result.marks)
        return result


def said(marks: Iterable[TermMark], term: int = 0) -> str:
    """One term's mark, with a star where it earns nothing."""
    (mark,) = (each for each in marks if each.term == term)
    return f"{mark.mark}*" if mark.idle else str(mark.mark)


def paid(result: TurnResult) -> dict[str, int]:
    """How often each row of what follows from agreements did."""
    found: dict[str, int] = {}
    for each in follows(result):
        found[each.row] = found.get(each.row, 0) + 1
    return found


def follows(result: TurnResult) -> list[After]:
    """What followed from agreements."""
    return [each for each in result.after if each.row.startswith("consequence.")]
