// Forms: each is an act, sent once, and what they hold stays until it was taken.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  function fieldsOf(form, pressed) {
    const fields = {};
    function add(name, value) {
      if (typeof value !== "string") { return; }
      value = value.replace(/\r\n?/g, "\n");
      if (name in fields) { fields[name] = [].concat(fields[name], value); } else { fields[name] = value; }
    }
    new FormData(form).forEach(function (value, name) { add(name, value); });
    form.querySelectorAll("[data-was]").forEach(function (field) {
      const base = live.baseOf(field), name = "was." + field.name;
      if (base === null) { return; }
      if (!live.isChoice(field)) { add(name, base); return; }
      fields[name] = (fields[name] || []).concat(base ? field.value : []);
    });
    if (pressed && pressed.name) { add(pressed.name, pressed.value); }
    return fields;
  }

  function buttonsOf(form) {
    return Array.from(form.elements).filter(function (each) {
      return each.tagName === "BUTTON" && !each.disabled;
    });
  }

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.matches("form[data-act]")) { return; }
    event.preventDefault();
    const pressed = event.submitter;
    const asking = pressed && pressed.dataset.ask ? pressed : form;
    if (asking.dataset.ask) { live.ask(asking, function () { sendForm(form, pressed); }); } else { sendForm(form, pressed); }
  });

  function sendForm(form, pressed) {
    if (form.dataset.underWay) { return; }
    if (live.unsettledIn(form)) { live.say(form, [body.dataset.chooseFirst || ""]); return; }
    live.putOff(form);
    const changed = live.dirtyIn(form).map(function (each) { return [each, live.valueOf(each)]; });
    const buttons = buttonsOf(form);
    form.dataset.underWay = "1";
    live.hold(pressed);
    const part = form.closest("[data-part]"), from = live.takesSoFar();
    const fields = fieldsOf(form, pressed);
    buttons.forEach(function (each) { each.disabled = true; each.dataset.held = "1"; });
    live.say(form, []);
    live.draftBefore(form);
    live.send(form.dataset.act, fields, function (told) {
      delete form.dataset.underWay;
      buttons.forEach(function (each) {
        if (each.dataset.held) { delete each.dataset.held; each.disabled = false; }
      });
      if (told.refused) {
        live.letGo();
        live.say(form, told.refused);
        live.refusedGone(form, changed.map(function (pair) { return pair[0]; }), told.refused);
        if (told.met) { live.meet(changed.map(function (pair) { return pair[0]; }), told.met); }
        if (pressed && document.activeElement === body) { pressed.focus(); }
        return;
      }
      changed.forEach(function (pair) {
        const field = pair[0];
        if (live.valueOf(field) !== pair[1]) { live.taken(field, pair[1]); return; }  // they went on typing
        if ("clears" in field.dataset) { live.wipe(field); }
        live.clean(field);
      });
      Array.from(form.querySelectorAll("[data-clears]")).forEach(function (field) {
        if (!live.isDirty(field)) { live.wipe(field); live.keepLater(field); }
      });
      const stood = pressed && pressed.name && form.elements["was." + pressed.name];
      if (stood) { stood.value = pressed.value; }  // news of it come after the answer
      // What came before this answer left alone what was typed: now that is sent.
      if (part) { live.takeAgain(part.dataset.part, from); }
      if (told.said) { live.tell(told.said); }
      form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
    }, live.isDrafted);
  }

  // Forms that tell of what was seen.

  let seen = new WeakMap();

  function lookAtSeen() {
    if (document.hidden) { return; }
    document.querySelectorAll("form[data-when-seen]").forEach(function (form) {
      const place = form.parentElement;
      if (!place || place.getClientRects().length === 0) { return; }
      const told = JSON.stringify(fieldsOf(form));
      if (seen.get(form) === told || told === "{}") { return; }
      seen.set(form, told);
      live.send(form.dataset.act, fieldsOf(form), function () { /* nobody waits for it */ });
    });
  }
  document.addEventListener("turned", function () { setTimeout(lookAtSeen, 0); });
  document.addEventListener("toggle", lookAtSeen, true);

  // What was seen and drafted while nothing was taken: now it is.
  function goOn() {
    seen = new WeakMap();
    document.querySelectorAll("form[data-act]").forEach(function (form) { live.say(form, []); });
    document.querySelectorAll("form[data-drafts]").forEach(live.draft);
    lookAtSeen();
  }

  Object.assign(live, { fieldsOf: fieldsOf, lookAtSeen: lookAtSeen, goOn: goOn });
}(window.live));
