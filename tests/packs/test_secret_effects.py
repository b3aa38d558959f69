"""Which effects of agreements outsiders can see, while nobody may have told them of one."""

from __future__ import annotations

import json

from click.testing import CliRunner

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import read_files
from idlib_wargame.packs.secret_effects import seen_secrets
from tests.packs.harbour import FULL, HARBOUR, HARBOUR_FULL, changed

AGREEMENTS = "agreements.yaml"
WORD_BROKEN = "effects: {astra_borea: -2, anger: +1}"


def seen(files: dict[str, str]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Tracks and who sees them, by consequence."""
    scenario = read_files(files).scenario
    assert scenario is not None
    return {row.id: (tracks, actors) for row, tracks, actors in seen_secrets(scenario)}


def test_a_consequence_between_any_two_may_be_seen_by_each_third() -> None:
    """With nobody named, every player's seat may be the one outside; control never is."""
    assert seen(FULL)["paper_calms"] == (("calm",), ("astra", "borea", "caldis"))
    assert seen(FULL)["faith_kept"] == (("astra_borea",), ("caldis",))


def test_what_is_found_out_is_no_secret() -> None:
    """From then on everybody knows."""
    assert "quays_learn" not in seen(FULL)


def test_a_template_that_is_public_has_no_outsiders() -> None:
    """Nor is there one where all the players are party to it."""
    files = changed(
        AGREEMENTS, "templates: [ground_for_crews], when", "templates: [quiet_season], when", FULL
    )
    assert "word_broken" in seen(FULL)
    assert "word_broken" not in seen(files)


def test_a_track_that_outsiders_do_not_see_tells_nothing() -> None:
    """Only what they may know counts, and of that only what they may know."""
    files = changed(AGREEMENTS, WORD_BROKEN, "effects: {catch_hidden: +1, shots: +1}", FULL)
    assert "word_broken" not in seen(files)
    files = changed(AGREEMENTS, WORD_BROKEN, "effects: {catch_hidden: +1, anger: +1}", FULL)
    assert seen(files)["word_broken"] == (("anger",), ("caldis",))


def test_check_lists_them_and_all_is_well() -> None:
    """A leak in the numbers may well be meant: it is told, and is no mistake."""
    result = CliRunner().invoke(main, ["check", str(HARBOUR_FULL)])
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [
        "Effects of agreements, perhaps secret ones, on tracks that outsiders see:",
        "  paper_calms moves Calm on the bank, seen by Astra, Borea and Caldis",
        "  faith_kept moves Astra and Borea, seen by Caldis",
        "  word_broken moves Astra and Borea and Anger on the quays, seen by Caldis",
        "  paper_torn moves Stage of the talks, seen by Astra, Borea and Caldis",
    ]
    answer = json.loads(CliRunner().invoke(main, ["check", str(HARBOUR_FULL), "--json"]).stdout)
    assert answer["well"]
    assert answer["seen_secrets"][2] == {
        "consequence": "word_broken",
        "tracks": ["astra_borea", "anger"],
        "seats": ["caldis"],
    }


def test_a_pack_without_agreements_has_nothing_to_list() -> None:
    """Nothing is said where there is nothing to say."""
    assert len(CliRunner().invoke(main, ["check", str(HARBOUR)]).output.splitlines()) == 1
