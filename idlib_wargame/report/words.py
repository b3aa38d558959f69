"""Tracks, odds, effects, conditions and refusals in words for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from idlib_wargame.rules.expressions import (
    AnyOf,
    Comparison,
    Condition,
    Not,
    Sum,
    compile_test,
    parts_of,
)
from idlib_wargame.rules.layout import Count, State
from idlib_wargame.rules.odds import chance_of_success
from idlib_wargame.rules.orders import Odds, Refusal
from idlib_wargame.rules.result import Card, EffectLine, Fired
from idlib_wargame.rules.scenario import Scenario, Track

Known = Callable[[str], bool]
COMPARED = {
    ">=": "{} or more",
    "<=": "{} or less",
    ">": "more than {}",
    "<": "less than {}",
    "==": "{} exactly",
    "!=": "anything but {}",
}
# The comparison that holds when another does not.
OPPOSITE = {">=": "<", "<=": ">", ">": "<=", "<": ">=", "==": "!=", "!=": "=="}
NOT_TOLD = "the situation does not allow it yet"
SOME = frozenset({("!=", 0), (">=", 1), (">", 0)})
NONE = frozenset({("==", 0), ("<", 1), ("<=", 0)})


def signed(number: int) -> str:
    """+2, −1 or 0, with a real minus sign."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def plain(number: int) -> str:
    """2, −1 or 0, with a real minus sign."""
    return f"−{-number}" if number < 0 else str(number)


def counted(number: int, one: str, many: str) -> str:
    """``1 order``, ``2 orders``."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """``Astra``, ``Astra and Borea``, ``Astra, Borea and Caldis``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def audience_words(scenario: Scenario, to: Sequence[str]) -> str:
    """Whom a message is for: "all seats", or the actors by name."""
    return listed([scenario.actor_name(actor) for actor in to]) if to else "all seats"


def level_words(track: Track, value: int) -> str:
    """The level a value reaches: "strained"; empty for a track without levels."""
    reached = [level.words for level in track.levels if level.at_least <= value]
    return reached[-1] if reached else ""


def scale_words(track: Track, value: int) -> str:
    """The value on its scale: "4 of 10", "+2 (−5 to +5)" or "320 thousand people"."""
    if track.unit:
        return f"{plain(value)} {track.unit}"
    if track.low < 0:
        return f"{signed(value)} ({signed(track.low)} to {signed(track.high)})"
    return f"{value} of {track.high}"


def reading(track: Track, value: int, numbers: bool = True) -> str:
    """A track as people read it: "strained · 4 of 10", or in words alone."""
    words = level_words(track, value)
    if not words:
        return scale_words(track, value)
    return f"{words} · {scale_words(track, value)}" if numbers else words


def cell_name(scenario: Scenario, name: str) -> str:
    """The name of a track, clock, flag or count for people."""
    track = scenario.track_by_id.get(name)
    if track:
        return track.name
    kind, _, rest = name.partition(".")
    if kind == "days_left":
        return next(f"{clock.name}: days left" for clock in scenario.clocks if clock.id == rest)
    if kind == "flag":
        return next(flag.name for flag in scenario.flags if flag.id == rest)
    if kind == "lit":
        return scenario.flag_groups[rest]
    if kind == "clause":
        return next(clause.name for clause in scenario.clauses if clause.id == rest)
    if kind == "inject":
        return scenario.inject_by_id[rest].title
    count = Count.from_name(name)
    if count:
        return _count_name(scenario, count)
    return {
        "turn": "Turn",
        "turns": "Number of turns",
        "even_turn": "Even turn",
        "rung": "Situation ladder",
    }[name]


def _count_name(scenario: Scenario, count: Count) -> str:
    move = scenario.move_by_id.get(count.what)
    what = f"“{move.name}”" if move else count.what.replace("_", " ")
    by = f" by {scenario.actor_name(count.seat)}" if count.seat else ""
    result = " that succeeded" if count.at_least is not None else ""
    when = {
        "ordered": "ordered this turn",
        "turn": "this turn",
        "last": "last turn",
        "total": "so far",
    }[count.scope]
    return f"Orders of {what}{by}{result} {when}"


def effect_words(scenario: Scenario, line: EffectLine) -> str:
    """ "Calm on the bank −2", and what cut it: "(asked −3: at most −2 in one turn)"."""
    words = f"{cell_name(scenario, line.track)} {signed(line.through)}"
    if line.through != line.asked:
        return f"{words} (asked {signed(line.asked)}: {line.limit})"
    return f"{words} ({line.limit})" if line.limit else words


def fired_words(fired: Fired) -> str:
    """ "+1 Moscow and Ankara are on good terms"."""
    return f"{signed(fired.shift)} {fired.why}"


def odds_detail(odds: Odds | Card) -> str:
    """What stands behind the word: "7+ on two dice, 58%"."""
    return f"{odds.need}+ on two dice, {round(100 * chance_of_success(odds.need))}%"


def day_words(day: date) -> str:
    """A day: "12 Mar 2020"."""
    return f"{day.day} {day:%b %Y}"


