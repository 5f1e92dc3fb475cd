# SPDX-License-Identifier: EUPL-1.2
"""Trains the shipped Dutch search model from open text; ``python -m index.training --help``."""
