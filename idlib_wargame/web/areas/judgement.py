"""What a seat thinks will happen, while it is asked; at the end what all thought, and what came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.judging.form import Judgement, JudgementForm
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.written import Meanwhile, choice_together
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.judging import rung_asked, score_explained
from idlib_wargame.words.language import _, fill

TEMPLATE = "areas/judgement.html"
WORD = "word."  # before the id of the ending that it is for
HIGHEST_RUNG = 10_000
_UNSENT = "-"


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """The form, while there is one; and what was thought, once it is over."""
    form, thoughts = seen.view.judgement, seen.view.thoughts
    return {
        "judgement.form": draw(TEMPLATE, form=form, thoughts=None, word=WORD) if form else "",
        "judgement.thoughts": draw(
            TEMPLATE,
            form=None,
            thoughts=thoughts,
            explained=score_explained() if _has_figures(seen) else "",
        )
        if thoughts
        else "",
    }


def _has_figures(seen: SeatSeen) -> bool:
    turns = seen.view.thoughts.turns if seen.view.thoughts else ()
    return any(each.gave for turn in turns for each in turn.thoughts)


def _judge(door: SeatDoor, fields: Fields) -> str:
    """Keep what is filled in; with ``do`` seal it, unless somebody else settled some of it."""
    do = fields.text("do", 8, or_none="")
    if do not in ("", "seal"):
        raise Amiss("do")
    turn, form = fields.whole("turn", 1, HIGHEST_RUNG), door.view().judgement
    if turn != door.view().turn:
        said = _("Too late for turn {turn}: its orders have been opened.")
        raise Refused(fill(said, turn=turn))
    judgement, told = _judgement(form, fields) if form is not None else (Judgement(), ())
    if do and not told:
        door.judge(judgement)
        return _("What you think is sealed.")
    if form is None or not form.is_open or judgement != form.judgement:
        door.draft_judgement(judgement)
    if told:
        raise Meanwhile(*told)
    return ""


def _judgement(form: JudgementForm, fields: Fields) -> tuple[Judgement, Sequence[str]]:
    """What was picked, and what is told of answers that somebody else of the seat gave meanwhile.

    Where the form is closed by now, nothing that it still could name.
    """
    told: list[str] = []
    known = {"", *(id for id, _words in form.words)}
    words = []
    for each in form.endings:
        fields.one_of(WORD + each.id, known)
        words.append((each.id, _settled(fields, WORD + each.id, each.word, each.name, told)))
    said = tuple(each for each in words if each[1])
    rungs = {str(each.number): each.number for each in form.rungs}
    if not rungs or fields.text("rung", or_none=_UNSENT) == _UNSENT:
        return Judgement(said, None), told
    fields.one_of("rung", {"", *rungs})
    stands = "" if form.rung is None else str(form.rung)
    rung = _settled(fields, "rung", stands, rung_asked(), told)
    return Judgement(said, rungs.get(rung)), told


def _settled(fields: Fields, name: str, stands: str, label: str, told: list[str]) -> str:
    try:
        return choice_together(fields, name, stands, label)
    except Meanwhile as met:
        told += met.reasons
        return stands


def _take_back(door: SeatDoor, fields: Fields) -> str:
    door.take_judgement_back()
    return ""


JUDGEMENT = Area(
    name="judgement",
    tab=Tab.NOW,
    title=lambda: _("Judgement"),
    parts=parts,
    acts={"judge": _judge, "take_judgement_back": _take_back},
)
