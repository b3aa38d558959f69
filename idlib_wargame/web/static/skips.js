// By the keyboard, past what stands before: to the page that is turned to, or to the next thing.

(function () {
  "use strict";

  const app = document.getElementById("app");
  if (!app) { return; }

  function isSeen(each) { return each.getClientRects().length > 0; }

  function placeOf(skip) {
    if (skip.dataset.skip === "page") { return document.getElementById("panel-" + app.dataset.tab); }
    const buttons = Array.from(app.querySelectorAll(".next button"));
    return buttons.filter(isSeen).pop() || document.getElementById("tab-" + app.dataset.tab);
  }

  app.addEventListener("click", function (event) {
    const skip = event.target.closest("[data-skip]");
    if (skip) { placeOf(skip).focus(); }
  });
}());
