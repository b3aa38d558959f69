// Forms that are sent as they are typed, so that the record has what stands in them.

(function (live) {
  "use strict";

  if (!live) { return; }

  const PAUSE_IN_TYPING = 600;
  const drafted = new WeakMap();
  const refused = new WeakSet();

  function restoreDrafts() {
    document.querySelectorAll("form[data-drafts] textarea").forEach(function (field) {
      const name = live.draftName(field), keeps = field.dataset.keeps;
      if (name && name in live.onlyHere && field.value !== live.onlyHere[name]) {
        if ("was" in field.dataset) { live.bases.set(field, live.baseFor(field)); }
        field.value = live.onlyHere[name];
        live.dirty.add(field);
      } else if (!(keeps && live.unsent[keeps] && live.isDirty(field))) { return; }
      draftSoon(field.form);
    });
  }

  function isDue(form) { return Boolean(drafted.get(form)); }
  function putOff(form) { clearTimeout(drafted.get(form)); }

  function draftSoon(form) {
    putOff(form);
    drafted.set(form, setTimeout(function () { draft(form); }, PAUSE_IN_TYPING));
  }

  function changedByHand(event) {
    const field = event.target;
    if (!live.isField(field) || field.type === "hidden" || field.dataset.filter) { return; }
    // Leaving a field tells of a change that was told of as it was typed, and may be sent by now.
    if (event.type === "change" && field.nodeName !== "SELECT" && !live.isChoice(field)) { return; }
    if (!live.isDirty(field) && "was" in field.dataset && !live.bases.has(field)) { live.bases.set(field, live.standsIn(field)); }
    live.givenUp.delete(field);
    live.writesOn(field);
    live.dirty.add(field);
    live.letGo();
    missed.delete(field);
    live.keepLater(field);
    live.markUnsent();
    const form = field.form;
    if (form && form.dataset.drafts !== undefined && form.dataset.act) {
      draftSoon(form);
    }
  }
  function takeUpTyping() {
    if (!window.early) { return; }
    window.early.typed.forEach(function (field) {
      if (!live.isField(field) || !field.isConnected) { return; }
      if (!live.isChoice(field) && field.value === field.defaultValue) { return; }
      live.putKeptBefore(field);
      changedByHand({ target: field, type: "input" });
    });
  }
  document.addEventListener("input", changedByHand);
  document.addEventListener("change", changedByHand);
  document.addEventListener("focusout", function (event) {
    const form = event.target.form;
    if (form && form.dataset && form.dataset.drafts !== undefined) {
      if (isDue(form)) { draft(form); } else if (!refused.has(form)) { live.say(form, []); }
    }
    setTimeout(function () { catchUp(event.target); }, 0);
  });

  // What others of the seat changed in a field while it was in use, by the field.
  const missed = new WeakMap();

  function catchUp(field) {
    const fresh = missed.get(field);
    if (!fresh || !field.isConnected || document.activeElement === field) { return; }
    missed.delete(field);
    if (!live.isDirty(field)) { live.morph(field, fresh); }
  }

  function draft(form) {
    putOff(form);
    drafted.delete(form);
    if (!form.isConnected) { return; }
    const changed = live.dirtyIn(form).map(function (each) { return [each, live.valueOf(each)]; });
    if (!changed.length) { return; }
    if (live.unsettledIn(form)) { isRefused = true; return; }
    live.send(form.dataset.drafts || form.dataset.act, live.fieldsOf(form), function (told) {
      if (told.refused) {
        isRefused = true;
        live.say(form, told.refused);
        live.refusedGone(form, changed.map(function (pair) { return pair[0]; }), told.refused);
        if (told.met) { live.meet(changed.map(function (pair) { return pair[0]; }), told.met); }
        if (live.dirtyIn(form).length) { refused.add(form); }
        return;
      }
      refused.delete(form);
      // What others wrote meanwhile can be read for as long as somebody types on.
      if (!form.contains(document.activeElement)) { live.say(form, []); }
      changed.forEach(function (pair) {
        if (live.valueOf(pair[0]) === pair[1]) { live.clean(pair[0]); } else { live.taken(pair[0], pair[1]); }
      });
    });
  }

  // What is typed is in the record before anything is done with it: what is sealed is what is seen.
  let isRefused = false;
  function isDrafted() { return !isRefused; }

  function draftBefore(form) {
    isRefused = false;
    document.querySelectorAll("form[data-drafts]").forEach(function (each) {
      if (each !== form && live.dirtyIn(each).length) { draft(each); }
    });
  }

  function draftAll() {
    document.querySelectorAll("form[data-drafts]").forEach(function (form) {
      if (isDue(form)) { draft(form); }
    });
  }

  Object.assign(live, {
    takeUpTyping: takeUpTyping, draft: draft, draftSoon: draftSoon, draftBefore: draftBefore,
    draftAll: draftAll, restoreDrafts: restoreDrafts,
    isDue: isDue, putOff: putOff, isDrafted: isDrafted, missed: missed,
  });
}(window.live));
