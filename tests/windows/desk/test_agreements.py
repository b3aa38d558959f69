"""The facilitator sees who promised what, scores free words, leaks, and acts for seats by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.seat import seat_view
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from tests.session.bargains import KEY, OFFER, accept, case, sign, table, to_closed, to_open_orders
from tests.session.exercises import COVERT, do
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import begin, shown_text, texts

CTRL = Qt.KeyboardModifier.ControlModifier
TO_PRESS = Offer(
    "astra",
    ("press",),
    (Term("press", Does.WORDS, "Print nothing", 3),),
    answer_by=1,
    until=3,
)
PRESS_KEY = f"astra>press/parties/{TO_PRESS.digest}"


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk, in a pack with agreements."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def opened(desk_of: Opener, session: Session) -> DeskWindow:
    """The desk, with its page of agreements uncovered."""
    desk = desk_of(session)
    desk.turning.show_agreements()
    desk.uncover_messages()
    QApplication.processEvents()
    return desk


def tab(desk: DeskWindow) -> str:
    """What the tab says."""
    return desk.page.tabs.tabText(desk.page.tabs.indexOf(desk.page.agreements))


def press(key: Qt.Key, *rest: Qt.Key) -> None:
    """Press keys on whatever has them."""
    for each in (key, *rest):
        QTest.keyClick(in_focus(), each)


def in_focus() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_page_without_offers_says_what_will_stand_there(
    desk_of: Opener, session: Session
) -> None:
    """And nothing is there to be covered."""
    desk = desk_of(session)
    desk.turning.show_agreements()
    assert tab(desk) == "Agreements"
    page = desk.page.agreements
    assert "What seats offer and promise each other stands here" in shown_text(page)
    assert not page.uncover.isVisible()


def test_a_pack_without_agreements_has_no_such_page(desk_of: Opener, harbour: PackReading) -> None:
    """The menu says why."""
    desk = desk_of(begin(harbour))
    desk.turning.show_agreements()
    assert desk.page.tabs.indexOf(desk.page.agreements) < 0
    assert "This pack has no agreements" in desk.page.banner.words.text()


def test_all_marks_and_who_knows_are_read(desk_of: Opener, session: Session) -> None:
    """The rules' finding, what was alleged beside it, and to whom it was leaked."""
    sign(session)
    do(session, LeakAgreement(KEY, ("caldis",)))
    to_closed(session)
    session.submit(AllegeBreach("astra", KEY, 1, "Not a kind word"), "astra")
    desk = opened(desk_of, session)
    text = shown_text(desk.page.agreements.list)
    assert "Known to Astra and Borea, and by a leak to Caldis" in text
    assert "Turn 1: kept so far" in text
    assert "Astra says that it was broken: Not a kind word" in text
    assert "Term 2, in free words, waits for your score." in text
    assert tab(desk) == "Agreements (1 waits)"


def test_words_are_scored_by_keys_alone(desk_of: Opener, session: Session) -> None:
    """A reason is needed; half of it stays where it is left, and is asked about at the end."""
    sign(session)
    to_closed(session)
    session.submit(AllegeBreach("astra", KEY, 1), "astra")
    desk = opened(desk_of, session)
    page = desk.page.agreements
    page.cards[KEY].scores[1].setFocus()
    press(Qt.Key.Key_Return)
    assert page.score.isVisible()
    assert page.score.about.text() == "Term 2 of the agreement of Astra and Borea: “Be kind”"
    assert not page.score.go.isEnabled()
    page.score.why.setFocus()
    QTest.keyClicks(page.score.why, "Fine wor")
    QTest.keyClick(page.score.why, Qt.Key.Key_Return, CTRL)
    assert page.score.fault.text() == "Pick a score first."
    press(Qt.Key.Key_Escape)
    assert not page.score.isVisible()
    page.cards[KEY].scores[1].setFocus()
    press(Qt.Key.Key_Return)
    assert page.score.why.text() == "Fine wor"
    page.score.scale.button(2).setFocus()
    press(Qt.Key.Key_Space)
    assert page.score.go.text() == "Score it 2 of 3"
    page.score.why.setFocus()
    QTest.keyClicks(page.score.why, "ds")
    QTest.keyClick(page.score.why, Qt.Key.Key_Return, CTRL)
    (given,) = case(session).scores
    assert (given.term, given.score, given.why) == (1, 2, "Fine words")
    assert session.play.desk_drafts == {}
    assert tab(desk) == "Agreements"
    assert "you scored term 2 2 of 3. Why: Fine words" in shown_text(page.list)


