"""A seat's page as somebody reads it and presses on it, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from idlib_wargame.session.session import Session
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.registry import acts, parts_of
from idlib_wargame.web.fields import Fields

_VOID = ("input", "br", "hr", "rect", "img", "path")
Typed = str | tuple[str, ...]


@dataclass
class Button:
    """A button of a form: what it says, and what it sends."""

    attributes: dict[str, str]
    words: str = ""

    @property
    def is_off(self) -> bool:
        """Whether it cannot be pressed."""
        return "disabled" in self.attributes


@dataclass
class Form:
    """A form with what its fields hold, as a browser would send it."""

    attributes: dict[str, str]
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    words: str = ""
    was: set[str] = field(default_factory=set)  # names that are sent with what stood there

    def values(self, name: str) -> list[str]:
        """What is sent under that name before anything is typed."""
        return [value for known, value in self.fields if known == name]

    def button(self, words: str = "") -> Button:
        """The one that says so; for no words the first."""
        return next(each for each in self.buttons if words in each.words)


class Reading(HTMLParser):
    """The text of a piece of HTML and its forms, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._said: list[str] = []
        self._form: Form | None = None
        self._button: Button | None = None
        self._list = ""
        self._area: tuple[str, list[str]] | None = None
        self._open: list[str] = []
        self._hidden = 0  # how deep in what is not shown
        self.feed(html)
        self.close()
        assert self._open == [], "every element is closed"

    @property
    def text(self) -> str:
        """What is read, with single spaces."""
        return " ".join(" ".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag not in _VOID:
            self._open.append(tag)
            self._hidden += bool(self._hidden or "hidden" in given)
        if tag == "form":
            self._form = Form(given)
            self.forms.append(self._form)
        if self._form is not None:
            self._field(self._form, tag, given)

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        if "data-was" in given:
            form.was.add(given["name"])
        if tag == "button":
            self._button = Button(given)
            form.buttons.append(self._button)
        elif tag == "input":
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                form.fields.append((given["name"], given.get("value", "")))
        elif tag == "select":
            self._list = given["name"]
            form.fields.append((self._list, ""))
        elif tag == "option" and "selected" in given:
            form.fields[-1] = (self._list, given["value"])
        elif tag == "textarea":
            self._area = (given["name"], [])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A shape, which holds nothing."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag
        self._hidden = max(0, self._hidden - 1)
        if tag == "form":
            self._form = None
        elif tag == "button":
            self._button = None
        elif tag == "textarea" and self._form is not None and self._area is not None:
            name, said = self._area
            self._form.fields.append((name, "".join(said).removeprefix("\n")))
            self._area = None

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._area is not None:
            self._area[1].append(data)
            return
        if self._hidden:
            return
        self._said.append(data)
        if self._form is not None:
            self._form.words += data
        if self._button is not None:
            self._button.words += data


class Page:
    """The page of one seat in that session."""

    def __init__(self, session: Session, seat: str) -> None:
        self.door = seat_door(session, seat)

    def parts(self) -> dict[str, str]:
        """Every part as it would be sent now."""
        return parts_of(seat_seen(self.door))

    def reading(self, *parts: str) -> Reading:
        """Those parts as they are read; all that begin so."""
        found = [html for name, html in self.parts().items() if name.startswith(parts)]
        assert found, parts
        return Reading("".join(found))

    def text(self, *parts: str) -> str:
        """What is read there."""
        return self.reading(*parts).text

    def forms(self, act: str, about: str = "") -> list[Form]:
        """Every form of that act whose words or fields hold ``about``."""
        return [
            form
            for form in self.reading("").forms
            if form.attributes["data-act"] == act
            and (about in form.words or any(about in value for _name, value in form.fields))
        ]

    def press(self, act: str, words: str = "", about: str = "", **typed: Typed) -> str:
        """Type into a form and press the button that says so; what is answered.

        Raises what the act raises.
        """
        (form,) = self.forms(act, about)
        button = form.button(words)
        assert not button.is_off
        given = button.attributes
        sent = [(given["name"], given["value"])] if "name" in given else []
        return self.send(act, as_json([*_typed(form, typed), *sent]))

    def type(self, act: str, about: str = "", **typed: Typed) -> str:
        """Type into a form that posts itself after a pause, and press nothing."""
        (form,) = self.forms(act, about)
        assert "data-drafts" in form.attributes
        return self.send(act, as_json([*_typed(form, typed)]))

    def send(self, act: str, fields: dict[str, Any]) -> str:
        """Send whatever it may be, as somebody would who writes requests by hand."""
        return acts()[act](self.door, Fields(fields))


def _typed(form: Form, typed: dict[str, Typed]) -> Iterator[tuple[str, str]]:
    for name, value in form.fields:
        if name not in typed:
            yield name, value
        if name in form.was:
            yield f"was.{name}", value
    for name, said in typed.items():
        for each in (said,) if isinstance(said, str) else said:
            yield name, each


def as_json(fields: list[tuple[str, str]]) -> dict[str, Any]:
    """As the page makes it: of a name that comes more than once, a list."""
    found: dict[str, Any] = {}
    for name, value in fields:
        before = found.get(name)
        if before is None:
            found[name] = value
        else:
            found[name] = [*(before if isinstance(before, list) else [before]), value]
    return found
