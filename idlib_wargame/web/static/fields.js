// The fields of a page: what they hold, and which of them their reader has changed.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  const dirty = new Set();

  function isField(each) { return each.matches && each.matches("input, textarea, select"); }
  function isChoice(field) { return field.type === "checkbox" || field.type === "radio"; }
  function valueOf(field) { return isChoice(field) ? String(field.checked) : field.value; }
  function wipe(field) { if (isChoice(field)) { field.checked = false; } else { field.value = ""; } }
  function isDirty(field) { return dirty.has(field); }
  function dirtyIn(form) {
    return Array.from(form.elements).filter(function (each) { return isField(each) && isDirty(each); });
  }

  function clean(field) {
    dirty.delete(field);
    bases.delete(field);
    if (field.nodeName === "TEXTAREA") { field.defaultValue = field.value; }
    live.keepLater(field);
    markUnsent();
  }

  function markUnsent() { body.classList.toggle("is-unsent", dirty.size > 0); }

  // What stood in a field when somebody began to change it: what others wrote since is not wiped
  // without a word. null: they were told of it, and what they do now counts.
  const bases = new WeakMap();
  function baseOf(field) { return bases.has(field) ? bases.get(field) : field.defaultValue; }

  Object.assign(live, {
    isField: isField, isChoice: isChoice, valueOf: valueOf, wipe: wipe, clean: clean,
    dirty: dirty, isDirty: isDirty, dirtyIn: dirtyIn, markUnsent: markUnsent,
    bases: bases, baseOf: baseOf,
  });
}(window.live));
