"""What a reader may know: tracks they see, acts they learn of, and rows they could have worked out.

A reader is a seat, or the room, which knows what every seat may know. Rows of the pack that read
what the reader may not know, or that come from it, are named ``hidden``. Everybody knows the turn,
the rung and the clocks, and each actor what came of its own orders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from idlib_wargame.rules.agreements.bargaining import Bargaining
from idlib_wargame.rules.agreements.knowing import Insight
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.conditions.knowing import is_decided
from idlib_wargame.rules.marks import TermMark
from idlib_wargame.rules.names import ALONE, ORDERED, Count, Prefix, parted
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.bargain import Consequence
from idlib_wargame.rules.pack.course import Limit, Upkeep
from idlib_wargame.rules.pack.interactions import Chance, Contest, Contradiction, Shift
from idlib_wargame.rules.pack.moves import Modifier, Move
from idlib_wargame.rules.pack.own_rows import OwnRows
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Explaining, Scenario
from idlib_wargame.rules.pack.tracks import Effects, Track
from idlib_wargame.rules.result import (
    NEEDS,
    ONLY_IF,
    After,
    Card,
    EffectLine,
    Fired,
    Release,
    Ruling,
)
from idlib_wargame.rules.state import Layout, State

Actors = frozenset[str]


def sees_track(track: Track, readers: Actors) -> bool:
    """Whether all these actors may know a track. Counters are the tool's own; no seat sees them."""
    return not track.counter and (track.seen_by is None or readers <= track.seen_by)


def sees_move(move: Move, readers: Actors) -> bool:
    """Whether all these actors learn of a move that somebody else played."""
    return move.seen_by is None or readers <= move.seen_by


def learns_of(scenario: Scenario, move: Move, seats: Iterable[str], readers: Actors) -> bool:
    """Whether all these actors learn that those seats played a move: whoever did it knows."""
    return _learns(move, {scenario.actor_of[each] for each in seats}, readers)


def _learns(move: Move, doers: Set[str], readers: Actors) -> bool:
    return move.seen_by is None or readers <= move.seen_by | doers


def reaches(to: Sequence[str], readers: Actors) -> bool:
    """Whether a message to some actors (to none named means to all) goes to all these."""
    return not to or readers.issubset(to)


