#!/usr/bin/env bash
# A sample city in ./demo, its files handed in as departments hand them in, and the portal before it.
#   Scripts/demo.sh start|stop      PORT=8081 for another port, DEMO=FOLDER for another folder
. "$(dirname "$0")/common.sh"

XINYUAN=${XINYUAN:-.build/release/xinyuan}
PORT=${PORT:-8080}
folder=${DEMO:-demo}
sample=$folder/sample
store=sqlite:$folder/store.sqlite
pid_file=$folder/portal.pid
log=$folder/portal.log
address=http://127.0.0.1:$PORT

# The portal's process, where it runs and is ours.
portal_pid() {
    local pid
    pid=$(cat "$pid_file" 2>/dev/null) || return 1
    [ -n "$pid" ] && [ "$(readlink -f "/proc/$pid/exe" 2>/dev/null | sed 's/ (deleted)$//')" = "$(readlink -f "$XINYUAN")" ] || return 1
    echo "$pid"
}

stop_portal() {
    local pid
    if ! pid=$(portal_pid); then
        rm -f "$pid_file"
        return 0
    fi
    say "stopping the portal (process $pid)"
    kill "$pid"
    for _ in $(seq 100); do
        if ! portal_pid >/dev/null; then
            rm -f "$pid_file"
            return 0
        fi
        sleep 0.1
    done
    fail "process $pid does not stop; see $log"
}

make_sample() {
    if [ -f "$sample/manifest.json" ]; then
        say "sample city: $sample is here and reused"
        return
    fi
    say "sample city: made-up organisations and a year of files into $sample"
    rm -rf "$sample"
    "$XINYUAN" sample --seed 2018 --organisations 5000 --records 50000 --out "$sample"
}

hand_in() {
    if [ -f "$folder/handed-in" ] && [ "$folder/handed-in" -nt "$sample/manifest.json" ]; then
        say "its files were handed in already: $folder/store.sqlite is reused"
        return
    fi
    say "handing its files in, as departments do"
    local code=0
    "$XINYUAN" submit --manifest "$sample/manifest.json" --store "$store" || code=$?
    # 1: some rows were refused, as the sample's dirt has to be.
    [ "$code" -le 1 ] || fail "submit ended with $code"
    touch "$folder/handed-in"
}

start_portal() {
    if portal_pid >/dev/null; then
        if [ "$pid_file" -nt "$XINYUAN" ] && [ "$(cat "$folder/portal.port" 2>/dev/null)" = "$PORT" ]; then
            say "the portal is running already (process $(portal_pid))"
            return
        fi
        stop_portal
    fi
    if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
        fail "port $PORT is in use by another program; choose another: PORT=8081 make demo"
    fi
    say "starting the portal on $address"
    setsid "$XINYUAN" serve --host 127.0.0.1 --port "$PORT" --store "$store" >"$log" 2>&1 </dev/null &
    echo $! >"$pid_file"
    echo "$PORT" >"$folder/portal.port"
    for _ in $(seq 300); do
        if curl -fsS -o /dev/null "$address/healthz" 2>/dev/null; then return; fi
        portal_pid >/dev/null || break
        sleep 0.2
    done
    tail -20 "$log" >&2
    fail "the portal did not start; its log is $log"
}

# Three organisations with much to see: code, name.
examples() {
    sqlite3 -separator '  ' "$folder/store.sqlite" "
        SELECT s.code, s.name FROM subject s JOIN record r ON r.subject = s.id
        WHERE r.shown_until >= CAST(strftime('%s', 'now', '+8 hours') / 86400 AS INTEGER)
        GROUP BY s.id ORDER BY count(DISTINCT r.item) DESC, count(*) DESC, s.code LIMIT 3"
}

case "${1:-}" in
    start)
        [ -x "$XINYUAN" ] || fail "$XINYUAN is not built: run 'make build'"
        mkdir -p "$folder"
        make_sample
        hand_in
        start_portal
        echo
        echo "  Open        $address/"
        echo "  Check       $address/check  (its practice sheet has mistakes on purpose)"
        echo "  and these credit files:"
        examples | while read -r code name; do echo "              $address/file/$code  $name"; done
        echo "  Ask         $XINYUAN status --store $store"
        echo "  Stop        make demo-stop"
        ;;
    stop) stop_portal ;;
    *) fail "usage: Scripts/demo.sh start|stop" ;;
esac
