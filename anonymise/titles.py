# SPDX-License-Identifier: EUPL-1.2
"""Words before a name that are no part of it, in lower case and without their full stop."""

ADDRESS = frozenset({"mevrouw", "mevr", "mw", "mvr", "meneer", "mijnheer", "dhr", "hr", "heer", "fam"})
"""How a person is addressed."""

DEGREES = frozenset({"dr", "drs", "mr", "ir", "ing", "prof"})
"""What a person has studied."""

TITLES = ADDRESS | DEGREES
