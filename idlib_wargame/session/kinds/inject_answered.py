"""The facilitator ticks an inject as answered, with a few words, or takes that back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Body, Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.kinds.injects import decision_kind, known_inject
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.shapes import text, yes_or_no
from idlib_wargame.session.msel import Answer
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext

MOST = 1_000  # characters


@dataclass(frozen=True, slots=True)
class TickAnswered(Act):
    """An inject that was sent was answered, as ``words`` say or in no words; or it was not."""

    inject: str
    words: str = ""
    answered: bool = True


def _to_tick(act: TickAnswered, at: Position) -> Inject:
    found = known_inject(act.inject, at)
    if not sent_in(at.play, found.id):
        raise Refused(fill(_("“{title}” was not sent yet."), title=found.title))
    words, before = act.words.strip(), at.play.msel.answers.get(found.id)
    if len(words) > MOST:
        said = ngettext(
            "What was answered has {found} character and may have {most} at most; say it shorter.",
            "What was answered has {found} characters and may have {most} at most; say it shorter.",
            len(words),
        )
        raise Refused(fill(said, found=len(words), most=MOST))
    same_words = before is None or before.words == words or not act.answered
    if act.answered == (before is not None) and same_words:
        raise Refused(_("It is so already."))
    return found


def _says(act: TickAnswered) -> Json:
    return {"answered": act.answered, "words": act.words.strip() if act.answered else ""}


def _fold(play: Play, entry: Entry) -> Play:
    body = entry.body
    rest = {key: each for key, each in play.msel.answers.items() if key != body["inject"]}
    if body["answered"]:
        rest[body["inject"]] = Answer(play.turn, entry.at, body["words"])
    return replace(play, msel=replace(play.msel, answers=rest))


def _line(body: Body) -> str:
    if not body["answered"]:
        return _("Inject not answered after all: {title}.")
    if body["words"]:
        return _("Inject answered: {title}. {words}")
    return _("Inject answered: {title}.")


INJECT_ANSWERED = decision_kind(
    "inject_answered",
    TickAnswered,
    _to_tick,
    _fold,
    _line,
    _says,
    answered=yes_or_no,
    words=text,
)
