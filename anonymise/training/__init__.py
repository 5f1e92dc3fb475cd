# SPDX-License-Identifier: EUPL-1.2
"""Training of the name model: ``python -m anonymise.training`` (docs/models.md)."""
