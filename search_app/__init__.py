# SPDX-License-Identifier: EUPL-1.2
"""What people use: settings and wiring, command line, web app."""
