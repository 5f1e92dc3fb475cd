# SPDX-License-Identifier: EUPL-1.2
"""Pieces that pages are made of."""
