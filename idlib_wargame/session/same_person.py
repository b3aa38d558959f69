"""Who is the same person, of those who are seated by one name: what is known of them goes along.

Whoever is seated is the one of that name who was taken from that very seat, or else the only one
who was taken from a seat and sits nowhere; where nobody was, or several were, it is somebody new.
Somebody new beside the only one of that name, of whom nobody has seen anything when that one is
taken away, was they all along, added before they were taken off.

What goes along is that they are muted, their PIN, and by which entry they came in last.
"""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Seating, Sitter

Key = tuple[str, str]  # a seat, and what tells a person apart


def sitter_of(play: Play, seat: str, person: str) -> Sitter:
    """What is known of whoever sits there by that name, or did last."""
    return play.sitters.get((seat, told_apart_by(person)), Sitter())


def only_seat_of(play: Play, name: str) -> str:
    """Where the only one of that name sits; "" where nobody does, or it may be another."""
    person = told_apart_by(name)
    found = [seat for seat, _person in _beside(play, ("", person))]
    return found[0] if len(found) == 1 and not _nowhere(play, person) else ""


def with_sitter(play: Play, seat: str, person: str, sitter: Sitter) -> Play:
    """The exercise with that known of them."""
    return replace(play, sitters={**play.sitters, (seat, told_apart_by(person)): sitter})


def reseated(play: Play, now: Seating, number: int) -> Play:
    """The exercise once an entry of that number has people sit so; who left has no page there."""
    was, here = _names(play.setup.of(now.seat)), _names(now)
    for person in sorted(was - here):
        play = _taken_off(play, (now.seat, person), number)
    for person in sorted(here - was):
        play = _seated(play, (now.seat, person), number)
    stays = here or {""}
    joined = {
        key: each for key, each in play.joined.items() if key[0] != now.seat or key[1] in stays
    }
    others = tuple(each for each in play.setup.seating if each.seat != now.seat)
    setup = replace(play.setup, seating=(*others, now))
    return replace(play, joined=joined, setup=setup)


def _names(seating: Seating) -> frozenset[str]:
    return frozenset(map(told_apart_by, seating.people)) - {""}


def _beside(play: Play, key: Key) -> list[Key]:
    """Who sits elsewhere by the same name."""
    seats = (each.seat for each in play.setup.seating if key[1] in _names(each))
    return [(seat, key[1]) for seat in seats if seat != key[0]]


def _nowhere(play: Play, person: str) -> list[Key]:
    """Who was taken from a seat by that name and sits nowhere, by where they sat last."""
    return [
        key
        for key, sitter in play.sitters.items()
        if key[1] == person and sitter.left and person not in _names(play.setup.of(key[0]))
    ]


def _taken_off(play: Play, key: Key, number: int) -> Play:
    """They sit nowhere from now on, or at the seat where they were added before."""
    sitter = play.sitters.get(key, Sitter())
    elsewhere = _beside(play, key)
    added = [
        each
        for each in elsewhere
        if play.sitters.get(each, Sitter()).beside == key[0] and _is_unseen(play, each)
    ]
    if len(added) == 1:
        seated = play.sitters[added[0]].seated
        there = sitter._replace(seated=seated, left=number, beside="")
        return _goes(play, key, added[0], there)
    is_slip = (sitter.beside, key[1]) in elsewhere and _is_unseen(play, key)
    if is_slip and (key not in play.muted or (sitter.beside, key[1]) in play.muted):
        return _forgotten(play, key)
    return replace(play, sitters={**play.sitters, key: sitter._replace(left=number)})


def _seated(play: Play, key: Key, number: int) -> Play:
    nowhere, elsewhere = _nowhere(play, key[1]), _beside(play, key)
    known = [key] if key in nowhere else nowhere
    if len(known) == 1:
        sitter = play.sitters[known[0]]._replace(seated=number, beside="")
        is_elsewhere_too = known[0] != key and not play.muted.isdisjoint(elsewhere)
        play = _goes(play, known[0], key, sitter)
        # Muted where they still sit, if it is they: nobody acts again by being moved.
        return replace(play, muted=play.muted | {key}) if is_elsewhere_too else play
    may_be = nowhere or elsewhere
    # Of several it may be the muted one, who must not act by being moved; the facilitator sees it.
    is_muted = not play.muted.isdisjoint(nowhere) or (
        bool(may_be) and play.muted.issuperset(may_be)
    )
    beside = elsewhere[0][0] if len(may_be) == len(elsewhere) == 1 else ""
    play = _forgotten(play, key)
    muted = play.muted | {key} if is_muted else play.muted
    return replace(
        play, muted=muted, sitters={**play.sitters, key: Sitter(seated=number, beside=beside)}
    )


def _is_unseen(play: Play, key: Key) -> bool:
    """Whether nobody has come in as them, and they have no PIN and never had."""
    told = same_in(play.pins.get(key[0], {}), key[1])
    return told is None and key not in play.joined and not play.sitters.get(key, Sitter()).came


def _goes(play: Play, from_: Key, to: Key, sitter: Sitter) -> Play:
    """All that is known of somebody goes from one seat to the next."""
    if from_ == to:
        return replace(play, sitters={**play.sitters, to: sitter})
    pins = play.pins.get(from_[0], {})
    told = same_in(pins, from_[1])
    is_muted = from_ in play.muted or to in play.muted
    state = pins[told] if told is not None else None
    play = _forgotten(_forgotten(play, from_), to)
    if told is not None and state is not None:
        there = {**play.pins.get(to[0], {}), told: state}
        play = replace(play, pins={**play.pins, to[0]: there})
    muted = play.muted | {to} if is_muted else play.muted
    return replace(play, muted=muted, sitters={**play.sitters, to: sitter})


def _forgotten(play: Play, key: Key) -> Play:
    """Nothing is known of anybody there by that name."""
    pins = dict(play.pins.get(key[0], {}))
    if (told := same_in(pins, key[1])) is not None:
        del pins[told]
        play = replace(play, pins={**play.pins, key[0]: pins})
    sitters = {each: sitter for each, sitter in play.sitters.items() if each != key}
    return replace(play, sitters=sitters, muted=play.muted - {key})
