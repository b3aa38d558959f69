// Rows are found by words: what is typed hides those that have none of it.

(function () {
  "use strict";

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // As views/finding.py finds: a word anywhere, or one that begins as it does without its ending.
  const ENDINGS = ["ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y"];
  const SHORTEST_STEM = 3, MOST_NEAR = 3, CLOSE = 0.6;

  function stem(word) {
    const ending = ENDINGS.find(function (each) {
      return word.endsWith(each) && word.length - each.length >= SHORTEST_STEM;
    });
    return ending ? word.slice(0, -ending.length) : word;
  }

  function stands(text, word) {
    return text.includes(word) || (" " + text).includes(" " + stem(word));
  }

  function likeness(one, other) {
    let row = Array.from({ length: other.length + 1 }, function (_, n) { return n; });
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let k = 1; k <= other.length; k += 1) {
        const swap = row[k - 1] + (one[i - 1] === other[k - 1] ? 0 : 1);
        next.push(Math.min(swap, row[k] + 1, next[k - 1] + 1));
      }
      row = next;
    }
    return 1 - row[other.length] / Math.max(one.length, other.length, 1);
  }

  function nearWords(texts, words) {
    const known = Array.from(new Set(texts.join(" ").split(" ")));
    const near = [];
    words.filter(function (word) {
      return !texts.some(function (text) { return stands(text, word); });
    }).forEach(function (word) {
      known.map(function (each) { return [likeness(word, each), each]; })
        .filter(function (pair) { return pair[0] >= CLOSE; })
        .sort(function (one, other) { return other[0] - one[0]; })
        .forEach(function (pair) { near.push(pair[1]); });
    });
    return Array.from(new Set(near)).slice(0, MOST_NEAR);
  }

  function filter(box) {
    const words = plain(box.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const texts = [];
    let found = 0;
    document.querySelectorAll(box.dataset.filter).forEach(function (each) {
      const text = plain(each.dataset.text || "");
      texts.push(text);
      const is = words.every(function (word) { return stands(text, word); });
      if (each.hidden === is) { each.hidden = !is; }
      if (is) { found += 1; }
    });
    document.querySelectorAll("[data-groups='" + box.id + "']").forEach(function (group) {
      group.hidden = !group.querySelector("[data-text]:not([hidden])") && words.length > 0;
    });
    const none = document.getElementById(box.id + "-none");
    if (!none) { return; }
    none.dataset.plain = none.dataset.plain || none.textContent;
    const missed = words.length > 0 && found === 0;
    const near = missed ? nearWords(texts, words) : [];
    const said = near.length ? none.dataset.near.replace("{words}", near.join(", ")) : none.dataset.plain;
    if (none.textContent !== said) { none.textContent = said; }
    none.hidden = !missed;
  }

  function filterAll() {
    document.querySelectorAll("input[data-filter]").forEach(function (box) {
      if (box.value || box.dataset.filtered) {
        box.dataset.filtered = "1";
        filter(box);
      }
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("input[data-filter]")) {
      event.target.dataset.filtered = "1";
      filter(event.target);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target.matches("input[data-filter]") && event.target.value) {
      event.preventDefault();
      event.target.value = "";
      filter(event.target);
    }
  });
  document.addEventListener("redrawn", filterAll);
}());
