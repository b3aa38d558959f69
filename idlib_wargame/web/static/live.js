// A page with live parts: what the files beside this one share, and all that is sent from it.
// What is on the page and where the reader is in it is frame.js's.
// Nothing here wipes what somebody types: a field that was changed is its reader's until it is sent.

(function () {
  "use strict";

  const body = document.body;
  if (!body.dataset.csrf || !window.EventSource) { return; }
  const base = location.pathname.replace(/\/+$/, "");
  const SHORTEST = 500, LONGEST = 15000, GIVES_UP = 20000;
  const live = { isOver: false };
  window.live = live;

  // One thing after another, each until it is answered.
  const waiting = [];
  let isSending = false, later = 0;

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (each) { return each.toString(16).padStart(2, "0"); }).join("");
  }

  function post(path, what, outlives) {
    if (live.isOver) { return Promise.reject(new Error("over")); }
    // A network that is gone may say nothing for minutes, and all that is typed would wait for it.
    const stop = new AbortController();
    setTimeout(function () { stop.abort(); }, GIVES_UP);
    return fetch(base + path, {
      method: "POST",
      signal: stop.signal,
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
        if (told.over) { live.end(told.over, told.to); return; }
        next.told(told);
        sendNext(SHORTEST);
      });
    }).catch(function () {
      if (live.isOver) { return; }
      // The same id again: what was done already is not done twice.
      if (waiting[0] !== next) { sendNext(SHORTEST); return; }
      live.showLink(true);
      later = setTimeout(function () { later = 0; sendNext(longer(pause)); }, jittered(pause));
    });
  }

  // The server is heard again: what waits for its next try waits no longer.
  function sendAtOnce() {
    if (!later) { return; }
    clearTimeout(later);
    later = 0;
    sendNext(SHORTEST);
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

  // Nothing that waits is sent any more.
  function drop() { waiting.length = 0; }

  function longer(pause) { return Math.min(pause * 2, LONGEST); }
  function jittered(pause) { return pause * (0.5 + Math.random()); }

  Object.assign(live, {
    base: base, SHORTEST: SHORTEST, post: post, send: send, sendAtOnce: sendAtOnce, drop: drop,
    longer: longer, jittered: jittered,
  });
}());
