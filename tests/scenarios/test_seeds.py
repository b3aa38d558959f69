"""Nothing in the pack hangs in the air, and nothing playable in the paper was left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.scenarios.rows import SEEDS, Row, citations, read, rows

REGISTER = read(SEEDS / "claims.yaml")
CLAIMS: dict[str, dict[str, Any]] = {claim["id"]: claim for claim in REGISTER["claims"]}
RULINGS = [Row(ruling["id"], ruling) for ruling in read(SEEDS / "rulings.yaml")["rulings"]]


def test_no_claim_is_registered_twice() -> None:
    """A citation leads to one claim and no more."""
    assert len(CLAIMS) == len(REGISTER["claims"])


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_says_where_it_stands_what_it_says_and_if_it_plays(claim: dict[str, Any]) -> None:
    """Each claim has a code of a known section, a text, actors and a plain yes or no."""
    section = re.match(r"S\d|FN", claim["id"])
    assert section is not None
    assert section.group() in REGISTER["sections"]
    assert len(claim["text"]) > 20
    assert isinstance(claim["actors"], list)
    assert claim["playable"] in ("true", "false")


def test_every_section_of_the_paper_has_claims() -> None:
    """No section was passed over."""
    assert len(REGISTER["sections"]) == 8
    for section in REGISTER["sections"]:
        assert [claim for claim in CLAIMS if claim.startswith(section)], section


@pytest.mark.parametrize("row", [*rows(), *RULINGS], ids=lambda row: row.place)
def test_a_row_cites_only_claims_that_exist(row: Row) -> None:
    """A reader who follows a citation arrives somewhere."""
    assert sorted(set(citations(row.data)) - CLAIMS.keys()) == []


@pytest.mark.parametrize("row", [*rows(), *RULINGS], ids=lambda row: row.place)
def test_a_row_says_what_it_rests_on(row: Row) -> None:
    """Claims, an outside source, or a plain word that it is judgement."""
    assert row.data.get("cites") or row.data.get("outside") or row.data.get("judgement") == "true"


def test_every_playable_claim_has_a_part_in_play() -> None:
    """A claim that could be played is cited by at least one row of the pack."""
    cited = {claim for row in rows() for claim in citations(row.data)}
    playable = {claim for claim, row in CLAIMS.items() if row["playable"] == "true"}
    assert sorted(playable - cited) == []


def test_a_claim_concerns_seats_of_the_pack() -> None:
    """Actors in the register are called as the pack calls its seats."""
    seats = {row.data["id"] for row in rows() if row.place.startswith("seats.yaml")}
    actors = {actor for claim in CLAIMS.values() for actor in claim["actors"]}
    assert len(actors) > 5
    assert sorted(actors - seats) == []