@dataclass(frozen=True, slots=True)
class Sight:
    """One reader's sight of a pack. ``seat`` is empty for the room.

    ``actors`` are all who read: a seat's own, or every one for the room. ``known`` are the names
    of conditions whose values the reader may know; ``unknown`` are the cells of all the others.
    ``agreed`` is what agreements come to for the orders of the turn that is looked at, as far as
    they know: the least that it comes to. ``learned`` is what consequences may be told to have
    come of.
    """

    scenario: Scenario
    seat: str
    actors: Actors
    tracks: tuple[Track, ...]
    known: frozenset[str]
    unknown: tuple[int, ...]
    insight: Insight
    agreed: Mapping[str, int] = field(default_factory=dict)
    learned: frozenset[str] = frozenset()

    @classmethod
    def of(cls, scenario: Scenario, layout: Layout, seat: str, bargaining: Bargaining) -> Sight:
        """The sight of that seat."""
        actors = frozenset({scenario.actor_of[seat]})
        return cls._of(scenario, layout, seat, actors, bargaining)

    @classmethod
    def of_room(cls, scenario: Scenario, layout: Layout, bargaining: Bargaining) -> Sight:
        """The sight of the room: what every seat may know."""
        actors = frozenset(scenario.actor_of.values())
        return cls._of(scenario, layout, "", actors, bargaining)

    @classmethod
    def _of(
        cls, scenario: Scenario, layout: Layout, seat: str, actors: Actors, bargaining: Bargaining
    ) -> Sight:
        tracks = tuple(track for track in scenario.tracks if sees_track(track, actors))
        known = {*ALONE, *(track.id for track in tracks)}
        known |= {Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks}
        known |= {name for name in layout.names if _count_is_open(scenario, name, actors)}
        known |= {n for n in layout.index if _is_between(Prefix.AGREEMENT, n, actors)}
        known |= {Prefix.INJECT.of(i.id) for i in scenario.injects if reaches(i.to, actors)}
        for clause in scenario.clauses:
            conditions = (clause.full, clause.intermediate, clause.minimal)
            if known.issuperset(n for each in conditions for n in names_in(each)):
                known.add(Prefix.CLAUSE.of(clause.id))
        # A flag may read flags of the turn before, in any order, so this goes round until it rests.
        while fresh := set(_flags_known(scenario, known)) - known:
            known |= fresh
        known |= set(_groups_known(scenario, known))
        vagueness = scenario.bargain.vagueness if scenario.bargain else ()
        if known.issuperset(name for row in vagueness for name in names_in(row.when)):
            known |= {name for name in layout.index if _is_between(Prefix.VAGUE, name, actors)}
        unknown = tuple(cell for name, cell in layout.index.items() if name not in known)

        def learns(move: Move, doers: Actors) -> bool:
            return _learns(move, doers, actors)

        insight = Insight(scenario, bargaining, actors, frozenset(known), learns)
        return cls(scenario, seat, actors, tracks, frozenset(known), unknown, insight)

    @property
    def readable(self) -> frozenset[str]:
        """The names that what the reader is told may rest on.

        Beside those they know, what their own agreements come to: others may be in force that they
        do not know of, and are left out.
        """
        return self.known | self.insight.names

    def of_rows(self, own: OwnRows) -> Sight:
        """The same sight of the pack with rows of an exercise, for what comes of those."""
        if not own:
            return self
        scenario = own.added_to(self.scenario)
        return replace(self, scenario=scenario, insight=replace(self.insight, scenario=scenario))

    def during(self, agreed: Ledger, state: State) -> Sight:
        """The sight for what stands so, and was agreed as far as the reader knows."""
        mine = self.insight.ledger(agreed)
        return replace(self, agreed=self.insight.values(mine, state))

    def told(self, tested: Ledger, marks: Sequence[TermMark]) -> Sight:
        """The sight of a turn whose close found those marks."""
        return replace(self, learned=self.insight.learned_of(tested, marks))

    def situation(self, state: State) -> State:
        """The situation with nought in every cell that the reader may not know.

        Where others may have agreed on more, it says what the reader knows to be agreed.
        """
        row = list(state.row)
        for cell in self.unknown:
            row[cell] = 0
        for name, value in self.agreed.items():
            row[state.layout.index[name]] = value
        return State(state.layout, tuple(row))

    def knows(self, *conditions: Condition) -> bool:
        """Whether the reader may know of each condition if it holds."""
        return all(self.known.issuperset(names_in(each)) for each in conditions)

    def sees(self, move: Move) -> bool:
        """Whether the reader learns of a move that somebody else played."""
        return sees_move(move, self.actors)

    def may_be_told(self, state: State) -> Callable[[str], bool]:
        """Which names a sentence for this reader may say, as things stand.

        An inject that was not sent yet is nobody's but control's.
        """
        unsent = {
            name
            for inject in self.scenario.injects
            if (name := Prefix.INJECT.of(inject.id)) in self.known and not state[name]
        }
        return (self.known - unsent).__contains__

    def knows_flag(self, flag: str) -> bool:
        """Whether the reader may know if the flag is on."""
        return Prefix.FLAG.of(flag) in self.known

    def cards(self, cards: Sequence[Card]) -> tuple[Card, ...]:
        """The cards of a turn that this reader may read, as they may read them.

        A contest tells what the dice gave the other side, so it is hidden where that side was
        ruled on in secret.
        """
        secret = [card for card in cards if card.ruled and not card.ruled.is_told]
        shown = (
            card._replace(contests=tuple(self._contest(row, card, secret) for row in card.contests))
            for card in cards
        )
        return tuple([seen for each in shown if (seen := self.card(each)) is not None])

    def _contest(self, row: str, card: Card, secret: Sequence[Card]) -> str:
        contest = self.scenario.rows.get(row)
        if not isinstance(contest, Contest):
            return row
        sides = {move.id for move in _moves_on(self.scenario, contest)}
        told = all(other is card or other.order.move not in sides for other in secret)
        return row if told else HIDDEN

    def card(self, card: Card) -> Card | None:
        """The card as this reader may read it; None where they never learn of the act."""
        move = self.scenario.move_by_id[card.order.move]
        if not learns_of(self.scenario, move, card.seats, self.actors):
            return None
        seen = card._replace(
            lapsed=self._lapse(card),
            effects=self.effects(card.effects),
            fired=tuple(Fired(self.row(row), shift) for row, shift in card.fired),
            contests=tuple(map(self.row, card.contests)),
            table_effects=self.effects(card.table_effects),
        )
        if card.ruled and not card.ruled.is_told:
            return _decided(seen, card.ruled.band)
        return seen._replace(ruled=self._ruling(card.ruled)) if card.ruled else seen

    def _ruling(self, ruling: Ruling) -> Ruling:
        """What was written of tracks that the reader may not know is left out."""
        if ruling.effects is None:
            return ruling
        known = tuple(each for each in ruling.effects if self._knows_track(each.track))
        return ruling._replace(effects=known)

    def may_miss(self, card: Card) -> bool:
        """Whether the order, as it came out, may have moved what this reader may not know.

        What the pack says that it may move decides: whether it did is what the reader may not know.
        Where the facilitator may have written the effects, it may be anything.
        """
        if card.final is None:
            return False
        if card.ruled and (card.ruled.is_withheld or card.ruled.effects is not None):
            return not all(map(self._knows_track, self.scenario.track_by_id))
        move = self.scenario.move_by_id[card.order.move]
        choice = move.choice(card.order.choice)
        tables = (move.effects, *move.by_seat.values(), *([choice.effects] if choice else ()))
        effects = (each for table in tables for each in table.get(card.final, ()))
        return not all(self._knows_track(each.track) for each in effects)

    def after(self, row: After) -> After | None:
        """What followed by itself, as this reader may read it; None where it moves nothing seen.

        What the row may move decides, not what it did: that would tell of a chance if it came.
        What came of agreements is told to whom they, or what was found of them, may be told.
        """
        effects = self.effects(row.effects)
        agreements = tuple(each for each in row.agreements if each in self.learned)
        if self.row(row.row) == HIDDEN or (row.agreements and not agreements):
            return After(HIDDEN, effects) if effects else None
        moves = [each.track for each in _effects_of(self.scenario.rows.get(row.row))]
        told = not moves or any(map(self._knows_track, moves))
        return row._replace(effects=effects, agreements=agreements) if told else None

    def effects(self, lines: tuple[EffectLine, ...]) -> tuple[EffectLine, ...]:
        """The lines of tracks that the reader may know, with the rows that they may know."""
        return tuple(
            line._replace(source=self.row(line.source), cut=self.row(line.cut))
            for line in lines
            if self._knows_track(line.track)
        )

    def read_off(self, lines: tuple[EffectLine, ...]) -> tuple[EffectLine, ...]:
        """The lines of scores, flags, rung and clocks that the reader may know."""
        return tuple(line for line in lines if line.track in self.known)

    def row(self, name: str) -> str:
        """The name of a row that had a part in a result, or ``hidden``.

        A bound of a track ("rise.2") and no row at all stay as they are.
        """
        row = self.scenario.rows.get(name)
        if row is None or self._may_know(row):
            return name
        return HIDDEN

    def _may_know(self, row: Explaining) -> bool:
        if isinstance(row, Contest):
            return all(self.sees(move) for move in _moves_on(self.scenario, row))
        return all(self._knew(condition) for condition in _conditions_of(row))

    def _knew(self, condition: Condition) -> bool:
        """Whether nothing that the reader may not know had a part in whether it held.

        What they agreed on themselves may settle it, whatever else was agreed.
        """
        return is_decided(condition, self.known, self.agreed)

    def _knows_track(self, track: str) -> bool:
        row = self.scenario.track_by_id.get(track)
        return row is None or sees_track(row, self.actors)

    def _lapse(self, card: Card) -> str:
        """What a move needs, and the occasion that it waited for, may themselves be secrets."""
        move = self.scenario.move_by_id[card.order.move]
        choice = move.choice(card.order.choice)
        read = {NEEDS: (move.needs, *([choice.needs] if choice else ())), ONLY_IF: (move.only_if,)}
        return card.lapsed if self.knows(*read.get(card.lapsed, ())) else HIDDEN


