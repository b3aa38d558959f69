// What is typed and not sent is kept, by the server and in this tab, and comes back.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  const UNSENT_EVERY = 2000, MOST_AT_THE_END = 15000;
  const unsent = {};
  let onItsWay = {};  // what is being kept just now
  const onlyHere = {};  // what the server did not take, and drafts until they are sent
  const inHand = {};  // what stands in this tab, which another of the same person may send or change
  let kept = {};
  try { kept = JSON.parse(body.dataset.kept || "{}"); } catch (amiss) { kept = {}; }

  // What the server has not got yet outlives a refresh in this tab: of one token, and so of one
  // person at one exercise. Whatever another left here is taken away unread.
  const TYPED = "typed.";
  const typedHere = TYPED + (body.dataset.csrf || "").slice(0, 32);

  function writeHere() {
    const all = Object.assign({}, inHand, onlyHere, onItsWay, unsent);
    try {
      if (Object.keys(all).length) { sessionStorage.setItem(typedHere, JSON.stringify(all)); }
      else { sessionStorage.removeItem(typedHere); }
    } catch (refused) { /* private mode, or full */ }
  }

  function readHere() {
    let all = {};
    try {
      Object.keys(sessionStorage).forEach(function (key) {
        if (key.startsWith(TYPED) && key !== typedHere) { sessionStorage.removeItem(key); }
      });
      all = JSON.parse(sessionStorage.getItem(typedHere) || "{}") || {};
    } catch (amiss) { all = {}; }
    Object.keys(all).forEach(function (name) {
      if (typeof all[name] !== "string") { return; }
      if (name[0] === "#") { onlyHere[name] = all[name]; return; }
      if ((kept[name] || "") !== all[name]) { unsent[name] = all[name]; }
      if (all[name]) { inHand[name] = all[name]; }
    });
  }

  // A field that is sent as it is typed has no other name to be kept by than its id.
  function draftName(field) {
    const drafts = field.form && field.form.dataset.drafts !== undefined;
    return drafts && field.nodeName === "TEXTAREA" && field.id && !field.dataset.keeps ? "#" + field.id : "";
  }

  function keptOf(name) { return name in onItsWay ? onItsWay[name] : kept[name]; }

  function textOf(field) {
    if (!live.isChoice(field)) { return field.value; }
    return field.checked ? "1" : "clears" in field.dataset ? "" : "0";
  }

  // With what is typed goes what stood there as its writer began: it is theirs to settle with what
  // others wrote since, also once the page was loaded again or they sit at another device.
  function baseName(name) { return name[0] === "#" ? "#was." + name : "was." + name; }

  function keepLater(field) {
    const own = field.dataset && draftName(field), name = own || (field.dataset && field.dataset.keeps);
    if (!name) { return; }
    keepOne(name, live.isDirty(field) ? textOf(field) : "", own && live.isDirty(field));
    if ("was" in field.dataset) {
      const base = live.isDirty(field) ? live.baseOf(field) : "";
      if (base !== null) { keepOne(baseName(name), String(base), own && live.isDirty(field)); }
    }
    writeHere();
  }

  function keepOne(name, text, isHere) {
    if (name[0] === "#") {
      if (isHere) { onlyHere[name] = text; } else { delete onlyHere[name]; }
      return;
    }
    if (text) { inHand[name] = text; } else { delete inHand[name]; }
    delete onlyHere[name];
    if ((keptOf(name) || "") !== text) { unsent[name] = text; } else { delete unsent[name]; }
  }

  function textFor(name) {
    // What was sent since is not brought back before it is forgotten everywhere.
    return name in unsent ? unsent[name] : name in onlyHere ? onlyHere[name] : keptOf(name);
  }

  function baseFor(field) {
    return textFor(baseName(draftName(field) || field.dataset.keeps)) || "";
  }

  // Somebody typed in a field before what was kept of it had come back: that stands first then.
  function putKeptBefore(field) {
    const text = textFor(draftName(field) || field.dataset.keeps);
    if (!text || live.isChoice(field) || !field.setRangeText || field.value.startsWith(text)) { return; }
    if ("was" in field.dataset) { live.bases.set(field, baseFor(field)); }
    field.setRangeText(text + (field.nodeName === "TEXTAREA" ? "\n" : " "), 0, 0, "preserve");
  }

  // A field in use is left alone, but for one that was only entered before this began.
  function restore(within, begins) {
    within.querySelectorAll("[data-keeps]").forEach(function (field) {
      const name = field.dataset.keeps;
      const text = textFor(name);
      if (!text || live.isDirty(field) || (document.activeElement === field && !begins)) { return; }
      if ("was" in field.dataset && !live.isChoice(field)) { live.bases.set(field, baseFor(field)); }
      if (live.isChoice(field)) { field.checked = text === "1"; } else { field.value = text; }
      live.dirty.add(field);
      live.markUnsent();
      const form = field.form;
      if (form && form.dataset.drafts !== undefined && !live.isDue(form)) { live.draftSoon(form); }
    });
  }

  let isKeeping = false;
  function keepUnsent() {
    const names = Object.keys(unsent);
    if (!names.length || isKeeping || live.isOver) { return; }
    const typed = Object.assign({}, unsent);
    names.forEach(function (name) { delete unsent[name]; });
    isKeeping = true;
    onItsWay = typed;
    const isShort = JSON.stringify(typed).length < MOST_AT_THE_END;
    live.post("/unsent", typed, isShort).then(function (answer) {
      if (answer.ok) {
        return answer.json().then(function (told) {
          told.left.forEach(function (name) { onlyHere[name] = typed[name]; delete typed[name]; });
          Object.assign(kept, typed);
        });
      }
      if (answer.status >= 500 || answer.status === 429) { throw new Error(); }
      Object.assign(onlyHere, typed);
      return answer.json().then(function (told) { if (told.over) { live.end(told.over, told.to); } });
    }).catch(function () {
      names.forEach(function (name) { if (!(name in unsent) && !(name in onlyHere)) { unsent[name] = typed[name]; } });
    }).then(function () {
      isKeeping = false;
      onItsWay = {};
      if (!live.isOver) { writeHere(); }
    });
  }
  setInterval(keepUnsent, UNSENT_EVERY);

  function forgetTyped() {
    [unsent, onlyHere, inHand, kept].forEach(function (each) {
      Object.keys(each).forEach(function (name) { delete each[name]; });
    });
    onItsWay = {};
  }

  Object.assign(live, {
    unsent: unsent, onlyHere: onlyHere, draftName: draftName, baseFor: baseFor, keepLater: keepLater, restore: restore,
    putKeptBefore: putKeptBefore, keepUnsent: keepUnsent, readHere: readHere, writeHere: writeHere, forgetTyped: forgetTyped,
  });
}(window.live));
