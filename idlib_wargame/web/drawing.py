"""Draws templates: what is put into one is text, and never becomes markup by itself."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from idlib_wargame.words.language import _, fill, ngettext


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("idlib_wargame.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_=_, ngettext=ngettext, fill=fill)
    return environment


def draw(template: str, **values: object) -> str:
    """A template of ours with those values."""
    return _environment().get_template(template).render(**values)
