// What hands do before the other scripts have come is done once they have. On a slow network, or
// beside a busy one, a page is seen seconds earlier: no press is lost there, nothing that is typed,
// and no form is sent as an address that holds what was written in it. Where one of them does not
// come at all the page says so, and is loaded again.

(function () {
  "use strict";

  const SLOW = 8000, FIRST_PAUSE = 1500, LONGEST_PAUSE = 30000, AGAIN = "early.again";
  const presses = [], sent = new Set(), typed = new Set();
  let isWhole = false, isBroken = false, told = null;

  function hold(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function pressed(event) {
    const button = event.target.closest("button");
    if (!button || button === (told && told.lastChild) || (button.form && button.type === "submit")) { return; }
    hold(event);
    presses.push(function () { button.click(); });
  }

  function submitted(event) {
    const form = event.target, button = event.submitter;
    if (isWhole || !form.matches("form[data-act]")) { return; }
    hold(event);
    // Pressed again, it is still sent once.
    if (!sent.has(form)) { presses.push(function () { form.requestSubmit(button); }); }
    sent.add(form);
  }

  function changed(event) { typed.add(event.target); }

  // A script that did not come, or came cut off.
  function failed(event) {
    const isOurs = event.target.nodeName === "SCRIPT" || String(event.filename || "").includes("/static/");
    if (isOurs && !isWhole) { isBroken = true; }
  }

  function say(words) {
    const body = document.body, place = document.querySelector(".top") || body;
    if (!body || !words) { return; }
    if (told) { told.remove(); }
    told = document.createElement("p");
    told.className = "banner warning early";
    told.setAttribute("role", "alert");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = body.dataset.again || "";
    button.addEventListener("click", again);
    told.append(words + " ", button);
    place.prepend(told);
  }

  function again() {
    keepTyped();
    location.reload();
  }

  // As the page finds it that comes next.
  function keepTyped() {
    const all = {};
    typed.forEach(function (field) {
      const drafts = field.nodeName === "TEXTAREA" && field.form && field.form.dataset.drafts !== undefined;
      const name = (field.dataset && field.dataset.keeps) || (drafts && field.id ? "#" + field.id : "");
      if (!name || field.type === "checkbox" || field.type === "radio") { return; }
      all[name] = field.value;
      if ("was" in field.dataset) { all[(name[0] === "#" ? "#was." : "was.") + name] = field.defaultValue; }
    });
    const key = "typed." + (document.body.dataset.csrf || "").slice(0, 32);
    try {
      const before = JSON.parse(sessionStorage.getItem(key) || "{}");
      if (Object.keys(all).length) { sessionStorage.setItem(key, JSON.stringify(Object.assign(before, all))); }
    } catch (refused) { /* private mode, or full */ }
  }

  function count(next) {
    try {
      const before = Number(sessionStorage.getItem(AGAIN)) || 0;
      if (next === null) { sessionStorage.removeItem(AGAIN); } else { sessionStorage.setItem(AGAIN, String(before + 1)); }
      return before;
    } catch (refused) { return 5; }
  }

  function breaks() {
    say(document.body.dataset.broken);
    presses.length = 0;
    // Under nobody's hands.
    const pause = Math.min(FIRST_PAUSE * Math.pow(2, count(1)), LONGEST_PAUSE);
    setTimeout(function () { if (!typed.size) { again(); } }, pause);
  }

  window.addEventListener("click", pressed, true);
  window.addEventListener("submit", submitted, true);
  window.addEventListener("input", changed, true);
  window.addEventListener("error", failed, true);
  const slow = setTimeout(function () { say(document.body && document.body.dataset.slow); }, SLOW);

  // All the others are deferred, and have run by then.
  document.addEventListener("DOMContentLoaded", function () {
    clearTimeout(slow);
    if (isBroken || !window.live || !window.live.showLink) { breaks(); return; }
    isWhole = true;
    count(null);
    if (told) { told.remove(); }
    window.removeEventListener("click", pressed, true);
    window.removeEventListener("input", changed, true);
    typed.forEach(function (field) {
      ["input", "change"].forEach(function (name) { field.dispatchEvent(new Event(name, { bubbles: true })); });
    });
    presses.forEach(function (press) { press(); });
  });

  window.early = { typed: typed };
}());