def dates(scenario: Scenario, turn: int) -> str:
    """A turn's dates: "9–15 Feb 2020", "26 Jan – 1 Feb 2020"."""
    first, last = scenario.first_day(turn), scenario.last_day(turn)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"


def move_words(scenario: Scenario, move: str, choice: str = "") -> str:
    """A move by name, with its choice: "Open a ground: the northern"."""
    row = scenario.move_by_id[move]
    chosen = row.choice(choice)
    return f"{row.name}: {chosen.name}" if chosen else row.name


def condition_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> str:
    """What a condition asks, with how things stand: "Stage of the talks must be 2 or more (now 1)".

    What the reader may not know is not named.
    """
    match condition:
        case Comparison(left, op, right) if not right.names:
            return _comparison_words(
                scenario, left, op, right.constant - left.constant, state, known
            )
        case Not(Comparison(left, op, right)) if not right.names:
            bound = right.constant - left.constant
            return _comparison_words(scenario, left, OPPOSITE[op], bound, state, known)
        case AnyOf(parts):
            ways = [condition_words(scenario, part, state, known) for part in parts]
            return NOT_TOLD if NOT_TOLD in ways else " or ".join(ways)
        case Comparison(left, op, right) if len(left.names) == len(right.names) == 1:
            mine, theirs = left.names[0][1], right.names[0][1]
            if mine.startswith("inject.") and (op, theirs) == ("==", "turn") and known(mine):
                return f"“{cell_name(scenario, mine)}” must be sent in the same turn"
            if known(mine) and known(theirs):
                name = cell_name(scenario, theirs)
                wanted = COMPARED[op].format(f"“{name}” ({plain(state[theirs])})")
                return f"{cell_name(scenario, mine)} must be {wanted}, and is {plain(state[mine])}"
    return NOT_TOLD


def _comparison_words(
    scenario: Scenario, left: Sum, op: str, bound: int, state: State, known: Known
) -> str:
    names = [name for _, name in left.names]
    if not names or not all(known(name) for name in names):
        return NOT_TOLD
    now = sum(sign * state[name] for sign, name in left.names)
    if len(names) > 1:
        joined = " plus ".join(cell_name(scenario, name) for name in names)
        return f"{joined} must be {COMPARED[op].format(plain(bound))}, and is {plain(now)}"
    name, track = cell_name(scenario, names[0]), scenario.track_by_id.get(names[0])
    if track and track.levels:
        wanted = f"{COMPARED[op].format(plain(bound))} ({level_words(track, bound)})"
        return f"{name} must be {wanted}, and is {plain(now)} ({level_words(track, now)})"
    some, none = (op, bound) in SOME, (op, bound) in NONE
    if names[0].startswith("flag.") and (some or none):
        return f"“{name}” must {'hold' if some else 'not hold'}"
    if names[0].startswith("inject.") and (some or none):
        return f"“{name}” must {'not ' if none else ''}have been sent"
    if Count.from_name(names[0]) and (some or none):
        return f"there must be {'' if some else 'no '}{name[0].lower()}{name[1:]}"
    return f"{name} must be {COMPARED[op].format(plain(bound))}, and is {plain(now)}"


def unmet_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> str:
    """The parts of a condition that fail, as one sentence without its full stop."""
    failing = [
        condition_words(scenario, part, state, known)
        for part in parts_of(condition)
        if not compile_test(part, state.layout.index)(state.row)
    ]
    return "; ".join(dict.fromkeys(failing))


def refusal_words(
    scenario: Scenario, refusal: Refusal, state: State, known: Known = lambda _: True
) -> str:
    """Why an order may not be sealed, and what would do: one sentence."""
    order = refusal.order
    move = scenario.move_by_id.get(order.move)
    name = f"“{move.name}”" if move else f"“{order.move}”"
    seat = scenario.seat_by_id.get(order.seat)
    match refusal.kind:
        case "needs" | "choice_needs" if refusal.unmet is not None:
            return f"{name} is not open: {unmet_words(scenario, refusal.unmet, state, known)}."
        case "not_yours" if move and seat:
            return f"{name} is not a move of {seat.name}."
        case "at_itself" if seat:
            return f"{name} cannot be aimed at {seat.name} by {seat.name}."
        case "seat":
            return f"There is no seat “{order.seat}” in this exercise."
        case "move":
            return f"There is no move “{order.move}” in this pack."
        case "choice" if move and move.choices:
            ways = ", ".join(choice.name for choice in move.choices)
            return f"{name} needs a choice: {ways}."
        case "choice":
            return f"{name} has no choice “{order.choice}”."
        case "twice":
            return f"{name} stands there twice; once is enough."
        case "too_many":
            most = counted(refusal.bound, "order", "orders")
            return f"{name} is one too many: a seat has {most} a turn."
        case "table_full" if move:
            table = scenario.table_by_id[move.table].name.lower()
            most = counted(refusal.bound, "order", "orders")
            return f"{name} is one too many: of {table}, a seat has {most} a turn."
    return f"{name} cannot be ordered now."
