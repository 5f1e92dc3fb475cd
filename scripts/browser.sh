#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The browser tests need Chromium. Install Debian's where we may; otherwise say so, and fail only in CI.
set -uo pipefail
command -v chromium >/dev/null && exit 0

if command -v apt-get >/dev/null; then
    if [ "$(id -u)" -eq 0 ]; then root=""; else root="sudo -n"; fi
    $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
command -v chromium >/dev/null && exit 0

echo "!!! Chromium ontbreekt: de browsertests worden overgeslagen. (Chromium is missing: browser tests are skipped.)" >&2
[ -z "${CI:-}" ]
