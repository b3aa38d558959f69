"""Papers as what our templates print: a template's name, and rows of plain values for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from idlib_wargame.exports.markdown_blocks import Block, blocks_of, plain
from idlib_wargame.views.agreement_templates import TemplateText
from idlib_wargame.views.desk_card import DeskCard
from idlib_wargame.views.move_list import ListedMove, MoveList
from idlib_wargame.views.paper_head import PaperHead
from idlib_wargame.views.papers import Paper
from idlib_wargame.views.read_ahead import ReadAhead
from idlib_wargame.views.report_paper import ReportPaper
from idlib_wargame.words import read_aheads
from idlib_wargame.words.desk_card import Advice, card_side_words
from idlib_wargame.words.language import _, runs_from_right, unmarked
from idlib_wargame.words.lists import facts

_LONGEST_AT_FOOT = 60  # letters
# What belongs together is kept in one column, unless it is so long that it would leave a hole there
# or find no room in any.
_MOST_LINES, _LETTERS_A_LINE = 36, 36


class Sheet(NamedTuple):
    """A paper ready to be set: ``foot`` says what stands under a side of so many."""

    template: str
    content: dict[str, Any]
    foot: Callable[[int, int], str]


def sheet_of(paper: Paper) -> Sheet:
    """The paper as its template prints it."""
    if isinstance(paper, ReportPaper):
        whose = _cut(paper.head.people)
        return Sheet("report.typ", _report(paper), _foot(read_aheads.side_words, whose))
    if isinstance(paper, DeskCard):
        return Sheet("desk_card.typ", _desk_card(paper), card_side_words)
    seat = _cut(paper.head.seat)
    if isinstance(paper, ReadAhead):
        return Sheet("read_ahead.typ", _read_ahead(paper), _foot(read_aheads.side_words, seat))
    return Sheet("move_list.typ", _move_list(paper), _foot(read_aheads.moves_side_words, seat))


def _foot(words: Callable[[str, int, int], str], seat: str) -> Callable[[int, int], str]:
    return lambda side, of: words(seat, side, of)


def _report(paper: ReportPaper) -> dict[str, Any]:
    """The report below its own first heading, which heads the paper."""
    blocks, heading = blocks_of(paper.text), paper.title
    if blocks and blocks[0]["kind"] == "heading":
        heading, blocks = plain(blocks[0]["runs"]), blocks[1:]
    return {
        **_head(paper.head, paper.title, heading, ""),
        "blocks": _levelled(blocks, above=1),
    }


def _desk_card(paper: DeskCard) -> dict[str, Any]:
    head = paper.head
    rows = [{key: _line(text) for key, text in row._asdict().items()} for row in paper.course]
    course = {
        "heading": _line(_("A turn, and who does what")),
        "head": [_line(_("Phase")), _line(_("You")), _line(_("Seats"))],
        "rows": rows,
        "onward": _line(paper.onward),
    }
    keys = [{"keys": _line(row.keys), "words": _line(row.words)} for row in paper.keys]
    return {
        **_head(head, paper.title, _("Card for the desk"), ""),
        "above": _line(_facts(_cut(head.exercise), _cut(head.group), head.glance)),
        "course": course,
        "keys": {"heading": _line(_("Keys")), "rows": keys},
        "when": {"heading": _line(_("What to do when")), "rows": _advice(paper.when)},
        "files": {"heading": _line(_("Where files lie")), "rows": _advice(paper.files)},
    }


def _advice(rows: Sequence[Advice]) -> list[dict[str, Any]]:
    return [{"when": _line(row.when), "what": _line(row.what)} for row in rows]


def _read_ahead(paper: ReadAhead) -> dict[str, Any]:
    head = paper.head
    return {
        **_head(head, paper.title, head.seat, paper.summary),
        "sections": [
            *_brief(paper.brief, _("Your brief"), head.seat),
            *_aims(paper),
            *_brief(paper.public_brief, _("What everyone knows"), head.seat),
            {"heading": _line(_("How it is played")), "blocks": list(_rules(paper))},
            *_templates(paper),
        ],
    }


def _head(head: PaperHead, title: str, heading: str, summary: str) -> dict[str, Any]:
    return {
        "title": unmarked(title),
        "above": _line(_facts(head.exercise, head.group)),
        "heading": _line(heading),
        "colour": head.colour,
        "summary": _line(" ".join(summary.split())),
        "below": _line(_facts(head.people, head.glance)),
        "handling": _cut(head.handling, 2 * _LONGEST_AT_FOOT),
        "notice": "",
    }


def _brief(markdown: str, otherwise: str, seat: str) -> Iterator[dict[str, Any]]:
    """A brief under its own first heading, unless that says no more than the seat's name."""
    blocks = blocks_of(markdown)
    if not blocks:
        return
    heading = _line(otherwise)
    if blocks[0]["kind"] == "heading":
        own = plain(blocks[0]["runs"])
        blocks = blocks[1:]
        if own.strip().casefold() != seat.strip().casefold():
            heading = _line(own)
    yield {"heading": heading, "blocks": _levelled(blocks)}