def _flags_known(scenario: Scenario, known: set[str]) -> Iterator[str]:
    for flag in scenario.flags:
        if known.issuperset(names_in(flag.when)):
            yield Prefix.FLAG.of(flag.id)


def _groups_known(scenario: Scenario, known: set[str]) -> Iterator[str]:
    for group in scenario.flag_groups:
        members = (flag for flag in scenario.flags if flag.group == group)
        if all(Prefix.FLAG.of(flag.id) in known for flag in members):
            yield Prefix.LIT.of(group)


def _conditions_of(row: Explaining) -> Iterator[Condition]:
    """What decides whether the row counts."""
    if isinstance(row, Modifier | Shift | Contradiction | Chance | Upkeep | Limit | Consequence):
        yield row.when
    if isinstance(row, Chance):
        for when, _ in row.targets:
            yield when


def _is_between(prefix: Prefix, name: str, readers: Actors) -> bool:
    """Whether it counts agreements between two of whom all these readers are one.

    Whoever is party to all of them knows all of them.
    """
    split = parted(name)
    return (
        split is not None
        and split[0] is prefix
        and "." in split[1]
        and readers <= {*split[1].split(".")}
        and len(readers) == 1
    )


def _effects_of(row: Explaining | None) -> Effects:
    return row.effects if isinstance(row, Chance | Upkeep) else ()


def _moves_on(scenario: Scenario, contest: Contest) -> Iterator[Move]:
    """The moves of either side; to lose a contest tells that the other side was played."""
    sides = (contest.attack, contest.defence)
    return (move for move in scenario.moves if any(_is(move, side) for side in sides))


def _count_is_open(scenario: Scenario, name: str, readers: Actors) -> bool:
    """Whether a count tells of nothing but acts that the readers learn of, or their own.

    What others ordered and did not come to play stays theirs.
    """
    count = Count.from_name(name)
    if count is None:
        return False
    counted = [move for move in scenario.moves if _is(move, count.what)]
    acts = [(m, actor) for m in counted for actor in ((count.seat,) if count.seat else m.seats)]
    if count.scope == ORDERED:
        return all(readers == {actor} for _, actor in acts)
    return all(_learns(move, {actor}, readers) for move, actor in acts)


def _is(move: Move, word: str) -> bool:
    """Whether the word is the move's id, or a tag that it or a choice of it carries."""
    return (
        word == move.id or word in move.tags or any(word in choice.tags for choice in move.choices)
    )


def _decided(card: Card, band: Band) -> Card:
    """A card whose ruling stays hidden shows only what came of it, not what the dice said."""
    return card._replace(
        lapsed="",
        dice=None,
        fired=(),
        shift=0,
        need=card.target,
        band=None,
        ruled=Ruling(band, "", "", Release.HOT_WASH),
        contests=(),
        table_effects=(),
    )
