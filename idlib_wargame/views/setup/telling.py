"""A plan as it is told: what is played, what happens now, and who plays whom."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.variants import Option, Start
from idlib_wargame.rules.variants import lengths
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.arranging import arrangement_of, host_of, seat_counts
from idlib_wargame.views.setup.day import whole_day
from idlib_wargame.views.setup.free_orders import told
from idlib_wargame.views.setup.plan import Plan, short_fingerprint
from idlib_wargame.words import setting_up
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.lists import facts


def turns_offered(scenario: Scenario) -> tuple[int, ...]:
    """The lengths to choose from, the pack's own among them."""
    return lengths(scenario)


def facts_of(scenario: Scenario) -> str:
    """How many people, and of the day that is proposed how many turns and how long: one line."""
    turns, minutes = whole_day(scenario)
    said = (
        setting_up.seats_words(seat_counts(scenario)),
        setting_up.turns_words(scenario, turns),
        setting_up.duration_words(minutes),
        setting_up.also_in_words([each for each in lengths(scenario) if each != turns]),
    )
    return facts([part for part in said if part])


def overruled(plan: Plan, option: Option) -> list[str]:
    """The names of clocks and tracks that an option would set but the starting point does."""
    start = _start_of(plan)
    if start is None:
        return []
    settings = [choice.setting for choice in option.choices]
    clocks = {clock for each in settings for clock in each.clocks if clock in start.setting.clocks}
    tracks = {track for each in settings for track in each.tracks if track in start.setting.tracks}
    return [
        *(clock.name for clock in plan.scenario.clocks if clock.id in clocks),
        *(track.name for track in plan.scenario.tracks if track.id in tracks),
    ]


def what_is_played(plan: Plan) -> list[str]:
    """What the facilitator settled about the exercise, a plain sentence or two a thing."""
    scenario = plan.scenario
    said = [_start_told(plan)] if scenario.starts else []
    said += [_option_told(plan, option) for option in scenario.options]
    said.append(setting_up.how_long_words(scenario, plan.played, plan.whole))
    if plan.arrangement:
        arrangement = arrangement_of(scenario, plan.arrangement)
        shared = setting_up.shared_out_words(arrangement.name)
        said.append(
            setting_up.two_sentences(shared, setting_up.arrangement_words(scenario, arrangement))
        )
    if free := told(scenario, plan.free_orders):
        said.append(free)
    return said


def _start_told(plan: Plan) -> str:
    start = _start_of(plan)
    if start is None:
        return setting_up.own_start_words(plan.scenario.start)
    return setting_up.two_sentences(
        setting_up.start_words(start.name), " ".join(start.summary.split())
    )


def _option_told(plan: Plan, option: Option) -> str:
    choice = next(each for each in option.choices if each.id == plan.options[option.id])
    said = setting_up.option_words(option.name, choice.name)
    return setting_up.two_sentences(said, setting_up.overruled_words(overruled(plan, option)))


def what_happens(plan: Plan) -> Iterator[str]:
    """When the day would be over, then what beginning does, a line a thing, in order."""
    yield from plan.day_told
    if plan.path:
        yield setting_up.file_words(plan.path.name, str(plan.path.parent))
    else:
        yield setting_up.in_memory_words()
    yield setting_up.decided_words(plan.method, short_fingerprint(plan.fingerprint))
    yield setting_up.desk_opens_words()
    yield setting_up.pin_words(bool(plan.pin))
    if plan.seat_pins:
        yield setting_up.everybody_sets_words()
    if plan.handling:
        yield setting_up.handling_words(plan.handling)
    phase = plan.played.phases[0]
    yield setting_up.first_phase_words(plan.turns, phase, plan.day.minutes.get(phase, 0))


def who_plays(plan: Plan, seating: Seating) -> str:
    """Who plays a seat, on one line."""
    if host := host_of(seating):
        return setting_up.with_words(plan.played.seat_by_id[host].name)
    if seating.habit:
        habit = plan.scenario.habit_by_id.get(seating.habit)
        return setting_up.habit_words(habit_name(habit) if habit else "")
    if seating.played_by == "control":
        return setting_up.control_words(seating.people)
    return setting_up.people_words(seating.people)


def seating_words(plan: Plan) -> str:
    """Who plays, counted: "4 by people · 2 by habit". Seats that go with another do not count."""
    seat_by_id = plan.played.seat_by_id
    seats = [s for s in plan.seating if not seat_by_id[s.seat].control and not host_of(s)]
    people = sum(1 for s in seats if s.played_by == "person")
    habits = sum(1 for s in seats if s.habit)
    return setting_up.players_words(people, habits, len(seats) - people - habits)


def _start_of(plan: Plan) -> Start | None:
    return next((each for each in plan.scenario.starts if each.id == plan.start), None)
