"""The desk on a small screen with large text: everything can be read and reached."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.clocks_and_flags import ClockLine
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.side_panel import SidePanel
from idlib_wargame.windows.desk.side_switch import Part
from idlib_wargame.windows.look import theme
from tests.windows.chart.exercises import played
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text, dressed
from tests.windows.play_harbour import adjudicated, begin, closed

HD_AT_150 = QSize(1272, 684)  # what a frame and no taskbar leave of 1280 × 720
OLD_LAPTOP = QSize(1358, 732)


def eleven_rungs(scenario: Scenario) -> Scenario:
    """The pack with a longer ladder."""
    first = scenario.ladder[0]
    more = (replace(first, number=n, name=f"Rung number {n}") for n in range(11))
    return replace(scenario, ladder=tuple(more))


@pytest.fixture
def side(qtbot: QtBot, desk_of: Opener, full: PackReading) -> SidePanel:
    """The side of a desk on an old laptop, with four clocks under eleven rungs."""
    assert full.scenario is not None
    panel = SidePanel(eleven_rungs(full.scenario))
    qtbot.add_widget(panel)
    panel.show_facts([ClockLine(f"Clock {n}", "12 days left", "") for n in range(4)], ())
    panel.resize(420, 560)
    panel.show()
    panel.make_chart()
    session = begin(full)
    panel.show_play(session.play)
    return panel


def chart_of(side: QWidget) -> EscalationPanel:
    """The chart on the side panel."""
    chart = side.findChild(EscalationPanel)
    assert isinstance(chart, EscalationPanel)
    return chart


@at_each_size_of_text
def test_every_rung_has_its_name_whatever_the_clocks(
    qtbot: QtBot, side: SidePanel, scale: int
) -> None:
    """Eleven rungs and four clocks at 1366 × 768: no band is lower than its name."""
    theme.set_text_scale(scale)
    names = chart_of(side).plot.drawing._names
    line = theme.font(11).pixelSize()
    qtbot.wait_until(lambda: names.height() / 11 >= line)


def test_a_low_side_shows_one_part_at_a_time_and_that_whole(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """At 1366 × 768 and under a long ladder: the chart, what moved the turn, the clocks."""
    assert full.scenario is not None
    panel = SidePanel(eleven_rungs(full.scenario))
    qtbot.add_widget(panel)
    panel.show_facts([ClockLine(f"Clock {n}", "12 days left", "") for n in range(4)], ())
    panel.resize(420, 560)
    panel.show()
    panel.make_chart()
    panel.show_play(played(full, 2))
    chart, foot = chart_of(panel), panel._foot
    qtbot.wait_until(lambda: chart.plot.isVisible() and not chart.readout.isVisible())
    panel.switch.buttons[Part.TURN].click()
    orders = chart.readout.orders
    assert len(orders.lines()) >= 3

    def has_rows() -> bool:
        three = sum(orders.sizeHintForRow(row) for row in range(3))
        return three > 3 * 16 and orders.viewport().height() >= three

    qtbot.wait_until(has_rows)
    assert not chart.plot.isVisible()
    panel.resize(420, 300)
    qtbot.wait_until(panel.switch.buttons[Part.CLOCKS].isVisible)
    panel.switch.buttons[Part.CLOCKS].click()
    qtbot.wait_until(lambda: foot.isVisible() and not foot.verticalScrollBar().isVisible())
    assert not chart.isVisible()
    panel.resize(420, 1000)
    qtbot.wait_until(lambda: not panel.switch.isVisible())
    assert all(part.isVisible() for part in (chart.plot, chart.readout, foot))


@dressed
def test_the_rooms_picture_does_not_cut_the_chart(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """Where both have no room, whoever unfolds the picture sees it alone, and can turn back."""
    desk = desk_of(begin(full))
    side, room = desk.page.side, desk.room.panel
    side.make_chart()
    desk.resize(1366, 540)
    qtbot.wait_until(side.switch.buttons[Part.CHART].isVisible)
    room.fold.click()
    qtbot.wait_until(lambda: room.preview.isVisible() and not chart_of(side).isVisible())
    side.switch.buttons[Part.CHART].click()
    chart = chart_of(side)
    qtbot.wait_until(lambda: chart.plot.isVisible() and not room.preview.isVisible())
    qtbot.wait_until(lambda: side._scroll.viewport().height() >= chart.height())
    room.fold.click()
    qtbot.wait_until(lambda: not side.switch.buttons[Part.ROOM].isVisible())
    room.fold.click()
    qtbot.wait_until(room.preview.isVisible)
    desk.resize(1366, 1000)
    qtbot.wait_until(lambda: chart.plot.isVisible() and room.preview.isVisible())


def test_nothing_in_the_side_lies_over_another(qtbot: QtBot, side: SidePanel) -> None:
    """The turn in words, the legend and the clocks begin where the chart ends."""
    theme.set_text_scale(150)
    side.resize(420, 1200)
    chart = chart_of(side)

    def in_order() -> bool:
        parts = (chart.plot, chart.readout, chart.legend)
        boxes = [QRect(part.mapTo(chart, QPoint()), part.size()) for part in parts]
        below = all(a.bottom() <= b.top() for a, b in pairwise(boxes))
        return below and chart.height() >= chart.minimumSizeHint().height()

    qtbot.wait_until(in_order)
    assert chart.plot.isVisible()
    assert chart.readout.isVisible()


@at_each_size_of_text
@pytest.mark.parametrize("size", [HD_AT_150, OLD_LAPTOP])
def test_the_desk_keeps_to_a_small_screen(
    qtbot: QtBot, desk_of: Opener, full: PackReading, size: QSize, scale: int
) -> None:
    """The filled button, the status line and the way into each seat are inside the window."""
    session = begin(full)
    desk = desk_of(session)
    desk.looks.set_text(scale)
    desk.resize(size)
    for act in (None, closed, adjudicated):
        if act is not None:
            act(session)
        qtbot.wait_until(lambda: desk.size() == size)
        QApplication.processEvents()  # a splitter takes up the least widths in the next round
        inside = QRect(QPoint(), size)
        for part in (desk.page.top.next, desk.page.status, desk.page.side, desk.page.tabs):
            if part.isVisible():
                assert inside.contains(QRect(part.mapTo(desk, QPoint()), part.size()))
        for row in desk.page.seats.rows.values():
            for button in row.findChildren(QPushButton):
                if button.isVisible():
                    assert button.width() >= button.minimumSizeHint().width()


def test_the_exercise_is_named_in_full(desk_of: Opener, full: PackReading) -> None:
    """At 1280 × 720 and large text, the name of the exercise is not cut short."""
    session = begin(full)
    desk = desk_of(session)
    desk.looks.set_text(150)
    desk.resize(HD_AT_150)
    about = desk.page.top.about
    assert about.text() == about.whole
    assert about.whole.endswith("Spring course · Group B")


def test_the_desk_does_not_grow_when_the_time_is_up(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """A timer that runs over has more to say; the window stays as it is."""
    desk = desk_of(begin(full))
    desk.resize(700, 500)
    before = desk.size()
    desk.page.top.timer.show()
    desk.page.top.timer.words.setText("1:22:03 over and over and over and over" * 4)
    qtbot.wait(50)
    assert desk.size() == before


def test_phases_give_way_to_the_one_in_force(desk_of: Opener, full: PackReading) -> None:
    """Where there is no room for the whole turn, the phase that is on stands alone."""
    session: Session = begin(full)
    desk = desk_of(session)
    phases = desk.page.top.phases
    phases.resize(phases.minimumSizeHint())
    shown = [each.text() for each in phases._labels.values() if not each.isHidden()]
    assert shown == ["Injects"]
    phases.resize(phases.sizeHint())
    assert not any(each.isHidden() for each in phases._labels.values())


@at_each_size_of_text
def test_a_seat_can_be_opened_while_another_is_seated_anew(
    qtbot: QtBot, desk_of: Opener, full: PackReading, scale: int
) -> None:
    """The seats drawn as narrow as they go, the form open: no button is cut at the edge."""
    session = begin(full)
    desk = desk_of(session)
    desk.looks.set_text(scale)
    desk.resize(HD_AT_150)
    panel = desk.page.seats
    panel.rows["astra"].open_form()
    desk.page.across.setSizes([1, 2000, 1])
    qtbot.wait_until(lambda: panel.width() == panel.minimumSizeHint().width())
    scroll = panel.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    edge = scroll.viewport()
    looked = 0
    assert panel.round.geometry().right() < panel.width()
    for button in edge.findChildren(QPushButton):
        if button.isVisible():
            box = QRect(button.mapTo(edge, QPoint()), button.size())
            assert 0 <= box.left() <= box.right() < edge.width()
            looked += 1
    assert looked >= 4 + 2


def test_the_form_makes_the_room_it_needs(qtbot: QtBot, desk_of: Opener, full: PackReading) -> None:
    """Opened in a column that was as narrow as the seats alone, it is not cut."""
    desk = desk_of(begin(full))
    desk.looks.set_text(150)
    desk.resize(HD_AT_150)
    desk.page.across.setSizes([1, 2000, 1])
    panel = desk.page.seats
    qtbot.wait_until(lambda: panel.width() == panel.minimumSizeHint().width())
    row = panel.rows["astra"]
    row.open_form()
    form = row.form
    assert form is not None
    qtbot.wait_until(lambda: form.isVisible() and form.width() >= form.minimumSizeHint().width())
    assert panel.width() >= panel.minimumSizeHint().width()


def test_names_people_and_states_of_seats_are_read_whole(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """However long: they wrap, and every one has the height that it needs."""
    assert full.scenario is not None
    far = " and the united provinces of the far north-eastern coast"
    seats = tuple(replace(seat, name=seat.name + far) for seat in full.scenario.seats)
    session = begin(replace(full, scenario=replace(full.scenario, seats=seats)))
    desk = desk_of(session)
    desk.looks.set_text(150)
    desk.resize(HD_AT_150)
    labels = [
        words
        for row in desk.page.seats.rows.values()
        for words in row.findChildren(QLabel)
        if words.text()
    ]
    assert sum(far in words.text() for words in labels) == 4
    qtbot.wait_until(
        lambda: all(words.height() >= words.heightForWidth(words.width()) for words in labels)
    )


def test_what_moved_a_turn_is_read_without_scrolling(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """At 1366 × 768, under eleven rungs: the turn, its heading and the first order."""
    assert full.scenario is not None
    session = begin(replace(full, scenario=eleven_rungs(full.scenario)))
    desk = desk_of(session)
    desk.resize(OLD_LAPTOP)
    desk.page.side.make_chart()
    closed(session)
    chart = chart_of(desk)
    turn = desk.page.side.switch.buttons[Part.TURN]
    qtbot.wait_until(turn.isVisible)
    turn.click()
    place = chart.parentWidget()
    while not isinstance(place, QScrollArea):
        assert place is not None
        place = place.parentWidget()
    seen = place.viewport()

    def in_sight() -> bool:
        parts = (chart.readout.rung, chart.readout.heading, chart.readout.orders)
        tops = [part.mapTo(seen, QPoint()).y() for part in parts]
        first_order = tops[-1] + chart.readout.fontMetrics().height()
        whole = tops == sorted(tops) and tops[0] > 0 and first_order <= seen.height()
        return whole and not chart.plot.isVisible()

    qtbot.wait_until(in_sight)
    assert place.verticalScrollBar().value() == 0


@at_each_size_of_text
def test_a_rung_is_named_in_full_beside_a_few_turns(
    qtbot: QtBot, desk_of: Opener, full: PackReading, scale: int
) -> None:
    """On the desk's narrow chart names have what room a few turns leave, at any size of text."""
    assert full.scenario is not None
    first = full.scenario.ladder[0]
    ladder = tuple(replace(first, number=n, name=f"Sieges of the {n:02}th post") for n in range(11))
    session = begin(replace(full, scenario=replace(full.scenario, ladder=ladder)))
    desk = desk_of(session)
    desk.looks.set_text(scale)
    desk.resize(OLD_LAPTOP)
    desk.page.side.make_chart()
    names = chart_of(desk).plot.drawing._names
    line = QFontMetricsF(theme.font(11)).height()
    whole = [rung.name for rung in names._rungs]
    qtbot.wait_until(lambda: (names._fitted()[1], names._every(line)) == (whole, 1))


