"""A plan in words: how long it is, what is played, what happens now, and who plays whom."""

from __future__ import annotations

from datetime import date

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.pack.variants import Option, Start
from idlib_wargame.session.play import Seating
from idlib_wargame.views.setup.arranging import (
    arrangement_of,
    arrangement_words,
    host_of,
    listed,
    seat_counts,
)
from idlib_wargame.views.setup.plan import Plan, short_fingerprint
from idlib_wargame.words.methods import method_words

_UNBROKEN = "\u00a0"


def turns_offered(scenario: Scenario) -> tuple[int, ...]:
    """The lengths to choose from, the pack's own among them."""
    return tuple(sorted({*scenario.turn_options, scenario.turns}))


def turns_words(scenario: Scenario, turns: int) -> str:
    """A length as people read it: "4 turns of 14 days"."""
    days = scenario.days_by_turns.get(turns, scenario.turn_days)
    return f"{_count(turns, 'turn')} of {_count(days, 'day')}"


def duration_words(scenario: Scenario, turns: int) -> str:
    """How long so many turns take by the pack's minutes: "about 6 h 40 min"; "" where unknown."""
    minutes = turns * sum(scenario.minutes.get(phase, 0) for phase in scenario.phases)
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return "about " + " ".join(part for part in parts if part)


def days_words(played: Scenario) -> str:
    """The days that a scenario covers as it is played: "3 Mar to 27 Apr 2031"."""
    first, last = played.first_day(1), played.last_day(played.turns)
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%b}{year} to {last.day} {last:%b %Y}"


def length_words(played: Scenario) -> str:
    """The days that are covered, and how long they take to play."""
    parts = (days_words(played), duration_words(played, played.turns))
    return " · ".join(part for part in parts if part)


def facts_of(scenario: Scenario) -> str:
    """How many people, how many turns and how long, on one line."""
    *others, most = seat_counts(scenario)
    seats = _count(most, "seat")
    parts = [
        f"{', '.join(str(count) for count in others)} or {seats}" if others else seats,
        turns_words(scenario, scenario.turns),
        duration_words(scenario, scenario.turns),
    ]
    return " · ".join(part for part in parts if part)


def own_start(scenario: Scenario) -> tuple[str, str]:
    """The pack's own starting point: its name, and a line that says what it is."""
    return "As the pack begins", f"{long_date(scenario.start)}, with nothing changed."


def overruled(plan: Plan, option: Option) -> str:
    """A sentence naming what an option would set but the starting point does; "" for nothing."""
    start = _start_of(plan)
    if start is None:
        return ""
    settings = [choice.setting for choice in option.choices]
    clocks = [
        clock.name
        for clock in plan.scenario.clocks
        if clock.id in start.setting.clocks and any(clock.id in each.clocks for each in settings)
    ]
    tracks = [
        track.name
        for track in plan.scenario.tracks
        if track.id in start.setting.tracks and any(track.id in each.tracks for each in settings)
    ]
    if not clocks + tracks:
        return ""
    follow = "follows" if len(clocks + tracks) == 1 else "follow"
    named = listed([f"“{name}”" for name in clocks + tracks])
    return f"{named} {follow} the starting point all the same."


def what_is_played(plan: Plan) -> list[str]:
    """What the facilitator settled about the exercise, a plain sentence a thing."""
    scenario = plan.scenario
    sentences = []
    if scenario.starts:
        sentences.append(_start_sentence(plan))
    for option in scenario.options:
        choice = next(each for each in option.choices if each.id == plan.options[option.id])
        note = overruled(plan, option)
        sentences.append(f"“{option.name}” is set to “{choice.name}”. {note}".strip())
    time = duration_words(plan.played, plan.turns).replace(" ", _UNBROKEN)
    sentences.append(
        f"There are {turns_words(scenario, plan.turns)}, from {days_words(plan.played)}"
        f"{f', which take {time}' if time else ''}."
    )
    if plan.arrangement:
        arrangement = arrangement_of(scenario, plan.arrangement)
        words = arrangement_words(scenario, arrangement)
        sentences.append(f"The seats are shared out as “{arrangement.name}”. {words}")
    return sentences


def what_happens(plan: Plan) -> list[str]:
    """What beginning does, a line a thing, in order."""
    played = plan.played
    where = (
        f"A new file, {plan.path.name}, is made in {plan.path.parent}."
        if plan.path
        else "The exercise is kept in memory until you save it."
    )
    phase = played.phases[0]
    minutes = played.minutes.get(phase)
    time = f", {minutes} minutes" if minutes else ""
    fingerprint = short_fingerprint(plan.fingerprint)
    dice = f" The fingerprint of the dice, {fingerprint}, is recorded before turn 1."
    return [
        f"{where} Every change is written to it at once.",
        f"{method_words(plan.method)}.{dice if plan.method != 'expected' else ''}",
        "The desk opens. From it you open a window for each seat, on this screen or another.",
        f"Turn 1 of {plan.turns} starts with {phase}{time}.",
    ]


def who_plays(plan: Plan, seating: Seating) -> str:
    """Who plays a seat, on one line."""
    host = host_of(seating)
    if host:
        return f"With {plan.played.seat_by_id[host].name}"
    if seating.habit:
        habit = plan.scenario.habit_by_id.get(seating.habit)
        return f"Habit: {habit.name}" if habit else "A habit"
    people = listed(seating.people)
    if seating.played_by == "control":
        return f"Control: {people}" if people else "Control"
    return people or "People, no names yet"


def orders_words(scenario: Scenario, seat: Seat) -> str:
    """What a seat that shares an actor with others may order; "" for a seat of its own."""
    if not seat.part_of:
        return ""
    orders = f"{_count(scenario.orders_of(seat.id), 'order')} a turn"
    tables = ", ".join(scenario.table_by_id[table].name for table in seat.tables)
    return " · ".join(part for part in (orders, tables) if part)


def seating_words(plan: Plan) -> str:
    """Who plays, counted: "4 by people · 2 by habit". Seats that go with another do not count."""
    seat_by_id = plan.played.seat_by_id
    seats = [s for s in plan.seating if not seat_by_id[s.seat].control and not host_of(s)]
    people = sum(1 for s in seats if s.played_by == "person")
    habits = sum(1 for s in seats if s.habit)
    control = len(seats) - people - habits
    parts = [
        f"{people} by people" if people else "",
        f"{habits} by habit" if habits else "",
        f"{control} by control" if control else "",
    ]
    return " · ".join(part for part in parts if part)


def long_date(day: date) -> str:
    """A day as people write it: "26 January 2020"."""
    return f"{day.day} {day:%B %Y}"


def _start_of(plan: Plan) -> Start | None:
    return next((each for each in plan.scenario.starts if each.id == plan.start), None)


def _start_sentence(plan: Plan) -> str:
    start = _start_of(plan)
    if start is None:
        return f"The starting point is the pack’s own, on {long_date(plan.scenario.start)}."
    return f"The starting point is “{start.name}”. {_line(start.summary)}".strip()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _line(text: str) -> str:
    return " ".join(text.split())
