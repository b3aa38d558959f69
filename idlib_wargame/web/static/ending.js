// The end of a page: another device, or the facilitator. Nothing of the seat is left on it.
// Whoever sits elsewhere is led there.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  function end(why, leads) {
    if (live.isOver) { return; }
    live.isOver = true;
    live.close();
    live.drop();
    const words = { title: body.dataset.ended || "", back: body.dataset.back || "Join again" };
    forget();
    if (leads) { location.replace(leads); }
    document.title = words.title;
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    said.setAttribute("dir", "auto");
    const back = document.createElement("a");
    back.href = leads || "/";
    back.className = "button filled";
    back.textContent = words.back;
    const head = document.createElement("h1");
    head.textContent = words.title;
    const main = document.createElement("main");
    main.className = "sheet";
    main.append(head, said, back);
    body.className = "plain";
    body.append(main);
    said.textContent = why;
    back.focus();
  }

  function forget() {
    try { sessionStorage.clear(); } catch (refused) { /* private mode */ }
    live.forgetTyped();
    live.forgetParts();
    live.dirty.clear();
    body.querySelectorAll("input, textarea").forEach(function (field) { field.value = ""; });
    body.querySelectorAll("dialog[open]").forEach(function (each) { each.close(); });
    body.querySelectorAll("#app, dialog, [data-part]").forEach(function (each) { each.replaceChildren(); });
    body.replaceChildren();
    Object.keys(body.dataset).forEach(function (name) { delete body.dataset[name]; });
  }

  Object.assign(live, { end: end });
}(window.live));
