"""What many rehearsals tell of a pack, in sentences: endings, tracks, seats, aims, better moves."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.moves import Choice, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement
from idlib_wargame.rules.pack.variants import OptionChoice, Start
from idlib_wargame.rules.variants import Variant
from idlib_wargame.words.figures import grouped, plain, rough_percent
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.setting_up import turns_count_words


class Topic(StrEnum):
    """What a finding is about, by the word that programs read."""

    ENDINGS = "endings"
    WAYS = "ways"
    MOVES = "moves"
    BETTER_MOVES = "better_moves"
    OTHER_ROWS = "other_rows"
    TRACKS = "tracks"
    SEATS = "seats"
    AIMS = "aims"


def topic_title(topic: Topic) -> str:
    """The topic over its findings."""
    return {
        Topic.ENDINGS: _("Endings"),
        Topic.WAYS: _("Other ways to set it up, under all habits together"),
        Topic.MOVES: _("Moves"),
        Topic.BETTER_MOVES: _("Better moves"),
        Topic.OTHER_ROWS: _("Other rows"),
        Topic.TRACKS: _("Tracks"),
        Topic.SEATS: _("Seats"),
        Topic.AIMS: _("Aims"),
    }[topic]


def run_name(habit: Habit, scenario: Scenario, variant: Variant) -> str:
    """What was played: “Habit”, “Habit” from “Start”, either of them with what else was set up."""
    name, start = habit_name(habit), _named(scenario.starts, variant.start)
    settings = variant_words(scenario, variant._replace(start=""))
    if start and settings:
        said = _("“{habit}” from “{start}” with {settings}")
        return fill(said, habit=name, start=start, settings=settings)
    if start:
        return fill(_("“{habit}” from “{start}”"), habit=name, start=start)
    if settings:
        return fill(_("“{habit}” with {settings}"), habit=name, settings=settings)
    return fill(_("“{name}”"), name=name)


def variant_words(scenario: Scenario, variant: Variant) -> str:
    """How a pack is set up, by what is not its own; "" where all is."""
    said = (
        [fill(_("“{name}”"), name=_named(scenario.starts, variant.start))] if variant.start else []
    )
    for option, choice in variant.options:
        row = next(each for each in scenario.options if each.id == option)
        told = _("“{option}”: “{choice}”")
        said.append(fill(told, option=row.name, choice=_named(row.choices, choice)))
    if variant.turns:
        said.append(turns_count_words(variant.turns))
    if variant.arrangement:
        name = _named(scenario.arrangements, variant.arrangement)
        said.append(fill(_("“{name}”"), name=name))
    return series(said)


def _named(rows: Sequence[Start | OptionChoice | Arrangement], wanted: str) -> str:
    return next((row.name for row in rows if row.id == wanted), "")


def no_outcome() -> str:
    """Where none of the pack's came about, within a sentence."""
    return _("none of the pack's outcomes")


def endings_of_variant(sessions: int, way: str, endings: Sequence[tuple[str, float]]) -> str:
    """Which endings a way to set the pack up comes to, the likeliest first; at least one."""
    said = ngettext(
        "In {count} session with {way}: {endings}.",
        "In {count} sessions with {way}: {endings}.",
        sessions,
    )
    return fill(said, count=grouped(sessions), way=way, endings=series(_with_shares(endings)))


def _with_shares(endings: Sequence[tuple[str, float]]) -> list[str]:
    said = _("{ending} ({share})")
    return [fill(said, ending=ending, share=rough_percent(share)) for ending, share in endings]


def coded_move(move: Move, choice: Choice | None = None) -> str:
    """A move by its code and its name, and by its choice where it has one."""
    name = fill(_("{code} “{move}”"), code=move.code, move=move.name)
    return fill(_("{move} ({choice})"), move=name, choice=choice.name) if choice else name


def process_lost() -> str:
    """That sessions are gone with the process that played them, and what to do."""
    return _(
        "A process that played sessions was ended from outside, perhaps for want of memory. "
        "Close other programs or play fewer sessions, and try again."
    )


def likeliest_endings(run: str, endings: Sequence[tuple[str, float]]) -> str:
    """Which endings a run comes to, the likeliest first, with their shares; at least one."""
    first, *others = _with_shares(endings)
    if not others:
        return fill(_("Under {run} the likeliest ending is {first}."), run=run, first=first)
    template = _("Under {run} the likeliest ending is {first}, then {others}.")
    return fill(template, run=run, first=first, others=listed(others))


