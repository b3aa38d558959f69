"""What conditions ask of agreements, as sentences: each name asked for, denied and counted."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.names import BARGAINED
from idlib_wargame.rules.state import Layout, State
from idlib_wargame.words.conditions import condition_words
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.situation import cell_name
from tests.conftest import HARBOUR

FULL = load(HARBOUR.with_name("harbour_full"))


def said(condition: str, numbers: bool = True, now: int = 0) -> str:
    """A condition where every name that it reads stands at ``now``."""
    layout = Layout(FULL)
    read = parse(condition)
    layout.names = (*layout.names, *names_in(read))
    layout.index = {name: cell for cell, name in enumerate(layout.names)}
    state = State.from_dict(layout, dict.fromkeys(layout.names, now))
    clause = condition_words(FULL, read, state, lambda name: True, numbers)
    return unmarked(clause.at_start())


@pytest.mark.parametrize(
    ("name", "some", "none"),
    [
        (
            "agreement.astra.borea",
            "An agreement between Astra and Borea must be in force",
            "No agreement between Astra and Borea may be in force",
        ),
        (
            "agreement.quiet_season",
            "“A quiet season” must be in force",
            "“A quiet season” must not be in force",
        ),
        (
            "vague.borea.caldis",
            "An agreement between Borea and Caldis must be vague",
            "No agreement between Borea and Caldis may be vague",
        ),
        (
            "kept.turn",
            "A term of an agreement must have been kept last turn",
            "No term of an agreement may have been kept last turn",
        ),
        (
            "kept.astra",
            "Astra must have kept a term of an agreement",
            "Astra must have kept no term of an agreement",
        ),
        (
            "breached.turn",
            "A term of an agreement must have been broken last turn",
            "No term of an agreement may have been broken last turn",
        ),
        (
            "breached.caldis",
            "Caldis must have broken a term of an agreement",
            "Caldis must have broken no term of an agreement",
        ),
        (
            "declared.turn",
            "An agreement must have been declared over last turn",
            "No agreement may have been declared over last turn",
        ),
        (
            "declared.press",
            "Press must have declared an agreement over",
            "Press must have declared no agreement over",
        ),
    ],
)
def test_what_agreements_come_to_reads_as_a_sentence(name: str, some: str, none: str) -> None:
    """Asked for and denied, in each way of writing it; no number is told of what is or is not."""
    asked, denied = (name, f"{name} >= 1", f"not {name} == 0"), (f"not {name}", f"{name} < 1")
    for numbers in (True, False):
        assert [said(each, numbers) for each in asked] == [some] * 3
        assert [said(each, numbers) for each in denied] == [none] * 2


@pytest.mark.parametrize(
    ("condition", "numbers", "words"),
    [
        (
            "breached.astra >= 2",
            "Terms that Astra broke must be 2 or more, and are 1",
            "Terms that Astra broke must be more than now",
        ),
        (
            "agreement.astra.borea <= 0 - 1",
            "Agreements in force between Astra and Borea must be −1 or fewer, and are 1",
            "Agreements in force between Astra and Borea must be fewer than now",
        ),
        (
            "kept.turn == 3",
            "Terms kept last turn must be 3, and are 1",
            "Terms kept last turn must be more than now",
        ),
        (
            "declared.turn != 1",
            "Agreements declared over last turn must be more or fewer than 1, and are 1",
            "Agreements declared over last turn must be more or fewer than now",
        ),
        (
            "vague.astra.borea == 1",
            "Vague agreements between Astra and Borea must be 1, and are 1",
            "Vague agreements between Astra and Borea must stay about as many as now",
        ),
        (
            "agreement.quiet_season >= 2",
            "Agreements in force like “A quiet season” must be 2 or more, and are 1",
            "Agreements in force like “A quiet season” must be more than now",
        ),
        (
            "kept.astra > breached.astra",
            "Terms that Astra kept must be more than “Terms that Astra broke” (1), and is 1",
            "Terms that Astra kept must be higher than “Terms that Astra broke”",
        ),
    ],
)
def test_so_many_of_them_are_told_in_numbers_and_in_words(
    condition: str, numbers: str, words: str
) -> None:
    """In words alone no figure of ours is told, only which way it would have to go."""
    assert said(condition, now=1) == numbers
    assert said(condition, numbers=False, now=1) == words


def test_every_kind_of_name_has_words_of_its_own() -> None:
    """No two names of a list read alike."""
    rows = ["astra.borea", "quiet_season"], ["astra.borea"], *[["turn", "astra"]] * 3
    names = [p.of(row) for p, own in zip(BARGAINED, rows, strict=True) for row in own]
    said = {unmarked(cell_name(FULL, name)) for name in names}
    assert len(said) == len(names) == 9
