# SPDX-License-Identifier: EUPL-1.2
"""What personal data looks like in Dutch case notes: one kind, one file."""
