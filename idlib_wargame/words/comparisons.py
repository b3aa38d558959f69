"""What a comparison asks, as whole sentences: one for each sign, in numbers or in words alone."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.signs import closed
from idlib_wargame.words.situation import level_words


def must_be(name: str, op: str, bound: int, now: int, numbers: bool = True) -> Clause:
    """ "Stage of the talks must be 2 or more, and is 1", or "must be higher than it is"."""
    op, bound = closed(op, bound)
    if not numbers:
        return _must_move(name, op, bound, now)
    return Clause.of(_asked(op), name=name, bound=plain(bound), now=plain(now))


def _must_move(name: str, op: str, bound: int, now: int) -> Clause:
    """Which way it would have to move; where it stands as asked, that it must stay."""
    if (op == ">=" and now < bound) or (op == "==" and now < bound):
        return Clause.of(_("{name} must be higher than it is"), name=name)
    if (op == "<=" and now > bound) or (op == "==" and now > bound):
        return Clause.of(_("{name} must be lower than it is"), name=name)
    if op == "!=" and now == bound:
        return Clause.of(_("{name} must be other than it is"), name=name)
    return Clause.of(_("{name} must stay about where it is"), name=name)


def must_compare(
    name: str, op: str, other: str, now: int, beside: int, numbers: bool = True
) -> Clause:
    """One name held against another: "Calm must be more than “Anger” (2), and is 1"."""
    if not numbers:
        return Clause.of(_compared(op), name=name, other=other)
    return Clause.of(_asked(op), name=name, bound=_beside(other, beside), now=plain(now))


def _beside(name: str, now: int) -> str:
    return fill(_("“{name}” ({now})"), name=name, now=plain(now))


def _compared(op: str) -> str:
    match op:
        case ">=":
            return _("{name} must be as high as “{other}”, or higher")
        case "<=":
            return _("{name} must be as low as “{other}”, or lower")
        case ">":
            return _("{name} must be higher than “{other}”")
        case "<":
            return _("{name} must be lower than “{other}”")
        case "==":
            return _("{name} must be just as high as “{other}”")
    return _("{name} must be higher or lower than “{other}”")


def must_reach(track: Track, op: str, bound: int, now: int, exact: bool = False) -> Clause:
    """The same of a track with levels: "Calm must be “quiet” or more, and is “tense”".

    ``exact`` adds its figures: "must be 5 or more (quiet), and is 4 (tense)". Where both values
    have one level, its word would seem to say that they are the same.
    """
    op, bound = closed(op, bound)
    wanted, found = level_words(track, bound), level_words(track, now)
    if wanted == found:
        return (
            _within_a_level(track, op, bound, now, found)
            if not exact
            else must_be(track.name, op, bound, now)
        )
    return Clause.of(
        _asked_of_levels(op) if exact else _level_asked(op),
        name=track.name,
        bound=plain(bound),
        level=wanted,
        now=plain(now),
        level_now=found,
    )


def _within_a_level(track: Track, op: str, bound: int, now: int, level: str) -> Clause:
    places = {"name": track.name, "level": level}
    if now < bound and op in (">=", "=="):
        return Clause.of(_("{name} is “{level}”, and must be a little higher"), **places)
    if now > bound and op in ("<=", "=="):
        return Clause.of(_("{name} is “{level}”, and must be a little lower"), **places)
    if op == "!=":
        return Clause.of(_("{name} is “{level}”, and must be a little higher or lower"), **places)
    return Clause.of(_("{name} is “{level}”, and must stay so"), **places)


def added_up(names: list[tuple[int, str]]) -> str:
    """ "Calm plus Anger": names with their signs, those that are added before the others."""
    joined = ""
    for sign, name in sorted(names, reverse=True, key=lambda each: each[0]):
        if not joined:
            joined = name if sign > 0 else fill(_("minus {name}"), name=name)
        elif sign > 0:
            joined = fill(_("{sum} plus {name}"), sum=joined, name=name)
        else:
            joined = fill(_("{sum} minus {name}"), sum=joined, name=name)
    return joined


def must_be_turn(op: str, bound: int, now: int) -> Clause:
    """ "It must be turn 3 or later, and is turn 1"."""
    op, bound = closed(op, bound)
    match op:
        case ">=":
            said = _("it must be turn {turn} or later, and it is turn {now}")
        case "<=":
            said = _("it must be turn {turn} or earlier, and it is turn {now}")
        case "==":
            said = _("it must be turn {turn}, and it is turn {now}")
        case _other:
            said = _("it must be another turn than turn {turn}, and it is turn {now}")
    return Clause.of(said, turn=bound, now=now)


def must_have_turns(op: str, bound: int, now: int) -> Clause:
    """ "The exercise must have 6 turns or more, and has 4"."""
    op, bound = closed(op, bound)
    match op:
        case ">=":
            said = ngettext(
                "the exercise must have {count} turn or more, and has {now}",
                "the exercise must have {count} turns or more, and has {now}",
                bound,
            )
        case "<=":
            said = ngettext(
                "the exercise must have {count} turn at most, and has {now}",
                "the exercise must have {count} turns at most, and has {now}",
                bound,
            )
        case "==":
            said = ngettext(
                "the exercise must have {count} turn, and has {now}",
                "the exercise must have {count} turns, and has {now}",
                bound,
            )
        case _other:
            said = ngettext(
                "the exercise must have more or fewer than {count} turn, and has {now}",
                "the exercise must have more or fewer than {count} turns, and has {now}",
                bound,
            )
    return Clause.of(said, count=bound, now=now)


def must_stand_at(
    scenario: Scenario, op: str, bound: int, now: int, numbers: bool = True
) -> Clause:
    """Of the ladder, by its rungs' names: "must stand at “Fighting at sea” or above"."""
    op, bound = closed(op, bound)
    rungs = scenario.rung_by_number
    if bound not in rungs or now not in rungs:
        return must_be(_("Situation ladder"), op, bound, now, numbers)
    match op:
        case ">=":
            said = _("the ladder must stand at “{rung}” or above, and stands at “{rung_now}”")
        case "<=":
            said = _("the ladder must stand at “{rung}” or below, and stands at “{rung_now}”")
        case "==":
            said = _("the ladder must stand at “{rung}”, and stands at “{rung_now}”")
        case _other:
            said = _("the ladder must not stand at “{rung}”, and stands at “{rung_now}”")
    return Clause.of(said, rung=rungs[bound].name, rung_now=rungs[now].name)


