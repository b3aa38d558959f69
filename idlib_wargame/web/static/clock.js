// The clock of the phase ticks on by itself between one word of the server and the next.

(function () {
  "use strict";

  const clock = document.getElementById("clock");
  if (!clock) { return; }

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

  readClock();
  new MutationObserver(function () { readClock(); tick(); })
    .observe(clock, { attributes: true, attributeFilter: ["data-seconds", "data-runs"] });
  setInterval(function () { if (!document.hidden) { tick(); } }, 1000);
  document.addEventListener("visibilitychange", tick);
  tick();
}());
