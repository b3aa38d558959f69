"""What a comparison asks, as whole sentences: one for each sign, and for a track with levels."""

from __future__ import annotations

from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import level_words

# The comparison that holds when another does not.
OPPOSITE = {">=": "<", "<=": ">", ">": "<=", "<": ">=", "==": "!=", "!=": "=="}
# The comparison that says the same when both sides change their sign.
TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}


def must_be(name: str, op: str, bound: str, now: int) -> Clause:
    """ "Stage of the talks must be 2 or more, and is 1"."""
    return Clause.of(_asked(op), name=name, bound=bound, now=plain(now))


def must_reach(track: Track, op: str, bound: int, now: int) -> Clause:
    """The same of a track with levels: "Calm must be 5 or more (quiet), and is 4 (tense)".

    Where both values have one level, its word would seem to say that they are the same.
    """
    wanted, found = level_words(track, bound), level_words(track, now)
    if wanted == found:
        return must_be(track.name, op, plain(bound), now)
    return Clause.of(
        _asked_of_levels(op),
        name=track.name,
        bound=plain(bound),
        level=wanted,
        now=plain(now),
        level_now=found,
    )


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
            return _("{name} must be {bound} exactly, and is {now}")
    return _("{name} must be anything but {bound}, and is {now}")


def _asked_of_levels(op: str) -> str:
    match op:
        case ">=":
            return _("{name} must be {bound} or more ({level}), and is {now} ({level_now})")
        case "<=":
            return _("{name} must be {bound} or less ({level}), and is {now} ({level_now})")
        case ">":
            return _("{name} must be more than {bound} ({level}), and is {now} ({level_now})")
        case "<":
            return _("{name} must be less than {bound} ({level}), and is {now} ({level_now})")
        case "==":
            return _("{name} must be {bound} exactly ({level}), and is {now} ({level_now})")
    return _("{name} must be anything but {bound} ({level}), and is {now} ({level_now})")