def test_a_term_that_is_due_waits_and_holds_nothing_up(desk_of: Opener, session: Session) -> None:
    """The turn is closed without a score, as ever."""
    soon = OFFER._replace(terms=(OFFER.terms[0], OFFER.terms[1]._replace(by=1)))
    sign(session, soon)
    desk = opened(desk_of, session)
    assert tab(desk) == "Agreements (1 waits)"
    to_closed(session)
    assert session.play.closed


def test_what_is_secret_is_covered_until_it_is_asked_for(desk_of: Opener, session: Session) -> None:
    """On a projector nobody reads a word of it, nor between whom it is, nor in the log."""
    key = sign(session, OFFER._replace(text="ZANZIBAR"))
    session.submit(AllegeBreach("astra", key, 1, "TIMBUKTU"), "astra")
    desk = desk_of(session)
    desk.turning.show_agreements()
    QApplication.processEvents()
    page = desk.page.agreements

    def told() -> str:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        log = desk.page.log.lines
        cells = [log.data(log.index(row, at)) for row in range(log.rowCount()) for at in (2, 3)]
        return "\n".join([*cells, *texts(page)])

    assert "A secret agreement" in shown_text(page)
    for secret in ("ZANZIBAR", "TIMBUKTU", "Astra", "Borea", "Be kind"):
        assert secret not in told()
    page.uncover.click()
    QApplication.processEvents()
    for secret in ("ZANZIBAR", "TIMBUKTU", "Astra", "Borea", "Be kind"):
        assert secret in told()
    page.cards[key].scores[1].click()
    page.score.why.setText("MARRAKESH")
    page.uncover.click()
    QApplication.processEvents()
    assert not page.score.isVisible()
    for secret in ("ZANZIBAR", "TIMBUKTU"):
        assert secret not in told()
    assert "MARRAKESH" in desk.page.half.of(f"score/{key}/1")
    assert "MARRAKESH" not in told()


def test_a_leak_names_its_readers_and_is_asked_about(desk_of: Opener, session: Session) -> None:
    """To nobody by default."""
    sign(session)
    desk = opened(desk_of, session)
    page = desk.page.agreements
    page.cards[KEY].leak.click()
    assert sorted(page.leak.chips.chips) == ["caldis", "press"]
    assert not page.leak.leak.isEnabled()
    page.leak.chips.chips["caldis"].click()
    page.leak.leak.click()
    asked = desk.page.question.words.text()
    assert asked == (
        "Leak the agreement of Astra and Borea? To: Caldis. The parties are not told that the "
        "leak happened, and no undo takes it back."
    )
    desk.page.question.yes.click()
    assert case(session).leaked_to == {"caldis"}
    assert not page.leak.isVisible()


def test_an_offer_to_a_seat_of_control_is_answered_by_hand(
    desk_of: Opener, session: Session
) -> None:
    """It waits at the top; refused, it is over."""
    table(session, TO_PRESS)
    desk = opened(desk_of, session)
    page = desk.page.agreements
    assert tab(desk) == "Agreements (1 waits)"
    assert "Press, which you play, is asked for an answer." in shown_text(page)
    page.cards[PRESS_KEY].acts["press", May.ACCEPT].click()
    assert "Accept the offer of Astra to Press for Press?" in (desk.page.question.words.text())
    desk.page.question.yes.click()
    assert case(session, PRESS_KEY).in_force
    assert tab(desk) == "Agreements"
    page.cards[PRESS_KEY].acts["press", May.DECLARE_OVER].click()
    assert desk.page.question.words.text() == (
        "Declare the agreement of Astra and Press over for Press? It ends for both parties, and "
        "that cannot be taken back."
    )
    desk.page.question.yes.click()
    assert case(session, PRESS_KEY).stage is Stage.DECLARED_OVER


