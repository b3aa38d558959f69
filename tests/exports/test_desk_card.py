"""The card for the facilitator's desk: one side of paper, in every language."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.views.desk_card import DeskCard, desk_card
from idlib_wargame.windows.desk.card_names import desk_names
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.languages import ACCENTED, MIRRORED, use_language
from tests.exports.reading import Pdf, letters

LONG = "A course for staff of three ministries and their guests"


def card_of(reading: PackReading, handling: str = "") -> DeskCard:
    """The card of an exercise with a long name, with the desk's own keys and entries."""
    assert reading.scenario is not None
    setup = Setup(LONG, "Group B", reading.scenario.turns, handling=handling)
    return desk_card(reading.scenario, setup, Path("/home/f/course, Group B.wargame"), desk_names())


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", ACCENTED, MIRRORED])
def test_the_card_has_one_side_that_can_be_read(full: PackReading, language: str) -> None:
    """With a long name, a handling line and a language longer than English."""
    use_language(language)
    card = card_of(full, "Exercise. Chatham House rule")
    pdf = Pdf(TypesetPapers().pdf(card))
    assert len(pdf.sides) == 1
    told = [text for row in (*card.when, *card.files, *card.keys) for text in row]
    assert len(told) > 40
    if language == "en":  # letters of the others are not read as they were written
        assert [text for text in told if letters(unmarked(text)) not in pdf.read] == []
    sizes: list[float] = []
    pdf.reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: (
            sizes.append(cast(float, size) * abs(cm[3] * tm[3])) if text.strip() else None
        )
    )
    assert min(sizes) >= 8  # the foot
    assert sorted(sizes)[len(sizes) // 2] >= 10


def test_the_card_says_who_does_what_and_is_tagged(full: PackReading) -> None:
    """Each phase with its minutes, for the desk and the seats; and read aloud in order."""
    pdf = Pdf(TypesetPapers().pdf(card_of(full)))
    for words in ("A turn, and who does what", "Talks10 minutes", "Pick their orders and seal"):
        assert letters(words) in pdf.read
    assert pdf.title == f"{LONG}: card for the desk"
    assert pdf.root["/Lang"] == "en"
    assert {"H1", "H2", "Table", "TH", "TD", "P"} <= set(pdf.tags())
    assert "pdfuaid" in pdf.root["/Metadata"].get_object().get_data().decode()
