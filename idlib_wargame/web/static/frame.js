// The frame of a seat's page: tabs, sheets, the clock, filters, and where the reader is.
// What comes from the server and goes to it is live.js's; this file sends nothing by itself.

(function () {
  "use strict";

  const app = document.getElementById("app");
  if (!app) { return; }
  const clock = document.getElementById("clock");
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
    const reading = sheet.querySelector("form[data-act=read_brief]");
    if (reading && !reading.dataset.sent) {
      reading.dataset.sent = "1";
      reading.requestSubmit();
    }
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
    if (look && look.dataset.due && !kept("looked")) { keep("looked", "1"); openSheet(sheet); }
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

  // ---- The clock ticks on by itself ----

  let readAt = 0, secondsThen = 0;

  function readClock() {
    readAt = performance.now();
    secondsThen = Number(clock.dataset.seconds) || 0;
  }

  function digits(seconds) {
    const whole = Math.abs(seconds), rest = whole % 60;
    return Math.floor(whole / 60) + ":" + (rest < 10 ? "0" : "") + rest;
  }

  function tick() {
    if (!clock.dataset.runs) {
      clock.classList.remove("is-over", "is-nearly-up");
      return;
    }
    const left = secondsThen - Math.round((performance.now() - readAt) / 1000);
    if (left > -3600) {
      const words = left < 0 ? clock.dataset.over : clock.dataset.left;
      const said = words.replace("{time}", digits(left));
      if (clock.textContent !== said) { clock.textContent = said; }
    }
    clock.classList.toggle("is-over", left < 0);
    clock.classList.toggle("is-nearly-up", left >= 0 && left <= 120);
  }

  if (clock) {
    readClock();
    new MutationObserver(function () { readClock(); tick(); })
      .observe(clock, { attributes: true, attributeFilter: ["data-seconds", "data-runs"] });
    setInterval(function () { if (!document.hidden) { tick(); } }, 1000);
    document.addEventListener("visibilitychange", tick);
    tick();
  }

  // ---- Finding by words ----

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // As views/finding.py finds: a word anywhere, or one that begins as it does without its ending.
  const ENDINGS = ["ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y"];
  const SHORTEST_STEM = 3, MOST_NEAR = 3, CLOSE = 0.6;

  function stem(word) {
    const ending = ENDINGS.find(function (each) {
      return word.endsWith(each) && word.length - each.length >= SHORTEST_STEM;
    });
    return ending ? word.slice(0, -ending.length) : word;
  }

  function stands(text, word) {
    return text.includes(word) || (" " + text).includes(" " + stem(word));
  }

  function likeness(one, other) {
    let row = Array.from({ length: other.length + 1 }, function (_, n) { return n; });
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let k = 1; k <= other.length; k += 1) {
        const swap = row[k - 1] + (one[i - 1] === other[k - 1] ? 0 : 1);
        next.push(Math.min(swap, row[k] + 1, next[k - 1] + 1));
      }
      row = next;
    }
    return 1 - row[other.length] / Math.max(one.length, other.length, 1);
  }

  function nearWords(texts, words) {
    const known = Array.from(new Set(texts.join(" ").split(" ")));
    const near = [];
    words.filter(function (word) {
      return !texts.some(function (text) { return stands(text, word); });
    }).forEach(function (word) {
      known.map(function (each) { return [likeness(word, each), each]; })
        .filter(function (pair) { return pair[0] >= CLOSE; })
        .sort(function (one, other) { return other[0] - one[0]; })
        .forEach(function (pair) { near.push(pair[1]); });
    });
    return Array.from(new Set(near)).slice(0, MOST_NEAR);
  }

  function filter(box) {
    const words = plain(box.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const texts = [];
    let found = 0;
    document.querySelectorAll(box.dataset.filter).forEach(function (each) {
      const text = plain(each.dataset.text || "");
      texts.push(text);
      const is = words.every(function (word) { return stands(text, word); });
      if (each.hidden === is) { each.hidden = !is; }
      if (is) { found += 1; }
    });
    document.querySelectorAll("[data-groups='" + box.id + "']").forEach(function (group) {
      group.hidden = !group.querySelector("[data-text]:not([hidden])") && words.length > 0;
    });
    const none = document.getElementById(box.id + "-none");
    if (!none) { return; }
    none.dataset.plain = none.dataset.plain || none.textContent;
    const missed = words.length > 0 && found === 0;
    const near = missed ? nearWords(texts, words) : [];
    const said = near.length ? none.dataset.near.replace("{words}", near.join(", ")) : none.dataset.plain;
    if (none.textContent !== said) { none.textContent = said; }
    none.hidden = !missed;
  }

  function filterAll() {
    document.querySelectorAll("input[data-filter]").forEach(function (box) {
      if (box.value || box.dataset.filtered) {
        box.dataset.filtered = "1";
        filter(box);
      }
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("input[data-filter]")) {
      event.target.dataset.filtered = "1";
      filter(event.target);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target.matches("input[data-filter]") && event.target.value) {
      event.preventDefault();
      event.target.value = "";
      filter(event.target);
    }
  });

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
      filterAll();
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
