// The stream of what changes: it comes back by itself, and asks why where it was refused.

(function (live) {
  "use strict";

  if (!live) { return; }
  const body = document.body;

  const BEAT = 15000, DEAD = 40000;

  // Muted, everything is seen, and nothing is sent.
  let isMuted = body.dataset.muted === "1";
  function markMuted() {
    const place = document.getElementById("muted");
    const said = isMuted && place ? place.dataset.muted : "";
    if (place && place.textContent !== said) { place.textContent = said; }
    body.classList.toggle("is-muted", isMuted);
  }

  const link = document.getElementById("link");
  let stream = null, heard = 0, pause = live.SHORTEST, again = 0;
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
    if (live.isOver || document.hidden || stream) { return; }
    heard = Date.now();
    stream = new EventSource(live.base + "/events?after=" + encodeURIComponent(at) + "&page=" + body.dataset.csrf);
    stream.addEventListener("open", hear);
    stream.addEventListener("error", function () { lose(); });
    on("parts", function (data, event) {
      if (event.lastEventId) { at = event.lastEventId; }
      live.take(data);
    });
    on("clock", setClock);
    on("beat", function (data) { setClock(data); live.post("/here", {}).then(checkHere, function () { /* the stream tells */ }); });
    on("muted", function (data) {
      const isOverNow = isMuted && !data.muted;
      isMuted = data.muted;
      markMuted();
      if (isOverNow) { live.goOn(); }
    });
    on("closed", function () { isClosed = true; lose(); });
    on("over", function (data) { live.end(data.why, data.to); });
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
    pause = live.SHORTEST;
    showLink(false);
    live.sendAtOnce();
  }

  function close() {
    clearTimeout(again);
    if (stream) { stream.close(); stream = null; }
  }

  function lose() {
    close();
    if (live.isOver) { return; }
    showLink(true);
    again = setTimeout(function () { askWhy().then(listen); }, live.jittered(pause));
    pause = live.longer(pause);
  }

  // A stream says nothing of why it was refused; a word beside it does.
  function askWhy() {
    return live.post("/here", {}).then(checkHere, function () { /* nobody answers yet */ });
  }
  function checkHere(answer) {
    if (answer.status !== 401 && answer.status !== 403) { return undefined; }
    return answer.json().catch(function () { return {}; }).then(function (told) {
      if (live.isOver) { return; }
      if (told.over) { live.end(told.over, told.to); } else { location.reload(); }
    });
  }

  setInterval(function () {
    if (stream && Date.now() - heard > DEAD) { lose(); }
  }, BEAT / 3);

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { live.draftAll(); live.keepUnsent(); close(); } else { pause = live.SHORTEST; listen(); live.lookAtSeen(); }
  });
  window.addEventListener("pagehide", function () { live.draftAll(); live.keepUnsent(); close(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { listen(); } });
  window.addEventListener("online", function () { pause = live.SHORTEST; close(); listen(); });

  function setClock(data) {
    const clock = document.getElementById("clock");
    if (!clock) { return; }
    const runs = data.runs ? "1" : "";
    clock.dataset.seconds = String(data.seconds_left);
    clock.dataset.runs = runs;
    if (!runs && clock.textContent !== data.words) { clock.textContent = data.words; }
  }

  Object.assign(live, { close: close, showLink: showLink, markMuted: markMuted });

  // All the files beside this one are there: this is the last.
  live.readHere();
  live.takeUpTyping();
  live.restore(document, true);
  live.restoreDrafts();
  live.writeHere();
  markMuted();
  live.lookAtSeen();
  listen();
}(window.live));
