"""What rehearsals tell in another language, and what programs read in any."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rehearsal.as_json import to_json
from idlib_wargame.rehearsal.findings import findings
from idlib_wargame.rehearsal.goals import AimsMet, AllMovesSeen, LeadsSomewhere
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.languages import ENGLISH, MIRRORED, use_language
from idlib_wargame.words.rehearsing import topic_title
from tests.rehearsal.played import played
from tests.rehearsal.test_goals import ENDINGS, REHEARSALS

BANDS = ["backfire", "failure", "partial", "success", "strong"]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """No test leaves its language to the next."""
    yield
    use_language(ENGLISH)


@pytest.fixture(scope="module")
def rehearsals(harbour: PackReading) -> Rehearsals:
    """The pack of the tests, played a little."""
    assert harbour.scenario is not None
    return played(harbour.scenario, 10)


def said(rehearsals: Rehearsals) -> list[str]:
    """Every title and sentence, without the marks of direction."""
    found = findings(rehearsals)
    return [unmarked(text) for each in found for text in (topic_title(each.topic), each.text)]


def test_every_finding_speaks_the_language_of_the_screen(rehearsals: Rehearsals) -> None:
    """No title and no sentence is as in English; the ids of the topics are."""
    english, topics = said(rehearsals), [each.topic for each in findings(rehearsals)]
    use_language(MIRRORED)
    assert [each.topic for each in findings(rehearsals)] == topics
    assert len(topics) > 8
    assert not set(said(rehearsals)) & set(english)


def test_a_goal_speaks_the_language_of_the_screen() -> None:
    """The goal and the figures behind it."""
    goals = (LeadsSomewhere("lose"), AllMovesSeen(), AimsMet("random", 20, 80))
    english = [goal.judge(REHEARSALS, ENDINGS) for goal in goals]
    use_language(MIRRORED)
    told = [goal.judge(REHEARSALS, ENDINGS) for goal in goals]
    assert [each.met for each in told] == [each.met for each in english]
    assert not {unmarked(each.goal) for each in told} & {each.goal for each in english}
    assert not {unmarked(each.figures) for each in told} & {each.figures for each in english}


def test_programs_read_the_same_figures_in_every_language(rehearsals: Rehearsals) -> None:
    """Keys, ids and bands stay, and sentences carry no marks of direction."""
    english = to_json(rehearsals, findings(rehearsals))
    use_language(MIRRORED)
    told = to_json(rehearsals, findings(rehearsals))
    for run in (*english["runs"], *told["runs"]):
        for row in run["rows"]:
            del row["words"]
    assert told["runs"] == english["runs"]
    assert [*told["runs"][0]["moves"]["call_talks"]["bands"]] == BANDS
    text = json.dumps(told, ensure_ascii=False)
    assert unmarked(text) == text
    assert {each["topic"] for each in told["findings"]} >= {"endings", "tracks", "seats"}
