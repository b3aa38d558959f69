"""What a designer wants the play of a pack to come to, and the figures behind each verdict."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.words.figures import fine_percent, percent, shortest
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, either, series


def is_likeliest(run: str, ending: str) -> str:
    """The goal that an ending is the likeliest in a run."""
    return fill(_("Under {run}, {ending} is the likeliest ending"), run=run, ending=ending)


def is_at_least(run: str, ending: str, least: float) -> str:
    """The goal that an ending comes about in so many per cent."""
    said = _("Under {run}, {ending} is at least {percent}%")
    return fill(said, run=run, ending=ending, percent=shortest(least))


def leads_somewhere(ending: str) -> str:
    """The goal that an ending is the likeliest in some run."""
    said = _("{ending} is the likeliest ending under some habit or from its own starting point")
    return fill(said, ending=ending)


def at_most_under(share: float, run: str, endings: str, missing: str = "") -> str:
    """Where an ending comes nearest to leading; ``missing`` is a start that the pack lacks."""
    places = {"share": fine_percent(share), "run": run, "endings": endings}
    if not missing:
        return fill(_("at most {share}, under {run} ({endings})"), **places)
    said = _("at most {share}, under {run} ({endings}); the pack has no starting point “{start}”")
    return fill(said, **places, start=missing)


def none_above(run: str, most: float) -> str:
    """The goal that no outcome comes about too often."""
    said = _("Under {run}, no outcome is above {percent}%")
    return fill(said, run=run, percent=shortest(most))


def with_share(name: str, share: float) -> str:
    """An ending, a run or a track with its share: "Well 50.0%"."""
    return fill(_("{name} {figure}"), name=name, figure=fine_percent(share))


def with_id(name: str, id: str) -> str:
    """An ending whose name another shares, told apart by its id."""
    return fill(_("{name} ({id})"), name=name, id=id)


def few_at_limits(run: str, most: float) -> str:
    """The goal that tracks do not pile up at the ends of their scales."""
    said = _(
        "Under {run}, no track ends at a limit in more than {percent}% of sessions "
        "unless the pack says why"
    )
    return fill(said, run=run, percent=shortest(most))


def allowed_at_limit(track: str, share: float, reason: str) -> str:
    """A track that may pile up, and why."""
    said = _("allowed: {track} {share}, as {reason}")
    return fill(said, track=track, share=fine_percent(share), reason=reason)


def at_limits(tracks: Sequence[str]) -> str:
    """The tracks that do, each with its share."""
    return apart(tracks) or _("none does")


def all_moves_seen() -> str:
    """The goal that every move is played and comes out in every way."""
    return _("Every move is played in some session and each of its bands occurs")


def never_played(move: str) -> str:
    """A move that no session saw."""
    return fill(_("{move} never played"), move=move)


def never_a_band(move: str, bands: Sequence[str]) -> str:
    """A move that never came out in some bands."""
    return fill(_("{move} never a {bands}"), move=move, bands=either(bands))


def moves_unseen(moves: Sequence[str]) -> str:
    """The moves that never showed, or not in every band."""
    return apart(moves) or _("all do")


def fewest_moves(moves: int) -> str:
    """The goal that every seat always has a choice."""
    said = ngettext(
        "No seat has fewer than {count} legal move in any turn",
        "No seat has fewer than {count} legal moves in any turn",
        moves,
    )
    return fill(said, count=moves)


def with_count(name: str, count: int) -> str:
    """A seat with a number of moves: "North 6"."""
    return fill(_("{name} {figure}"), name=name, figure=count)


def aims_are_met(run: str, least: float, most: float) -> str:
    """The goal that aims are neither out of reach nor won beforehand."""
    said = _("Under {run}, each seat's private aims are met in {least}–{most}% of sessions")
    return fill(said, run=run, least=shortest(least), most=shortest(most))


def aim_outside(seat: str, aim: str, share: float) -> str:
    """An aim that is met too seldom or too often."""
    return fill(_("{seat}: “{aim}” {share}"), seat=seat, aim=aim, share=fine_percent(share))


def mean_of(seat: str, shares: Sequence[float]) -> str:
    """A seat with the mean share of its aims met; it may have none."""
    if not shares:
        return fill(_("{seat} has none"), seat=seat)
    mean = percent(sum(shares) / len(shares))
    return fill(_("{name} {figure}"), name=seat, figure=mean)


def means_by_seat(outside: Sequence[str], means: Sequence[str]) -> str:
    """The aims outside their bounds, then every seat's mean."""
    by_seat = fill(_("mean by seat: {means}"), means=series(means))
    return apart([*outside, by_seat])
