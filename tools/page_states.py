"""Pages in a browser, in every state, each by its name: what somebody does to see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from page_homes import MOMENTS, WHO
from page_joining import JOINING
from page_visit import SETTLED, PageState, Steps, Visit

from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing

# A seat


def _seat(visit: Visit, place: int = 1, tab: str = "now", area: str = "") -> None:
    visit.join(place)
    visit.turn_to(tab, area)


def _look(visit: Visit) -> None:
    visit.join(0, is_new=True)
    visit.page.locator("dialog[open]").wait_for()


def _brief(visit: Visit) -> None:
    visit.join(0)
    visit.brief()


def _device(visit: Visit) -> None:
    visit.join(0)
    visit.brief()
    visit.open("#this-device-pin")


def _refused(visit: Visit) -> None:
    _device(visit)
    for field, typed in (("own", "0000"), ("new", "5522"), ("again", "5522")):
        visit.page.locator(f"#pin-{field}").fill(typed)
    visit.page.locator("form[data-act=set_pin] button").click()
    visit.page.locator("form[data-act=set_pin] .said").wait_for()
    visit.page.wait_for_timeout(SETTLED)


def _asking(visit: Visit) -> None:
    visit.join(0)
    visit.brief()
    visit.page.locator("form[data-act=leave] button").click()
    visit.page.locator("dialog.asking").wait_for()


def _offer(visit: Visit) -> None:
    _seat(visit, 1, "deals")
    visit.open("#deals-templates")
    visit.page.locator("#deals-templates form button").first.click()
    visit.page.locator("form[data-act=table_draft]").first.wait_for()
    visit.page.wait_for_timeout(SETTLED)


def _lost(visit: Visit) -> None:
    _seat(visit, 1, "messages")
    visit.context.set_offline(True)
    visit.page.evaluate("window.dispatchEvent(new Event('online'))")
    visit.page.locator("#link:not(:empty)").wait_for()


def _closed(visit: Visit) -> None:
    _seat(visit, 1, "moves")
    visit.home.call(visit.home.room.close)
    visit.page.locator("#link:not(:empty)").wait_for()


def _two(visit: Visit) -> None:
    """Both write why, and one is told of what the other wrote."""
    _seat(visit, 0, "moves")
    page, why = visit.page, "textarea[data-keeps^=reason]"
    page.locator("form[data-act=pick] button").first.click()
    other = visit.beside(0, 1)
    other.locator("#tab-moves").click()
    page.locator(why).first.press_sequentially("They asked for it")
    other.wait_for_function("css => document.querySelector(css).value", arg=why)
    other.locator(why).first.fill("Keeps the road open.")
    page.wait_for_timeout(3 * SETTLED)
    page.keyboard.type(" twice.")
    page.get_by_text("Somebody else at your seat").wait_for()
    other.context.close()


def _muted(visit: Visit) -> None:
    _seat(visit, 1, "messages")
    visit.page.locator("#letter-text").fill("May we see the crossing ourselves?")
    visit.page.locator("#letter .tick-chip").last.click()
    visit.page.locator("#letter .send").click()
    visit.page.locator("#letter .said").wait_for()


def _elsewhere(visit: Visit) -> None:
    _seat(visit)
    visit.elsewhere(1)
    visit.page.locator("body.plain").wait_for()


def _over(visit: Visit) -> None:
    _elsewhere(visit)
    visit.page.reload()


# Observers, and the room's screen


def _watch(visit: Visit, name: str, tab: str = "now") -> None:
    visit.page.goto(visit.home.call(lambda: visit.home.room.link_of_observer(name)))
    visit.page.locator("button.filled").click()
    visit.page.locator("#app").wait_for()
    visit.turn_to(tab)


def _no_such_link(visit: Visit, link: str) -> None:
    visit.page.goto(f"{visit.address}/{link}/0123456789abcdef")


def _scene(visit: Visit, scene: Scene, is_blank: bool = False) -> None:
    room = visit.home.room
    visit.home.call(lambda: room.show(Showing(scene, is_blank=is_blank)))
    visit.page.goto(visit.home.call(room.link_of_screen))
    visit.page.locator("#clock, .is-blank").first.wait_for(state="attached")
    visit.page.wait_for_timeout(SETTLED)


def _tab(tab: str, area: str = "", place: int = 1) -> Steps:
    return partial(_seat, place=place, tab=tab, area=area)


_TABS = ("now", "moves", "deals", "messages")
_PHASES = ("injects", "talks", "orders", "adjudication", "report", "finished")

IN_HARBOUR: Mapping[str, PageState] = {
    f"harbour-{phase}-{tab}": PageState(f"harbour-{phase}", _tab(tab, place=0))
    for phase in _PHASES
    for tab in _TABS
}
IN_SEAT: Mapping[str, PageState] = {
    "seat-first-look": PageState("start", _look, is_new=True),
    **{f"seat-start-{tab}": PageState("injects", _tab(tab)) for tab in _TABS},
    **{f"seat-talks-{tab}": PageState("talks", _tab(tab)) for tab in _TABS},
    **{f"seat-orders-{tab}": PageState("orders", _tab(tab)) for tab in _TABS},
    "seat-own-order": PageState("own-order", _tab("moves")),
    "seat-sealed": PageState("sealed", _tab("moves")),
    "seat-sealed-now": PageState("sealed", _tab("now")),
    "seat-asked": PageState("asked", _tab("now", place=0)),
    "seat-asked-moves": PageState("asked", _tab("moves", place=0)),
    "seat-judgement": PageState("judgement", _tab("now", "judgement", 0)),
    "seat-notes": PageState("judgement", _tab("messages", "notes", 0)),
    **{f"seat-report-{tab}": PageState("report", _tab(tab, place=0)) for tab in _TABS},
    "seat-results": PageState("report", _tab("now", "results", 0)),
    "seat-sitrep": PageState("report", _tab("now", "report", 0)),
    "seat-situation": PageState("report", _tab("now", "situation", 0)),
    "seat-history": PageState("report", _tab("now", "history", 0)),
    **{f"seat-finished-{tab}": PageState("finished", _tab(tab)) for tab in _TABS},
    "seat-brief": PageState("orders", _brief),
    "seat-offer": PageState("talks", _offer, is_new=True),
    "seat-device": PageState("orders", _device),
    "seat-refused": PageState("orders", _refused, is_new=True),
    "seat-asking": PageState("orders", _asking),
    "seat-lost": PageState("talks", _lost),
    "seat-closed": PageState("orders", _closed, is_new=True),
    "seat-two": PageState("harbour-orders", _two, is_new=True),
    "seat-muted": PageState("muted", _muted, is_new=True),
    "seat-elsewhere": PageState("orders", _elsewhere),
    "seat-over": PageState("orders", _over),
    "seat-practice": PageState("practice", _tab("moves", place=0)),
    "seat-handling": PageState("handling", _tab("now", place=0)),
    **{f"long-{tab}": PageState("long", _tab(tab, place=0)) for tab in _TABS},
    "long-offer": PageState("long", _tab("deals", place=1)),
    **{f"large-{tab}": PageState("orders", _tab(tab), text=150) for tab in _TABS},
    "large-join": PageState("orders", lambda visit: visit.names(), text=150),
    **{f"mirrored-{tab}": PageState("orders", _tab(tab), is_mirrored=True) for tab in _TABS},
    "mirrored-join": PageState("orders", lambda visit: visit.names(), is_mirrored=True),
    "mirrored-brief": PageState("orders", _brief, is_mirrored=True),
}
WATCHING: Mapping[str, PageState] = {
    "watch-seat": PageState("observed", partial(_watch, name=WHO)),
    "watch-seat-deals": PageState("observed", partial(_watch, name=WHO, tab="deals")),
    "watch-room": PageState("observed", partial(_watch, name="P. Lindqvist")),
    "watch-all": PageState("observed", partial(_watch, name="C. Ferrari")),
    "watch-no-link": PageState("observed", partial(_no_such_link, link="watch")),
    "watch-no-screen": PageState("observed", partial(_no_such_link, link="screen")),
}
SCREENS: Mapping[str, PageState] = {
    **{
        f"screen-{scene.value}": PageState(
            "finished" if scene is Scene.ENDING else "report",
            partial(_scene, scene=scene),
            is_screen=True,
        )
        for scene in Scene
    },
    "screen-agreed": PageState("talks", partial(_scene, scene=Scene.AGREEMENTS), is_screen=True),
    "screen-blank": PageState(
        "report", partial(_scene, scene=Scene.MAP, is_blank=True), is_screen=True
    ),
}
PAGES: Mapping[str, PageState] = {
    f"page-{name}": state
    for name, state in {**JOINING, **IN_HARBOUR, **IN_SEAT, **WATCHING, **SCREENS}.items()
}
assert {each.moment for each in PAGES.values()} <= set(MOMENTS)

__all__ = ["PAGES", "PageState"]