def must_still_have(clock: str, op: str, bound: int, now: int) -> Clause:
    """ "At most 4 days must be left until “Harvest home”, and 12 are"."""
    op, bound = closed(op, bound)
    match op:
        case "<=" if bound == 0:
            return Clause.of(_("the day of “{clock}” must have come"), clock=clock)
        case ">=":
            said = ngettext(
                "at least {count} day must be left until “{clock}”, and the days left are {now}",
                "at least {count} days must be left until “{clock}”, and the days left are {now}",
                abs(bound),
            )
        case "<=":
            said = ngettext(
                "at most {count} day must be left until “{clock}”, and the days left are {now}",
                "at most {count} days must be left until “{clock}”, and the days left are {now}",
                abs(bound),
            )
        case "==":
            said = ngettext(
                "{count} day must be left until “{clock}”, and the days left are {now}",
                "{count} days must be left until “{clock}”, and the days left are {now}",
                abs(bound),
            )
        case _other:
            said = ngettext(
                "more or less than {count} day must be left until “{clock}”",
                "more or less than {count} days must be left until “{clock}”",
                abs(bound),
            )
    return Clause.of(said, clock=clock, count=plain(bound), now=plain(now))


def must_wait_until(op: str, day: str) -> Clause:
    """A clock's days in words alone: the date on which so many are left."""
    match closed(op, 0)[0]:
        case ">=":
            return Clause.of(_("it must not be later than {day}"), day=day)
        case "<=":
            return Clause.of(_("it must be {day} or later"), day=day)
        case "==":
            return Clause.of(_("it must be {day}"), day=day)
    return Clause.of(_("it must be another day than {day}"), day=day)


def must_be_lit(group: str, op: str, bound: int, now: int, numbers: bool = True) -> Clause:
    """Of a group of flags: "of “Alarm” at least 2 must be on, and 1 is"."""
    op, bound = closed(op, bound)
    if not numbers:
        up = _("more of “{group}” must be on than now")
        down = _("less of “{group}” must be on than now")
        return Clause.of(up if now < bound else down, group=group)
    match op:
        case ">=":
            said = _("of “{group}” at least {bound} must be on, and on now: {now}")
        case "<=":
            said = _("of “{group}” at most {bound} may be on, and on now: {now}")
        case "==":
            said = _("of “{group}” just {bound} must be on, and on now: {now}")
        case _other:
            said = _("of “{group}” more or fewer than {bound} must be on, and on now: {now}")
    return Clause.of(said, group=group, bound=plain(bound), now=plain(now))


def must_be_met(clause: str, op: str, bound: int, now: int, numbers: bool = True) -> Clause:
    """Of a clause of an agreement, whose score says how far it is carried out."""
    op, bound = closed(op, bound)
    if numbers or op in ("==", "!="):
        return must_be(clause, op, bound, now, numbers)
    if op == ">=":
        return Clause.of(_("“{clause}” must be carried out further than it is"), clause=clause)
    return Clause.of(_("“{clause}” must be carried out less far than it is"), clause=clause)


def _asked(op: str) -> str:
    match op:
        case ">=":
            return _("{name} must be {bound} or more, and is {now}")
        case "<=":
            return _("{name} must be {bound} or less, and is {now}")
        case ">":
            return _("{name} must be more than {bound}, and is {now}")
        case "<":
            return _("{name} must be less than {bound}, and is {now}")
        case "==":
            return _("{name} must be {bound}, and is {now}")
    return _("{name} must be other than {bound}, and is {now}")


def _asked_of_levels(op: str) -> str:
    match op:
        case ">=":
            return _("{name} must be {bound} or more ({level}), and is {now} ({level_now})")
        case "<=":
            return _("{name} must be {bound} or less ({level}), and is {now} ({level_now})")
        case "==":
            return _("{name} must be {bound} ({level}), and is {now} ({level_now})")
    return _("{name} must be other than {bound} ({level}), and is {now} ({level_now})")


def _level_asked(op: str) -> str:
    match op:
        case ">=":
            return _("{name} must be “{level}” or more, and is “{level_now}”")
        case "<=":
            return _("{name} must be “{level}” or less, and is “{level_now}”")
        case "==":
            return _("{name} must be “{level}”, and is “{level_now}”")
    return _("{name} must be other than “{level}”, and is “{level_now}”")
