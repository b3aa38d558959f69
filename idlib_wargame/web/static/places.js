// What is tapped on a map opens what is told of it below.
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const tapped = event.target instanceof Element && event.target.closest("[data-tells]");
    const told = tapped && document.getElementById(tapped.getAttribute("data-tells"));
    if (!told) return;
    for (let each = told; each; each = each.parentElement) {
      if (each.tagName === "DETAILS") each.open = true;
    }
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    told.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    const head = told.querySelector("summary");
    if (head) head.focus({ preventScroll: true });
  });
})();