def tracks_at_limits(count: int, most: float, run: str) -> str:
    """How many tracks pile up at the ends of their scales, before their names."""
    if not count:
        said = _("No track ends at a limit in more than {share} of sessions under {run}.")
    else:
        said = ngettext(
            "{count} track ends at a limit in more than {share} of sessions under {run}:",
            "{count} tracks end at a limit in more than {share} of sessions under {run}:",
            count,
        )
    return fill(said, count=count, share=rough_percent(most), run=run)


def track_at_limits(track: str, ends: Sequence[tuple[int, float]], either: float) -> str:
    """At which of its ends (value and share of sessions, one or two) a track piles up."""
    places = [(plain(value), rough_percent(share)) for value, share in ends]
    if len(places) == 1:
        [(value, share)] = places
        said = _("“{track}” ends at {value} in {share}")
        return fill(said, track=track, value=value, share=share)
    (low, at_low), (high, at_high) = places
    return fill(
        _("“{track}” ends at {low} in {at_low} and at {high} in {at_high} (at a limit in {share})"),
        track=track,
        low=low,
        at_low=at_low,
        high=high,
        at_high=at_high,
        share=rough_percent(either),
    )


def never_few_moves(few: int) -> str:
    """That every seat always had something to choose from."""
    said = ngettext(
        "No seat was ever left with fewer than {few} move.",
        "No seat was ever left with fewer than {few} moves.",
        few,
    )
    return fill(said, few=few)


def few_moves(seat: str, few: int, share: float, fewest: int, turn: int, run: str) -> str:
    """In what share of its turns a seat had few moves, and when it had the fewest."""
    said = ngettext(
        "{seat} had fewer than {few} move to choose from in {share} of its turns; "
        "the fewest were {fewest}, in turn {turn} under {run}.",
        "{seat} had fewer than {few} moves to choose from in {share} of its turns; "
        "the fewest were {fewest}, in turn {turn} under {run}.",
        few,
    )
    places = {"few": few, "fewest": fewest, "turn": turn}
    return fill(said, seat=seat, share=rough_percent(share), run=run, **places)


def seats_idle(seats: Sequence[str], run: str) -> str:
    """That seats never ordered anything under a habit; at least one seat."""
    return fill(
        _("Under {run} no order was ever given for {seats}: its picks name none that was legal."),
        run=run,
        seats=listed(seats),
    )


def aims_out_of_bounds(found: bool, least: float, most: float, run: str) -> str:
    """Whether aims are met too seldom or too often, before those that are."""
    said = (
        _("Private aims that are not met in between {least} and {most} of sessions under {run}:")
        if found
        else _("Every private aim is met in between {least} and {most} of sessions under {run}.")
    )
    return fill(said, least=rough_percent(least), most=rough_percent(most), run=run)


def aim_met(seat: str, aim: str, share: float) -> str:
    """In what share of sessions an aim is met."""
    return fill(_("{seat}: “{aim}” ({share})"), seat=seat, aim=aim, share=rough_percent(share))


def better_by_the_tables(found: bool) -> str:
    """Whether some moves are always better by the tables, before those that are."""
    if found:
        return _("By the tables, some moves are always better:")
    return _(
        "By the tables no move is always better than another: no two do the same at different "
        "odds or needs."
    )


def does_the_same_better(seat: str, better: str, worse: str) -> str:
    """That a move does what another does, and more easily."""
    said = _("{seat}: {better} does what {worse} does, at better odds or with less needed")
    return fill(said, seat=seat, better=better, worse=worse)


def paying_moves(found: bool) -> str:
    """Whether some moves go with more aims met, before those that do."""
    if not found:
        return _("By results no move pays under every habit: none goes with more private aims met.")
    return _(
        "By results these moves go with more of the seat's private aims met, under every habit in "
        "which they are neither rare nor constant (what goes together need not be cause):"
    )


def move_pays(seat: str, move: str, with_it: float, without: float) -> str:
    """What shares of a seat's aims are met with a move and without it."""
    return fill(
        _(
            "{seat}: {move} ({with_it} of aims met with it, {without} without, "
            "where it gains least)"
        ),
        seat=seat,
        move=move,
        with_it=rough_percent(with_it),
        without=rough_percent(without),
    )
