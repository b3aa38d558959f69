"""Every window in a language longer than English, and in one that is read from the right.

On a small screen no text of ours is left in English, none is cut off, nothing stands outside its
window or on the wrong side. What is painted by hand is not seen: ``make screens`` is for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame import PROGRAM
from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Does as Asks
from idlib_wargame.rules.offer import How, Link, Offer, Term
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.pins import PinLock, hashed
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.desk.inject_drafts import Aim
from idlib_wargame.views.map.shown import Maps
from idlib_wargame.views.msel.columns import Column, heading_of
from idlib_wargame.views.recent import Recent
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.view import MapView
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.seat.knowledge_column import Section
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.conftest import HARBOUR
from tests.harbour_exercise import begin
from tests.tries import thorough
from tests.windows.walking import TOLD, Walk, moments, protest, settle, shown, windows_let_go
from tests.words.pseudo import texts_of

Does = Callable[[], object]
IN_FULL_AT_SEAT = {"talks", "orders", "report", "finished"}
# Where each tab of the desk is looked at; at other moments the one that it turns to by itself.
IN_FULL_AT_DESK = {"orders, one sealed and one begun", "adjudication", "report", "finished"}
FULL = HARBOUR.with_name("harbour_full")


@pytest.fixture(params=[ACCENTED, pytest.param(MIRRORED, marks=thorough)])
def walk(
    request: pytest.FixtureRequest, qapp: QApplication, speak: Callable[[str], None]
) -> Iterator[Walk]:
    """A walk in each language; whatever it found is told when it is over."""
    theme.apply(qapp)
    speak(request.param)
    walk = Walk(request.param, {PROGRAM})
    with windows_let_go():
        yield walk
    assert walk.report() == ""


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects and a map, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


@pytest.fixture(scope="session")
def played(full: PackReading, tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """An exercise with every kind of act, played to its end."""
    path = tmp_path_factory.mktemp("walked") / "course.wargame"
    session = begin(full, path)
    assert list(moments(session))[-1] == "finished"
    session.close()
    return read_session(path)


def test_start(qtbot: QtBot, walk: Walk, played: SavedSession, tmp_path: Path) -> None:
    """Without sessions, with some of which one is gone, and with a fault told."""
    window = StartWindow(tmp_path)
    qtbot.addWidget(window)
    shown(window)
    walk.look("empty", window)
    gone, when = tmp_path / "gone.wargame", "2031-03-03T12:00:00+00:00"
    walk.others |= {gone.name}
    scenario, last = played.scenario, played.last
    young = played.moments[1].play
    window.show_recent(
        [
            Recent.of(path, scenario, play, when)
            for path, play in ((played.path, last), (played.path, young), (gone, last))
        ]
    )
    walk.others |= {played.scenario.title, str(played.path), str(gone), played.path.name}
    walk.look("recent", window)
    assert walk.places == 2


def test_setup(qtbot: QtBot, walk: Walk, full: PackReading, tmp_path: Path) -> None:
    """Each page as it opens and with other answers; a pack that must be mended first."""
    walk.others |= texts_of(full.scenario)
    assistant = SetupAssistant([FULL], tmp_path, TypesetPapers())
    qtbot.addWidget(assistant)
    shown(assistant)
    pages = assistant.exercise_page, assistant.seats_page
    for page in range(4):
        assistant.go_to(page)
        if page == 1:
            # Its file's name holds the group's, which is in the language, and brackets stand in it.
            pages[0].group.setText("Group B")
            pages[0].group.textEdited.emit("Group B")
        elif page == 2:
            pages[1].cards[0].names.add(["Ana", "Ben"])
        _know_plan(walk, assistant)
        walk.look(f"page {page + 1}", assistant)
    assistant.reject()
    walk.look("leaving", assistant)
    assistant.go_to(0)
    broken = HARBOUR.with_name("forty_mistakes")
    problems = read_pack(broken).problems
    walk.others |= {broken.name} | _said_by_authors(problems)
    assistant.open_pack(broken)
    walk.look("problems", assistant)
    assert walk.places == 6


def _said_by_authors(problems: Sequence[Problem]) -> set[str]:
    """Names of files, and all that stands in quotation marks."""
    quoted = re.findall(
        r"'(.*?)'(?!\w)", " ".join(f"{each.found} {each.expected}" for each in problems)
    )
    return {each.file for each in problems} | {each.nearest for each in problems} | set(quoted)


def _know_plan(walk: Walk, assistant: SetupAssistant) -> None:
    plan = assistant.plan
    assert plan is not None
    assert plan.path is not None
    dice = plan.fingerprint.upper()
    files = {str(plan.path), plan.path.name, str(plan.path.parent)}
    walk.others |= {plan.fingerprint, dice[:4], dice[4:8]} | files


def test_desk(qtbot: QtBot, walk: Walk, session: Session) -> None:
    """Each tab in each phase, every question and every form."""
    walk.others |= {"projector", "list.csv"}  # as the system calls a screen, and a file
    walk.knows(session.scenario, session.path)
    desk = DeskWindow(session, maker=TypesetPapers())
    qtbot.addWidget(desk)
    shown(desk)
    for moment in moments(session):
        if moment == "adjudication":
            _open_cards(desk)
        if moment in IN_FULL_AT_DESK:
            walk.look_at_each(moment, desk.page.tabs, desk)
        else:
            walk.look(moment, desk)
        for name, opened, closed in _bars(desk, moment):
            opened()
            walk.look(f"{moment}, {name}", desk)
            closed()
    assert walk.places == 82


def _open_cards(desk: DeskWindow) -> None:
    for card in desk.page.orders.cards.values():
        card.more.setChecked(True)
        card.mark.setChecked(True)
    card = desk.page.orders.cards[protest(desk.session)]
    card.open_form()
    assert card.form is not None
    card.form.bands.button(int(Band.BACKFIRE)).click()


def _bars(desk: DeskWindow, moment: str) -> Iterator[tuple[str, Does, Does]]:
    """What can be opened on a desk, how, and how it is left."""
    page, cover, seat = desk.page, desk.handover.cover, desk.page.seats.rows["astra"]

    def tracks() -> None:
        desk.turning.show_situation()
        page.situation.either.show_map(False)

    def letters() -> None:
        desk.turning.show_letters()
        desk.uncover_messages()

    def answer_and_leak() -> None:
        letters()
        settle()
        card = next(each for each in page.messages.cards.values() if each.row.answer_to)
        card.answer.click()
        card.leak.click()

    def unguided() -> None:
        if page.guide is not None:
            page.guide.leave.click()

    def notes() -> None:
        ties = (Tie(About.SEAT, "astra"),)
        note = TakeNote("Astra", ("Astra",), ties, for_report=True, important=True)
        desk.session.submit(note, FACILITATOR)
        desk.session.submit(SeatObserver(Observer("Ana")), FACILITATOR)
        page.seats.people.more.setChecked(True)
        desk.turning.show_notes()

    def put_away() -> None:
        if page.card is not None:
            page.card.hide()

    def leave() -> None:
        for bar in (page.question, page.banner, page.tell, page.note):
            bar.hide()

    if moment == "orders, one sealed and one begun":
        yield "uncovered", desk.uncover_orders, desk.uncover_orders
        yield "late", desk.do_next, leave
        yield "tracks", tracks, nothing
        yield "messages", letters, desk.uncover_messages
        yield "answer and leak", answer_and_leak, desk.uncover_messages
        yield "notes", notes, leave
        yield "an observer", desk.add_observer, nothing
        yield "no report", desk.turning.show_report, leave
        yield "covered", lambda: desk.handover.open_seat("astra"), desk.handover.close_seat
        yield "come back to", nothing, cover.lifted.emit
    elif moment == "injects, some due":
        board = page.injects_tab.board
        listed = desk.session.path.with_name("list.csv")  # type: ignore[union-attr]
        yield "board", desk.turning.show_msel, nothing
        yield "an inject", board.open_sheet, board.close_forms
        yield "an inject edited", lambda: board.begin(Aim.EDIT, "cold_spring"), board.close_forms
        columns = (Column.TITLE, Column.TEXT, Column.TO)
        heads = ";".join(heading_of(each) for each in columns)
        inject = desk.session.scenario.injects[0]
        rows = f"{heads};Astra\n{inject.title};{inject.text};Astra\n;;Borea\n"
        listed.write_text(rows, encoding="utf-8")
        yield "a list", lambda: desk.injecting.take(listed), board.close_forms
        board.words.setText("nothing of it")
        yield "nothing found", board.words.editingFinished.emit, board.words.clear
        page.injects_tab.show_cards()
    elif moment in ("injects", "report"):
        yield "keys", desk.show_keys, leave
        yield "telling", desk.tell_seats, leave
        yield "a note", desk.take_note, leave
        yield "undo", desk.ask_undo, leave
        yield "reopen", desk.ask_reopen, leave
        yield "finish", desk.ask_finish, leave
        yield "another at a seat", seat.reseat.click, nothing
    elif moment == "reopened":
        yield "tracks", tracks, nothing
        yield "palette", desk.show_palette, desk.palette_bar.leave
        yield "help", desk.help_here, desk.helping.card.hide
        yield "guide", desk.begin_guide, unguided
        yield "the card", desk.show_card, put_away


def nothing() -> None:
    """What stays open is closed by what comes."""


def test_pins(
    qtbot: QtBot, walk: Walk, session: Session, played: SavedSession, tmp_path: Path
) -> None:
    """Where a PIN is chosen, where it is asked for, and where one has to wait."""
    walk.knows(session.scenario, session.path)
    walk.knows(played.scenario, played.path)
    lock = PinLock(hashed("1234"), clock=lambda: 0.0)
    desk = DeskWindow(session, lock, covered=True)
    replay = ReplayWindow(played, lock=lock)
    assistant = SetupAssistant([FULL], tmp_path, TypesetPapers())
    for window in (desk, replay, assistant):
        qtbot.addWidget(window)
        shown(window)
    replay.readers.control.click()
    for tries in range(4):
        lock.opens("wrong")
        for entry in (desk.handover.cover.pin, replay.asking.pin):
            entry.look_again()
        if tries in (0, 3):
            walk.look(f"desk after {tries + 1}", desk)
            walk.look(f"replay after {tries + 1}", replay)
    desk.handover.cover.lifted.emit()
    desk.cover_desk()
    walk.look("waiting", desk)
    assistant.go_to(1)
    assistant.exercise_page.group.setText("Group B")
    assistant.exercise_page.group.textEdited.emit("Group B")
    card = assistant.exercise_page.pin
    for pin, again in (("123", ""), ("1234", "12345"), ("1234", "1234")):
        card.pin.setText(pin)
        card.again.setText(again)
        card.pin.textEdited.emit(pin)
        _know_plan(walk, assistant)
        walk.look(f"setup with {pin}, {again}", assistant)
        assistant.say(card.problem())
        walk.look(f"problem with {pin}, {again}", assistant)
    assert walk.places == 11


def test_seat(qtbot: QtBot, walk: Walk, session: Session) -> None:
    """The curtain, and each tab at each moment: moves, messages, results."""
    walk.knows(session.scenario, session.path)
    timer = PhaseTimer()
    window = SeatWindow(seat_door(session, "astra"), timer)
    qtbot.addWidget(window)
    shown(window)
    walk.look("curtain", window)
    window.curtain.press()
    walk.look("curtain that asks for a PIN to be set", window)
    _look_round(walk, window)
    for moment in moments(session):
        if moment == "injects":
            window.lift()
            for section in window.orders_page.knowledge.findChildren(Section):
                section.open(True)
        elif moment == "orders":
            _pick(window)
        if moment in IN_FULL_AT_SEAT:
            walk.look_at_each(moment, window.pages, window)
        else:
            walk.look(moment, window)
        if moment == "talks":
            _bargain(walk, window, session)
    assert walk.places == 58


def _bargain(walk: Walk, window: SeatWindow, session: Session) -> None:
    """An offer that waits, all that is asked about it, and the editor, at its fullest and empty."""
    terms = (
        Term("borea", Asks.WORDS, TOLD, 2),
        Term("borea", Asks.RESTRAINT, "no_force_against", 3, against="astra"),
        Term("astra", Asks.CLAUSE, "ground_opened", 2, score=2, hold=True, link=Link(How.ONCE, 0)),
    )
    offer = Offer("borea", ("astra", "caldis"), terms, 1, 4, text=TOLD)
    session.submit(TableOffer("borea", offer), "borea")
    deals = window.deals
    window.turn_to("deals")
    settle()
    (card,) = deals.list.cards.values()
    card.more.click()
    walk.look("an offer that waits", window)
    card.acts[May.REFUSE].click()
    walk.look("asked before it is refused", window)
    deals.question.hide()
    card.acts[May.COUNTER].click()
    deals.editor.theirs.add.click()
    walk.look("a counter", window)
    deals.editor.draft.click()
    settle()
    walk.look("a draft", window)
    deals.write.click()
    walk.look("an offer of one's own", window)
    deals.editor.discard.click()
    deals.allege.ask(card.card.terms[0], card.card)
    walk.look("an allegation", window)
    deals.allege.leave()
    window.turn_to("orders")


def _look_round(walk: Walk, window: SeatWindow) -> None:
    """The first look, card by card."""
    window.lift()
    window.look_round()
    for card in range(6):
        walk.look(f"first look, card {card}", window)
        window.first_look.next.click()
    window.let_down()


def _pick(window: SeatWindow) -> None:
    open_now = [button for button in window.moves.buttons() if button.option.legal]
    open_now[0].click()
    window.moves.buttons()[-1].click()
    window.moves.looked_at.emit(open_now[0].option)


def test_replay(qtbot: QtBot, walk: Walk, played: SavedSession) -> None:
    """Each tab, in the middle and at the end, as the room and as control may read it."""
    walk.knows(played.scenario, played.path)
    for reader in (ROOM, CONTROL):
        window = ReplayWindow(played, reader)
        qtbot.addWidget(window)
        shown(window)
        for place in (0, window.marks.count // 2, window.marks.count - 1):
            window.player.seek(place)
            walk.look_at_each(f"{place}", window.tabs, window)
        window.player.toggle()
        window.player.pause()
        window.close()
    assert walk.places == 28


def test_chart(qtbot: QtBot, walk: Walk, played: SavedSession, tmp_path: Path) -> None:
    """At the start and at a turn; its parts stand beside each other and run to the right."""
    walk.knows(played.scenario, played.path)
    panel = EscalationPanel(played.scenario)
    qtbot.addWidget(panel)
    shown(panel)
    panel.show_play(played.last)
    for turn in (0, 1):
        panel.set_cursor(turn)
        walk.look(f"turn {turn}", panel)
    walk.others |= {str(tmp_path / "figures.csv")}
    panel.save_figures(tmp_path / "figures.csv")
    walk.look("saved", panel)
    drawing = panel.plot.drawing
    parts = [each for each in drawing.childItems() if each.isWidget()]
    assert len(parts) == 9
    directions = {each.layoutDirection() for each in (drawing, *parts, panel.plot)}
    assert directions == {Qt.LayoutDirection.LeftToRight}
    places = [each.sceneBoundingRect() for each in parts]
    shared = [one & other for one, other in combinations(places, 2)]
    assert [each for each in shared if each.width() > 1 and each.height() > 1] == []
    assert drawing.turn_at(panel.plot.mapToScene(panel.plot.width() - 10, 100)) == 4


def test_map(qtbot: QtBot, walk: Walk, played: SavedSession) -> None:
    """With its legend, and with what stands below it about each place."""
    walk.knows(played.scenario, played.path)
    view = MapView(Maps(played.scenario).of(played.last))
    qtbot.addWidget(view)
    shown(view)
    walk.look("map", view)
    for standing in view.shown.standings:
        view.canvas.pointed.emit(standing.feature.id)
        walk.look(standing.feature.id, view)
    view.open_history(view.shown.in_order[0])
    walk.look("history", view)
    assert walk.places == 5