def _levelled(blocks: list[Block], above: int = 2) -> list[Block]:
    """Headings below the one ``above``, with no level left out."""
    last, found = above, []
    for block in blocks:
        if block["kind"] == "heading":
            last = min(last + 1, above + block["level"] - (above == 1), 5)
            last = max(last, above + 1)
            block = {**block, "level": last}
        found.append(block)
    return found


def _aims(paper: ReadAhead) -> Iterator[dict[str, Any]]:
    if not paper.aims:
        return
    aims = {
        "kind": "list",
        "numbered": True,
        "start": 1,
        "items": [[_paragraph(text)] for text in paper.aims],
        "rtl": runs_from_right(paper.aims[0]),
    }
    blocks = [aims, _paragraph(read_aheads.aims_note(), muted=True)]
    yield {
        "heading": _line(_("Your private aims")),
        "blocks": blocks,
        "framed": True,
        "long": _is_long(paper.aims),
    }


def _rules(paper: ReadAhead) -> Iterator[Block]:
    for rule in paper.rules:
        blocks = [_heading(rule.heading)]
        if rule.text:
            blocks.append(_paragraph(rule.text))
        if rule.rows:
            rows = [[_line(name), _line(text)] for name, text in rule.rows]
            blocks.append({"kind": "words", "rows": rows})
        told = [rule.text, *(" ".join(row) for row in rule.rows)]
        yield {"kind": "group", "blocks": blocks, "long": _is_long(told)}


def _templates(paper: ReadAhead) -> Iterator[dict[str, Any]]:
    if not paper.templates:
        return
    blocks = [_paragraph(read_aheads.templates_note(), muted=True)]
    blocks += [_template(template) for template in paper.templates]
    yield {"heading": _line(_("Agreements ready to be tabled")), "blocks": blocks}


def _template(template: TemplateText) -> dict[str, Any]:
    terms = {
        "kind": "list",
        "numbered": True,
        "start": 1,
        "items": [[_paragraph(term)] for term in template.terms],
        "rtl": runs_from_right(" ".join(template.terms)),
    }
    blocks = [_heading(template.name)]
    if template.summary:
        blocks.append(_paragraph(" ".join(template.summary.split())))
    blocks.append(terms)
    if template.about:
        blocks.append(_paragraph(template.about, muted=True))
    told = [template.summary, *template.terms, template.about]
    return {"kind": "group", "blocks": blocks, "long": _is_long(told)}


def _move_list(paper: MoveList) -> dict[str, Any]:
    tables = [
        {
            "name": _line(table.name),
            "colour": table.colour,
            "most": _line(table.most),
            "moves": [_move(move) for move in table.moves],
        }
        for table in paper.tables
    ]
    heading = read_aheads.moves_heading(paper.head.seat)
    return {**_head(paper.head, paper.title, heading, paper.note), "tables": tables}


def _move(move: ListedMove) -> dict[str, Any]:
    ways = [
        {
            "choice": _line(way.choice),
            "odds": _line(way.odds),
            "when": _line(way.when),
            "outcomes": [_line(text) for text in way.outcomes],
        }
        for way in move.ways
    ]
    told = [move.name, move.summary, move.company]
    for way in move.ways:
        told += [way.choice, way.odds, way.when, *way.outcomes]
    return {
        "code": _line(move.code),
        "name": _line(move.name),
        "summary": _line(move.summary),
        "company": _line(move.company),
        "ways": ways,
        "long": _is_long(told),
    }


def _is_long(told: Sequence[str]) -> bool:
    """Whether texts under each other take much of a column, by a guess that is rather too high."""
    return sum(1 + len(text) // _LETTERS_A_LINE for text in told if text) > _MOST_LINES


def _heading(text: str) -> Block:
    return {"kind": "heading", "level": 3, "runs": [{"text": text}], "rtl": runs_from_right(text)}


def _paragraph(text: str, muted: bool = False) -> Block:
    runs = [{"text": text}]
    return {"kind": "paragraph", "runs": runs, "rtl": runs_from_right(text), "muted": muted}


def _facts(*said: str) -> str:
    return facts([each for each in said if each])


def _line(text: str) -> dict[str, Any]:
    return {"text": text, "rtl": runs_from_right(text)}


def _cut(text: str, most: int = _LONGEST_AT_FOOT) -> str:
    """What stands on every side has one line there."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
