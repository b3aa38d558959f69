// Where somebody was writing goes from under their hand: it was closed, or taken away by another.
// They are told what of it was not sent; it is kept, and stands there again if the place comes back.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;
  const left = [];

  function isText(field) { return field.nodeName === "TEXTAREA" || field.type === "text"; }

  // A field that goes from the page. Of one that is being sent its answer tells.
  function goes(field) {
    const form = field.form;
    const text = isText(field) && live.isDirty(field) && field.dataset.keeps ? field.value.trim() : "";
    if (!text || !form || form.dataset.underWay) { return; }
    if (form.dataset.drafts !== undefined && !live.isDue(form)) { return; }
    left.push(text);
  }

  // What was not taken of a form that is no longer there to say so.
  function refused(form, fields, reasons) {
    if (form.isConnected) { return; }
    const kept = fields.filter(function (field) { return isText(field) && field.dataset.keeps; });
    const texts = kept.map(function (field) { return field.value.trim(); });
    show(reasons.concat(texts.filter(Boolean).map(words)));
  }

  function words(text) { return (body.dataset.gone || "").replace("{text}", function () { return text; }); }

  function show(lines) {
    const before = document.getElementById("gone");
    if (before) { before.remove(); }
    const told = document.createElement("div");
    told.id = "gone";
    told.className = "banner warning";
    told.setAttribute("role", "alert");
    told.dataset.own = "1";
    lines.forEach(function (line) {
      const each = document.createElement("p");
      each.setAttribute("dir", "auto");
      each.textContent = line;
      told.append(each);
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = body.dataset.read || "";
    close.addEventListener("click", function () { live.hold(close); told.remove(); });
    told.append(close);
    (document.querySelector(".top") || body).append(told);
  }

  // Once all of a change stands.
  function tellGone() {
    if (left.length) { show(left.splice(0).map(words)); }
  }

  Object.assign(live, { goes: goes, refusedGone: refused, tellGone: tellGone });
}(window.live));
