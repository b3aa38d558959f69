// What of the brief is opened, and stays in sight for a while, has been read.

(function () {
  "use strict";

  const reading = document.getElementById("read-brief");
  const sheet = reading && reading.closest("dialog");
  if (!sheet) { return; }
  let staying = 0;

  // What is turned past has not.
  function readOn() {
    clearTimeout(staying);
    if (!sheet.open || document.hidden || reading.dataset.sent) { return; }
    staying = setTimeout(function () {
      reading.dataset.sent = "1";
      reading.requestSubmit();
    }, 1000 * Number(reading.dataset.stays));
  }
  sheet.addEventListener("opened", readOn);
  sheet.addEventListener("close", readOn);
  document.addEventListener("visibilitychange", readOn);
}());