def test_nothing_is_agreed_while_orders_are_open(desk_of: Opener, session: Session) -> None:
    """The page says so, and offers nothing but what may be done."""
    sign(session)
    key = table(session, TO_PRESS._replace(answer_by=2))
    to_open_orders(session)
    desk = opened(desk_of, session)
    page = desk.page.agreements
    assert page.hint.text() == (
        "1 agreement in force; nothing waits for you.\nUntil the results of turn 1 stand you can "
        "score terms and leak, and nobody can sign or end anything."
    )
    assert not page.table.isVisible()
    assert page.cards[key].acts == {}


def test_who_leaves_an_agreement_of_three_by_hand_ends_it_for_itself_alone(
    desk_of: Opener, session: Session
) -> None:
    """The question says what comes of it between so many."""
    key = sign(session, TO_PRESS._replace(to=("borea", "press")))
    desk = opened(desk_of, session)
    desk.page.agreements.cards[key].acts["press", May.DECLARE_OVER].click()
    assert desk.page.question.words.text() == (
        "Declare the agreement of Astra, Borea and Press over for Press? Only Press leaves it, "
        "and it goes on among the others."
    )
    desk.page.question.yes.click()
    assert case(session, key).in_force


def test_a_breach_and_a_declaration_are_two_marks(desk_of: Opener, session: Session) -> None:
    """Each with words of its own."""
    sign(session)
    to_closed(session, COVERT)
    session.submit(DeclareOver("borea", KEY), "borea")
    desk = opened(desk_of, session)
    text = shown_text(desk.page.agreements.list)
    row = desk.page.agreements.cards[KEY].row
    assert row.card is not None
    assert row.card.breached in text
    assert row.card.declared in text
    assert "Astra" in row.card.breached
    assert "Borea" in row.card.declared


def test_a_template_is_tabled_for_a_habits_seat(desk_of: Opener, session: Session) -> None:
    """Its terms are read first."""
    desk = opened(desk_of, session)
    page = desk.page.agreements
    page.table.click()
    assert page.template.template.currentText() == "A quiet season"
    assert "1. Astra: No nets are cut" in page.template.reading.text()
    assert page.template.go.text() == "Table “A quiet season” for Caldis"
    page.template.go.click()
    (tabled,) = session.play.ledger.cases.values()
    assert (tabled.offer.maker, tabled.offer.template) == ("caldis", "quiet_season")
    assert not page.template.isVisible()
    QApplication.processEvents()
    assert "Known to all" in shown_text(page.list)
    page.cards[tabled.key].acts["caldis", May.WITHDRAW].click()
    desk.page.question.yes.click()
    assert case(session, tabled.key).stage is Stage.WITHDRAWN


def test_the_people_in_the_room_sign_on_one_screen(desk_of: Opener, session: Session) -> None:
    """Each with a PIN of their own, by keys; the desk is covered and stays so after."""
    SeatPins(session, "borea").set("Carla", "quay")
    to_both = OFFER._replace(to=("borea", "caldis"), secrecy=Secrecy.PARTIES)
    key = table(session, to_both)
    desk = opened(desk_of, session)
    desk.page.agreements.cards[key].sign.setFocus()
    press(Qt.Key.Key_Return)
    sheet = desk.handover.sheet
    assert sheet is not None
    assert desk.handover.is_covered
    assert not desk.page.isVisible()
    assert list(sheet.rows) == ["borea"]  # astra tabled it, and caldis is no seat of people
    text = shown_text(sheet)
    assert "Borea: “Be kind”" in text
    assert "Signed by tabling it." in text
    assert "Not signed yet; nobody signs for it on this screen." in text
    pin = sheet.rows["borea"].pin.field
    assert pin.mapTo(sheet, QPoint()).x() < sheet.width() // 8  # where its party's name begins
    QTest.keyClicks(in_focus(), "quay")
    press(Qt.Key.Key_Return)
    assert case(session, key).missing == ("borea", "caldis")
    sheet.hand_in.click()
    last = session.entries[-1]
    assert (last.kind, last.by) == ("offer_accepted", "borea")
    assert case(session, key).missing == ("caldis",)
    assert desk.handover.currentWidget() is desk.handover.cover
    desk.handover.cover.button.click()
    assert "Borea signed the offer of Astra to Borea and Caldis. It waits for Caldis." in (
        desk.page.banner.words.text()
    )
    assert case(session, key).is_open


