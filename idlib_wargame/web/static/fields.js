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
    live.settled(field);
    settle(field);
    live.keepLater(field);
    markUnsent();
  }

  function markUnsent() { body.classList.toggle("is-unsent", dirty.size > 0); }

  // What stood in a field when somebody began to change it: what others wrote since is not wiped
  // without a word. null: they were told of it and not of what it is, and what they do now counts.
  const bases = new WeakMap();
  function baseOf(field) { return bases.has(field) ? bases.get(field) : standsIn(field); }

  // What the page was last told stands in a field, whatever is typed over it.
  function standsIn(field) {
    if (isChoice(field)) { return field.defaultChecked; }
    if (field.nodeName !== "SELECT") { return field.defaultValue; }
    const options = Array.from(field.options);
    const stands = options.find(function (each) { return each.defaultSelected; }) || options[0];
    return stands ? stands.value : "";
  }
  function standAs(list, value) {
    Array.from(list.options).forEach(function (each) { each.defaultSelected = each.value === value; });
  }
  function settle(field) {
    if (field.nodeName === "TEXTAREA") { field.defaultValue = field.value; }
    if (!("was" in field.dataset)) { return; }
    if (isChoice(field)) { field.defaultChecked = field.checked; }
    if (field.nodeName === "SELECT") {
      const value = field.value;
      standAs(field, value);
      field.value = value;
    }
  }

  // What stands takes the place of what was chosen.
  const givenUp = new WeakSet();
  function giveUp(field) {
    givenUp.add(field);
    field.value = standsIn(field);
    clean(field);
  }
  // What was sent stands now, and more was typed since.
  function taken(field, value) {
    if (!("was" in field.dataset) || !("value" in field) || isChoice(field)) { return; }
    bases.set(field, value);
    live.keepLater(field);
  }
  // A change that comes is not kept from what somebody works in.
  function isInHand(field) {
    return isDirty(field) || (field === document.activeElement && !givenUp.has(field));
  }

  Object.assign(live, {
    isField: isField, isChoice: isChoice, valueOf: valueOf, wipe: wipe, clean: clean,
    dirty: dirty, isDirty: isDirty, dirtyIn: dirtyIn, markUnsent: markUnsent,
    bases: bases, baseOf: baseOf, standsIn: standsIn, standAs: standAs,
    givenUp: givenUp, giveUp: giveUp, taken: taken, isInHand: isInHand,
  });
}(window.live));
