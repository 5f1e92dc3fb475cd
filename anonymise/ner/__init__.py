# SPDX-License-Identifier: EUPL-1.2
"""Our own name model: a small network that knows names by the words around them (docs/models.md)."""
