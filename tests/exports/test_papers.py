"""What a person reads on each paper, and what no paper may hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading, load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Does, How, Link
from idlib_wargame.rules.pack.bargain import Bargain, Template, TemplateTerm
from idlib_wargame.rules.pack.moves import Choice
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Setup
from idlib_wargame.views.move_list import MoveList
from idlib_wargame.views.papers import papers, readers
from idlib_wargame.views.read_ahead import ReadAhead
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.languages import use_language
from tests.exports.conftest import papers_of
from tests.exports.reading import Pdf, letters

MAKER = TypesetPapers()


def played(reading: PackReading) -> Scenario:
    """The pack of a reading."""
    assert reading.scenario is not None
    return reading.scenario


def printed(
    scenario: Scenario, seat: str, handling: str = "", people: tuple[str, ...] = ()
) -> tuple[Pdf, Pdf]:
    """A seat's sheet and its list of moves."""
    sheet, moves = papers_of(scenario, seat, handling, people)
    return Pdf(MAKER.pdf(sheet)), Pdf(MAKER.pdf(moves))


def with_brief(scenario: Scenario, seat: str, brief: str) -> Scenario:
    """The pack with another brief for that seat."""
    seats = tuple(
        replace(each, brief=brief) if each.id == seat else each for each in scenario.seats
    )
    return replace(scenario, seats=seats)


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: pack.name)
def test_each_sheet_has_two_sides_at_most(pack: Path) -> None:
    """Every seat of every pack that ships: brief, aims and rules on one sheet of paper."""
    scenario = load(pack)
    sheets = [each for each in papers_of(scenario) if isinstance(each, ReadAhead)]
    assert len(sheets) == len(readers(scenario)) >= 3
    sides = [len(Pdf(MAKER.pdf(sheet)).reader.pages) for sheet in sheets]
    assert max(sides) <= 2


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: pack.name)
def test_each_list_has_every_move_of_its_seat(pack: Path) -> None:
    """No move, odds or result falls off the paper, of the seat that has the most."""
    lists = [each for each in papers_of(load(pack)) if isinstance(each, MoveList)]
    longest = max(lists, key=lambda each: sum(len(table.moves) for table in each.tables))
    text = Pdf(MAKER.pdf(longest)).body
    moves = [move for table in longest.tables for move in table.moves]
    assert len(moves) >= 12
    lines = [line for move in moves for line in (move.name, move.summary, move.company)]
    ways = [way for move in moves for way in move.ways]
    lines += [line for way in ways for line in (way.choice, way.odds, way.when, *way.outcomes)]
    assert [line for line in lines if letters(line) not in text] == []


def test_a_sheet_reads_as_it_should(full: PackReading) -> None:
    """Whose it is, the brief, the aims, what everybody knows, and how it is played."""
    sheet, _moves = printed(played(full), "astra", "OFFICIAL", ("A. Petrova", "Bo Lind"))
    for words in (
        "Spring course · Group B",
        "Astra",
        "For A. Petrova and Bo Lind",
        "Your brief",
        "You have the most boats and the most debt.",
        "Your private aims",
        "Yours alone.",
        "What everybody knows",
        "The Grey Bank feeds three coasts.",
        "How it is played",
        "Talks · 10 minutes",
        "You may seal up to",
        "Realistic possibility 8+ on two dice, 42%",
        "Strong success The target is passed by 3 or more: more than you asked for.",
        "Backfire Two ones, whatever the target: it turns against you.",
    ):
        assert letters(words) in sheet.read
    assert sheet.title == "Spring course: Astra"


def test_every_side_says_whose_it_is_and_how_to_handle_it(full: PackReading) -> None:
    """A sheet that lies apart from its other side can be put together again."""
    for pdf, what in zip(
        printed(played(full), "borea", "OFFICIAL–SENSITIVE"), ("", "· moves "), strict=True
    ):
        of = len(pdf.sides)
        for number, side in enumerate(pdf.sides, 1):
            assert letters(f"Borea {what}· side {number} of {of}") in letters(side)
            assert side.count("OFFICIAL–SENSITIVE") == 2


def test_a_list_says_when_a_move_is_open_and_with_whom(full: PackReading) -> None:
    """Odds in words with what stands behind them, and every result."""
    _sheet, moves = printed(played(full), "astra")
    for words in ("Astra: moves", "Open at first.", "Not open at first.", "on two dice", "On "):
        assert letters(words) in moves.read
    assert moves.title == "Spring course: moves of Astra"


