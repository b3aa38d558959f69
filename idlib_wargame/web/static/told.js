// What others did is said once, as it comes, and marked on its tab until somebody turns there.

(function (live) {
  "use strict";

  const app = document.getElementById("app");
  if (!live || !app) { return; }
  const KEY = "seat.told";

  function read() {
    try { return JSON.parse(sessionStorage.getItem(KEY)); } catch (amiss) { return null; }
  }
  function write(what) {
    try { sessionStorage.setItem(KEY, JSON.stringify(what)); } catch (refused) { /* private mode */ }
  }

  function mark() {
    app.querySelectorAll("[data-news-of]").forEach(function (each) {
      each.hidden = !state.marked.includes(each.dataset.newsOf);
    });
  }

  // Whoever opens the page anew reads what stands there, and is not told it as news.
  const state = read() || { known: rows().map(function (row) { return row.textContent; }), marked: [] };

  function rows() {
    return Array.from(app.querySelectorAll("[data-news]")).filter(function (row) { return !isOwn(row); });
  }

  // Everybody at a seat is sent the same; what somebody did themselves is no news to them.
  function isOwn(row) { return Boolean(row.dataset.by) && row.dataset.by === app.dataset.person; }

  function leaveOut() {
    app.querySelectorAll("[data-by]").forEach(function (row) { row.hidden = isOwn(row); });
    app.querySelectorAll("[data-others]").forEach(function (all) {
      all.hidden = !all.querySelector("[data-by]:not([hidden])");
    });
  }

  function look() {
    leaveOut();
    const all = rows();
    const fresh = all.filter(function (row) { return !state.known.includes(row.textContent); });
    state.known = all.map(function (row) { return row.textContent; });
    fresh.forEach(function (row) {
      const tab = row.dataset.news;
      if (tab !== app.dataset.tab && !state.marked.includes(tab)) { state.marked.push(tab); }
    });
    if (fresh.length) { live.tell(fresh.map(function (row) { return row.textContent.trim(); }).join(" ")); }
    mark();
    if (fresh.length) { write(state); }
  }

  document.addEventListener("parts", look);
  document.addEventListener("turned", function () {
    state.marked = state.marked.filter(function (tab) { return tab !== app.dataset.tab; });
    write(state);
    mark();
  });
  look();
}(window.live));
