#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Make the virtual environment $1 with a Python of 3.11 or newer; install Debian's venv module when it is missing.
set -euo pipefail
venv=$1

find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11, 3.12 of 3.13 is nodig en niet gevonden. (Python 3.11, 3.12 or 3.13 is needed and was not found.)" >&2
    return 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

python=$(find_python)
[ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    as_root apt-get update -qq && as_root apt-get install -y -qq "python$version-venv" || {
        echo "Installeer eerst het pakket python$version-venv. (Please install the package python$version-venv first.)" >&2
        exit 1
    }
fi
rm -rf "$venv"
"$python" -m venv "$venv"
