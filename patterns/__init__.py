# SPDX-License-Identifier: EUPL-1.2
"""From findable cases to recurring patterns: proposals, trends, spread, equal treatment, the register."""
