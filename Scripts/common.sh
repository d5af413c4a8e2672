# shellcheck shell=bash
# What the scripts share. Source it; it leaves the shell in the project's root, strict.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is being done now.
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }

# What went wrong, and what to do; ends the script.
fail() {
    printf '\033[1;31merror:\033[0m %s\n' "$*" >&2
    exit 1
}

# A TCP port of this machine that nobody listens on.
free_port() {
    "$(python_of_debian)" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Debian's own Python where there is one: python3-venv belongs to it.
python_of_debian() {
    if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else command -v python3; fi
}
