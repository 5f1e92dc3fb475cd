# SPDX-License-Identifier: EUPL-1.2
"""Stronger engines for names, which an organisation may add by a setting: optional, offline, never needed."""
