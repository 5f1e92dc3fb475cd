# SPDX-License-Identifier: EUPL-1.2
"""How recognisable the person of a safe case still is: traits, rare combinations, and what to coarsen."""
