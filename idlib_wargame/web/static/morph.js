// A part is brought up to date node by node, without touching what is typed or where it stands.

(function (live) {
  "use strict";

  if (!live) { return; }

  function keyOf(node) {
    if (node.nodeType !== 1) { return ""; }
    return node.dataset.key ? "k:" + node.dataset.key : node.id ? "i:" + node.id : "";
  }

  function isAlike(one, two) {
    return one.nodeType === two.nodeType && one.nodeName === two.nodeName && keyOf(one) === keyOf(two);
  }

  function morphChildren(old, fresh) {
    const known = new Map();
    Array.from(old.childNodes).forEach(function (each) {
      const key = keyOf(each);
      if (key) { known.set(key, (known.get(key) || []).concat(each)); }
    });
    let place = old.firstChild;
    Array.from(fresh.childNodes).forEach(function (wanted) {
      while (place && place.nodeType === 1 && place.dataset.own) { place = place.nextSibling; }
      const key = keyOf(wanted);
      const same = key && known.has(key) ? known.get(key).shift() : null;
      if (same && same.nodeName === wanted.nodeName) {
        if (same === place) {
          place = place.nextSibling;
        } else if (same.contains(document.activeElement)) {
          // It is being used: what stands before it goes behind it, and it stays where it is.
          while (place && place !== same) {
            const after = place.nextSibling;
            old.append(place);
            place = after;
          }
          place = same.nextSibling;
        } else {
          old.insertBefore(same, place);
        }
        morph(same, wanted);
      } else if (!key && place && isAlike(place, wanted)) {
        const next = place.nextSibling;
        morph(place, wanted);
        place = next;
      } else {
        old.insertBefore(document.importNode(wanted, true), place);
      }
    });
    while (place) {
      const after = place.nextSibling;
      if (!(place.nodeType === 1 && place.dataset.own)) { remove(place); }
      place = after;
    }
  }

  function remove(node) {
    if (node.nodeType === 1) {
      const fields = Array.from(node.querySelectorAll("input, textarea, select"));
      (live.isField(node) ? fields.concat(node) : fields).forEach(function (field) {
        live.goes(field);
        live.dirty.delete(field);
        delete live.onlyHere["#" + field.id];
        delete live.onlyHere["#was.#" + field.id];
      });
    }
    node.remove();
  }

  function morph(old, fresh) {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) { old.nodeValue = fresh.nodeValue; }
      return;
    }
    const isHis = live.isField(old) && live.isInHand(old);
    if (fresh.hasAttribute("disabled")) { delete old.dataset.held; }
    Array.from(fresh.attributes).forEach(function (each) {
      if (isHis && (each.name === "value" || each.name === "checked")) { return; }
      if (old.getAttribute(each.name) !== each.value) { old.setAttribute(each.name, each.value); }
    });
    Array.from(old.attributes).forEach(function (each) {
      if (fresh.hasAttribute(each.name)) { return; }
      if (old.nodeName === "DETAILS" && each.name === "open") { return; }
      if (each.name === "data-under-way" || each.name === "data-held") { return; }
      if (each.name === "disabled" && old.dataset.held) { return; }
      if (each.name === "hidden" && old.dataset.text !== undefined) { return; }  // a filter's
      old.removeAttribute(each.name);
    });
    if (live.isField(old)) {
      live.missed.delete(old);
      if (isHis && !live.isDirty(old) && live.valueOf(old) !== live.valueOf(fresh)) { live.missed.set(old, fresh); }
      if (isHis) { if (old.nodeName === "SELECT") { morphOptions(old, fresh); } return; }
      if (old.nodeName === "SELECT") {
        morphOptions(old, fresh);
        if (old.value !== fresh.value) { old.value = fresh.value; }
      } else if (live.isChoice(old)) {
        if (old.checked !== fresh.checked) { old.checked = fresh.checked; }
      } else {
        if (old.nodeName === "TEXTAREA") { old.defaultValue = fresh.defaultValue; }
        if (old.value !== fresh.value) { old.value = fresh.value; }
      }
      return;
    }
    morphChildren(old, fresh);
  }

  function morphOptions(old, fresh) {
    if (old.innerHTML === fresh.innerHTML) { return; }
    const value = old.value, stood = live.standsIn(old);
    const isUnread = live.isInHand(old) && !live.isDirty(old);
    morphChildren(old, fresh);
    if (isUnread) { live.standAs(old, stood); }  // it is what they see, and change from
    old.value = value;
  }

  Object.assign(live, { morph: morph, morphChildren: morphChildren });
}(window.live));
