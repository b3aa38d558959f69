"""A sequence that shares its elements with those it came from reads as if it had its own."""

from __future__ import annotations

from idlib_wargame.session.grown import Grown


def test_what_grew_from_it_since_is_not_in_it() -> None:
    """Whichever way it is gone through, it ends where it ended, also once others went on."""
    short = Grown("ab")
    longer, other = short.plus("c").plus("d"), short.plus("x")
    assert (list(short), list(reversed(short)), short[-1]) == (["a", "b"], ["b", "a"], "b")
    assert (list(longer), list(reversed(longer))) == (list("abcd"), list("dcba"))
    assert (list(other), other[1:], other == tuple("abx"), other == longer) == (
        list("abx"),
        ("b", "x"),
        True,
        False,
    )


def test_nothing_is_read_of_what_comes_while_it_is_gone_through() -> None:
    """A view may be made while an act is told."""
    grown = Grown("ab")
    read = iter(grown)
    grown.plus("c")
    assert list(read) == ["a", "b"]
