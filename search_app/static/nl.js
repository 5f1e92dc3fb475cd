// SPDX-License-Identifier: EUPL-1.2
// Dutch for the English words inside Streamlit, which has no translations of its own.
// Only whole words and labels of Streamlit itself; text that we write (.stHtml) is left alone.
(() => {
  "use strict";
  const words = {
    "Skip to main content": "Ga naar de inhoud",
    "App pages": "Pagina's",
    "Sidebar": "Menu",
    "Logo": "Maatwerk-databank",
    "Navigate to home page": "Naar de startpagina",
    "Expand sidebar": "Menu openen",
    "Collapse sidebar": "Menu sluiten",
    "Press Ctrl+Enter to submit form": "Ctrl+Enter zoekt",
    "Press ⌘+Enter to submit form": "⌘+Enter zoekt",
    "Press Ctrl+Enter to apply": "Ctrl+Enter zoekt",
    "Press ⌘+Enter to apply": "⌘+Enter zoekt",
    "Copy to clipboard": "Kopieer",
    "Copied": "Gekopieerd",
    "Copied!": "Gekopieerd",
    "Open": "Openen",
    "Clear entry": "Wissen",
    "Clear all": "Alles wissen",
    "Press Enter to submit form": "Enter bewaart",
    "Clear value": "Wissen",
    "Selected values": "Gekozen",
    "Select all": "Kies alles",
    "Choose an option": "Kies",
    "No results": "Niets gevonden",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Running...": "Bezig …",
    "Stop": "Stoppen",
    "CONNECTING": "VERBINDEN",
    "Connecting": "Verbinden",
    "Connection error": "Geen verbinding",
    "Please wait...": "Een ogenblik …",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Deze pagina bestaat niet. U ziet de startpagina.",
    "Close": "Sluiten",
    "Upload": "Kies bestanden",
    "Add files": "Nog een bestand",
    "file upload": "Bestanden kiezen",
    "add icon": "Toevoegen",
    "Error:": "Fout: ",
    "Pagination": "Bladzijden",
    "Previous page": "Vorige bladzijde",
    "Next page": "Volgende bladzijde",
    "Lasso Select": "Teken een gebied",
    "Box Select": "Teken een rechthoek",
    "Pan": "Verschuif de kaart",
    "Zoom in": "Kom dichterbij",
    "Zoom out": "Ga verder weg",
    "Reset axes": "Hele kaart",
    "Choose date": "Kies een dag",
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Met de pijltjes gaat u langs de dagen. Enter kiest, Escape sluit.",
  };
  const attributes = ["aria-label", "title", "placeholder", "alt", "data-title"];
  const patterns = [
    [/^Shortcut /, "Sneltoets "],
    [/^Page (\d+)$/, "Bladzijde $1"],
    [/^(\d+)MB per file$/, "Hoogstens $1 MB per bestand"],
    [/^Remove (.+)$/, "Haal $1 weg"],
    [/^(.+) files are not allowed\.$/, "Dit soort bestand kan niet worden gelezen."],
    [/^File must be (.+) or smaller\.$/, "Een bestand mag hoogstens $1 zijn."],
    [/^Fullscreen: /, "Volledig scherm: "],
    [/^Choose date, (.+)$/, "Kies een dag, $1"],
    [/^day, (.+)$/, "Dag, $1"],
    [/^month, (.+)$/, "Maand, $1"],
    [/^year, (.+)$/, "Jaar, $1"],
    [/^1 option available\.$/, "1 keuze."],
    [/^(\d+) options available\.$/, "$1 keuzes."],
  ];

  // The Dutch for a text of Streamlit, or undefined for any other text.
  function dutch(text) {
    const found = (text || "").trim();
    const pattern = patterns.find(([english]) => english.test(found));
    return pattern ? found.replace(...pattern) : words[found];
  }

  function translate(root) {
    const elements = root.nodeType === Node.ELEMENT_NODE ? [root, ...root.querySelectorAll("*")] : [];
    for (const element of elements) {
      if (element.closest(".stHtml, textarea, code")) continue;
      for (const name of attributes) {
        const found = dutch(element.getAttribute(name));
        // Setting an attribute to the value it has would wake the observer again, without end.
        if (found !== undefined && found !== element.getAttribute(name)) element.setAttribute(name, found);
      }
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const found = dutch(node.data);
        if (found !== undefined && found !== node.data) node.data = found;
      }
    }
  }

  function changed(mutations) {
    for (const mutation of mutations) {
      if (mutation.type === "childList") mutation.addedNodes.forEach(translate);
      else translate(mutation.target.parentElement || mutation.target);
    }
  }

  new MutationObserver(changed).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  translate(document.documentElement);
})();
