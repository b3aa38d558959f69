// The room's screen: what has no room is on the next page, which the desk turns; the clock ticks.
(() => {
  "use strict";
  const SMALLEST = 0.4; // of the usual size, where the desk has fewer pages than are needed here
  const scenes = document.getElementById("part-screen.scene");
  const clock = document.getElementById("clock");
  if (!scenes || !clock) return;

  // ---- Pages ----

  // Where a page may end: below a row that does not keep to the next; of one that is higher than a
  // page, below any of its lines.
  function ends(body, high) {
    const top = body.getBoundingClientRect().top;
    const found = [];
    const rows = Array.from(
      body.hasAttribute("data-flows")
        ? body.querySelectorAll("p, li, h3, h4, h5, h6, tr, blockquote")
        : body.querySelectorAll("[data-row]")
    );
    rows.forEach((row) => {
      const box = row.getBoundingClientRect();
      if (box.height > high) {
        const line = parseFloat(getComputedStyle(row).lineHeight) || 0.1 * high;
        for (let at = box.top - top + line; at < box.bottom - top; at += line) found.push(at);
      }
      const keeps = row.hasAttribute("data-keeps-next") || /^H[1-6]$/.test(row.tagName);
      if (!keeps) found.push(box.bottom - top);
    });
    found.push(body.scrollHeight);
    return found.sort((one, other) => one - other);
  }

  function pagesOf(body, high) {
    const pages = [];
    const places = ends(body, high);
    const whole = body.scrollHeight;
    let start = 0;
    while (start < whole - 1) {
      const fitting = places.filter((at) => at > start + 1 && at <= start + high + 1);
      const end = whole - start <= high + 1 ? whole : fitting.length ? fitting[fitting.length - 1] : start + high;
      pages.push([start, end]);
      start = end;
    }
    return pages.length ? pages : [[0, whole]];
  }

  // Set on the whole page: what stands on parts is the server's.
  function place(share, shift, clip) {
    const set = document.documentElement.style;
    set.setProperty("--share", String(share));
    set.setProperty("--shift", shift);
    set.setProperty("--clip", clip);
  }

  function settle() {
    document.body.classList.toggle("is-blank", Boolean(scenes.querySelector("[data-blank]")));
    place(1, "none", "none");
    const scene = scenes.querySelector("[data-scene]");
    const body = scene && scene.querySelector(".scene-body");
    if (!body || !(body.hasAttribute("data-flows") || body.querySelector("[data-row]"))) return;
    const desk = Number(scene.dataset.pages) || 0; // 0 where nobody knows
    const turned = Number(scene.dataset.page) || 0;
    let pages = pagesOf(body, body.clientHeight);
    for (let share = 0.95; desk && pages.length > desk && share >= SMALLEST; share -= 0.05) {
      place(share.toFixed(2), "none", "none");
      pages = pagesOf(body, body.clientHeight);
    }
    if (pages.length < 2) return;
    const at = desk ? Math.floor((turned * pages.length) / desk) : turned;
    const [start, end] = pages[Math.min(pages.length - 1, at)];
    const share = getComputedStyle(document.documentElement).getPropertyValue("--share");
    const clip = "inset(" + start + "px 0 " + (body.offsetHeight - end) + "px 0)";
    place(share, "translateY(" + -start + "px)", clip);
  }

  // ---- The clock ----

  let left = 0;
  let since = 0;

  function readClock() {
    left = Number(clock.dataset.seconds) || 0;
    since = performance.now();
    tick();
  }

  function tick() {
    if (!clock.dataset.runs) {
      clock.classList.remove("is-over", "is-nearly-up");
      return;
    }
    const now = left - Math.floor((performance.now() - since) / 1000);
    const size = Math.abs(now);
    const time = Math.floor(size / 60) + ":" + String(size % 60).padStart(2, "0");
    const said = (now < 0 ? clock.dataset.over : clock.dataset.left).replace("{time}", time);
    if (clock.textContent !== said) clock.textContent = said;
    clock.classList.toggle("is-over", now < 0);
    clock.classList.toggle("is-nearly-up", now >= 0 && now <= 120);
  }

  let waits = 0;
  function soon() {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(settle);
  }

  new MutationObserver(soon).observe(scenes, {
    childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: ["data-page", "data-pages"],
  });
  new MutationObserver(readClock).observe(clock, {
    attributes: true, attributeFilter: ["data-seconds", "data-runs"],
  });
  window.addEventListener("resize", soon);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(soon);
  setInterval(tick, 500);
  readClock();
  settle();
})();
