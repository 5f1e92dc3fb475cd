# SPDX-License-Identifier: EUPL-1.2
"""Safe case to findable case: passages, vectors, words, fusion, explanation."""
