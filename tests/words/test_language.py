"""Names of another direction inside sentences, and the two languages that are made up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.pack.tracks import Level
from idlib_wargame.words.figures import from_to, signed
from idlib_wargame.words.language import (
    FIRST_STRONG,
    LEFT_TO_RIGHT,
    POP,
    RIGHT_TO_LEFT,
    _,
    fill,
    isolated,
    language_code,
    ngettext,
    pgettext,
    runs_from_right,
    unmarked,
)
from idlib_wargame.words.languages import UnknownLanguage, use_language
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.situation import reading
from tests.rules.small import track

ARABIC = "الثقة"  # "trust"
ISOLATES = (LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP)


def drawn(text: str, right_to_left: bool = False) -> str:
    """The digits and ASCII letters of a line, in the order in which they stand on a screen."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    # Letter by letter: of a whole line, the places of letters from several fonts are mixed up.
    placed = [
        (run.positions()[0].x(), letter)
        for index, letter in enumerate(text)
        for run in line.glyphRuns(index, 1)
        if run.positions()
    ]
    return "".join(each for _x, each in sorted(placed) if each.isascii() and each.strip())


def test_figures_after_an_arabic_name_keep_their_order(qtbot: QtBot) -> None:
    """What rose from 4 to 5 reads so beside a name from the right; left bare it does not."""
    said = fill(_("{track} {change}"), track=ARABIC, change=from_to(4, 5))
    assert drawn(said) == "45"
    assert drawn(unmarked(said)) == "54"
    assert unmarked(said) == f"{ARABIC} 4 → 5"


def test_figures_keep_their_order_on_a_screen_from_the_right(qtbot: QtBot) -> None:
    """There the arrow and the minus need isolates of their own."""
    use_language("xr")
    assert drawn(from_to(4, 5), right_to_left=True) == "45"
    assert drawn("4 → 5", right_to_left=True) == "54"
    assert signed(-2) == f"{LEFT_TO_RIGHT}−2{POP}"
    # The sentence runs from the right: the name first, the change at its left.
    said = fill(_("{track} {change}"), track="Calm", change=from_to(4, 5))
    assert drawn(said, right_to_left=True) == "45Calm"


def test_names_are_isolated_where_it_can_matter() -> None:
    """A Latin name in an English sentence stays bare, an Arabic one does not."""
    assert fill("{seat} seals.", seat="Astra") == "Astra seals."
    assert fill("{seat} seals.", seat=ARABIC) == f"{FIRST_STRONG}{ARABIC}{POP} seals."
    assert fill("{count} of {most}", count=1, most=2) == "1 of 2"
    use_language("xr")
    assert isolated("Astra") == f"{FIRST_STRONG}Astra{POP}"


def test_what_is_isolated_already_stays_as_it_is() -> None:
    """No name stands in two isolates, but two side by side are isolated together."""
    once = isolated(ARABIC)
    assert isolated(once) == once
    assert isolated(f"{once} · {once}") == f"{FIRST_STRONG}{once} · {once}{POP}"
    assert isolated("") == ""


def test_a_phrase_of_names_alone_runs_as_the_screen_does() -> None:
    """Isolated letters say nothing of its direction, so the phrase says it itself."""
    names = ["Astra", "Borea", "Caldis"]
    assert series(names) == "Astra, Borea, Caldis"
    use_language("xr")
    said = series(names)
    assert (said[0], said[-1]) == (RIGHT_TO_LEFT, POP)


def test_files_and_terminals_take_no_isolates() -> None:
    """What is unmarked holds none of them, and all else."""
    use_language("xr")
    said = unmarked(fill(_("{first} and {last}"), first=ARABIC, last=listed(["Astra", ARABIC])))
    assert not set(said) & set(ISOLATES)
    assert said.count(ARABIC) == 2


@pytest.mark.parametrize(
    ("sentence", "accented"),
    [
        ("{seat} seals its orders.", "‹{seat} šéááłšš íŧšš óŕŕđéŕŕš.›"),
        ("&File", "‹&Fíłéé›"),
        ("Save && close", "‹Šáṽṽé && ççłóššé›"),
        ("# Turn $turn\n\n$done\n", "# ‹Ŧúŕŕñ $turn›\n\n$done\n"),
        ("- **{seats}**: <b>done</b>", "- ‹**{seats}**: <b>đóññé</b>›"),
        ("{first}, {rest}", "‹{first}, {rest}›"),
        ("{line}", "{line}"),
        (",", ","),
        ("", ""),
    ],
)
def test_the_accented_language_keeps_what_programs_read(sentence: str, accented: str) -> None:
    """Letters get accents and company; places, mnemonics, tags and Markdown stay."""
    use_language("xa")
    assert _(sentence) == accented


def test_the_accented_language_is_longer_by_two_fifths() -> None:
    """As long as the longest languages of our neighbours need."""
    sentence = "A seat whose orders are sealed can take them back until they are opened."
    use_language("xa")
    assert len(_(sentence)) / len(sentence) == pytest.approx(1.4, abs=0.08)


def test_made_up_languages_have_plurals_and_contexts() -> None:
    """Every mark speaks them."""
    use_language("xa")
    assert fill(ngettext("{count} act", "{count} acts", 1), count=1) == "‹1 áçŧŧ›"
    assert fill(ngettext("{count} act", "{count} acts", 2), count=2) == "‹2 áçŧŧš›"
    assert pgettext("log", "Act") == "‹Áçŧŧ›"


def test_the_mirrored_language_reads_from_the_right(qtbot: QtBot) -> None:
    """Its letters stand in reverse, its figures and the names in it do not."""
    use_language("xr")
    said = fill(_("{seat} seals 12 orders."), seat="Astra")
    assert drawn(said, right_to_left=True) == ".sredro12slaesAstra"
    assert "&F" in _("&File")


def test_a_track_reads_in_order_on_a_screen_from_the_right(qtbot: QtBot) -> None:
    """Level, then value, then scale, from the right."""
    row = track("truce", start=4, levels=(Level(0, "tense"),))
    use_language("xr")
    assert drawn(reading(row, 4), right_to_left=True) == "10fo4tense"


def test_english_needs_no_catalogue() -> None:
    """The language of the source is spoken by its code, with any country."""
    use_language("xa")
    use_language("en_GB")
    assert _("Orders") == "Orders"
    with pytest.raises(UnknownLanguage):
        use_language("../en")


@pytest.mark.parametrize(
    ("text", "on_ours", "from_the_right"),
    [
        ("Trust", False, False),
        (ARABIC, True, True),
        (f"12 {ARABIC} Trust", True, True),
        (f"{FIRST_STRONG}{ARABIC}{POP}: 3", False, True),
        (f"{FIRST_STRONG}{ARABIC}{POP} rises", False, False),
        ("", False, True),
    ],
)
def test_a_line_runs_by_its_first_letter(text: str, on_ours: bool, from_the_right: bool) -> None:
    """Letters inside isolates do not count; a line without any runs as the screen does."""
    assert runs_from_right(text) is on_ours
    use_language("xr")
    assert runs_from_right(text) is from_the_right


def test_documents_are_told_a_language_that_there_is() -> None:
    """The made-up ones are English to whoever reads aloud."""
    for code in ("xa", "xr", "en"):
        use_language(code)
        assert language_code() == "en"
