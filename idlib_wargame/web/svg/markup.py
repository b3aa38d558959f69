"""Elements of SVG as text: each value escaped, each number as short as it can be."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from idlib_wargame.views.map.label_places import Room

Part = Markup | str


def tag(name: str, *inside: Part, **attributes: object) -> Markup:
    """An element. Attributes that are None are left out; ``stroke_width`` is "stroke-width",
    ``class_`` is "class". Text inside is escaped, markup is not.
    """
    head = "".join(
        f' {_named(key)}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inside:
        return Markup(f"<{name}{head}/>")
    return Markup(f"<{name}{head}>{''.join(str(escape(each)) for each in inside)}</{name}>")


def box(room: Room, **attributes: object) -> Markup:
    """A rectangle."""
    left, top, width, height = room
    return tag("rect", x=left, y=top, width=width, height=height, **attributes)


def group(parts: Iterable[Part], **attributes: object) -> Markup:
    """Several elements as one; nothing for none."""
    held = list(parts)
    return tag("g", *held, **attributes) if held else Markup("")


def drawing(
    width: float, height: float, title: str, told: str, *inside: Part, **attributes: object
) -> Markup:
    """A whole picture, which those who do not see it hear by its title and in words."""
    words = [tag("title", title), *([tag("desc", told)] if told else [])]
    return tag(
        "svg",
        *words,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {figure(width)} {figure(height)}",
        role="img",
        **{"aria-label": title, **attributes},
    )


def figure(value: float) -> str:
    """A number with one decimal at most."""
    said = f"{value:.1f}"
    return said[:-2] if said.endswith(".0") else said


def _named(key: str) -> str:
    if key in ("viewBox", "patternUnits", "patternTransform"):
        return key
    return key.rstrip("_").replace("_", "-")


def _written(value: object) -> str:
    return str(escape(figure(value) if isinstance(value, float) else value))