def test_turns_keep_their_room_beside_the_rungs_when_text_grows(
    qtbot: QtBot, side: SidePanel
) -> None:
    """At 150% names end in dots before the line of the ladder has no room to be drawn in."""
    theme.set_text_scale(150)
    drawing = chart_of(side).plot.drawing
    qtbot.wait_until(lambda: drawing._axis.column >= 0.9 * theme.scaled(16))


@at_each_size_of_text
def test_no_tab_is_cut(qtbot: QtBot, desk_of: Opener, full: PackReading, scale: int) -> None:
    """Tabs that have no room are hidden but for that of the page shown; all are listed."""
    desk = desk_of(begin(full))
    desk.looks.set_text(scale)
    desk.resize(HD_AT_150)
    tabs, listed = desk.page.tabs, desk.page.all_pages
    bar = tabs.tabBar()
    for place in (tabs.count() - 1, 0, tabs.count() - 2):
        tabs.setCurrentIndex(place)

        def whole() -> bool:
            shown = [each for each in range(bar.count()) if bar.isTabVisible(each)]
            rects = [bar.tabRect(each) for each in shown]
            wide = [bar.tabSizeHint(each).width() for each in shown]
            inside = all(rect.left() >= 0 and rect.right() <= bar.width() for rect in rects)
            kept = tabs.currentIndex() in shown and [rect.width() for rect in rects] == wide
            return inside and kept and listed.isVisible() == (len(shown) < bar.count())

        qtbot.wait_until(whole)
        assert tabs.currentIndex() == place
    desk.resize(1024, 560)
    qtbot.wait_until(lambda: not bar.isTabVisible(bar.count() - 1))
    for place in range(tabs.count()):  # each is still turned to by its digit, and stays
        QTest.keyClick(desk, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        qtbot.wait_until(lambda: bar.isTabVisible(bar.currentIndex()))
        assert tabs.currentIndex() == place
        assert tabs.currentWidget().isVisible()
    gone = [tabs.tabText(each) for each in range(bar.count()) if not bar.isTabVisible(each)]
    assert listed.text() == f"{len(gone)} more pages"
    assert all(each in listed.toolTip() for each in gone)
    listed.setFocus()
    listed.menu().aboutToShow.emit()
    listed.menu().actions()[-1].trigger()
    qtbot.wait_until(lambda: bar.isTabVisible(bar.count() - 1))
    assert bar.hasFocus(), "the keys are at the page that was picked"


@dressed
def test_who_plays_a_seat_is_read_whole_while_it_is_changed(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """Where the list has no room for the name of a habit, it stands under it."""
    desk = desk_of(begin(full))
    desk.looks.set_text(150)
    desk.resize(HD_AT_150)
    row = desk.page.seats.rows["borea"]
    row.reseat.click()
    form = row.form
    assert form is not None
    form.player.setItemText(form.player.currentIndex(), "Habit: As the paper describes them")
    form.resize(form.width() - 1, form.height())
    qtbot.wait_until(form.picked.isVisible)
    assert form.picked.text() == "Habit: As the paper describes them"
    form.player.setCurrentIndex(form.player.findData("control"))
    assert form.picked.isVisible() == (form.player.shown_words() != form.player.currentText())


def test_a_narrow_desk_that_nobody_touches_rests(desk_of: Opener, full: PackReading) -> None:
    """Tabs without room are hidden once: a bar that is laid out for ever makes each act slow."""
    desk = desk_of(begin(full))
    desk.resize(1024, 560)
    asked = list[QEvent.Type]()

    class Looks(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(event.type())
            return False

    looks = Looks()
    desk.page.tabs.installEventFilter(looks)
    for round_ in range(60):
        QApplication.processEvents()
        if round_ == 30:
            assert desk.page.all_pages.isVisible()
            asked.clear()
    assert asked == []
