// A second press where one was just made does nothing: another button may stand there now.

(function (live) {
  "use strict";

  if (!live) { return; }

  const SETTLES = 600, FOLLOWS = 5000, NEAR = 24;
  let clicked = { at: 0, x: 0, y: 0, on: null };
  let held = null;

  function middleOf(button) {
    const box = button.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }

  function meaningAt(x, y) {
    const on = document.elementFromPoint(x, y);
    const button = on && on.closest("button");
    if (!button) { return ""; }
    const act = button.form ? button.form.dataset.act : "";
    return [act, button.name, button.value, button.getAttribute("aria-label"), button.textContent].join("|");
  }

  function hold(pressed) {
    const now = Date.now();
    const isClick = now - clicked.at < (pressed ? SETTLES : FOLLOWS);
    if (!isClick && !pressed) { return; }
    const place = isClick ? [clicked.x, clicked.y] : middleOf(pressed);
    const on = isClick ? clicked.on : pressed;
    held = { begun: now, until: now + SETTLES, x: place[0], y: place[1], on: on, means: meaningAt(place[0], place[1]) };
  }

  // The answer may be slow: what it puts under a finger is seen before it is pressed.
  function holdOn() {
    const now = Date.now();
    if (!held || now - held.begun > FOLLOWS) { return; }
    const means = meaningAt(held.x, held.y);
    if (means !== held.means) { held.means = means; held.until = now + SETTLES; }
  }

  // Nothing was done, and the same may be tried at once.
  function letGo() { held = null; }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) { return; }
    const byKeys = event.detail === 0;
    const place = byKeys ? middleOf(button) : [event.clientX, event.clientY];
    const acts = button.type === "submit" || button.closest("dialog.asking");
    if (held && acts && Date.now() < held.until) {
      const isNear = Math.hypot(place[0] - held.x, place[1] - held.y) < NEAR;
      if (isNear || button === held.on) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
    }
    clicked = { at: Date.now(), x: place[0], y: place[1], on: button };
  }, true);

  // What was pressed last is still under the finger.
  let pressedLast = null, pressedAt = 0;
  document.addEventListener("click", function (event) {
    pressedLast = event.target.closest("button, summary");
    pressedAt = Date.now();
  });
  function pressedJustNow() {
    const isNow = pressedLast && Date.now() - pressedAt < 3000;
    return isNow && pressedLast.isConnected && pressedLast.getClientRects().length ? pressedLast : null;
  }

  Object.assign(live, { hold: hold, holdOn: holdOn, letGo: letGo, pressedJustNow: pressedJustNow });
}(window.live));
