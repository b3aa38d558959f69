// What hands do before the other scripts have come is done once they have. On a slow network, or
// beside a busy one, a page is seen seconds earlier: no press is lost there, nothing that is typed,
// and no form is sent as an address that holds what was written in it.

(function () {
  "use strict";

  const presses = [], sent = new Set(), typed = new Set();

  function isReady() { return Boolean(window.live && window.live.showLink); }

  function hold(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function pressed(event) {
    const button = event.target.closest("button");
    if (!button || (button.form && button.type === "submit")) { return; }
    hold(event);
    presses.push(function () { button.click(); });
  }

  function submitted(event) {
    const form = event.target, button = event.submitter;
    if (isReady() || !form.matches("form[data-act]")) { return; }
    hold(event);
    // Pressed again, it is still sent once.
    if (!sent.has(form)) { presses.push(function () { form.requestSubmit(button); }); }
    sent.add(form);
  }

  function changed(event) { typed.add(event.target); }

  window.addEventListener("click", pressed, true);
  window.addEventListener("submit", submitted, true);
  window.addEventListener("input", changed, true);

  // All the others are deferred, and have run by then.
  document.addEventListener("DOMContentLoaded", function () {
    window.removeEventListener("click", pressed, true);
    window.removeEventListener("input", changed, true);
    if (!isReady()) { return; }
    typed.forEach(function (field) {
      ["input", "change"].forEach(function (name) { field.dispatchEvent(new Event(name, { bubbles: true })); });
    });
    presses.forEach(function (press) { press(); });
  });

  window.early = { typed: typed };
}());
