"""What people read when a file cannot be read to its end."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.record.entry import BEGINNING, Entry, entry_after
from idlib_wargame.record.faults import in_use, read_only
from idlib_wargame.record.reading_stops import Stop, Unsound, sentence
from idlib_wargame.words import language

OF_OTHER_FORM = {Stop.UNRELEASED, Stop.NEWER}
IN_PART = sorted(set(Stop) - OF_OTHER_FORM - {Stop.FOREIGN, Stop.MENDED}, key=str)
LAST = entry_after(BEGINNING, 12, "2026-02-03T14:03:22.000Z", "closed", "facilitator", "{}")


class Shouted(gettext.NullTranslations):
    """A language that says everything louder, and leaves the named places alone."""

    def gettext(self, message: str) -> str:
        """The sentence, shouted."""
        return f"{message}!"

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for so many, shouted."""
        return f"{one if count == 1 else many}!"


@pytest.fixture
def shouted() -> Iterator[None]:
    """The screen speaks another language for a while."""
    language.use(Shouted())
    yield
    language.use(gettext.NullTranslations())


def fault(stop: Stop) -> Unsound:
    """The stop, with every figure that a sentence may need."""
    return Unsound(stop, form=7, found=300, due=4096, entry=13)


@pytest.mark.parametrize("stop", Stop)
def test_every_stop_has_its_sentence(stop: Stop) -> None:
    """Of a file that gave nothing: one sentence that names it and says that it was left alone."""
    told = sentence(fault(stop), "B.wargame", None)
    assert "“B.wargame”" in told
    assert "it is left as it was" in told
    assert told.endswith(".")
    assert "{" not in told


@pytest.mark.parametrize("stop", IN_PART)
def test_what_was_read_is_told_with_its_last_entry(stop: Stop) -> None:
    """Of a file that is sound up to an entry: which, and when that was."""
    told = sentence(fault(stop), "B.wargame", LAST)
    begins = (
        "“B.wargame” is sound up to entry 12 (3 Feb 2026, 14:03:22 UTC) and is shown as far as"
        " that, because "
    )
    assert told.startswith(begins)
    assert told.endswith("it is left as it was.")
    assert "{" not in told


def test_what_comes_after_a_gap_is_told_in_a_sentence_more() -> None:
    """How many entries are loose, after the sentence that says where the run ends."""
    told = sentence(fault(Stop.MISSING), "B.wargame", LAST)
    one, many = (sentence(fault(Stop.MISSING), "B.wargame", LAST, loose) for loose in (1, 5))
    assert one.startswith(told)
    assert "1 entry after that can be read, and nothing joins it" in one
    assert many.startswith(told)
    assert "5 entries after that can be read, and nothing joins them" in many


def test_a_mended_entry_is_told() -> None:
    """All of it is shown, and still something is amiss."""
    assert sentence(Unsound(Stop.MENDED, entry=7), "B.wargame", LAST) == (
        "“B.wargame” is shown whole, up to entry 12 (3 Feb 2026, 14:03:22 UTC), though one bit of"
        " entry 7 is damaged: its digest told which; the file is left as it was."
    )


def test_a_time_that_is_none_is_told_as_it_stands() -> None:
    """Nobody's mistake in a file keeps its sentence from being said."""
    strange = LAST._replace(at="yesterday")
    told = sentence(fault(Stop.MISSING), "B.wargame", strange)
    assert told.startswith("“B.wargame” is sound up to entry 12 (yesterday) and is shown")


@pytest.mark.parametrize("last", [None, LAST])
def test_bytes_are_counted(last: Entry | None) -> None:
    """One byte is one byte."""
    one = sentence(Unsound(Stop.CUT_SHORT, found=1, due=4096), "B.wargame", last)
    many = sentence(fault(Stop.CUT_SHORT), "B.wargame", last)
    assert "(1 byte of 4096)" in one
    assert "(300 bytes of 4096)" in many


@pytest.mark.usefixtures("shouted")
def test_sentences_are_made_in_the_language_of_the_screen(tmp_path: Path) -> None:
    """Nothing is put into words before the language is chosen."""
    path = tmp_path / "B.wargame"
    told = [
        sentence(fault(Stop.EMPTY), path.name, None),
        sentence(fault(Stop.CUT_SHORT), path.name, LAST),
        str(in_use(path)),
        str(read_only(path)),
    ]
    assert all(each.endswith(".!") for each in told)
