"""Draws templates: what is put into one is text, and never becomes markup by itself."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from idlib_wargame.views.look.glyphs import GLYPHS
from idlib_wargame.web.colours import band_name, band_shape, on_dark, on_light
from idlib_wargame.web.prose import prose
from idlib_wargame.web.static_files import address_of
from idlib_wargame.words.language import (
    _,
    figures,
    fill,
    is_right_to_left,
    language_code,
    ngettext,
    pgettext,
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("idlib_wargame.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # they never change while the program runs
    )
    environment.globals.update(_=_, ngettext=ngettext, pgettext=pgettext, fill=fill)
    environment.globals.update(figures=figures, prose=prose, static=address_of)
    environment.globals.update(language_code=language_code, is_right_to_left=is_right_to_left)
    environment.globals.update(GLYPHS=GLYPHS, on_light=on_light, on_dark=on_dark)
    environment.globals.update(band_name=band_name, band_shape=band_shape)
    return environment


def draw(template: str, **values: object) -> str:
    """A template of ours with those values."""
    return _environment().get_template(template).render(**values)
