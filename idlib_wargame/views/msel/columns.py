"""The columns of a list of injects, and the many headings that people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from idlib_wargame.views.finding import words_of
from idlib_wargame.words.language import _


class Column(Enum):
    """What a column of a list says of an inject. ``KEEP`` is kept with its row and not read."""

    NUMBER = "number"
    TURN = "turn"
    DATE = "date"
    TIME = "time"
    MINUTE = "minute"
    TITLE = "title"
    TEXT = "text"
    SENDER = "sender"
    TO = "to"
    MEANS = "means"
    EFFECTS = "effects"
    EXPECTED = "expected"
    OBJECTIVE = "objective"
    RESPONSIBLE = "responsible"
    SENDS = "sends"
    STATE = "state"
    KEEP = "keep"


# Headings as they stand in lists, small and without accents, each column's likeliest first. Of two
# columns that could be the same, the one whose heading stands earlier here is.
SYNONYMS: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.NUMBER: (
            "event number", "inject number", "number", "event no", "event", "inject no", "no",
            "nr", "num", "id", "event id", "inject id", "msel number", "msel no", "msel id",
            "seq no", "sequence number", "sequence", "seq", "serial", "serial no",
            "serial number", "ser", "ref", "reference", "code", "item", "item no", "inject",
            "nummer", "numero", "n", "lfd nr", "sira", "sira no",
        ),
        Column.TURN: (
            "turn", "turn number", "move", "move number", "round", "game turn", "turn day",
            "turn or day", "vignette", "step", "block", "session", "spielzug", "zug", "runde",
            "tour", "turno", "tur",
        ),
        Column.DATE: (
            "date", "event date", "exercise date", "scenario date", "day", "exercise day",
            "game date", "ex date", "planned date", "datum", "tag", "jour", "fecha", "dia",
            "tarih", "gun",
        ),
        Column.TIME: (
            "event time", "time", "planned time", "planned", "scheduled time", "scheduled",
            "date time", "date and time", "date time delivered", "exercise time", "inject time",
            "scenario time", "start time", "delivery time", "time of delivery", "time delivered",
            "when", "dtg", "local time", "real time", "elapsed time", "relative time", "t", "at",
            "uhrzeit", "zeit", "heure", "hora", "saat",
        ),
        Column.MINUTE: (
            "minute", "minutes", "minute of the phase", "minute of phase", "min", "phase minute",
            "dakika",
        ),
        Column.TITLE: (
            "scenario event", "title", "subject", "event title", "inject title", "headline",
            "name", "event name", "inject name", "summary", "short title", "event summary",
            "topic", "key event", "titel", "betreff", "ueberschrift", "titre", "objet", "titulo",
            "asunto", "baslik", "konu",
        ),
        Column.TEXT: (
            "inject text", "text", "message", "event description", "inject description",
            "description", "inject message", "message text", "inject content", "content", "body",
            "inject details", "details", "event details", "detailed description",
            "detailed statement", "narrative", "script", "what", "what happens", "event inject",
            "events", "entry", "inhalt", "nachricht", "beschreibung", "ereignis", "texte",
            "evenement", "texto", "mensaje", "descripcion", "metin", "mesaj", "olay",
            "inject", "event",
        ),
        Column.SENDER: (
            "sender", "from", "originator", "originator from", "source", "inject source",
            "sent by", "sending entity", "persona", "issued by", "from whom", "absender", "von",
            "expediteur", "de", "remitente", "gonderen", "kimden",
        ),
        Column.TO: (
            "recipient", "recipients", "to", "recipient to", "recipient player s",
            "recipient player", "recipient players", "receiver", "addressee", "addressees",
            "addressed to", "audience", "target audience", "target", "player", "players",
            "intended player", "intended players", "receiving entity", "team", "teams",
            "to whom", "for", "empfaenger", "empfanger", "an", "destinataire", "destinataires",
            "a", "destinatario", "destinatarios", "alici", "kime",
        ),
        Column.MEANS: (
            "means", "method", "delivery method", "inject mode", "inject method", "mode",
            "channel", "delivery", "medium", "media", "means of delivery", "mode of delivery",
            "method of delivery", "how", "via", "inject type", "type", "format", "mittel",
            "kanal", "weg", "moyen", "canal", "medio", "arac", "yontem",
        ),
        Column.EFFECTS: (
            "effects", "effect", "game effects", "track effects", "wirkung", "effets", "efectos",
            "etki",
        ),
        Column.EXPECTED: (
            "expected action", "expected response", "expected actions", "expected player action",
            "expected player actions", "expected outcome", "expected outcomes",
            "expected outcome of player action", "expected player response",
            "expected participant response", "expected responses", "expected result",
            "expected reaction", "anticipated response", "desired response",
            "anticipated player action", "player action", "response", "expected", "hoped for",
            "erwartete reaktion", "reaction attendue", "reaccion esperada", "beklenen tepki",
        ),
        Column.OBJECTIVE: (
            "objective", "objectives", "exercise objective", "exercise objectives",
            "training objective", "learning objective", "core capability", "core capabilities",
            "capability", "associated objective", "related objective", "purpose", "aim", "ziel",
            "objectif", "objetivo", "hedef",
        ),
        Column.RESPONSIBLE: (
            "responsible controller", "controller", "responsible", "responsibility",
            "responsible party", "responsible person", "owner", "control", "sim cell", "simcell",
            "delivered by", "delivering controller", "controller evaluator", "poc", "lead",
            "verantwortlich", "responsable", "sorumlu",
        ),
        Column.SENDS: ("who sends", "sends", "sending", "release"),
        Column.STATE: (
            "state", "status", "inject status", "event status", "stand", "etat", "estado", "durum",
        ),
    }
)  # fmt: skip


def heading_of(column: Column) -> str:
    """What a column is called in a list that we write."""
    words = {
        Column.NUMBER: lambda: _("Event number"),
        Column.TURN: lambda: _("Turn"),
        Column.DATE: lambda: _("Scenario date"),
        Column.TIME: lambda: _("Event time"),
        Column.MINUTE: lambda: _("Minute of the phase"),
        Column.TITLE: lambda: _("Scenario event"),
        Column.TEXT: lambda: _("Inject text"),
        Column.SENDER: lambda: _("Sender"),
        Column.TO: lambda: _("Recipient"),
        Column.MEANS: lambda: _("Means"),
        Column.EFFECTS: lambda: _("Effects"),
        Column.EXPECTED: lambda: _("Expected action"),
        Column.OBJECTIVE: lambda: _("Objective"),
        Column.RESPONSIBLE: lambda: _("Responsible controller"),
        Column.SENDS: lambda: _("Who sends"),
        Column.STATE: lambda: _("State"),
        Column.KEEP: lambda: _("Kept with its row, not read"),
    }
    return words[column]()


def folded(heading: str) -> str:
    """A heading as it is compared: small words without accents or signs, "No." as "#"."""
    return " ".join(words_of(heading.replace("#", " no ").replace("№", " no ")))


def recognised(
    headings: Sequence[str], remembered: Mapping[str, Column] | None = None
) -> dict[int, Column]:
    """The column that each heading stands for, by its place; those that nothing is known of lack.

    ``remembered`` are headings, folded, that the facilitator has mapped before. Each column but
    ``KEEP`` is given once.
    """
    remembered = remembered or {}
    found: dict[int, Column] = {}
    for place, heading in enumerate(headings):
        mapped = remembered.get(folded(heading))
        if mapped is Column.KEEP or (mapped is not None and mapped not in found.values()):
            found[place] = mapped
    for column, known in SYNONYMS.items():
        if column in found.values():
            continue
        names = (folded(heading_of(column)), *known)
        ranked = [
            (names.index(name), place)
            for place, heading in enumerate(headings)
            if place not in found and (name := folded(heading)) in names
        ]
        if ranked:
            found[min(ranked)[1]] = column
    return _diary_text(headings, found)


def _diary_text(headings: Sequence[str], found: dict[int, Column]) -> dict[int, Column]:
    """In a list that has a title or an "Event" and no text, that one is what is read out."""
    columns = {column: place for place, column in found.items()}
    if Column.TEXT not in columns:
        number = columns.get(Column.NUMBER)
        if number is not None and folded(headings[number]) in ("event", "inject", "item"):
            found[number] = Column.TEXT
        elif Column.TITLE in columns:
            found[columns[Column.TITLE]] = Column.TEXT
    return dict(sorted(found.items()))
