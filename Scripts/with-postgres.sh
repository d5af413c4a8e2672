#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL 15 on a Unix socket, named by XINYUAN_TEST_POSTGRES (a libpq conninfo).
#   Scripts/with-postgres.sh COMMAND [ARGUMENT …]
. "$(dirname "$0")/common.sh"

[ "$#" -gt 0 ] || fail "usage: Scripts/with-postgres.sh COMMAND [ARGUMENT …]"
bin=/usr/lib/postgresql/15/bin
[ -x "$bin/initdb" ] || fail "no PostgreSQL 15 here: run 'make install'"

# initdb refuses to run as root.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
    as_owner=(runuser -u postgres --)
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/xinyuan-postgres.XXXXXX")
chmod 755 "$home"
if [ "$(id -u)" -eq 0 ]; then chown postgres "$home"; fi
stop() {
    (cd "$home" && "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$home"
}
trap stop EXIT

port=$(free_port)
options="-c listen_addresses='' -c unix_socket_directories='$home' -p $port -c fsync=off"
# Run from a folder that the owner may enter; say what it said only where it fails.
if ! (cd "$home" &&
    "${as_owner[@]}" "$bin/initdb" -D "$home/data" -U xinyuan -A trust -E UTF8 --locale=C.UTF-8 &&
    "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -l "$home/server.log" -w -t 60 -o "$options" start) \
    >"$home.log" 2>&1; then
    cat "$home.log" "$home/server.log" >&2 2>/dev/null || true
    rm -f "$home.log"
    fail "PostgreSQL did not start"
fi
rm -f "$home.log"

export XINYUAN_TEST_POSTGRES="host=$home port=$port user=xinyuan dbname=postgres"
"$@"
