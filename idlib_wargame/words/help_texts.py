"""What each part of the facilitator's desk is for: a few lines, to be read beside it, offline."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.words.language import _


class HelpText(NamedTuple):
    """A text by the name of its topic; ``title`` is what people call that part."""

    topic: str
    title: str
    text: str


def help_texts() -> tuple[HelpText, ...]:
    """Every text: the pages of the desk first, then what stands around them."""
    return (*_pages(), *_around())


def help_on(topic: str) -> HelpText:
    """The text of a topic. Raises LookupError where there is none."""
    for each in help_texts():
        if each.topic == topic:
            return each
    raise LookupError(f"there is no help on {topic!r}")


def _pages() -> tuple[HelpText, ...]:
    return (
        HelpText(
            "situation",
            _("Situation"),
            _(
                "Where the exercise stands now: on the map, where the pack has one, or track by "
                "track. An arrow beside a track shows which way it went this turn. Rest on a word "
                "or a number to read what it stands for. You see everything here; each seat sees "
                "only what it may know."
            ),
        ),
        HelpText(
            "orders",
            _("Orders"),
            _(
                "While orders are open, this page tells who has sealed. What is sealed stays "
                "covered: to look at it is an entry in the log that everybody reads. After "
                "adjudication each order is a card with its odds, its dice and what it moved. "
                "Accept it, or rule otherwise with a reason; the table's result is kept beside "
                "yours. To mark a card as read changes nothing for anybody else."
            ),
        ),
        HelpText(
            "injects",
            _("Injects"),
            _(
                "News that the pack has ready: what is due now, what is still to come, what has "
                "gone out. Send one at once, hold it back for this turn, or drop it. Those to some "
                "seats only are covered until you show private messages. The whole list is a "
                "table to search, plan and edit, and takes in lists from a spreadsheet."
            ),
        ),
        HelpText(
            "messages",
            _("Messages"),
            _(
                "What seats write to each other and to you, the newest first. Requests to you "
                "wait at the top until you answer. You can let others read a message as a leak, "
                "and that is on the record. What is private is covered until you show it; no "
                "undo takes back what was read."
            ),
        ),
        HelpText(
            "agreements",
            _("Agreements"),
            _(
                "Every offer and agreement, with its terms and, turn by turn, which were kept "
                "and which were broken. Terms in free words are yours to score. You can table a "
                "template for a seat that you play, let a secret be known, or have an agreement "
                "signed here by the people in the room. What is secret is covered until you show "
                "it."
            ),
        ),
        HelpText(
            "log",
            _("Log"),
            _(
                "The record, a line for each thing that was done, with when and by whom. Nothing "
                "is ever taken out of it: what was undone stays, struck through. The list keeps "
                "to its newest line unless you scroll away from it. What is covered on other "
                "pages is covered here too."
            ),
        ),
        HelpText(
            "report",
            _("Report"),
            _(
                "What happened in the last turn, written from the record: all of it on a page, or "
                "what matters most in a minute. It opens as the room may read it, so that you can "
                "read it out or show it. Pick a seat to read what that seat is told. The one for "
                "yourself has everything in it: keep it off the projector. You may word any of "
                "them anew; what you type is kept as you go. Where reports wait for you, seats "
                "and room read them when you release them."
            ),
        ),
        HelpText(
            "judgements",
            _("Judgements"),
            _(
                "Who has said what they think will happen, once you have asked. Nobody reads it "
                "before the exercise is finished, you included. Then each is scored against what "
                "came, and shown to all. The turn goes on whether seats answer or not."
            ),
        ),
        HelpText(
            "control",
            _("Your seats"),
            _(
                "What waits for the seats that you play: orders, offers, messages and judgements; "
                "and requests to you. One press does what the seat's habit would, another opens "
                "the seat's own window where it is done. A seat that you play has the first habit "
                "of the pack that has a word on it. What habits see to by themselves stands below. "
                "What they would do, and what is private, is covered until you show it."
            ),
        ),
        HelpText(
            "devices",
            _("Devices"),
            _(
                "Open to the room, and each player's phone, tablet or laptop becomes their seat: "
                "they scan the code, or type the address and the room word. Here you see who has "
                "come and who waits to be let in. The dots beside a person mute them or end their "
                "page; those beside a seat give it to the laptop, to you or to a habit. Try the "
                "room the day before. Closing it loses nothing."
            ),
        ),
    )


def _around() -> tuple[HelpText, ...]:
    return (
        HelpText(
            "turn",
            _("Turn and next step"),
            _(
                "The turn, its dates and its phases; the one in force stands out. The filled "
                "button always says and does the next thing, and asks first where somebody would "
                "lose by it. The clock counts the minutes of the phase and can be paused; when "
                "they are over it only says so, and nothing happens by itself."
            ),
        ),
        HelpText(
            "day",
            _("The day"),
            _(
                "The whole day from left to right: what was played with its real length, what is "
                "to come at the pace so far, breaks and the hot wash. The line under it says when "
                "all is over. When that is too late, it offers what to cut; nothing is cut by "
                "itself, and the hot wash never. A planned break is offered here as its turn is "
                "over, until it is begun or dropped. Press the strip to plan minutes, breaks and "
                "the hour at which everybody leaves."
            ),
        ),
        HelpText(
            "seats",
            _("Seats"),
            _(
                "Who sits where and what each seat is doing. Players join from their own phones "
                "once you open to the room; or open a seat here to hand the laptop over: "
                "the desk is covered for as long as its window is on this screen, and only you "
                "lift the cover. With another screen, a seat can be opened there. The dots let "
                "you change who sits at a seat, or give it to a habit or to yourself."
            ),
        ),
        HelpText(
            "escalation",
            _("Escalation"),
            _(
                "The ladder turn by turn, and under it two measures that are never mixed with it: "
                "how severe the acts of the turn were, and how hostile (from the Goldstein scale, "
                "turned so that up is worse). Pick a turn to read which orders moved it most. "
                "Below are the clocks that run and the pressures that are alight. The arrow at "
                "the top saves the chart or its figures."
            ),
        ),
        HelpText(
            "note",
            _("Notes"),
            _(
                "A note is stamped with turn and phase and tied to whatever is selected: an order, "
                "an inject, an offer, a seat. Words with # before them become tags. It is private "
                "unless it is for the report; no player reads it. Half a note is kept while you "
                "type. The Notes page finds them again; there stand those of observers too, each "
                "under its author’s name."
            ),
        ),
        HelpText(
            "tell",
            _("Telling seats"),
            _(
                "Words of your own, to one seat, some or all, in your name or in that of whoever "
                "you say. They arrive at once and stand in the log. What you typed stays until it "
                "is sent, also when you leave the bar."
            ),
        ),
        HelpText(
            "papers",
            _("Read-aheads"),
            _(
                "The sheet that each seat is given before the exercise, with the list of its "
                "moves, as PDF or on paper. They tell how the exercise began, whatever was played "
                "since, and hold nothing that their seat may not know."
            ),
        ),
        HelpText(
            "undo",
            _("Undo and re-opening"),
            _(
                "Undo strikes the last act and says first which one that is; redo lets it count "
                "again. Re-opening a turn strikes what the game did since that turn's orders were "
                "opened. Both are entries themselves. What people have read, written or sealed "
                "stays as it was."
            ),
        ),
        HelpText(
            "cover",
            _("Covering the desk"),
            _(
                "The cover hides the desk from whoever comes by, and waits for your PIN if the "
                "exercise has one. The desk covers itself while a seat's window is on its screen. "
                "Play goes on behind it: seats seal and write, and the record grows."
            ),
        ),
    )
