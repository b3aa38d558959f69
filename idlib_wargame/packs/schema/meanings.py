"""What a result means for people, in words: "half the columns turn round on the road"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.schema.kinds import describe, refuse
from idlib_wargame.rules.odds import Band
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

_BANDS = {band.name.lower(): band for band in Band}


def _read_meanings(value: object) -> Mapping[Band, str]:
    if not isinstance(value, dict):
        expected = _("a sentence for each of some results, as in {failure: Nobody came.}")
        raise refuse(Fault(describe(value), expected))
    faults: list[Fault] = []
    means: dict[Band, str] = {}
    for key, words in value.items():
        if key not in _BANDS:
            expected = fill(_("one of {names}"), names=series([*_BANDS]))
            near = nearest(key, _BANDS)
            faults.append(Fault(quoted(key), expected, near, inside=(key,), on_key=True))
        elif not (isinstance(words, str) and words.strip()):
            faults.append(Fault(describe(words), _("words for what it means"), inside=(key,)))
        else:
            means[_BANDS[key]] = words.strip()
    if faults:
        raise refuse(*faults)
    return means


Meanings = Annotated[Mapping[Band, str], PlainValidator(_read_meanings)]
