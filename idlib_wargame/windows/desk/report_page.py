"""The situation reports: read for the room, the facilitator or a seat, worded anew, released."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.play import REPORTS_GO, ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import (
    DeskReport,
    cancel_question,
    desk_report,
    half_worded,
    held_words,
    leave_question,
    release_words,
    report_readers,
    to_release,
    waits_for_facilitator,
)
from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.views.situation_report import reader_name
from idlib_wargame.windows.desk.report_editor import ReportEditor
from idlib_wargame.windows.desk.report_papers import ReportPapers
from idlib_wargame.windows.desk.wording_offer import WordingOffer
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.length_switch import LengthSwitch
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.windows.parts.one_press import hand, steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.words.language import _, fill

MOST_OF_NAME, MOST_OF_TURN = 14, 6  # letters before they are cut short


class ReportPage(QWidget):
    """Empty until a turn has been closed. It opens as the room may read it, to be read out.

    Its text has the keys when it is turned to, so that arrows scroll; another reader is picked.
    Nothing that happens elsewhere changes what is typed here.
    """

    def __init__(
        self, session: Session, maker: PaperMaker | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._last = 0  # the turn closed last
        self._turn = 0  # the turn in play
        self._seen: object = None
        self._report: DeskReport | None = None
        self._begun = ("", "")  # what stood in the editor at first, and the draft there was
        self.turns = PickList(MOST_OF_TURN)
        self.turns.setAccessibleName(_("Of which turn the report is"))
        self.readers = PickList(MOST_OF_NAME)
        self.readers.setAccessibleName(_("For whom the report is"))
        for reader, name in report_readers(session.scenario):
            self.readers.addItem(name, reader_name(reader))
        self.length = LengthSwitch()
        self.hint = label("", "muted", wrap=True)
        self.text = MarkdownView(is_ours=True)
        self.text.setAccessibleName(_("Situation report"))
        self.text.document().setDocumentMargin(16)
        self.editor = ReportEditor()
        self.edit = _quiet(_("Edit"))
        self.edit.setToolTip(_("Word this report anew, for this reader and in this length"))
        self.release = _quiet("")
        self.release.setToolTip(_("Seats and room may read the reports of this turn from now on"))
        self.papers_wanted = _quiet(_("Save or print…"))
        self.waits = QCheckBox(_("Reports wait for me"))
        self.waits.setToolTip(
            _("Seats and room read a report when you release it, and not as its turn is closed.")
        )
        self.offer = WordingOffer()
        self.papers = ReportPapers(session, self._which, maker)
        self.question = QuestionBar()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        picks = (self.turns, self.readers, self.length)
        head = PageHead(label(_("Report"), "heading"), None, *picks)
        # What comes and goes, and what runs over a line, stands behind what is pressed.
        self.tools = flowing(theme.SPACE, self.edit, self.papers_wanted, self.waits, self.release)
        for part, top in ((head, 12), (self.tools, theme.SPACE // 2), (self.hint, 2)):
            part.setContentsMargins(2 * theme.SPACE, top, 2 * theme.SPACE, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.editor)
        self.stack.currentChanged.connect(self._give_room)
        self._give_room()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self.tools, self.papers, self.hint, self.offer):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.question.float_on(self.stack)
        self.turns.hide()

    def _give_room(self) -> None:
        """What is not seen keeps none of it from what is."""
        for part in (self.text, self.editor):
            seen = part is self.stack.currentWidget()
            kind = QSizePolicy.Policy.Expanding if seen else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Expanding, kind)

    def _connect(self) -> None:
        self.turns.currentIndexChanged.connect(self._turned)
        self.readers.currentIndexChanged.connect(self._turned)
        self.length.turned.connect(self._turned)
        self.edit.clicked.connect(self.begin_editing)
        self.release.clicked.connect(self.release_report)
        self.papers_wanted.clicked.connect(self._show_papers)
        self.papers.ended.connect(self._show_tools)
        self.waits.clicked.connect(lambda on: self._do(TakeInHand(REPORTS_GO, on)))
        self.editor.paused.connect(self.keep)
        self.editor.kept.connect(self.keep_wording)
        self.editor.written_wanted.connect(self._ask_for_written)
        self.editor.left.connect(self._leave_editing)
        self.editor.cancelled.connect(self._ask_to_cancel)
        self.offer.taken.connect(self._take_offer)
        for button in (self.edit, self.release, self.papers_wanted):
            steady(button)

    @property
    def is_editing(self) -> bool:
        """Whether a report is being worded anew in front of somebody."""
        return self.stack.currentWidget() is self.editor

    def _which(self) -> ReportText:
        turn = self.turns.currentData() or self._last
        return ReportText(turn, self.readers.currentData(), self.length.length)

    def take_keys(self) -> None:
        """Arrows scroll the text from now on."""
        (self.editor.text if self.is_editing else self.text).setFocus()

    def refresh(self) -> None:
        """Show the report that is picked; of another turn, first as the room may read it.

        What was opened to save or print a turn's reports goes with that turn.
        """
        if self._turn != self._session.play.turn:
            self._turn = self._session.play.turn
            self._leave_papers()
        closed = [turn.number for turn in self._session.play.closed]
        last = closed[-1] if closed else 0
        if last != self._last or self.turns.count() != len(closed):
            self.keep()
            self._last = last
            self._leave_papers()
            self._offer_turns(closed)
            self.readers.setCurrentIndex(0)
            self._show_reading()
            self._seen = None
        self._show()

    def _offer_turns(self, closed: list[int]) -> None:
        self.turns.blockSignals(True)
        self.turns.clear()
        for turn in reversed(closed):
            self.turns.addItem(fill(_("Turn {turn}"), turn=turn), turn)
        self.turns.setCurrentIndex(0 if closed else -1)
        self.turns.blockSignals(False)
        self.turns.setVisible(bool(closed))

    def _turned(self) -> None:
        """Another report is picked: what was typed of the one before stays where it was typed."""
        if self.is_editing:
            self.keep()
            self._show_reading()
        self._show()
        self._show_offer()

    def _show(self) -> None:
        play, which = self._session.play, self._which()
        turn = next((each for each in play.closed if each.number == which.turn), None)
        seen = (turn, which, play.reports, play.desk_drafts, play.released, play.by_hand)
        if seen == self._seen:
            return  # the same report again, whatever else was done
        self._seen = seen
        report = desk_report(self._session, which)
        if report is not None and (self._report is None or report.text != self._report.text):
            self.text.say(report.text)
        self._report = report
        self.release.setText(release_words(which.turn))
        self.release.setVisible(turn is not None and which.turn not in play.released)
        self.waits.setChecked(waits_for_facilitator(play))
        self.hint.setText(held_words(self._session, which))
        self._show_offer()

    def _show_offer(self) -> None:
        report = self._report
        if report is None or self.is_editing:
            self.offer.show_words("", "")
        elif report.typed:
            self.offer.show_words(_("You have begun to word this report anew."), _("Go on with it"))
        elif report.before:
            said = _("You had worded this report before. It reads as it was written now.")
            self.offer.show_words(said, _("Take your wording up again"))
        else:
            others = half_worded(self._session, report.which)
            self.offer.show_words(others, "")

    def _take_offer(self) -> None:
        report = self._report
        if report is not None:
            self._begin(report.typed or report.before or report.wording)

    def begin_editing(self) -> None:
        """The page becomes a field with its Markdown, or with what was half typed of it."""
        if self._report is not None and not self.is_editing:
            self._begin(self._report.typed or self._report.wording)

    def _begin(self, text: str) -> None:
        self.papers.hide()
        self.tools.hide()  # a small screen has room for the field or for these
        self.stack.setCurrentWidget(self.editor)
        self._begun = (text, self._report.typed if self._report else "")
        self.editor.begin(text)
        self._show_offer()

    def keep(self) -> None:
        """Bring what is half typed into the record now; it is nothing where nothing was changed."""
        self.editor.settle()
        report = self._report
        if report is None or not self.is_editing:
            return
        typed = self.editor.typed
        as_before = typed.strip() in (report.wording.strip(), report.before.strip())
        self._draft(report, "" if as_before else typed)

    def _draft(self, report: DeskReport, text: str) -> None:
        kept = self._session.play.desk_drafts.get(report.place, "")
        if text != kept:
            self._do(DraftAtDesk(report.place, text))

    def keep_wording(self) -> None:
        """The report reads as it was typed from now on."""
        report = self._report
        if report is None or not self.is_editing:
            return
        typed = self.editor.typed.strip()
        text = "" if typed == report.written.strip() else f"{typed}\n"
        if not typed:
            self.editor.refuse(_("Nothing is written. For the program’s words, go back to them."))
        elif self._worded(report, text):
            self._draft(report, "")
            self._put_away()

    def _worded(self, report: DeskReport, text: str) -> bool:
        """Have it read so; whether it does."""
        if text == self._session.play.reports.get(report.which, ""):
            return True
        return self._do(EditReport(report.which, text))

    def _ask_for_written(self) -> None:
        report = self._report
        if report is None:
            return
        typed = self.editor.typed.strip()
        if typed in (report.wording.strip(), report.written.strip(), report.before.strip()):
            self._back_to_written()
        else:
            self.question.ask(leave_question(), self._back_to_written, near=self.editor.back)

    def _back_to_written(self) -> None:
        report = self._report
        if report is not None and self._worded(report, ""):
            self._draft(report, "")
            self._put_away()

    def _ask_to_cancel(self) -> None:
        text, _draft = self._begun
        if self.editor.typed == text:
            self._cancel()
        else:
            self.question.ask(cancel_question(), self._cancel, near=self.editor.cancel)

    def _cancel(self) -> None:
        """The report, and what was half typed of it before, stay as they were."""
        report = self._report
        if report is not None:
            self.editor.settle()
            self._draft(report, self._begun[1])
            self._put_away()

    def _leave_editing(self) -> None:
        self.keep()
        self._put_away()

    def _put_away(self) -> None:
        """The page again, as it reads now."""
        self.editor.settle()
        self._show_reading()
        self._show()
        self._show_offer()
        self.text.setFocus()

    def _show_reading(self) -> None:
        self.question.hide()
        self.stack.setCurrentWidget(self.text)
        self._show_tools()

    def _show_papers(self) -> None:
        self.papers.begin()
        self.tools.hide()

    def _leave_papers(self) -> None:
        if not self.papers.is_writing:
            self.papers.hide()

    def _show_tools(self) -> None:
        self.tools.setVisible(not self.is_editing and self.papers.isHidden())

    def release_report(self) -> bool:
        """Seats and room may read the reports of the turn that is shown; whether it was done."""
        turn = self._which().turn
        if turn and turn not in self._session.play.released and self._do(ReleaseReport(turn)):
            self.take_keys()
            return True
        return False

    def release_held(self) -> bool:
        """The same; where those are read already, of the last turn whose reports are held."""
        if self._which().turn in self._session.play.released:
            self.turns.setCurrentIndex(self.turns.findData(to_release(self._session.play)))
        return self.release_report()

    def hold_or_let_go(self) -> None:
        """Reports wait for the facilitator from now on, or go by themselves again."""
        self._do(TakeInHand(REPORTS_GO, not waits_for_facilitator(self._session.play)))

    def _do(self, act: Act) -> bool:
        try:
            self._session.submit(act, FACILITATOR)
        except Refused as refused:
            self.editor.refuse(str(refused))
            return False
        hand().has_acted()
        return True


def _quiet(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setProperty("role", "soft")
    return button