def test_what_was_signed_is_told_for_a_while_and_goes_with_the_cover(
    desk_of: Opener, session: Session
) -> None:
    """Whoever comes by later reads of no secret agreement at the foot of the desk."""
    key = table(session, OFFER._replace(to=("borea", "caldis"), secrecy=Secrecy.PARTIES))
    desk = opened(desk_of, session)
    desk.page.agreements.cards[key].sign.click()
    sheet = desk.handover.sheet
    assert sheet is not None
    sheet.rows["borea"].button.click()
    sheet.question.yes.click()
    sheet.hand_in.click()
    banner = desk.page.banner
    assert not banner.passing.isActive()  # nobody can read it yet
    desk.handover.cover.button.click()
    assert banner.isVisible()
    assert banner.passing.isActive()
    desk.cover_desk()
    desk.handover.cover.button.click()
    assert not banner.isVisible()


def test_a_desk_that_covers_what_is_secret_names_no_secret_offer_that_was_signed(
    desk_of: Opener, session: Session
) -> None:
    """The room may read along on a projector."""
    key = table(session, OFFER._replace(to=("borea", "caldis"), secrecy=Secrecy.PARTIES))
    desk = opened(desk_of, session)
    desk.uncover_messages()
    desk.signing.begin(key)
    sheet = desk.handover.sheet
    assert sheet is not None
    sheet.rows["borea"].button.click()
    sheet.question.yes.click()
    sheet.hand_in.click()
    desk.handover.cover.button.click()
    assert desk.page.banner.words.text() == "The offer was signed. It waits for others."
    desk.uncover_messages()
    desk.uncover_messages()
    assert not desk.page.banner.isVisible()


def test_the_record_says_which_of_two_people_signed(desk_of: Opener, session: Session) -> None:
    """Whose PIN it was; the desk and their own seat read it, and no other party."""
    do(session, Reseat("borea", ("Carla", "Dan"), "person"))
    SeatPins(session, "borea").set("Carla", "quay")
    SeatPins(session, "borea").set("Dan", "slipway", given="quay")
    key = table(session)
    desk = opened(desk_of, session)
    desk.page.agreements.cards[key].sign.click()
    sheet = desk.handover.sheet
    assert sheet is not None
    QTest.keyClicks(in_focus(), "slipway")
    press(Qt.Key.Key_Return)
    sheet.hand_in.click()
    last = session.entries[-1]
    assert (last.kind, last.body["person"]) == ("offer_accepted", "Dan")
    desk.handover.cover.button.click()
    assert "Dan signed for Borea." in shown_text(desk.page.agreements.list)
    own, other = (repr(seat_view(session, seat).ledger) for seat in ("borea", "astra"))
    assert "signed for" in own
    assert "Dan" not in other
    assert "signed for" not in other


def test_what_a_signature_came_too_late_for_is_said(desk_of: Opener, session: Session) -> None:
    """The maker withdrew meanwhile, at another screen."""
    key = table(session)
    desk = opened(desk_of, session)
    desk.page.agreements.cards[key].sign.click()
    sheet = desk.handover.sheet
    assert sheet is not None
    sheet.rows["borea"].button.click()
    sheet.question.yes.click()
    session.submit(WithdrawOffer("astra", key), "astra")
    sheet.hand_in.click()
    assert case(session, key).stage is Stage.WITHDRAWN
    assert desk.page.banner.words.text()
    assert desk.handover.is_covered


