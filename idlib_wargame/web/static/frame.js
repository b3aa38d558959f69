// The frame of a seat's page: tabs, sheets, and where the reader is.
// What comes from the server and goes to it is the business of live.js and those beside it; this file sends nothing by itself.

(function () {
  "use strict";

  const app = document.getElementById("app");
  if (!app) { return; }
  const tabs = Array.from(app.querySelectorAll("[role=tab]"));
  const panels = Array.from(app.querySelectorAll("[role=tabpanel]"));
  const wide = window.matchMedia("(min-width: 900px)");

  // ---- Where the reader is, kept over a refresh ----

  function keep(name, value) {
    try { sessionStorage.setItem("seat." + name, value); } catch (refused) { /* private mode */ }
  }
  function kept(name) {
    try { return sessionStorage.getItem("seat." + name); } catch (refused) { return null; }
  }

  // ---- Tabs ----

  function has(tab) { return tabs.some(function (each) { return each.dataset.tab === tab; }); }

  function markTabs() {
    tabs.forEach(function (each) {
      const is = each.dataset.tab === app.dataset.tab;
      each.setAttribute("aria-selected", is ? "true" : "false");
      each.tabIndex = is ? 0 : -1;
    });
  }

  function show(tab) {
    if (!has(tab)) { return; }
    app.dataset.tab = tab;
    app.dataset.side = tab;
    keep("tab", tab);
    markTabs();
    app.dispatchEvent(new CustomEvent("turned", { detail: tab, bubbles: true }));
  }

  function turn(tab) {
    if (!has(tab) || tab === app.dataset.tab) { return; }
    show(tab);
    remember({ tab: tab });
  }

  tabs.forEach(function (each) {
    each.addEventListener("click", function () {
      if (each.dataset.tab === app.dataset.tab) { panelOf(each.dataset.tab).scrollTo({ top: 0 }); }
      turn(each.dataset.tab);
    });
    each.addEventListener("keydown", function (event) {
      const shown = tabs.filter(function (tab) { return tab.offsetParent !== null; });
      const towards = document.documentElement.dir === "rtl" ? -1 : 1;
      const steps = { ArrowRight: towards, ArrowLeft: -towards };
      let place = shown.indexOf(each);
      if (event.key in steps) { place += steps[event.key]; }
      else if (event.key === "Home") { place = 0; }
      else if (event.key === "End") { place = shown.length - 1; }
      else { return; }
      event.preventDefault();
      const next = shown[(place + shown.length) % shown.length];
      next.focus();
      turn(next.dataset.tab);
    });
  });

  function panelOf(tab) { return document.getElementById("panel-" + tab); }

  // ---- Turning to a tab, an area, a part or a sheet ----

  function go(to) {
    const sheet = document.getElementById("sheet-" + to);
    if (sheet) { openSheet(sheet); return; }
    const place = document.getElementById("area-" + to) || document.getElementById("part-" + to);
    if (!place || has(to)) {
      closeSheets();
      turn(to);
      const panel = panelOf(to);
      if (panel) { panel.scrollTo({ top: 0 }); panel.focus({ preventScroll: true }); }
      return;
    }
    const within = place.closest("dialog");
    if (within) { openSheet(within); } else {
      closeSheets();
      const panel = place.closest("[role=tabpanel]");
      if (panel) { turn(panel.id.slice("panel-".length)); }
    }
    // Within its own scroller alone: else the whole page would slide under its head.
    const scroller = within || place.closest("[role=tabpanel]");
    if (scroller) {
      const from = scroller.getBoundingClientRect().top;
      scroller.scrollTop += place.getBoundingClientRect().top - from - 8;
    }
    const head = place.querySelector("h2, h3, button, input, textarea");
    if (head) { head.focus({ preventScroll: true }); }
  }

  document.addEventListener("click", function (event) {
    const pressed = event.target.closest("[data-go], [data-close], [data-step]");
    if (!pressed) { return; }
    if (pressed.hasAttribute("data-go")) { go(pressed.dataset.go); }
    else if (pressed.hasAttribute("data-close")) { closeSheet(pressed.closest("dialog")); }
    else { step(pressed.closest(".look"), Number(pressed.dataset.step)); }
  });

  // ---- Sheets ----

  function openSheet(sheet) {
    if (sheet.open) { return; }
    closeSheets();
    sheet.showModal();
    sheet.scrollTop = 0;
    remember({ tab: app.dataset.tab, sheet: sheet.id });
    sheet.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
  }

  function closeSheet(sheet) {
    if (sheet && sheet.open) { sheet.close(); }
  }

  function closeSheets() {
    document.querySelectorAll("dialog.sheet[open]").forEach(closeSheet);
  }

  document.querySelectorAll("dialog.sheet").forEach(function (sheet) {
    sheet.addEventListener("click", function (event) {
      if (event.target === sheet) { closeSheet(sheet); }
    });
  });

  // ---- A first look: one card at a time ----

  function step(look, by) {
    const cards = Array.from(look.querySelectorAll(".look-card"));
    const at = cards.findIndex(function (card) { return !card.hidden; });
    const to = Math.max(0, Math.min(cards.length - 1, at + by));
    cards.forEach(function (card, place) { card.hidden = place !== to; });
    const dots = look.querySelectorAll(".look-dots span");
    dots.forEach(function (dot, place) { dot.classList.toggle("is-on", place <= to); });
    look.querySelector("[data-step='-1']").disabled = to === 0;
    look.querySelector(".look-next").hidden = to === cards.length - 1;
    look.querySelector(".look-begin").hidden = to !== cards.length - 1;
    look.closest("dialog").scrollTop = 0;
    cards[to].querySelector("h2").focus();
  }

  function lookRound() {
    const sheet = document.getElementById("sheet-first_look");
    const look = sheet && sheet.querySelector(".look");
    if (!look || !look.dataset.due || kept("looked")) { return; }
    sheet.addEventListener("close", function () { keep("looked", "1"); });
    openSheet(sheet);
  }

  document.addEventListener("submit", function (event) {
    if (event.target.matches("[data-closes]")) { closeSheet(event.target.closest("dialog")); }
  });

  // ---- Back goes to the tab before, never away, and sends nothing ----

  let isGuarded = false;

  function guard() {
    // A browser skips what was put into its history before anybody touched the page.
    if (isGuarded) { return; }
    isGuarded = true;
    history.replaceState({ seat: "floor" }, "");
    history.pushState({ seat: "page", tab: app.dataset.tab }, "");
  }

  function remember(where) {
    guard();
    history.pushState(Object.assign({ seat: "page" }, where), "");
  }

  window.addEventListener("popstate", function (event) {
    const open = document.querySelector("dialog[open]");
    if (open) { open.close(); }
    const where = event.state || {};
    if (where.seat === "page") {
      if (where.tab) { show(where.tab); }
    } else {
      history.pushState({ seat: "page", tab: app.dataset.tab }, "");
    }
  });

  document.addEventListener("pointerdown", guard, { once: true });
  document.addEventListener("keydown", guard, { once: true });

  // ---- When parts change: areas with nothing in them go, the page follows its phase ----

  function isTyping() {
    const on = document.activeElement;
    return !!on && on.matches("input, textarea, select");
  }

  function showAreas() {
    document.querySelectorAll(".area").forEach(function (area) {
      const filled = Array.from(area.querySelectorAll("[data-part]")).some(function (part) {
        return part.textContent.trim() !== "" || part.querySelector("svg, input, button") !== null;
      });
      area.hidden = !filled;
      const jump = document.querySelector("[data-jump='" + area.id.slice("area-".length) + "']");
      if (jump) { jump.hidden = !filled; }
    });
    document.querySelectorAll(".jumps").forEach(function (jumps) {
      jumps.hidden = jumps.querySelectorAll("button:not([hidden])").length < 2;
    });
  }

  // ---- What is written is seen whole: a field grows with it, and never shrinks under a hand ----

  function grow(field) {
    const lacks = field.scrollHeight - field.clientHeight;
    if (lacks > 1) { field.style.height = Math.min(field.offsetHeight + lacks, 320) + "px"; }
  }

  function growAll() { document.querySelectorAll("textarea").forEach(grow); }

  document.addEventListener("input", function (event) {
    if (event.target.matches("textarea")) { grow(event.target); }
  });
  document.addEventListener("turned", growAll);
  document.addEventListener("toggle", growAll, true);

  let moment = null;

  function followPhase() {
    const where = app.querySelector("[data-moment]");
    if (!where || where.dataset.moment === moment) { return; }
    const first = moment === null && kept("moment") === null;
    const before = moment === null ? kept("moment") : moment;
    moment = where.dataset.moment;
    keep("moment", moment);
    const writes = isTyping() || document.body.classList.contains("is-unsent");
    if (first || before === moment || writes) { return; }
    if (where.dataset.leads && document.getElementById("area-" + where.dataset.leads)) {
      go(where.dataset.leads);
    }
  }

  let isDue = false;
  new MutationObserver(function () {
    if (isDue) { return; }
    isDue = true;
    requestAnimationFrame(function () {
      isDue = false;
      showAreas();
      document.dispatchEvent(new CustomEvent("redrawn"));
      growAll();
      followPhase();
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-moment"] });

  // ---- How much of the page is seen, with the keyboard up or not ----

  const seen = window.visualViewport;

  function measure() {
    document.documentElement.style.setProperty("--high", Math.round(seen.height) + "px");
    document.body.classList.add("is-measured");
    window.scrollTo(0, 0);
  }

  if (seen) {
    seen.addEventListener("resize", function () { if (seen.scale === 1) { measure(); } });
    measure();
  }
  document.addEventListener("focusin", function () {
    document.body.classList.toggle("is-typing", isTyping());
  });
  document.addEventListener("focusout", function () {
    setTimeout(function () { document.body.classList.toggle("is-typing", isTyping()); }, 250);
  });

  // What is pressed at the foot while somebody types stays under the finger: the field lets go of
  // the keys, and the keyboard of the screen, only after the press.
  document.addEventListener("mousedown", function (event) {
    if (isTyping() && event.target.closest && event.target.closest(".dock")) { event.preventDefault(); }
  });
  document.addEventListener("click", function (event) {
    if (isTyping() && event.target.closest && event.target.closest(".dock")) {
      document.activeElement.blur();
    }
  });

  // Nothing but panels scrolls; what a browser scrolls by itself to show a place is put back.
  window.addEventListener("scroll", function () {
    if (!isTyping() && (window.scrollX || window.scrollY)) { window.scrollTo(0, 0); }
  });

  // ---- Begin where the reader was ----

  panels.forEach(function (panel) {
    let timer = 0;
    panel.addEventListener("scroll", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { keep("scroll." + panel.id, String(panel.scrollTop)); }, 150);
    }, { passive: true });
  });

  function scrollBack() {
    panels.forEach(function (panel) {
      const at = Number(kept("scroll." + panel.id)) || 0;
      if (at) { panel.scrollTop = at; }
    });
  }

  // Where there is room, what is now stands beside the moves from the start.
  show(kept("tab") || (wide.matches ? "moves" : "now"));
  showAreas();
  growAll();
  followPhase();
  scrollBack();
  lookRound();
}());
