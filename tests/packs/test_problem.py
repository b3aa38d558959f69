"""A problem of a pack as one line, whatever its author wrote and in whatever language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.words.language import _
from idlib_wargame.words.languages import ENGLISH, MIRRORED, use_language

TURNED = "\u202egnp.\u202c"


@pytest.fixture
def mirrored() -> Iterator[None]:
    """The screen reads from the right."""
    use_language(MIRRORED)
    yield
    use_language(ENGLISH)


def test_our_own_marks_of_direction_stay(mirrored: None) -> None:
    """A language read from the right needs them; none is shown as a letter that is missing."""
    problem = Problem("tracks.yaml", 3, 5, _("a list"), _("text"))
    assert _("a list") in problem.sentence
    assert "\ufffd" not in problem.sentence


def test_an_authors_marks_do_not(mirrored: None) -> None:
    """A name could turn the rest of the line around."""
    problem = Problem(f"a{TURNED}.yaml", 3, 5, quoted(f"x{TURNED}"), _("text"), f"y{TURNED}")
    assert TURNED not in problem.sentence
    assert problem.sentence.count("\ufffdgnp.\ufffd") == 3
