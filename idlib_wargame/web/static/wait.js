// A wait before the next try: counted down, and over as soon as the server says so. What was refused
// goes then, with the words about it; what was typed since stays.

(function () {
  "use strict";

  const form = document.querySelector("form[data-wait]");
  if (!form) { return; }
  const LOOKS = 2000, TICKS = 500;
  const button = form.querySelector("button"), counts = document.getElementById("wait");
  const amiss = document.getElementById("amiss"), field = form.querySelector("input:not([type=hidden])");
  let until = 0, isSending = false, refused = "";

  function left() { return Math.max(Math.ceil((until - performance.now()) / 1000), 0); }

  function begin(seconds) {
    until = performance.now() + seconds * 1000;
    show();
  }

  function digits(seconds) {
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }

  function show() {
    const seconds = left(), waited = button.disabled && !isSending;
    const words = seconds ? counts.dataset.words.replace("{time}", digits(seconds)) : "";
    if (!seconds && waited) {
      say("");
      if (refused && field.value === refused) { field.value = ""; }
    }
    if (seconds || waited) {
      counts.textContent = words || counts.dataset.over;
      counts.hidden = false;
    }
    button.disabled = isSending || seconds > 0;
  }

  function say(words) {
    if (!amiss) { return; }
    amiss.querySelector("span:last-child").textContent = words;
    amiss.hidden = !words;
  }

  setInterval(show, TICKS);
  setInterval(function () {
    if (!form.dataset.looks || !left() || document.hidden) { return; }
    fetch(form.dataset.looks, { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
      return answer.ok ? answer.json() : null;
    }).then(function (told) { if (told && left()) { begin(told.wait); } }, function () { /* the next look */ });
  }, LOOKS);

  form.addEventListener("submit", function (event) {
    if (left() || isSending) { event.preventDefault(); return; }
    if (!form.dataset.looks) { return; }
    event.preventDefault();
    isSending = true;
    refused = "";
    const sent = field.value;
    show();
    counts.hidden = true;
    fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
      cache: "no-store",
      credentials: "same-origin",
    }).then(function (answer) { return answer.json(); }).then(function (told) {
      if (told.to) { location.replace(told.to); return; }
      if (told.first) { location.reload(); return; }
      isSending = false;
      button.disabled = false;
      refused = sent;
      say(told.amiss || "");
      begin(told.wait || 0);
      field.focus();
      field.select();
    }).catch(function () {
      isSending = false;
      button.disabled = false;
      say(form.dataset.lost || "");
    });
  });

  begin(Number(form.dataset.wait) || 0);
}());
