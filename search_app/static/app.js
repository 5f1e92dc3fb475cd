// SPDX-License-Identifier: EUPL-1.2
// What Streamlit does not offer to people who do not use a mouse or a screen, and to reviewers who do.
(() => {
  "use strict";
  const remove = { nl: "Filter weghalen: ", en: "Remove filter: " };
  const removeCase = { nl: "Casus weghalen: ", en: "Remove case: " };

  // A new number of results is read aloud; a chip says what pressing it does.
  function describe() {
    set(document.querySelector(".st-key-telling"), "aria-live", "polite");
    for (const line of document.querySelectorAll("[class*='st-key-melding']")) set(line, "aria-live", "polite");
    for (const foot of document.querySelectorAll("[class*='st-key-voet_oordeel_']")) set(foot, "aria-live", "polite");
    // Streamlit calls the place for files "presentation" and yet names it; a group may have a name.
    set(document.querySelector("[data-testid=stFileUploaderDropzone]"), "role", "group");
    for (const button of document.querySelectorAll("[class*='st-key-chip_'] button")) {
      const name = button.textContent.replace("✕", "").trim();
      const said = button.closest("[class*='st-key-chip_zoals_']") ? removeCase : remove;
      set(button, "aria-label", (said[document.documentElement.lang] || said.nl) + name);
    }
  }

  // A page that changes as a whole without a new address begins at its top, also for who hears it.
  let screen = "";
  function begin() {
    const header = document.querySelector("[data-scherm]"), found = header?.dataset.scherm || "";
    if (found && screen && found !== screen) {
      const title = header.querySelector("h1");
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }
    screen = found;
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

  // Streamlit keeps what was typed in a box once the box is left; a shortcut pressed in it would use the text of before.
  function finishTyping(event) {
    const box = event.altKey && /^[a-z]$/i.test(event.key) && event.target.closest?.("input, textarea");
    if (box) {
      box.blur();
      box.focus();
    }
  }

  // Reviewing with a mouse: a click on a marked place presses the button of that place, and selected words go
  // into the box "mask more". Both can be done with the keyboard as well, by the button and the box themselves.
  function press(event) {
    const mark = event.target.closest?.("[class*='mw-druk-']");
    const name = mark && [...mark.classList].find((each) => each.startsWith("mw-druk-"));
    if (name && !String(getSelection())) {
      document.querySelector(`.st-key-${CSS.escape(name.slice("mw-druk-".length))} button`)?.click();
    }
  }

  function fill() {
    const chosen = getSelection(), text = String(chosen).replace(/\s+/g, " ").trim();
    const from = chosen.anchorNode?.parentElement?.closest(".mw-leestekst, .mw-casus, .mw-register");
    const box = document.querySelector(".st-key-maskeer_woorden input");
    if (!from || !box || !text || text.length > 80) return;
    // React keeps its own record of the value; the setter of the browser makes it notice the change.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("click", press);
  document.addEventListener("mouseup", fill);
  new MutationObserver(() => { describe(); begin(); }).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("keydown", stopSingleLetters, true);
  window.addEventListener("keydown", finishTyping, true);
  window.addEventListener("keyup", stopSingleLetters, true);
})();
