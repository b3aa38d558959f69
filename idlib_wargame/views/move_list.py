"""The moves of one seat on paper: when each is open, its odds, and what each result does.

All of it is as the exercise begins, and as far as the seat may know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import ALWAYS, All
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.move_options import MoveOption, move_options
from idlib_wargame.views.paper_head import PaperHead, paper_head
from idlib_wargame.words import read_aheads
from idlib_wargame.words.conditions import condition_words, not_told


class ListedWay(NamedTuple):
    """A way to play a move, or several that come to the same; ``choice`` is empty for the only one.

    ``when`` says whether it is open at first and why, ``outcomes`` a line a result.
    """

    choice: str
    odds: str
    when: str
    outcomes: tuple[str, ...]


class ListedMove(NamedTuple):
    """A move with its ways; ``company`` says who else must order it, empty for nobody."""

    code: str
    name: str
    summary: str
    company: str
    ways: tuple[ListedWay, ...]


class ListedTable(NamedTuple):
    """A rule table; ``most`` says how many of its orders a turn may have, empty for no limit."""

    name: str
    colour: str
    most: str
    moves: tuple[ListedMove, ...]


class MoveList(NamedTuple):
    """Every move of one seat, table by table; tables without a move of its own are left out."""

    head: PaperHead
    title: str
    note: str
    tables: tuple[ListedTable, ...]


def move_list(referee: Referee, setup: Setup, seat: str, handling: str = "") -> MoveList:
    """The list of that seat, for an exercise that is set up so; ``handling`` on every side."""
    scenario = referee.scenario
    head = paper_head(scenario, setup, seat, handling, "moves")
    return MoveList(
        head=head,
        title=read_aheads.move_list_title(head.exercise, head.seat),
        note=read_aheads.move_list_note(),
        tables=tuple(_Listing(referee, setup, seat).tables()),
    )


class _Listing:
    """One seat's moves as the exercise begins."""

    def __init__(self, referee: Referee, setup: Setup, seat: str) -> None:
        self._referee, self._scenario = referee, referee.scenario
        self._sight = referee.sight(seat)
        play = Play(setup, referee.opening(setup.turns))
        self._known = known_play(play, self._sight)
        self._orders = self._scenario.orders_of(seat)

    def tables(self) -> Iterator[ListedTable]:
        if not self._orders:
            return
        options = list(move_options(self._referee, self._sight, self._known))
        for table in self._scenario.tables:
            mine = [each for each in options if each.table == table.id]
            if mine:
                most = table.most_orders
                limit = "" if most is None else read_aheads.most_of_table_words(most)
                yield ListedTable(table.name, table.colour, limit, tuple(self._moves(mine)))

    def _moves(self, options: Sequence[MoveOption]) -> Iterator[ListedMove]:
        for _move, ways in groupby(options, key=lambda option: option.wish.move):
            same = list(ways)
            first = same[0]
            yield ListedMove(
                first.code, first.move, first.summary, first.company_in_full, self._ways(same)
            )

    def _ways(self, options: Sequence[MoveOption]) -> tuple[ListedWay, ...]:
        """Ways that come to the same stand together, where the first of them is."""
        by_content: dict[ListedWay, list[str]] = {}
        for option in options:
            odds = read_aheads.odds_in_list(option.odds, option.odds_detail)
            way = ListedWay("", odds, self._when(option), option.outcomes)
            by_content.setdefault(way, []).append(option.choice)
        return tuple(
            way._replace(choice=read_aheads.ways_words([name for name in names if name]))
            for way, names in by_content.items()
        )

    def _when(self, option: MoveOption) -> str:
        if option.refusal:
            return read_aheads.not_open_words(option.why_not_exact or option.why_not)
        return read_aheads.open_first_words(self._needs(self._scenario, option))

    def _needs(self, scenario: Scenario, option: MoveOption) -> str:
        """What keeps an open move open; empty where nothing can close it, or that is a secret."""
        move = scenario.move_by_id[option.wish.move]
        choice = move.choice(option.wish.choice)
        asked = [move.needs, *([choice.needs] if choice else ())]
        asked = [each for each in asked if each != ALWAYS]
        if not asked or not self._sight.knows(*asked):
            return ""
        numbers, state = self._known.setup.numbers, self._known.state
        told = self._sight.may_be_told(state)
        clause = condition_words(scenario, All(tuple(asked)), state, told, numbers, numbers)
        return "" if clause == not_told() else clause.at_start()