def test_papers_are_tagged_for_reading_aids(full: PackReading) -> None:
    """Language, title, headings and lists are told to whoever has a paper read aloud."""
    for pdf in printed(played(full), "astra"):
        assert pdf.root["/MarkInfo"]["/Marked"]
        assert pdf.root["/Lang"] == "en"
        assert {"H1", "H2", "H3", "L", "LI", "P"} <= set(pdf.tags())
        assert pdf.tags().count("H1") == 1
        # PDF/UA-1, the standard for such documents, is named where it is kept to.
        assert "pdfuaid" in pdf.root["/Metadata"].get_object().get_data().decode()


def test_in_words_alone_no_figures_of_odds_are_printed(full: PackReading) -> None:
    """An exercise that is told in words is told so on paper."""
    scenario = played(full)
    setup = Setup("Spring course", "", scenario.turns, numbers=False)
    sheet, moves = (Pdf(MAKER.pdf(each)) for each in papers(Referee(scenario), setup, "astra"))
    assert letters("Almost certain, Highly likely, Likely") in sheet.read
    for pdf in (sheet, moves):
        assert "%" not in pdf.read
        assert "twodice" not in pdf.read


HOSTILE = """# #heading $x$ @ref

#let x = panic("no") $y$ @a \\*b\\* `q #x` \\\\ <label> // comment /* c */ = none ~ "quoted" -- '

1) one
   - sub **bold *both* `code`**
     > quote

| a | b |
|---|---|
| #1 | $2$ |

```
#import "x": *
```

العربية في جملة English 123

[the map](https://example.org/#m) and ![a picture #](p.png) 😀 \x07 \ud800

"""


def test_nothing_that_an_author_writes_is_read_as_markup(full: PackReading) -> None:
    """Signs that mean something to the typesetter are printed as they stand."""
    scenario = with_brief(played(full), "astra", HOSTILE)
    sheet, _moves = printed(
        scenario, "astra", "#handling $1$", ("#Ann \\ *", "محمد", "half \ud800")
    )
    for words in (
        "#heading $x$ @ref",
        '#let x = panic("no") $y$ @a *b* q #x \\ <label> // comment /* c */ = none ~ "quoted"',
        "sub bold both code",
        "#1 $2$",
        '#import "x": *',
        "English 123",
        "العربية",
        "the map (https://example.org/#m)",
        "a picture #",
        "#handling $1$",
        "#Ann \\ *",
    ):
        assert letters(words) in sheet.read


def test_a_word_that_no_line_holds_is_broken_and_not_cut_off(full: PackReading) -> None:
    """Nothing runs off the paper, however long."""
    word = "".join(f"{number:04}" for number in range(900))
    sheet, _moves = printed(with_brief(played(full), "astra", word), "astra")
    assert word in sheet.body


def test_a_long_brief_is_printed_smaller_and_whole(full: PackReading) -> None:
    """Three thousand more letters still leave two sides."""
    words = " ".join(f"w{number}" for number in range(700))
    sheet, _moves = printed(with_brief(played(full), "astra", words), "astra")
    assert len(sheet.sides) == 2
    assert letters(words) in sheet.body
    assert "goeson" not in sheet.read


def test_a_brief_of_twenty_thousand_letters_goes_on_and_says_so(full: PackReading) -> None:
    """What two sides cannot hold is not cut: the sheet has more, and its head says how many."""
    words = " ".join(f"word{number}" for number in range(2500))
    assert len(words) > 20_000
    sheet, _moves = printed(with_brief(played(full), "astra", words), "astra")
    of = len(sheet.sides)
    assert of > 2
    assert letters(words) in sheet.body
    assert letters(f"This sheet is longer than most: it goes on to side {of}.") in sheet.read


def test_what_is_set_in_itself_too_deep_is_printed_all_the_same(full: PackReading) -> None:
    """Nobody writes so, and nothing of it is lost."""
    for depth in (8, 40, 400):
        brief = f"{'> ' * depth}deep\n\nafter it"
        sheet, _moves = printed(with_brief(played(full), "astra", brief), "astra")
        assert "deep" in sheet.read
        assert "afterit" in sheet.read


