# SPDX-License-Identifier: EUPL-1.2
"""Raw case to safe case: finding personal data in Dutch text and replacing it."""
