# SPDX-License-Identifier: EUPL-1.2
"""What the page says besides figures."""

TITLES = {
    "themes": "Searches in words",
    "rulings": "Court rulings",
    "similar": "More like this one",
    "members": "More like these two",
}

METHOD = (
    "Every system gets the same cases and the same searches in one run, each in a process of its own on",
    "one core. A case is relevant when it shares the mechanism of the search: the way in which a rule or",
    "its execution harms somebody, told in other words.",
    "",
    "- **nDCG@10**: how far up the relevant cases are among the first ten; 1 is perfect (Järvelin and",
    "  Kekäläinen 2002). **P@5, P@10**: share of the first five or ten that is relevant. **R@10, R@20**:",
    "  share of all relevant cases that is among the first ten or twenty. **Success@3**: share of",
    "  searches with something relevant in the first three. **RR**: one divided by the place of the first",
    "  relevant case. Computed by [ir_measures](https://ir-measur.es).",
    "- **95%**: interval over 5,000 times that as many themes are drawn again with replacement (seeded).",
    "  Searches of one theme hang together, so whole themes are drawn, not searches: wider, and more",
    "  honest.",
    "- **p**: the chance of at least such a difference with the reference if both were alike: the paired",
    "  randomisation test, 20,000 flips of searches (Smucker, Allan and Carterette 2007). *By theme*",
    "  flips whole themes. *Holm* is the larger of the two, corrected for all systems in the table (1979).",
    "- **build** and **searches a second** count processor time, so that a busy machine does not count;",
    "  **p50** and **p95** are by the clock. Memory is the most that the process held, libraries",
    "  included.",
    "",
    "**The systems.** *BM25*: bm25s as it comes, Snowball stems for Dutch, our stop words out.",
    "*Compounds*: with our analysis, which finds *voorschotbrief* under *voorschot* too. *LSA*: latent",
    "semantic analysis of the cases. *RRF*, *z*: the usual ways to add two rankings. *Letters 3-5*:",
    "tf-idf over pieces of words. *BM25 + fields*: similarity of text, laws, nature and level averaged,",
    "as in case-based reasoning (CBRkit, Lenz, Malburg and Bergmann 2024). Peers were given the choices",
    "that did best on these very cases.",
    "",
    "**An English MiniLM** is not in the table: its weights were not at hand for this run. `--model",
    "MiniLM=FOLDER` adds that or any other sentence-transformers model, alone and together with BM25 and",
    "LSA. In published figures for Dutch it stays far below BM25",
    "([models.md](../models.md)).",
    "",
    "Made by",
    "",
    "```",
    "python -m benchmarks.search.compare --rulings RULINGS_BY_THEME --report docs/evaluation --date DATE",
    "```",
    "",
    "`--cases … --searches …` measures on other cases with themes, `--beir FOLDER` on any collection in",
    "BEIR layout, `--json FILE` keeps all figures.",
)

THEMES = (
    "Weights and thresholds of ours were chosen on the odd themes of our own cases; the even ones were only",
    "counted. Its training texts are about other mechanisms than these.",
)

ON_PARTS = (
    "*Alone*: one signal, no feedback. *Without*: all but one; the other weights grow so that their sum",
    "stays the same.",
)

WORDS_ON_PARTS = {
    "similar": (
        "As `databank similar --aspect` compares: one side of the case with that side of the others. The",
        "themes share a problem, not a solution.",
    )
}

FAILURES = (
    "",
    "What the figures do not tell:",
    "",
    "- The cases are invented, and written to be hard for word search. Expect other figures on real ones.",
    "- Relevant is: the same theme. A case of another theme that would help somebody counts as a miss.",
    "- Twenty themes are few: look at the intervals, and at the even themes. These are easier for every",
    "  system, so that a higher figure there is no sign of a better search.",
    "- The rulings are 36 short summaries; a gain of .05 there may well be chance. They have six themes with",
    "  more than one ruling, so that the test by theme cannot give less than .03: nothing passes Holm there.",
    "- How much shared words weigh for *more like these two* was chosen on pairs of the odd themes.",
)
