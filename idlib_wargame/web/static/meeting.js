// Two people of a seat have changed the same. Whoever comes second is told what the other wrote, and
// nothing of theirs counts before they choose, or write on: what stands is not wiped by a press
// that was meant for something else.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;
  const open = new Map();  // the choice beside a field that is not settled yet

  // A list, which has nothing to put together, shows what stands.
  function meet(fields, stands) {
    fields.forEach(function (field) {
      if (!("was" in field.dataset)) { return; }
      if (field.nodeName === "SELECT") { live.giveUp(field); return; }
      const theirs = field.name in stands ? stands[field.name] : null;
      live.bases.set(field, theirs);
      if (theirs !== null && !live.isChoice(field) && field.isConnected) { offer(field, theirs); }
    });
  }

  function offer(field, theirs) {
    settled(field);
    const row = document.createElement("div");
    row.className = "row choosing";
    row.dataset.own = "1";
    row.append(
      button(body.dataset.keepMine, function () { keepMine(field); }),
      button(body.dataset.takeTheirs, function () { takeTheirs(field, theirs); })
    );
    field.after(row);
    open.set(field, { row: row, isUnread: true });
  }

  function button(words, does) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "soft";
    made.textContent = words || "";
    // What comes up in its place is not pressed by the second click of a double one.
    made.addEventListener("click", function () { live.hold(made); does(); });
    return made;
  }

  function keepMine(field) {
    const form = field.form;
    settled(field);
    field.focus();
    if (form.dataset.drafts !== undefined) { live.draft(form); } else { live.say(form, []); }
  }

  function takeTheirs(field, theirs) {
    const form = field.form, part = field.closest("[data-part]");
    field.value = theirs;
    live.clean(field);
    live.say(form, []);
    field.focus();
    if (part) { live.takeAgain(part.dataset.part, 0); }
  }

  // They write on, and so have seen it; the choice may be made still.
  function writesOn(field) {
    const one = open.get(field);
    if (one) { one.isUnread = false; }
  }

  function settled(field) {
    const one = open.get(field);
    if (one) { one.row.remove(); }
    open.delete(field);
  }

  function unsettledIn(form) {
    return Array.from(open.keys()).some(function (field) {
      if (!field.isConnected) { open.delete(field); return false; }
      return field.form === form && open.get(field).isUnread;
    });
  }

  Object.assign(live, { meet: meet, settled: settled, writesOn: writesOn, unsettledIn: unsettledIn });
}(window.live));
