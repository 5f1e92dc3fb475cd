# SPDX-License-Identifier: EUPL-1.2
"""Names of persons, places, organisations and nationalities: what has no fixed form.

One look at the words of a text finds all four, with word lists (``data/lists``), the words around
a name, and a lexicon of ordinary words; the recognisers hand each kind to the analyser.
"""
