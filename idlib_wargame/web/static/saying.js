// What a page says, and what it asks before what nobody would expect.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  function say(form, reasons) {
    let place = form.querySelector(".said");
    if (!place) {
      if (!reasons.length) { return; }
      place = document.createElement("p");
      place.className = "said";
      place.setAttribute("role", "alert");
      place.setAttribute("dir", "auto");
      place.dataset.own = "1";
      form.append(place);
    }
    const said = reasons.join("\n");
    if (place.textContent !== said) { place.textContent = said; }
    place.hidden = !said;
  }

  function tell(words) {
    const place = document.getElementById("said");
    if (!place) { return; }
    place.textContent = "";
    setTimeout(function () { place.textContent = words; }, 50);
  }

  // What is asked has a safe answer, which has the keys.

  function ask(asking, then) {
    const dialog = document.createElement("dialog");
    dialog.className = "asking";
    const words = document.createElement("p");
    words.textContent = asking.dataset.ask;
    words.setAttribute("dir", "auto");
    const no = button(asking.dataset.no || body.dataset.no || "Cancel", "soft");
    const yes = button(asking.dataset.yes || asking.textContent.trim(), "filled");
    const row = document.createElement("div");
    row.className = "row";
    row.append(no, yes);
    dialog.append(words, row);
    body.append(dialog);
    let isYes = false;
    no.addEventListener("click", function () { dialog.close(); });
    yes.addEventListener("click", function () { isYes = true; dialog.close(); });
    dialog.addEventListener("close", function () {
      dialog.remove();
      if (isYes) { then(); } else if (asking.focus) { asking.focus(); }
    });
    dialog.showModal();
    live.hold(asking.nodeName === "BUTTON" ? asking : null);
    no.focus();
  }

  function button(words, role) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = role;
    made.textContent = words;
    return made;
  }

  Object.assign(live, { say: say, tell: tell, ask: ask });
}(window.live));
