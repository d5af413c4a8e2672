#!/usr/bin/env bash
# Makes the schema and prepares every SQL statement of the platform on a real PostgreSQL 15 (design, decision 9).
#   XINYUAN=path/to/xinyuan Scripts/test-postgres.sh
. "$(dirname "$0")/common.sh"

XINYUAN=${XINYUAN:-.build/debug/xinyuan}
[ -x "$XINYUAN" ] || fail "$XINYUAN is not built: run 'make build' or 'swift build'"

if [ -z "${XINYUAN_TEST_POSTGRES:-}" ]; then
    exec Scripts/with-postgres.sh "$0"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$XINYUAN" schema --dialect postgres >"$folder/schema.sql"
"$XINYUAN" schema --statements >"$folder/statements.sql"
wanted=$(grep -c '^PREPARE ' "$folder/statements.sql" || true)
[ "$wanted" -gt 0 ] || fail "'xinyuan schema --statements' printed no PREPARE"

psql=(psql "$XINYUAN_TEST_POSTGRES" -X -q -v ON_ERROR_STOP=1)
"${psql[@]}" -f "$folder/schema.sql" || fail "PostgreSQL refuses the schema"
# One session, so that the server itself can say how many it holds.
echo "SELECT 'prepared ' || count(*) FROM pg_prepared_statements;" >>"$folder/statements.sql"
held=$("${psql[@]}" -A -t -f "$folder/statements.sql") || fail "PostgreSQL refuses a statement"
[ "$held" = "prepared $wanted" ] || fail "$wanted statements were sent, PostgreSQL says: $held"
echo "$wanted of $wanted SQL statements prepared on PostgreSQL $("${psql[@]}" -A -t -c 'SHOW server_version')"
