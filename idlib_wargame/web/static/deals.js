/*
 * What a press makes on the page of deals is opened for whoever pressed, and for nobody else:
 * a form with data-makes="selector" opens the first of these that was not there before, and a
 * button with data-opens="id" that one. Without this script both are opened by a tap.
 * Keys that stood on what is gone go to what is near.
 * The page is told, by data-writing, while an offer that is written lies open; and what was just
 * typed is waited for before that offer is tabled or discarded.
 */
"use strict";

(() => {
  const PATIENCE = 10000; // milliseconds until what was made counts for somebody else's
  const WAIT = 2000; // milliseconds; typing that changes nothing is followed by no news
  let awaited = null;

  const show = (details, inside) => {
    for (let each = details; each; each = each.parentElement) {
      if (each.tagName === "DETAILS") each.open = true;
    }
    const field = inside && details.parentElement.querySelector("textarea, select");
    details.scrollIntoView({ block: field ? "nearest" : "start" });
    (field || details.querySelector("summary")).focus({ preventScroll: !field });
  };

  document.addEventListener("submit", (event) => {
    const makes = event.target.dataset.makes;
    if (!makes) return;
    const there = new Set(Array.from(document.querySelectorAll(makes), (each) => each.id));
    awaited = { makes, there, until: Date.now() + PATIENCE };
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-opens]");
    const details = button && document.getElementById(button.dataset.opens);
    if (details) show(details, false);
  });

  // What was typed a moment ago is kept, and read, before the offer that it stands in is tabled:
  // the act names what was read, and would be refused.
  const asRead = (within) => within.querySelector("[data-act=table_draft] [name=reads]");
  const typedAt = new WeakMap(); // by draft: what its digest was when something was last typed

  document.addEventListener("input", (event) => {
    const draft = event.target.closest(".draft");
    if (draft) typedAt.set(draft, asRead(draft).value);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const draft = form.closest("[data-act=table_draft], [data-act=discard_draft]") && form.closest(".draft");
    if (!draft || !typedAt.has(draft)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const then = typedAt.get(draft);
    const until = Date.now() + WAIT;
    const look = () => {
      const field = asRead(draft);
      if (field && field.value === then && Date.now() < until) {
        setTimeout(look, 50);
      } else if (form.isConnected && typedAt.delete(draft)) {
        form.requestSubmit();
      }
    };
    setTimeout(look, 0); // a form cannot be submitted again from within its submission
  }, true);

  // Whoever works by keys stays near what they pressed, though it is gone: never on a button, which
  // a second press would press.
  let near = [];
  document.addEventListener("focusin", (event) => {
    near = [];
    const area = event.target.closest("#area-deals");
    for (let each = event.target; area && each !== area; each = each.parentElement) near.push(each);
    if (area) near.push(area);
  });
  document.addEventListener("parts", () => {
    if (!near.length || near[0].isConnected || document.activeElement !== document.body) return;
    const left = near.filter((each) => each.isConnected);
    const places = left.map((each) => each.querySelector("h2[tabindex], summary"));
    const place = places.find(Boolean);
    if (place) place.focus({ preventScroll: true });
  });

  // The page's own next thing gives way to that of an offer that lies open.
  const tell = () => {
    const app = document.getElementById("app");
    if (app) app.toggleAttribute("data-writing", !!document.querySelector(".draft[open]"));
  };
  document.addEventListener("toggle", tell, true);

  new MutationObserver(() => {
    tell();
    if (!awaited) return;
    if (Date.now() > awaited.until) {
      awaited = null;
      return;
    }
    const made = Array.from(document.querySelectorAll(awaited.makes));
    const fresh = made.find((each) => !awaited.there.has(each.id));
    if (fresh) {
      const inside = fresh.classList.contains("term-change");
      awaited = null;
      show(fresh, inside);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
