// Messages: what came stays marked while one looks, an answer is written under what it answers, and
// the button says whom a message goes to.

(function () {
  "use strict";

  const app = document.getElementById("app");
  if (!app) { return; }
  const looked = new Set();  // what was new when this look began, or came since

  function list() { return document.querySelector("#area-messages .letters"); }
  function all() { return Array.from(document.querySelectorAll("#area-messages .letters > li")); }
  function isSeen(part) { return !!part && !document.hidden && part.getClientRects().length > 0; }

  // ---- New until the look is over: the record knows at once that it was read ----

  function mark() {
    const letters = list();
    if (!letters) { return; }
    if (!isSeen(letters)) { looked.clear(); }
    all().forEach(function (letter) {
      const sign = letter.querySelector(".new");
      if (!sign) { return; }
      const isUnread = sign.hasAttribute("data-unread");
      if (isUnread && isSeen(letters)) { looked.add(letter.dataset.key); }
      sign.hidden = !isUnread && !looked.has(letter.dataset.key);
    });
    tellNoMore(letters);
  }

  // ---- What the facilitator told is told as news until it was looked at on this device ----

  const STORE = "seat.told." + (document.body.dataset.csrf || "");
  let known = 0;
  try { known = Number(sessionStorage.getItem(STORE)) || 0; } catch (refused) { /* private mode */ }

  function tellNoMore(letters) {
    const count = Number(letters.dataset.known) || 0;
    if (isSeen(letters) && count !== known) {
      known = count;
      try { sessionStorage.setItem(STORE, String(known)); } catch (refused) { /* private mode */ }
    }
    const told = document.querySelector("#area-arrival [data-told]");
    if (told) { told.hidden = Number(told.dataset.told) <= known; }
    const left = newOnes();
    document.querySelectorAll("#tab-messages .badge, #tab-messages .badge + .unseen").forEach(function (each) {
      each.hidden = left === 0;
      const said = each.textContent.replace(/\d+/, String(left));
      if (each.textContent !== said) { each.textContent = said; }
    });
  }

  function newOnes() {
    return all().filter(function (each) {
      return each.querySelector("[data-unread]") || Number(each.dataset.told) > known;
    }).length;
  }

  document.addEventListener("parts", mark);
  document.addEventListener("turned", mark);
  document.addEventListener("visibilitychange", mark);
  mark();

  // ---- An answer is written at once, and closed when it is sent ----

  document.addEventListener("click", function (event) {
    const summary = event.target.closest(".answer > summary");
    if (!summary) { return; }
    event.preventDefault();
    const answer = summary.parentElement;
    answer.open = !answer.open;
    // Within the press itself: a phone brings its keyboard up for nothing else.
    if (answer.open) { answer.querySelector("textarea").focus(); }
  });

  document.addEventListener("sent", function (event) {
    const answer = event.target.closest(".answer");
    if (!answer || answer.querySelector("textarea").value) { return; }
    answer.open = false;
    if (document.activeElement === document.body || answer.contains(document.activeElement)) {
      answer.querySelector("summary").focus({ preventScroll: true });
    }
  });

  // What was half written comes back where it is seen.
  const met = new WeakSet();

  function openHalfWritten() {
    document.querySelectorAll(".answer").forEach(function (answer) {
      if (met.has(answer)) { return; }
      met.add(answer);
      if (answer.querySelector("textarea").value) { answer.open = true; }
    });
  }

  document.addEventListener("parts", openHalfWritten);
  openHalfWritten();

  // ---- The button says whom it goes to ----

  function tellWhom() {
    const letter = document.getElementById("letter");
    if (!letter) { return; }
    const isToAll = letter.querySelector(".every:checked") !== null;
    const to = Array.from(letter.querySelectorAll(".one")).filter(function (one) {
      return isToAll || one.checked;
    });
    const words = JSON.parse(letter.dataset.words)[to.length + (letter.querySelector(".apart:checked") ? "+" : "")];
    const said = words.map(function (each) {
      return each.replace(/\{(\d+)\}/g, function (_all, place) { return to[place - 1].dataset.name; });
    });
    const button = letter.querySelector(".send");
    if (button.textContent !== said[0]) { button.textContent = said[0]; }
    if (button.getAttribute("aria-label") !== said[1]) { button.setAttribute("aria-label", said[1]); }
  }

  ["change", "sent", "parts"].forEach(function (name) { document.addEventListener(name, tellWhom); });
  tellWhom();

  // ---- All seats, or each by name ----

  let isPicking = false;

  function pick(box, is) {
    if (box.checked === is) { return; }
    box.checked = is;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("change", function (event) {
    const ticks = !isPicking && event.target.closest && event.target.closest(".letter .ticks");
    const every = ticks && ticks.querySelector(".every");
    if (!every) { return; }
    const ones = Array.from(ticks.querySelectorAll(".one"));
    isPicking = true;
    if (event.target === every && every.checked) {
      ones.forEach(function (one) { pick(one, false); });
    } else if (ones.includes(event.target) && every.checked) {
      // It was meant with all of them: now all but this one.
      pick(every, false);
      ones.forEach(function (one) { pick(one, one !== event.target); });
    }
    isPicking = false;
  });
}());