def test_a_move_with_more_ways_than_a_column_holds_goes_on_in_the_next(full: PackReading) -> None:
    """What is kept together where it can be is never cut off for it."""
    scenario = played(full)
    first = next(move for move in scenario.moves if "astra" in move.seats)
    ways = tuple(
        Choice(f"way{n}", f"Way {n}", effects={Band.STRONG: (Effect(scenario.tracks[0].id, n),)})
        for n in range(1, 121)
    )
    changed = replace(first, choices=ways)
    moves = tuple(changed if move is first else move for move in scenario.moves)
    _sheet, listed = printed(replace(scenario, moves=moves), "astra")
    missing = [way.name for way in ways if f"{letters(way.name)}" not in listed.body]
    assert missing == []
    lengths = [text.count("Way ") for text in listed.sides]
    assert sum(lengths) == 120
    assert max(lengths) < 120


def test_the_templates_of_agreements_that_concern_a_seat_are_printed(full: PackReading) -> None:
    """Their terms in words, numbered, and how an agreement is made; not those of others."""
    scenario = played(full)
    move = scenario.moves[0]
    template = Template(
        "truce",
        "A winter truce",
        ("astra", "borea"),
        (
            TemplateTerm("astra", Does.ACT, move.id, 2),
            TemplateTerm("borea", Does.WORDS, "The boats are named", 1, link=Link(How.ONCE, 0)),
        ),
        summary="Until the ice goes.",
    )
    scenario = replace(scenario, bargain=Bargain((template,)))
    sheet, _moves = printed(scenario, "borea")
    for words in (
        "Agreements ready to be tabled",
        "A winter truce",
        "Until the ice goes.",
        f"1. Astra orders “{move.name}” by turn 2",
        "2. Once term 1 is kept: Borea: “The boats are named”, by turn 1",
        "known to its parties · nobody verifies",
        "How an agreement is made",
        "Declared over A party says so, with a breach or without.",
    ):
        assert letters(words) in sheet.read
    others, _moves = printed(scenario, "caldis")
    assert letters("A winter truce") not in others.read
    assert letters("How an agreement is made") in others.read


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["xa", "xr"])
def test_papers_are_printed_in_every_language(full: PackReading, language: str) -> None:
    """Longer words, and from right to left, with what a pack says as it was written."""
    use_language(language)
    sheet, moves = printed(played(full), "astra", "OFFICIAL")
    assert len(sheet.sides) <= 2
    # Directions are the renderer's, so single words are looked for.
    for pdf in (sheet, moves):
        assert "Astra" in "".join(unmarked(side) for side in pdf.sides)
        assert pdf.root["/Lang"] == "en"
    assert "Yourbrief" not in sheet.read
    assert letters("You have the most boats and the most debt.") in sheet.read


def test_each_is_a_file_of_its_own_and_whole(full: PackReading, tmp_path: Path) -> None:
    """All seats at once, a folder each, with what it is first; written again, they are replaced."""
    scenario = played(full)
    made = papers_of(scenario)
    folder = tmp_path / "new" / "papers"
    for _again in range(2):
        files = list(MAKER.write(made, folder))
        heads = [paper.head for paper in made]
        assert files == [folder / head.seat / f"{head.file}.pdf" for head in heads]
        assert sorted(folder.rglob("*.pdf")) == sorted(files)
    names = {file.name for file in files}
    assert "Astra, read-ahead, Spring course, Group B.pdf" in names
    assert "Astra, moves, Spring course, Group B.pdf" in names
    assert len(names) == 2 * len(readers(scenario))


def test_whoever_stops_asking_has_whole_files_alone(full: PackReading, tmp_path: Path) -> None:
    """Stopped after the second, two are there, each of them a PDF, and no draft."""
    list(islice(MAKER.write(papers_of(played(full)), tmp_path), 2))
    files = sorted(tmp_path.rglob("*.*"))
    assert [file.suffix for file in files] == [".pdf", ".pdf"]
    assert all(len(Pdf(file.read_bytes()).sides) > 0 for file in files)


def test_pictures_are_the_sides(full: PackReading) -> None:
    """A printer is given each side once."""
    sheet, *_more = papers_of(played(full), "astra")
    pictures = MAKER.pictures(sheet, 40)
    assert len(pictures) == len(Pdf(MAKER.pdf(sheet)).sides)
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
