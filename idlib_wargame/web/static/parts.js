// The parts of a page: what comes for them is shown, and nothing moves under a hand.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  const latest = {};
  let takes = 0;

  // What stands round the parts is another: only a new page shows that.
  const frame = frameIn(document);

  function frameIn(within) {
    const found = within.querySelector("[data-frame]");
    return found ? found.dataset.frame : "";
  }

  function isOfAnother(parts) {
    return Object.keys(parts).some(function (name) {
      if (!frame || parts[name].indexOf("data-frame=") < 0) { return false; }
      const fresh = document.createElement("template");
      fresh.innerHTML = parts[name];
      const found = frameIn(fresh.content);
      return Boolean(found) && found !== frame;
    });
  }

  function take(parts) {
    if (isOfAnother(parts)) { location.reload(); return; }
    // What somebody types in, or has just pressed, stays under their hand.
    const field = live.isField(document.activeElement) ? document.activeElement : live.pressedJustNow();
    const stood = field ? field.getBoundingClientRect().top : 0;
    Object.keys(parts).forEach(function (name) {
      const place = document.getElementById("part-" + name);
      if (!place) { return; }
      takes += 1;
      latest[name] = { html: parts[name], at: takes };
      place.querySelectorAll("[data-part]").forEach(function (piece) { delete latest[piece.dataset.part]; });
      const fresh = document.createElement("template");
      fresh.innerHTML = parts[name];
      live.morphChildren(place, fresh.content);
      live.restore(place);
    });
    if (field && field.isConnected) { keepInPlace(field, stood); }
    live.holdOn();
    live.markMuted();
    live.tellGone();
    live.lookAtSeen();
    body.dispatchEvent(new CustomEvent("parts", { bubbles: true }));
  }

  function takesSoFar() { return takes; }

  // What a part was given after so many takes is given to it once more.
  function takeAgain(name, from) {
    const last = latest[name];
    if (last && last.at > from) { take({ [name]: last.html }); }
  }

  function forgetParts() {
    Object.keys(latest).forEach(function (name) { delete latest[name]; });
  }

  function keepInPlace(field, stood) {
    const moved = field.getBoundingClientRect().top - stood;
    if (Math.abs(moved) < 1) { return; }
    for (let each = field.parentElement; each; each = each.parentElement) {
      if (each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY !== "visible") {
        each.scrollTop += moved;
        return;
      }
    }
    window.scrollBy(0, moved);
  }

  Object.assign(live, { take: take, takeAgain: takeAgain, takesSoFar: takesSoFar, forgetParts: forgetParts });
}(window.live));
