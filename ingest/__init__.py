# SPDX-License-Identifier: EUPL-1.2
"""File to safe case in the store: reading, mapping, checking, loading."""
