"""``idlib-wargame trace``: from a claim to the rows behind it, and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.packs import shelf
from idlib_wargame.packs.claims import shipped_claims
from tests.packs.harbour import HARBOUR_FULL as HARBOUR

REGISTER = """
claims:
  - {id: S3¶1, text: The shoals grow thinner every spring., playable: true}
  - {id: S9¶9, text: The authors thank their sponsors., playable: false}
"""


def run(*words: str | Path) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner().invoke(main, ["trace", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def answer(*words: str | Path) -> dict[str, Any]:
    """The answer in JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register of two claims."""
    path = tmp_path / "claims.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_a_claim_leads_to_its_rows() -> None:
    """Each row that rests on it has its file, line, kind, id and name."""
    result = run(HARBOUR, "S3¶1")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "S3¶1",
        "3 rows rest on it:",
        "  catalysts.yaml:3  flag bank_failing “The bank is failing”",
        "  injects.yaml:2  inject cold_spring “A cold spring”",
        "  moves/military.yaml:17  move cut_nets “Cut the other fleet's nets”",
    ]


@pytest.mark.parametrize("typed", ["S2p1", "s2¶1", "s2P1"])
def test_a_claim_can_be_typed_on_any_keyboard(typed: str) -> None:
    """A p will do for ¶, and small letters for capitals."""
    assert run(HARBOUR, typed).output == run(HARBOUR, "S2¶1").output


def test_a_register_adds_what_the_claim_says(register: Path) -> None:
    """The claim is told in words; one that nothing plays is told to be context."""
    told = run(HARBOUR, "S3¶1", "--claims", register).output.splitlines()
    assert told[0] == "S3¶1  The shoals grow thinner every spring."
    told = run(HARBOUR, "S9p9", "--claims", register).output.splitlines()
    assert told[1:] == ["No row rests on it: it is context, not play."]


def test_a_row_leads_to_its_claims(register: Path) -> None:
    """By id or by code, with what the row says it rests on and the claims in words."""
    told = run(HARBOUR, "cut_nets", "--claims", register).output
    assert told.splitlines() == [
        "moves/military.yaml:17  move cut_nets “Cut the other fleet's nets”: S3¶1",
        "",
        "S3¶1  The shoals grow thinner every spring.",
    ]
    assert run(HARBOUR, "M02", "--claims", register).output == told


def test_a_row_without_grounds_says_so() -> None:
    """Silence, judgement and an outside source are told apart."""
    assert run(HARBOUR, "war").output.endswith(": no source given\n")
    assert run(HARBOUR, "anger").output.endswith(": designer's judgement\n")
    assert run(HARBOUR, "patrols").output.endswith(": Invented fleet list\n")


def test_rows_of_one_id_are_all_told() -> None:
    """A move and the principals of it stand side by side; a habit's leanings do not."""
    nouns = [row["noun"] for row in answer(HARBOUR, "sign_treaty")["rows"]]
    assert nouns == ["row of principals", "move"]


def test_rungs_go_by_their_numbers_and_choices_by_their_ids() -> None:
    """Whatever has a handle can be asked for."""
    [rung] = answer(HARBOUR, "4")["rows"]
    assert (rung["noun"], rung["name"]) == ("rung", "Fighting at sea")
    [choice] = answer(HARBOUR, "north")["rows"]
    assert choice["within"] == "move open_ground “Open one fishing ground to the others”"


def test_json_holds_the_same(register: Path) -> None:
    """Rows with every part of their place, and claims with their words."""
    found = answer(HARBOUR, "S3¶1", "--claims", register)
    assert found["claim"]["text"] == "The shoals grow thinner every spring."
    assert found["rows"][0]["line"] == 3
    found = answer(HARBOUR, "open_ground", "--claims", register)
    assert [claim["id"] for claim in found["claims"]] == ["S1¶1", "S2¶4"]


def test_what_is_neither_is_told_with_the_nearest() -> None:
    """A mistyped word gets the word that was meant, and exit code 2."""
    result = run(HARBOUR, "cut_net")
    assert result.exit_code == 2
    assert result.output.strip() == (
        "Found 'cut_net', expected a claim that a row cites, or the id or code of a row; "
        "did you mean 'cut_nets'?"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [("- a list", "something else"), ("a: [", "text that is not YAML"), ("a: 1", "something else")],
)
def test_a_register_that_is_none_is_told_calmly(tmp_path: Path, text: str, found: str) -> None:
    """One sentence with what was found and what a register is."""
    path = tmp_path / "letter.txt"
    path.write_text(text, encoding="utf-8")
    result = run(HARBOUR, "S3¶1", "--claims", path)
    assert result.exit_code == 2
    assert result.output.strip() == (
        f"{path}: found {found}, expected a register of claims: a list 'claims' of rows with "
        "'id', 'text' and 'playable'"
    )


def test_more_than_two_words_are_too_many() -> None:
    """A pack and what to trace in it, and no more."""
    result = run(HARBOUR, "S3¶1", "S2¶1")
    assert result.exit_code == 2
    assert "Found 3 words, expected a pack and what to trace in it." in result.output


def test_without_a_pack_the_first_shipped_one_is_meant() -> None:
    """Its own register ships with it, so that its claims are told in words."""
    first = shelf.shipped_packs()[0]
    claims = shipped_claims(answer_id(first))
    claim = next(each for each in claims.values() if each.playable)
    result = run(claim.id)
    assert result.output.startswith(f"{claim.id}  {claim.text}\n")
    assert result.output == run(first, claim.id).output


def answer_id(pack: Path) -> str:
    """The id of a pack."""
    from idlib_wargame.packs.reader import load

    return load(pack).id


def test_a_register_is_only_read_for_its_own_pack() -> None:
    """Another pack's S1¶1 is another claim."""
    assert shipped_claims("harbour") == {}


def test_without_any_pack_a_name_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy without packs says so."""
    monkeypatch.setattr(shelf, "PACKAGE", tmp_path)
    result = run("S3¶1")
    assert result.exit_code == 2
    assert "No pack came with this copy of the program" in result.output
