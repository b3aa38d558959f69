"""What is wrong with a pack is told in the language of the screen; the pack's words stay."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from idlib_wargame.packs.nouns import NOUNS, a_noun
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.reader import read_files
from idlib_wargame.packs.registry import TABLES, families
from idlib_wargame.packs.schema.kinds import Row
from idlib_wargame.packs.schema.models import model_of
from idlib_wargame.words import language
from tests.packs.harbour import changed, told


class Bracketed(gettext.NullTranslations):
    """A language in which every sentence stands in brackets."""

    def gettext(self, message: str) -> str:
        """The sentence in brackets."""
        return f"[{message}]"


@pytest.fixture
def bracketed() -> Iterator[None]:
    """Speak that language for one test."""
    language.use(Bracketed())
    yield
    language.use(gettext.NullTranslations())


@pytest.mark.usefixtures("bracketed")
def test_a_problem_is_told_in_the_language_of_the_screen() -> None:
    """Found, expected and what joins them are marked; names of the pack and of keys are not."""
    files = changed("seats.yaml", "    name: Astra\n", "    nam: Astra\n")
    assert told(read_files(files)) == [
        "[seats.yaml:3:5: found [the key 'nam'], expected [a key of [a seat]];"
        " did you mean 'name'?]"
    ]
    files = changed("pack.yaml", "turns: 4", "turns: four")
    assert told(read_files(files)) == [
        "[pack.yaml:10:8: found 'four', expected [a whole number from 1 to 1000];"
        " did you mean '4'?]"
    ]


def rows_below(model: type[Row]) -> Iterator[type[Row]]:
    """A model of rows and every model made from it."""
    yield model
    for each in model.__subclasses__():
        yield from rows_below(each)


def test_every_kind_of_row_can_be_named() -> None:
    """A message about a kind of row that has no name would be a fault of ours."""
    assert all(model_of(table) for table in TABLES)
    kinds = {model.noun for model in rows_below(Row)} - {Row.noun}
    kinds |= {family.noun for _, family in families()}
    assert kinds - NOUNS.keys() == set()


@pytest.mark.parametrize("kind", NOUNS)
def test_an_article_fits_its_noun(kind: str) -> None:
    """English is the language that we write ourselves."""
    article = "an" if kind[0] in "aeiou" else "a"
    assert a_noun(kind) == f"{article} {kind}"


def test_isolates_are_for_windows_and_not_for_terminals() -> None:
    """A name from right to left keeps its place in a window's sentence, and is bare elsewhere."""
    problem = Problem("pack.yaml", 2, 8, "'هدنة'", "text")
    assert str(problem) == "pack.yaml:2:8: found 'هدنة', expected text"
    assert language.FIRST_STRONG in problem.sentence
    assert language.unmarked(problem.sentence) == str(problem)
