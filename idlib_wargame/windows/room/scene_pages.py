"""Each scene of the room's screen on its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from idlib_wargame.views.bargains.standing import LOOKS
from idlib_wargame.views.room.agreements import Agreements, PublicAgreement, PublicTerm
from idlib_wargame.views.room.break_scene import BreakScene
from idlib_wargame.views.room.ending_scene import EndingScene
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.report import Report
from idlib_wargame.views.room.results import Result, Results
from idlib_wargame.views.room.shown import SceneShown
from idlib_wargame.views.room.welcome import SeatMark, Welcome
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.room.join_page import join_page
from idlib_wargame.windows.room.ladder_drawing import LadderDrawing, described, ladder_head
from idlib_wargame.windows.room.markdown_rows import markdown_blocks
from idlib_wargame.windows.room.page import RoomPage
from idlib_wargame.windows.room.rows import (
    BODY,
    GAP,
    HEADING,
    LEAD,
    LEAST_TEXT,
    TITLE,
    Block,
    Lead,
    Row,
    beside,
    column_width,
    gap,
    height_of,
    paged,
    text_rows,
)
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts

HUGE = 112
MOST_AGAIN = 3  # lines that are said again; a longer heading leaves the room to what is new
COLUMNS_FROM = 5  # seats; fewer stand under each other


def pages_of(shown: SceneShown, width: float, height: float) -> list[RoomPage]:
    """A scene on pages of that width and height; at least one."""
    match shown:
        case Welcome():
            return _welcome(shown, width, height)
        case MapScene():
            return _map(shown, width, height)
        case Ladder():
            head = (*ladder_head(shown, width), gap())
            drawn = LadderDrawing(shown)
            return [RoomPage(head=head, drawn=drawn, described=described(shown))]
        case News():
            return _news(shown, width, height)
        case Results():
            return _results(shown, width, height)
        case Agreements():
            return _agreements(shown, width, height)
        case Report():
            return _report(shown, width, height)
        case EndingScene():
            return _ending(shown, width, height)
        case BreakScene():
            return _break(shown, width, height)


def _on_pages(
    head: Block, blocks: Sequence[Block], height: float, again: Sequence[Block] = ()
) -> list[RoomPage]:
    """Blocks under a heading that stands on each page; ``again`` as for ``paged``."""
    pages = paged(blocks, height - height_of(head), again)
    return _numbered([RoomPage(page.rows, head, holds=page.holds) for page in pages])


def _numbered(pages: Sequence[RoomPage]) -> list[RoomPage]:
    """Which of how many each is, where there are several."""
    count = len(pages)
    if count < 2:
        return list(pages)
    return [
        page._replace(place=_place(number, count)) for number, page in enumerate(pages, start=1)
    ]


def _place(number: int, count: int) -> str:
    return fill(_("{number} of {count}"), number=number, count=count)


def _heading(text: str, width: float) -> Block:
    return (*text_rows(text, width, HEADING, bold=True, colour="muted"), gap())


def _again(text: str, width: float) -> Block:
    """Over what goes on from the page before: what it is, where that is short."""
    if not text:
        return ()
    rows = text_rows(fill(_("{text} (continued)"), text=text), width, BODY, bold=True)
    return (*rows, gap(GAP / 2)) if len(rows) <= MOST_AGAIN else ()


def _nothing(heading: str, text: str, width: float) -> list[RoomPage]:
    """A scene that has nothing to show yet says what will stand there."""
    rows = text_rows(text, width, LEAD, colour="muted", centred=True)
    return [RoomPage(rows, _heading(heading, width) if heading else (), is_centred=True)]


def _centred(rows: Block, height: float) -> list[RoomPage]:
    return _numbered([RoomPage(each.rows, is_centred=True) for each in paged([rows], height)])


def _welcome(shown: Welcome, width: float, height: float) -> list[RoomPage]:
    head = [*text_rows(shown.exercise, width, TITLE, bold=True)]
    told = [each for each in (shown.group, shown.pack) if each]
    if told:
        head += text_rows(facts(told), width, HEADING, colour="muted")
    head += [*text_rows(shown.length, width, BODY, colour="muted"), gap(2 * GAP)]
    count = 2 if len(shown.seats) >= COLUMNS_FROM else 1
    wide = column_width(width, count)
    seats = [_seat(seat, wide) for seat in shown.seats]
    pages = _on_pages((), [tuple(head), *beside(seats, width, count)], height)
    pages = [page._replace(is_centred=True) for page in pages]
    if shown.joining is None:
        return pages
    return _numbered([join_page(shown, shown.joining, width, height), *pages])


def _seat(seat: SeatMark, width: float) -> Block:
    return text_rows(seat.name, width, LEAD, bold=True, lead=Lead("", seat.colour, 64))


def _map(shown: MapScene, width: float, height: float) -> list[RoomPage]:
    if shown.map is None:
        waits = shown.waits or _("This pack has no map.")
        return _centred(text_rows(waits, width, TITLE, bold=True, centred=True), height)
    head = _heading(shown.waits, width) if shown.waits else ()
    return [RoomPage(head=head, map=shown.map, described=shown.map.spoken)]


def _news(shown: News, width: float, height: float) -> list[RoomPage]:
    if shown.is_empty:
        told = _("Headlines will stand here: what everybody is told, the newest first.")
        return _nothing(_("News"), told, width)
    newest = shown.headlines[0]
    pages: list[RoomPage] = []
    before = 0
    for when, told_then in groupby(shown.headlines, lambda each: each.when):
        headlines = list(told_then)
        blocks = [_headline(each, width, is_newest=each is newest) for each in headlines]
        again = [_again(each.title, width) for each in headlines]
        made = _on_pages(_heading(facts([_("News"), when]), width), blocks, height, again)
        pages += [each._replace(holds=tuple(before + at for at in each.holds)) for each in made]
        before += len(headlines)
    return _numbered(pages)


def _headline(each: Headline, width: float, *, is_newest: bool) -> Block:
    """The newest of all is set larger than what was told before it."""
    title, alone, text = (TITLE, LEAD, HEADING) if is_newest else (LEAD, HEADING, BODY)
    rows = text_rows(each.sender, width, 32, colour="muted", keeps=True)
    if each.title:
        rows += text_rows(each.title, width, title, bold=True, keeps=True)
        return (*rows, *text_rows(each.text, width, text), gap(2 * GAP))
    return (*rows, *text_rows(each.text, width, alone), gap(2 * GAP))


def _results(shown: Results, width: float, height: float) -> list[RoomPage]:
    if shown.is_empty:
        told = _("Results will stand here once a turn is closed, one order at a time.")
        return _nothing(_("Results"), told, width)
    cover = text_rows(shown.heading, width, TITLE, bold=True, centred=True)
    cover += text_rows(shown.how_many, width, HEADING, colour="muted", centred=True)
    pages, count = [RoomPage(cover, is_centred=True)], len(shown.results)
    if shown.latest is not None:
        pages.clear()  # whoever shows one means that one
    head = _heading(shown.heading, width)
    for number, result in enumerate(shown.results, start=1):
        place = _place(number, count)
        again = [_again(result.title, width)]
        rows = paged([tuple(_result(result, width))], height - height_of(head), again)
        begins = len(pages)
        pages += [RoomPage(each.rows, head, place=place, holds=(number - 1,)) for each in rows]
        if number - 1 == shown.latest:
            pages[begins] = pages[begins]._replace(is_latest=True)
    return pages


def _result(result: Result, width: float) -> Iterator[Row]:
    for seat in result.seats:
        yield from text_rows(
            seat.name, width, HEADING, bold=True, lead=Lead("", seat.colour, 60), keeps=True
        )
    yield from text_rows(result.table, width, 32, colour=result.table_colour, keeps=True)
    yield gap()
    yield from text_rows(result.title, width, TITLE, bold=True, keeps=True)
    yield gap()
    tint, shape = theme.BANDS[result.band] if result.band is not None else ("text", "")
    lead = Lead(shape, tint, 84) if shape else None
    yield from text_rows(result.said, width, TITLE, bold=True, colour=tint, lead=lead)
    for told in result.told:
        yield gap(GAP / 2)
        yield from text_rows(told, width, 42)


def _agreements(shown: Agreements, width: float, height: float) -> list[RoomPage]:
    heading = _("Agreements that everybody knows of")
    if shown.is_empty:
        told = _("Agreements will stand here once everybody may know of them, term by term.")
        return _nothing(heading, told, width)
    blocks = [tuple(_agreement(each, width)) for each in shown.agreements]
    again = [_again(each.heading, width) for each in shown.agreements]
    return _on_pages(_heading(heading, width), blocks, height, again)


def _agreement(each: PublicAgreement, width: float) -> Iterator[Row]:
    yield from text_rows(each.heading, width, HEADING, bold=True, keeps=True)
    yield from text_rows(each.state, width, LEAST_TEXT, colour="muted", keeps=True)
    for icon, colour, said in (
        ("cross", "danger", each.breached),
        ("flag", "warning", each.declared),
    ):
        if said:
            lead = Lead(icon, colour)
            yield from text_rows(said, width, BODY, colour=colour, lead=lead, keeps=True)
    if each.text:
        yield from text_rows(fill(_("“{text}”"), text=each.text), width, BODY)
    for number, term in enumerate(each.terms, start=1):
        yield gap(GAP / 2)
        yield from _term(number, term, width)
    yield gap(2 * GAP)


def _term(number: int, term: PublicTerm, width: float) -> Iterator[Row]:
    said = fill(_("{number}. {term}"), number=number, term=term.words)
    yield from text_rows(said, width, BODY, indent=24, keeps=bool(term.now))
    if term.now:
        icon, colour, _role = LOOKS[term.mark]
        colour = "muted" if term.is_guess else colour
        lead = Lead(icon, colour) if icon else None
        yield from text_rows(
            term.now, width, BODY, indent=60, colour=colour, lead=lead, bold=not term.is_guess
        )
    for each in term.said:
        yield from text_rows(each, width, LEAST_TEXT, indent=60, colour="warning")


def _report(shown: Report, width: float, height: float) -> list[RoomPage]:
    if shown.is_empty:
        told = _("The situation report will stand here once it is released.")
        return _nothing(_("Situation report"), told, width)
    return _on_pages((), markdown_blocks(shown.markdown, width), height)


def _ending(shown: EndingScene, width: float, height: float) -> list[RoomPage]:
    if shown.is_empty:
        told = _("What it came to will stand here once the exercise is finished.")
        return _nothing(_("Ending"), told, width)
    rows = text_rows(_("The exercise ended in"), width, HEADING, bold=True, colour="muted")
    rows += text_rows(shown.name, width, HUGE, bold=True)
    if shown.text:
        rows += (gap(), *text_rows(shown.text, width, LEAD))
    rows += (gap(2 * GAP),)
    for told in shown.told:
        rows += text_rows(told, width, BODY, colour="muted", lead=Lead("bullet", "muted", 40))
        rows += (gap(GAP / 2),)
    return _centred(rows, height)


def _break(shown: BreakScene, width: float, height: float) -> list[RoomPage]:
    if shown.is_empty:
        return _nothing("", _("There is no break."), width)
    rows = text_rows(shown.name, width, HUGE, bold=True, centred=True)
    rows += (gap(), *text_rows(shown.until, width, TITLE, centred=True))
    return _centred(rows, height)
