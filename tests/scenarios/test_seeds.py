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


def test_every_playable_claim_is_at_work() -> None:
    """What only seats, scales and aims cite is told and never felt; some row does something."""
    at_work = ("moves/", "interactions", "upkeep", "injects", "clauses", "catalysts", "escalation")
    felt = {
        claim for row in rows() if row.place.startswith(at_work) for claim in citations(row.data)
    }
    playable = {claim for claim, row in CLAIMS.items() if row["playable"] == "true"}
    judged_at_the_end = {"S6¶3"}  # how likely the first scenario is
    assert playable - felt == judged_at_the_end


# What a claim must not lose, and the row by which it is felt in play.
KEPT = {
    "S1¶1": ("campaign against the Iranian militias", ""),
    "S1¶3a": ("Serbia and Bulgaria", "moves/diplomatic.yaml: energy_ties"),
    "S1¶3c": ("short", "moves/military.yaml: munitions_flight"),
    "S1¶3d": ("hinder the Americans", "moves/diplomatic.yaml: keep_washington_out"),
    "S1¶4": ("relief", "moves/diplomatic.yaml: ask_for_respite"),
    "S2¶1": ("Peace Spring", "moves/concessions.yaml: security_cooperation"),
    "S2¶4": ("first stage", "upkeep.yaml: limits highways_come_first"),
    "S2¶6": ("under its own control", "moves/concessions.yaml: withdraw_posts"),
}


@pytest.mark.parametrize("claim", KEPT)
def test_a_claim_keeps_its_point_and_is_felt(claim: str) -> None:
    """Retelling loses nothing that somebody could play."""
    point, row = KEPT[claim]
    assert point in CLAIMS[claim]["text"]
    found = {each.place: set(citations(each.data)) for each in rows()}
    assert not row or claim in found[row]


def test_what_the_paper_has_wrong_or_leaves_open_is_ruled_on() -> None:
    """On whose side the militias are, whose pipeline it is, who is a general, what comes first."""
    ruled = {row.place for row in RULINGS}
    assert ruled >= {"iran_side", "turkstream_partners", "fidan_rank", "first_stage"}


def test_a_claim_concerns_seats_of_the_pack() -> None:
    """Actors in the register are called as the pack calls its seats."""
    seats = {row.data["id"] for row in rows() if row.place.startswith("seats.yaml")}
    actors = {actor for claim in CLAIMS.values() for actor in claim["actors"]}
    assert len(actors) > 5
    assert sorted(actors - seats) == []
