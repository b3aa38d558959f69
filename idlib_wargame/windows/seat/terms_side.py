"""One side of an offer as it is written: what we give, or what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.choosing import TermChoices
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label, leading
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.windows.seat.term_form import Shown, TermForm
from idlib_wargame.words.language import _, fill, ngettext


class TermsSide(QWidget):
    """``changed``, ``dropped`` and ``sent`` as a form says; ``added`` when one more is wanted."""

    changed = Signal(int, object)
    dropped = Signal(int)
    added = Signal()
    sent = Signal()

    def __init__(self, heading: str, adds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms: list[TermForm] = []
        self._places: tuple[int, ...] = ()
        self.add = QPushButton(adds)
        self.add.setProperty("role", "quiet")
        self.add.setIcon(icons.icon("add", "muted"))
        self.add.clicked.connect(self.added)
        steady(self.add)
        self.hint = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(heading, "heading"))
        self._forms = QVBoxLayout()
        self._forms.setSpacing(theme.SPACE)
        column.addLayout(self._forms)
        column.addWidget(self.hint)
        column.addWidget(self.add, 0, leading())
        column.addStretch()

    def show_terms(self, terms: Sequence[Shown], choices: TermChoices, most: int) -> None:
        """Show this side's terms; their forms stay for as long as these keep their places."""
        places = tuple(each.place for each in terms)
        if places != self._places:
            self._make_forms(places)
        for form, shown in zip(self.forms, terms, strict=True):
            form.show_term(shown, choices)
        has_debtor = bool(choices.debtors)
        said = "" if has_debtor else _("Say first whom the offer is to.")
        if has_debtor and len(terms) >= most:
            many = ngettext(
                "One side has {most} term at most.", "One side has {most} terms at most.", most
            )
            said = fill(many, most=most)
        say_grey(self.add, said)
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _make_forms(self, places: tuple[int, ...]) -> None:
        """Forms are numbered by their places, so each is made anew whose place is another."""
        kept = dict(zip(self._places, self.forms, strict=True))
        for place, form in kept.items():
            if place not in places:
                self._forms.removeWidget(form)
                form.hide()
                form.deleteLater()
        self._places = places
        self.forms = [kept.get(place) or self._form(place) for place in places]
        for form in self.forms:
            self._forms.addWidget(form)
            form.show()

    def _form(self, place: int) -> TermForm:
        form = TermForm(place + 1, self)
        form.changed.connect(self.changed)
        form.dropped.connect(self.dropped)
        form.sent.connect(self.sent)
        return form

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keys here, in reading order."""
        return [*(stop for form in self.forms for stop in form.stops), self.add]
