"""Which rows of the tables are nearest to what a seat wrote itself, by what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

from idlib_wargame.rules.pack.moves import Choice, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.views.finding import is_found, sought_in, with_everyday_words, words_of
from idlib_wargame.words.situation import cell_name, move_words

MOST_OFFERED = 6
OWN_MOVE = 1.15  # a row that the seat may order itself is likelier meant (judgement)
NAMED = 1.0  # a word of its name counts so much more than one of its summary (judgement)
SHORTEST = 4  # letters of a word that tells anything


class NearRow(NamedTuple):
    """A row that may be meant: the move, with the choice whose words are nearest."""

    move: str
    choice: str
    name: str


def nearest_rows(scenario: Scenario, seat: str, free: FreeOrder) -> tuple[NearRow, ...]:
    """The rows that share most words with the order, the nearest first; words of few rows weigh
    more. None where no word of it stands in any row.
    """
    sought = {(m.id, c.id if c else ""): _sought(scenario, m, c) for m, c in _ways(scenario)}
    words = [w for w in dict.fromkeys(words_of(f"{free.what} {free.aim}")) if len(w) >= SHORTEST]
    weights = _weights(words, sought.values())
    actor, moves = scenario.actor_of[seat], scenario.move_by_id
    best: dict[str, tuple[float, str]] = {}
    for (move, choice), text in sought.items():
        named = sought_in([move_words(scenario, move, choice)])
        score = sum(w for word, w in weights.items() if is_found(text, [word]))
        score += NAMED * sum(w for word, w in weights.items() if is_found(named, [word]))
        score *= OWN_MOVE if actor in moves[move].seats else 1
        if score > best.get(move, (0.0, ""))[0]:
            best[move] = (score, choice)
    ranked = sorted(best.items(), key=lambda found: -found[1][0])[:MOST_OFFERED]
    return tuple(
        NearRow(move, choice, move_words(scenario, move, choice)) for move, (_, choice) in ranked
    )


def _ways(scenario: Scenario) -> Iterable[tuple[Move, Choice | None]]:
    for move in scenario.moves:
        if not move.own or move.seats:
            yield from ((move, choice) for choice in move.choices or (None,))


def _weights(words: Iterable[str], sought: Iterable[str]) -> Mapping[str, float]:
    """A word that stands in every row tells nothing."""
    texts = list(sought)
    found = Counter({word: sum(is_found(text, [word]) for text in texts) for word in words})
    return {word: log((len(texts) + 1) / count) for word, count in found.items() if count}


def _sought(scenario: Scenario, move: Move, choice: Choice | None) -> str:
    effects = (*move.effects.values(), *(choice.effects.values() if choice else ()))
    moved = {each.track for some in effects for each in some}
    tags = move.tags | (choice.tags if choice else frozenset())
    actors = {actor for event in move.events for actor in event.targets}
    actors |= {*choice.targets} if choice else set()
    texts = [
        move_words(scenario, move.id, choice.id if choice else ""),
        move.summary,
        *(scenario.tag_names.get(tag, tag) for tag in sorted(tags)),
        *(scenario.actor_name(actor) for actor in sorted(actors)),
        *(cell_name(scenario, track) for track in sorted(moved)),
    ]
    return with_everyday_words(sought_in(texts), scenario.search)
