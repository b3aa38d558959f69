// A page with live parts: the stream of what changes, and all that is sent from the page.
// What is on the page and where the reader is in it is frame.js's.
// Nothing here wipes what somebody types: a field that was changed is its reader's until it is sent.

(function () {
  "use strict";

  const body = document.body;
  if (!body.dataset.csrf || !window.EventSource) { return; }
  const base = location.pathname.replace(/\/+$/, "");
  const BEAT = 15000, DEAD = 40000, SHORTEST = 500, LONGEST = 15000;
  const UNSENT_EVERY = 2000, MOST_AT_THE_END = 15000, PAUSE_IN_TYPING = 600;

  // ---- Sending: one thing after another, each until it is answered ----

  const waiting = [];
  let isSending = false;

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (each) { return each.toString(16).padStart(2, "0"); }).join("");
  }

  function post(path, what, outlives) {
    if (isOver) { return Promise.reject(new Error("over")); }
    return fetch(base + path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf": body.dataset.csrf },
      body: JSON.stringify(what),
      credentials: "same-origin",
      cache: "no-store",
      keepalive: Boolean(outlives),  // also while its page goes
    });
  }

  function send(act, fields, told, may) {
    waiting.push({ what: { act: act, id: newId(), fields: fields }, told: told, may: may });
    if (!isSending) { sendNext(SHORTEST); }
  }

  function sendNext(pause) {
    const next = waiting[0];
    if (!next) { isSending = false; return; }
    isSending = true;
    if (next.may && !next.may()) {
      waiting.shift();
      next.told({ refused: [body.dataset.unkept || ""] });
      sendNext(pause);
      return;
    }
    post("/act", next.what).then(function (answer) {
      if (answer.status >= 500) { throw new Error(); }
      return answer.text().then(function (text) {
        const told = readAnswer(answer, text);
        waiting.shift();
        if (told.over) { end(told.over); return; }
        next.told(told);
        sendNext(SHORTEST);
      });
    }).catch(function () {
      if (isOver) { return; }
      // The same id again: what was done already is not done twice.
      if (waiting[0] !== next) { sendNext(SHORTEST); return; }
      showLink(true);
      setTimeout(function () { sendNext(longer(pause)); }, jittered(pause));
    });
  }

  // What cannot be read, or was not taken, is said once and never sent again by itself.
  function readAnswer(answer, text) {
    let told = null;
    try { told = JSON.parse(text); } catch (amiss) { /* no answer of ours */ }
    if (told && typeof told === "object" && (told.over || told.refused || answer.ok)) { return told; }
    const words = body.dataset;
    const said = answer.ok ? words.amiss : answer.status === 413 ? words.tooLong : words.refused;
    return { refused: [said || ""] };
  }

  function longer(pause) { return Math.min(pause * 2, LONGEST); }
  function jittered(pause) { return pause * (0.5 + Math.random()); }

  // ---- Forms ----

  const drafted = new WeakMap();

  function fieldsOf(form, pressed) {
    const fields = {};
    function add(name, value) {
      if (typeof value !== "string") { return; }
      value = value.replace(/\r\n?/g, "\n");
      if (name in fields) { fields[name] = [].concat(fields[name], value); } else { fields[name] = value; }
    }
    new FormData(form).forEach(function (value, name) { add(name, value); });
    form.querySelectorAll("[data-was]").forEach(function (field) {
      const base = baseOf(field);
      if (base !== null) { add("was", base); }
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
    if (asking.dataset.ask) { ask(asking, function () { sendForm(form, pressed); }); } else { sendForm(form, pressed); }
  });

  function sendForm(form, pressed) {
    if (form.dataset.underWay) { return; }
    clearTimeout(drafted.get(form));
    const changed = dirtyIn(form).map(function (each) { return [each, valueOf(each)]; });
    const buttons = buttonsOf(form);
    form.dataset.underWay = "1";
    hold(pressed);
    const part = form.closest("[data-part]"), from = takes;
    const fields = fieldsOf(form, pressed);
    buttons.forEach(function (each) { each.disabled = true; each.dataset.held = "1"; });
    say(form, []);
    draftBefore(form);
    send(form.dataset.act, fields, function (told) {
      delete form.dataset.underWay;
      buttons.forEach(function (each) {
        if (each.dataset.held) { delete each.dataset.held; each.disabled = false; }
      });
      if (told.refused) {
        held = null;  // nothing was done, and the same may be tried at once
        say(form, told.refused);
        if (pressed && document.activeElement === body) { pressed.focus(); }
        return;
      }
      changed.forEach(function (pair) {
        const field = pair[0];
        if (valueOf(field) !== pair[1]) { return; }  // they went on typing
        if ("clears" in field.dataset) { wipe(field); }
        clean(field);
      });
      Array.from(form.querySelectorAll("[data-clears]")).forEach(function (field) {
        if (!isDirty(field)) { wipe(field); keepLater(field); }
      });
      // What came before this answer left alone what was typed: now that is sent.
      const last = part && latest[part.dataset.part];
      if (last && last.at > from) { take({ [part.dataset.part]: last.html }); }
      if (told.said) { tell(told.said); }
      form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
    }, function () { return !isRefused; });
  }

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

  // ---- Asking before what nobody would expect ----

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
    hold(asking.nodeName === "BUTTON" ? asking : null);
    no.focus();
  }

  // ---- A second press where one was just made does nothing: another button may stand there now ----

  const SETTLES = 600, FOLLOWS = 5000, NEAR = 24;
  let clicked = { at: 0, x: 0, y: 0, on: null };
  let held = null;

  function middleOf(button) {
    const box = button.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }

  function meaningAt(x, y) {
    const on = document.elementFromPoint(x, y);
    const button = on && on.closest("button");
    if (!button) { return ""; }
    const act = button.form ? button.form.dataset.act : "";
    return [act, button.name, button.value, button.getAttribute("aria-label"), button.textContent].join("|");
  }

  function hold(pressed) {
    const now = Date.now();
    const isClick = now - clicked.at < (pressed ? SETTLES : FOLLOWS);
    if (!isClick && !pressed) { return; }
    const place = isClick ? [clicked.x, clicked.y] : middleOf(pressed);
    const on = isClick ? clicked.on : pressed;
    held = { begun: now, until: now + SETTLES, x: place[0], y: place[1], on: on, means: meaningAt(place[0], place[1]) };
  }

  // The answer may be slow: what it puts under a finger is seen before it is pressed.
  function holdOn() {
    const now = Date.now();
    if (!held || now - held.begun > FOLLOWS) { return; }
    const means = meaningAt(held.x, held.y);
    if (means !== held.means) { held.means = means; held.until = now + SETTLES; }
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) { return; }
    const byKeys = event.detail === 0;
    const place = byKeys ? middleOf(button) : [event.clientX, event.clientY];
    const acts = button.type === "submit" || button.closest("dialog.asking");
    if (held && acts && Date.now() < held.until) {
      const isNear = Math.hypot(place[0] - held.x, place[1] - held.y) < NEAR;
      if (isNear || button === held.on) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
    }
    clicked = { at: Date.now(), x: place[0], y: place[1], on: button };
  }, true);

  function button(words, role) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = role;
    made.textContent = words;
    return made;
  }

  // ---- What is typed and not sent ----

  const dirty = new Set();
  const unsent = {};
  let onItsWay = {};  // what is being kept just now
  const onlyHere = {};  // what the server did not take, and drafts until they are sent
  let kept = {};
  try { kept = JSON.parse(body.dataset.kept || "{}"); } catch (amiss) { kept = {}; }

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
    keepLater(field);
    markUnsent();
  }

  function markUnsent() { body.classList.toggle("is-unsent", dirty.size > 0); }

  // What stood in a field when somebody began to change it: what others wrote since is not wiped
  // without a word. null: they were told of it, and what they do now counts.
  const bases = new WeakMap();
  function baseOf(field) { return bases.has(field) ? bases.get(field) : field.defaultValue; }

  // What the server has not got yet outlives a refresh in this tab: of one token, and so of one
  // person at one exercise. Whatever another left here is taken away unread.
  const TYPED = "typed.";
  const typedHere = TYPED + (body.dataset.csrf || "").slice(0, 32);

  function writeHere() {
    const all = Object.assign({}, onlyHere, onItsWay, unsent);
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
      if (name[0] === "#") { onlyHere[name] = all[name]; } else { unsent[name] = all[name]; }
    });
  }

  // A field that is sent as it is typed has no other name to be kept by than its id.
  function draftName(field) {
    const drafts = field.form && field.form.dataset.drafts !== undefined;
    return drafts && field.nodeName === "TEXTAREA" && field.id && !field.dataset.keeps ? "#" + field.id : "";
  }

  function restoreDrafts() {
    document.querySelectorAll("form[data-drafts] textarea").forEach(function (field) {
      const name = draftName(field), keeps = field.dataset.keeps;
      if (name && name in onlyHere && field.value !== onlyHere[name]) {
        field.value = onlyHere[name];
        dirty.add(field);
      } else if (!(keeps && unsent[keeps] && isDirty(field))) { return; }
      draftSoon(field.form);
    });
  }

  function draftSoon(form) {
    clearTimeout(drafted.get(form));
    drafted.set(form, setTimeout(function () { draft(form); }, PAUSE_IN_TYPING));
  }

  function keptOf(name) { return name in onItsWay ? onItsWay[name] : kept[name]; }

  function textOf(field) {
    if (!isChoice(field)) { return field.value; }
    return field.checked ? "1" : "clears" in field.dataset ? "" : "0";
  }

  function keepLater(field) {
    const name = field.dataset && field.dataset.keeps, own = field.dataset && draftName(field);
    if (own) {
      if (isDirty(field)) { onlyHere[own] = field.value; } else { delete onlyHere[own]; }
    } else if (name) {
      const text = isDirty(field) ? textOf(field) : "";
      delete onlyHere[name];
      if ((keptOf(name) || "") !== text) { unsent[name] = text; } else { delete unsent[name]; }
    } else { return; }
    writeHere();
  }

  function changedByHand(event) {
    const field = event.target;
    if (!isField(field) || field.type === "hidden" || field.dataset.filter) { return; }
    // Leaving a field tells of a change that was told of as it was typed, and may be sent by now.
    if (event.type === "change" && field.nodeName !== "SELECT" && !isChoice(field)) { return; }
    if (!isDirty(field) && "was" in field.dataset) { bases.set(field, field.defaultValue); }
    dirty.add(field);
    held = null;
    missed.delete(field);
    keepLater(field);
    markUnsent();
    const form = field.form;
    if (form && form.dataset.drafts !== undefined && form.dataset.act) {
      draftSoon(form);
    }
  }
  document.addEventListener("input", changedByHand);
  document.addEventListener("change", changedByHand);
  document.addEventListener("focusout", function (event) {
    const form = event.target.form;
    if (form && form.dataset && form.dataset.drafts !== undefined && drafted.get(form)) { draft(form); }
    setTimeout(function () { catchUp(event.target); }, 0);
  });

  // What others of the seat changed in a field while it was in use, by the field.
  const missed = new WeakMap();

  function catchUp(field) {
    const fresh = missed.get(field);
    if (!fresh || !field.isConnected || document.activeElement === field) { return; }
    missed.delete(field);
    if (!isDirty(field)) { morph(field, fresh); }
  }

  function draft(form) {
    clearTimeout(drafted.get(form));
    drafted.delete(form);
    if (!form.isConnected) { return; }
    const changed = dirtyIn(form).map(function (each) { return [each, valueOf(each)]; });
    if (!changed.length) { return; }
    send(form.dataset.drafts || form.dataset.act, fieldsOf(form), function (told) {
      if (told.refused) {
        isRefused = true;
        say(form, told.refused);
        form.querySelectorAll("[data-was]").forEach(function (field) { bases.set(field, null); });
        return;
      }
      say(form, []);
      changed.forEach(function (pair) {
        if (valueOf(pair[0]) === pair[1]) { clean(pair[0]); }
      });
    });
  }

  // What is typed is in the record before anything is done with it: what is sealed is what is seen.
  let isRefused = false;
  function draftBefore(form) {
    isRefused = false;
    document.querySelectorAll("form[data-drafts]").forEach(function (each) {
      if (each !== form && dirtyIn(each).length) { draft(each); }
    });
  }

  function draftAll() {
    document.querySelectorAll("form[data-drafts]").forEach(function (form) {
      if (drafted.get(form)) { draft(form); }
    });
  }

  function restore(within) {
    within.querySelectorAll("[data-keeps]").forEach(function (field) {
      const name = field.dataset.keeps;
      // What was sent since is not brought back before it is forgotten everywhere.
      const text = name in unsent ? unsent[name] : name in onlyHere ? onlyHere[name] : keptOf(name);
      if (!text || isDirty(field) || document.activeElement === field) { return; }
      if ("was" in field.dataset) { bases.set(field, field.defaultValue); }
      if (isChoice(field)) { field.checked = text === "1"; } else { field.value = text; }
      dirty.add(field);
      markUnsent();
      const form = field.form;
      if (form && form.dataset.drafts !== undefined && !drafted.get(form)) {
        drafted.set(form, setTimeout(function () { draft(form); }, PAUSE_IN_TYPING));
      }
    });
  }

  let isKeeping = false;
  function keepUnsent() {
    const names = Object.keys(unsent);
    if (!names.length || isKeeping || isOver) { return; }
    const typed = Object.assign({}, unsent);
    names.forEach(function (name) { delete unsent[name]; });
    isKeeping = true;
    onItsWay = typed;
    const isShort = JSON.stringify(typed).length < MOST_AT_THE_END;
    post("/unsent", typed, isShort).then(function (answer) {
      if (answer.ok) { return Object.assign(kept, typed); }
      if (answer.status >= 500 || answer.status === 429) { throw new Error(); }
      Object.assign(onlyHere, typed);
      return answer.json().then(function (told) { if (told.over) { end(told.over); } });
    }).catch(function () {
      names.forEach(function (name) { if (!(name in unsent) && !(name in onlyHere)) { unsent[name] = typed[name]; } });
    }).then(function () {
      isKeeping = false;
      onItsWay = {};
      if (!isOver) { writeHere(); }
    });
  }
  setInterval(keepUnsent, UNSENT_EVERY);

  // ---- Parts: brought up to date without touching what is typed, or where it stands ----

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
      if (key) { known.set(key, each); }
    });
    let place = old.firstChild;
    Array.from(fresh.childNodes).forEach(function (wanted) {
      while (place && place.nodeType === 1 && place.dataset.own) { place = place.nextSibling; }
      const key = keyOf(wanted);
      const same = key ? known.get(key) : null;
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
      (isField(node) ? fields.concat(node) : fields).forEach(function (field) {
        dirty.delete(field);
        delete onlyHere["#" + field.id];
      });
    }
    node.remove();
  }

  function morph(old, fresh) {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) { old.nodeValue = fresh.nodeValue; }
      return;
    }
    const isHis = isField(old) && (isDirty(old) || old === document.activeElement);
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
    if (isField(old)) {
      missed.delete(old);
      if (isHis && !isDirty(old) && valueOf(old) !== valueOf(fresh)) { missed.set(old, fresh); }
      if (isHis) { if (old.nodeName === "SELECT") { morphOptions(old, fresh); } return; }
      if (old.nodeName === "SELECT") {
        morphOptions(old, fresh);
        if (old.value !== fresh.value) { old.value = fresh.value; }
      } else if (isChoice(old)) {
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
    const value = old.value;
    morphChildren(old, fresh);
    old.value = value;
  }

  const latest = {};
  let takes = 0;

  // What stands round the parts is another: only a new page shows that.
  const frame = frameIn(document);

  function frameIn(within) {
    const found = within.querySelector("[data-frame]");
    return found ? found.dataset.frame : "";
  }

  function isOfAnother(parts) {
    return Object.keys(parts).some(function (name) {
      if (!frame || parts[name].indexOf("data-frame=") < 0) { return false; }
      const fresh = document.createElement("template");
      fresh.innerHTML = parts[name];
      const found = frameIn(fresh.content);
      return Boolean(found) && found !== frame;
    });
  }

  function take(parts) {
    if (isOfAnother(parts)) { location.reload(); return; }
    // What somebody types in, or has just pressed, stays under their hand.
    const field = isField(document.activeElement) ? document.activeElement : pressedJustNow();
    const stood = field ? field.getBoundingClientRect().top : 0;
    Object.keys(parts).forEach(function (name) {
      const place = document.getElementById("part-" + name);
      if (!place) { return; }
      takes += 1;
      latest[name] = { html: parts[name], at: takes };
      const fresh = document.createElement("template");
      fresh.innerHTML = parts[name];
      morphChildren(place, fresh.content);
      restore(place);
    });
    if (field && field.isConnected) { keepInPlace(field, stood); }
    holdOn();
    markMuted();
    lookAtSeen();
    body.dispatchEvent(new CustomEvent("parts", { bubbles: true }));
  }

  let pressedLast = null, pressedAt = 0;
  document.addEventListener("click", function (event) {
    pressedLast = event.target.closest("button, summary");
    pressedAt = Date.now();
  });
  function pressedJustNow() {
    const isNow = pressedLast && Date.now() - pressedAt < 3000;
    return isNow && pressedLast.isConnected && pressedLast.getClientRects().length ? pressedLast : null;
  }

  function keepInPlace(field, stood) {
    const moved = field.getBoundingClientRect().top - stood;
    if (Math.abs(moved) < 1) { return; }
    for (let each = field.parentElement; each; each = each.parentElement) {
      if (each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY !== "visible") {
        each.scrollTop += moved;
        return;
      }
    }
    window.scrollBy(0, moved);
  }

  // ---- Forms that tell of what was seen ----

  const seen = new WeakMap();

  function lookAtSeen() {
    if (document.hidden) { return; }
    document.querySelectorAll("form[data-when-seen]").forEach(function (form) {
      const place = form.parentElement;
      if (!place || place.getClientRects().length === 0) { return; }
      const told = JSON.stringify(fieldsOf(form));
      if (seen.get(form) === told || told === "{}") { return; }
      seen.set(form, told);
      send(form.dataset.act, fieldsOf(form), function () { /* nobody waits for it */ });
    });
  }
  document.addEventListener("turned", function () { setTimeout(lookAtSeen, 0); });
  document.addEventListener("toggle", lookAtSeen, true);

  // ---- Muted: everything is seen, and nothing is sent ----

  let isMuted = body.dataset.muted === "1";
  function markMuted() {
    const place = document.getElementById("muted");
    const said = isMuted && place ? place.dataset.muted : "";
    if (place && place.textContent !== said) { place.textContent = said; }
    body.classList.toggle("is-muted", isMuted);
  }

  // ---- The stream ----

  const link = document.getElementById("link");
  let stream = null, heard = 0, pause = SHORTEST, again = 0, isOver = false;
  let at = body.dataset.version || "";

  let isClosed = false;  // by the facilitator, who said so

  function showLink(isLost) {
    if (!link) { return; }
    const words = isClosed && link.dataset.closed ? link.dataset.closed : link.dataset.lost;
    const said = isLost ? words || "" : "";
    if (link.textContent !== said) { link.textContent = said; }
    body.classList.toggle("is-lost", isLost);
  }

  function listen() {
    clearTimeout(again);
    if (isOver || document.hidden || stream) { return; }
    heard = Date.now();
    stream = new EventSource(base + "/events?after=" + encodeURIComponent(at) + "&page=" + body.dataset.csrf);
    stream.addEventListener("open", hear);
    stream.addEventListener("error", function () { lose(); });
    on("parts", function (data, event) {
      if (event.lastEventId) { at = event.lastEventId; }
      take(data);
    });
    on("clock", setClock);
    on("beat", function (data) { setClock(data); post("/here", {}).then(checkHere, function () { /* the stream tells */ }); });
    on("muted", function (data) { isMuted = data.muted; markMuted(); });
    on("closed", function () { isClosed = true; lose(); });
    on("over", function (data) { end(data.why); });
  }

  function on(name, does) {
    const mine = stream;
    mine.addEventListener(name, function (event) {
      if (mine !== stream) { return; }
      hear();
      does(JSON.parse(event.data), event);
    });
  }

  function hear() {
    isClosed = false;
    heard = Date.now();
    pause = SHORTEST;
    showLink(false);
  }

  function close() {
    if (stream) { stream.close(); stream = null; }
  }

  function lose() {
    close();
    if (isOver) { return; }
    showLink(true);
    clearTimeout(again);
    again = setTimeout(function () { askWhy().then(listen); }, jittered(pause));
    pause = longer(pause);
  }

  // A stream says nothing of why it was refused; a word beside it does.
  function askWhy() {
    return post("/here", {}).then(checkHere, function () { /* nobody answers yet */ });
  }
  function checkHere(answer) {
    if (answer.status !== 401 && answer.status !== 403) { return undefined; }
    return answer.json().catch(function () { return {}; }).then(function (told) {
      if (isOver) { return; }
      if (told.over) { end(told.over); } else { location.reload(); }
    });
  }

  setInterval(function () {
    if (stream && Date.now() - heard > DEAD) { lose(); }
  }, BEAT / 3);

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { draftAll(); keepUnsent(); close(); clearTimeout(again); } else { pause = SHORTEST; listen(); lookAtSeen(); }
  });
  window.addEventListener("pagehide", function () { draftAll(); keepUnsent(); close(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { listen(); } });
  window.addEventListener("online", function () { pause = SHORTEST; close(); listen(); });

  function setClock(data) {
    const clock = document.getElementById("clock");
    if (!clock) { return; }
    const runs = data.runs ? "1" : "";
    clock.dataset.seconds = String(data.seconds_left);
    clock.dataset.runs = runs;
    if (!runs && clock.textContent !== data.words) { clock.textContent = data.words; }
  }

  // ---- The end: another device, or the facilitator ----

  // Nothing of the seat is left on the page, or in this tab.
  function end(why) {
    if (isOver) { return; }
    isOver = true;
    close();
    waiting.length = 0;
    clearTimeout(again);
    const words = { title: body.dataset.ended || "", back: body.dataset.back || "Join again" };
    forget();
    document.title = words.title;
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    said.setAttribute("dir", "auto");
    const back = document.createElement("a");
    back.href = "/";
    back.className = "button filled";
    back.textContent = words.back;
    const head = document.createElement("h1");
    head.textContent = words.title;
    const main = document.createElement("main");
    main.append(head, said, back);
    body.className = "ended";
    body.append(main);
    said.textContent = why;
    back.focus();
  }

  function forget() {
    try { sessionStorage.clear(); } catch (refused) { /* private mode */ }
    [unsent, onlyHere, kept, latest].forEach(function (each) {
      Object.keys(each).forEach(function (name) { delete each[name]; });
    });
    onItsWay = {};
    dirty.clear();
    body.querySelectorAll("input, textarea").forEach(function (field) { field.value = ""; });
    body.querySelectorAll("dialog[open]").forEach(function (each) { each.close(); });
    body.querySelectorAll("#app, dialog, [data-part]").forEach(function (each) { each.replaceChildren(); });
    body.replaceChildren();
    Object.keys(body.dataset).forEach(function (name) { delete body.dataset[name]; });
  }

  readHere();
  restore(document);
  restoreDrafts();
  writeHere();
  markMuted();
  lookAtSeen();
  listen();
}());