def test_an_offer_that_no_people_are_asked_about_is_not_signed_here(
    desk_of: Opener, session: Session
) -> None:
    """Control answers for its own seat on the card."""
    table(session, TO_PRESS)
    desk = opened(desk_of, session)
    assert not desk.page.agreements.cards[PRESS_KEY].sign.isVisible()


def test_a_reopening_names_the_offers_that_become_drafts(desk_of: Opener, session: Session) -> None:
    """By turn; on a projector secret ones are only counted."""
    sign(session)
    to_closed(session)
    table(session, OFFER._replace(answer_by=2))
    accept(session, table(session, TO_PRESS._replace(answer_by=2)), "press")
    to_open_orders(session)
    desk = desk_of(session)
    question = desk.page.question
    desk.ask_reopen()
    assert question.yes.text() == "Re-open turn 2"
    assert "draft" not in question.words.text()
    question.pick.setCurrentIndex(1)
    assert question.yes.text() == "Re-open turn 1"
    assert "2 secret offers tabled since become their authors' drafts." in question.words.text()
    assert "Borea" not in question.words.text()
    desk.uncover_messages()
    desk.ask_reopen()
    question.pick.setCurrentIndex(1)
    assert question.words.text().endswith(
        "Offers tabled since become their authors' drafts: the offer of Astra to Borea, the offer "
        "of Astra to Press. What was accepted, refused, ended or declared over since no longer "
        "counts."
    )
    question.yes.click()
    assert list(session.play.ledger.cases) == [KEY]
    assert len(session.play.offer_drafts["astra"]) == 2


def test_the_chart_of_a_covered_desk_marks_what_all_know(desk_of: Opener, session: Session) -> None:
    """Uncovered, it marks what was signed and broken, and says so beside the turn."""
    sign(session)
    to_closed(session, COVERT)
    desk = desk_of(session)
    desk.page.side.make_chart()
    chart = desk.page.side.findChild(EscalationPanel)
    assert chart is not None
    assert not {"agreement signed", "agreement broken"} & set(chart.legend.words())
    desk.uncover_messages()
    assert {"agreement signed", "agreement broken"} <= set(chart.legend.words())
    orders = chart.readout.orders.model()
    rows = [orders.index(row, 0).data() for row in range(orders.rowCount())]
    assert "Broken by Astra: the agreement of Astra and Borea" in rows


def test_what_came_of_a_secret_agreement_is_told_without_why_on_a_covered_desk(
    desk_of: Opener, session: Session
) -> None:
    """Its reason, and of which agreement it came, once it is uncovered."""
    sign(session)
    to_open_orders(session)
    desk = desk_of(session)
    desk.turning.show_orders()
    text = shown_text(desk.page.orders)
    assert "Something that was agreed" in text
    assert "The quays hear of a paper" not in text
    desk.uncover_messages()
    text = shown_text(desk.page.orders)
    assert "The quays hear of a paper" in text
    assert "It came of: the agreement of Astra and Borea" in text
    assert "Something that was agreed" not in text


@at_each_size_of_text
def test_the_page_fits_a_small_screen(desk_of: Opener, session: Session, scale: int) -> None:
    """At 1280 × 720 less its frame, at any size of text, with each bar open on it."""
    sign(session)
    session.submit(AllegeBreach("astra", KEY, 1, "No " * 100), "astra")
    desk = opened(desk_of, session)
    theme.set_text_scale(scale)
    desk.resize(1280, 680)
    QApplication.processEvents()
    page = desk.page.agreements
    card = page.cards[KEY]
    for open_bar in (card.scores[1].click, card.leak.click, page.table.click):
        open_bar()
        QApplication.processEvents()
        least = desk.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 680) == (True, True), least
        assert page.list.height() > 60
