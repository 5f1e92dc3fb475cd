// SPDX-License-Identifier: EUPL-1.2
// Two things for people who do not use a mouse or a screen, which Streamlit does not offer.
(() => {
  "use strict";
  const remove = { nl: "Filter weghalen: ", en: "Remove filter: " };

  // A new number of results is read aloud; a chip says what pressing it does.
  function describe() {
    set(document.querySelector(".st-key-telling"), "aria-live", "polite");
    for (const button of document.querySelectorAll("[class*='st-key-chip_'] button")) {
      const name = button.textContent.replace("✕", "").trim();
      set(button, "aria-label", (remove[document.documentElement.lang] || remove.nl) + name);
    }
  }

  // Setting an attribute to the value it has would wake the observer again, without end.
  function set(element, name, value) {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  // Streamlit runs the page again on the letter r. Single letters may not be shortcuts (WCAG 2.1.4):
  // people who speak to their computer would set them off.
  function stopSingleLetters(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target.closest?.("input, textarea, [contenteditable=true]");
    if (plain && !typing && /^[a-z]$/i.test(event.key)) event.stopImmediatePropagation();
  }

  new MutationObserver(describe).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("keydown", stopSingleLetters, true);
  window.addEventListener("keyup", stopSingleLetters, true);
})();
