"""Somebody at the deals of a seat's page: they read, type in its fields and press its buttons.

What is sent is read from the page's own HTML, so a form that lacks a field fails its test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from idlib_wargame.session.session import Session
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.web.areas.deals import DEALS
from idlib_wargame.web.areas.written import Meanwhile
from idlib_wargame.web.fields import Fields
from idlib_wargame.words.language import unmarked
from tests.web.areas.page import Button, Form, Page, Reading, as_json

_ICONS = re.compile(r'<span class="icon"[^>]*>[^<]*</span>')
_NO_WORDS = re.compile(r"<textarea.*?</textarea>|<[^>]*>", re.S)


class _WithIds(Reading):
    """Knows each field also by its id: its form, and what stands in its tag."""

    def __init__(self, html: str) -> None:
        self.by_id: dict[str, tuple[Form, dict[str, str]]] = {}
        super().__init__(html)

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        super()._field(form, tag, given)
        if tag in ("input", "select", "textarea") and "id" in given:
            self.by_id[given["id"]] = form, given


class Hands(Page):
    """One person's hands there. What the server knows of them goes with all that they send."""

    def __init__(self, session: Session, seat: str, person: str = "") -> None:
        super().__init__(session, seat)
        self._person = person
        self._held: dict[str, str] | None = None
        self._stood: dict[str, str | None] = {}  # on a held page; None where they were told

    @property
    def seen(self) -> SeatSeen:
        """What the page is drawn from now."""
        return seat_seen(self.door)

    def parts(self) -> dict[str, str]:
        """Its parts as they are now, or as they were when the page was held."""
        return self._held if self._held is not None else dict(DEALS.parts(self.seen))

    def hold(self) -> None:
        """The page hears of nothing more, as on a phone without a connection."""
        self._held = self.parts()

    def let_go(self) -> None:
        """The page shows how things are again."""
        self._held = None
        self._stood.clear()

    @property
    def html(self) -> str:
        """All parts in a row, without icons, which are no letters."""
        return _ICONS.sub("", "\n".join(self.parts().values()))

    @property
    def lines(self) -> str:
        """What can be read there, folded away or not, in lines; not what is in fields."""
        return _plain(_NO_WORDS.sub("\n", self.html))

    @property
    def all_forms(self) -> list[Form]:
        """Every form there."""
        return self._reading().forms

    def tap(self, words: str, **typed: str) -> str:
        """Press the one button that says so, with what was typed beside it."""
        form, button = self._one_button(words)
        assert not button.is_off, f"“{words}” is grey"
        fields = [(name, typed.get(name, value)) for name, value in form.fields]
        given = button.attributes
        if "name" in given:
            fields.append((given["name"], given["value"]))
        return self.send(form.attributes["data-act"], as_json(fields))

    def question(self, words: str) -> str:
        """What is asked before that button does anything."""
        return _plain(self._one_button(words)[0].attributes.get("data-ask", ""))

    def is_off(self, words: str) -> bool:
        """Whether that button is grey."""
        return self._one_button(words)[1].is_off

    def has(self, words: str) -> bool:
        """Whether any button says so."""
        return any(True for _found in self._buttons(words))

    def put(self, field: str, value: str) -> str:
        """Type or pick in the field of that id; its form sends itself."""
        form, given = self._reading().by_id[field]
        name = given["name"]
        fields = [(n, value if n == name else v) for n, v in form.fields]
        stood = self._stood.get(field, form.values(name)[0])
        was = {f"was.{name}": stood} if "data-was" in given and stood is not None else {}
        try:
            said = self._drafted(form, fields, was)
        except Meanwhile:
            self._stood[field] = None
            raise
        if self._held is not None:
            self._stood[field] = value
        return said

    def tick(self, field: str) -> str:
        """Turn the box of that id; its form sends itself."""
        form, given = self._reading().by_id[field]
        name, value = given["name"], given.get("value", "on")
        others = [each for each in form.fields if each != (name, value)]
        fields = others if len(others) < len(form.fields) else [*others, (name, value)]
        was = {f"was.{name}": form.values(name)} if "data-was" in given else {}
        return self._drafted(form, fields, was)

    @property
    def field_ids(self) -> list[str]:
        """Every field that can be found by its id."""
        return list(self._reading().by_id)

    def send(self, act: str, fields: dict[str, Any]) -> str:
        """Send whatever it may be; the server says who sends it."""
        return DEALS.acts[act](self.door, Fields({**fields, "by_person": self._person}))

    def _drafted(self, form: Form, fields: list[tuple[str, str]], was: Mapping[str, object]) -> str:
        """What a form sends by itself, after a pause in typing."""
        act = form.attributes["data-drafts"] or form.attributes["data-act"]
        return self.send(act, {**as_json(fields), **was})

    def _reading(self) -> _WithIds:
        return _WithIds(self.html)

    def _one_button(self, words: str) -> tuple[Form, Button]:
        found = list(self._buttons(words))
        assert len(found) == 1, f"{len(found)} buttons say “{words}” in:\n{self.lines}"
        return found[0]

    def _buttons(self, words: str) -> Iterator[tuple[Form, Button]]:
        for form in self.all_forms:
            for button in form.buttons:
                if words in (_plain(button.words), _plain(button.attributes.get("aria-label", ""))):
                    yield form, button


def _plain(text: str) -> str:
    """As it is spelled, in lines without blanks around them."""
    said = unmarked(unescape(text))
    return "\n".join(line for each in said.splitlines() if (line := " ".join(each.split())))
