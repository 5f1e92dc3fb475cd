# SPDX-License-Identifier: EUPL-1.2
"""The evidence pack of a pattern as a file: laid out once, written as Word or PDF."""
