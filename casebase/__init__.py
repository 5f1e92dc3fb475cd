# SPDX-License-Identifier: EUPL-1.2
"""What a case is and where cases are kept."""
