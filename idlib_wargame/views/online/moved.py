"""Where somebody sits by now who was taken from the seat where they came in."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import sitter_of
from idlib_wargame.views.online.who import Who


class Moved(NamedTuple):
    """``seat`` is "" while nobody sits anywhere by their name, or several do. ``leads`` says that
    they sit there and their page opens by itself: nobody sat there by their name as they were
    taken away.

    ``instead`` are those who came to their ``last`` seat as they were taken from it: one of them
    may be they, by another spelling.
    """

    last: str
    seat: str = ""
    leads: bool = False
    instead: tuple[str, ...] = ()


def moved_since(play: Play, was: Who, came: int) -> Moved | None:
    """Where they sit who came in by that entry; None where they have come in anew since, or may
    not come back by it: then nothing tells that whoever asks is they.
    """
    person = told_apart_by(was.person)
    found = [
        seat
        for (seat, name), sitter in play.sitters.items()
        if name == person and came and sitter.came == came
    ]
    if not found:
        return None
    sitter = sitter_of(play, found[0], person)
    if same_in(play.setup.of(found[0]).people, person) is not None:
        return Moved(found[0], found[0], sitter.seated > sitter.left)
    here = play.setup.of(found[0]).people
    instead = (each for each in here if sitter_of(play, found[0], each).seated == sitter.left)
    named = [each.seat for each in play.setup.seating if same_in(each.people, person) is not None]
    return Moved(found[0], named[0] if len(named) == 1 else "", instead=tuple(instead))
