"""Serving: the credit file as JSON and as a page, beside Datasette that serves the same rows by the same code."""

import json
import pathlib
import random
import sqlite3
import urllib.parse
import urllib.request

from intake import fresh
from measure import Server, free_port, load, mean, median_served, run
from report import Line

CODES = 500

# What our page says of each entry; the peer's page shows these columns and no others.
ON_THE_PAGE = ("itemName", "title", "polarity", "authority", "document", "decidedOn", "validUntil", "shownUntil", "hasEnded")


def sample_store(xinyuan, folder, say):
    """The default sample city, handed in through `submit`; made once."""
    store, done = folder / "city.sqlite", folder / "city.done"
    if not done.exists():
        fresh(store)
        say("making the sample city and handing it in")
        city = folder / "city"
        run([xinyuan, "sample", "--seed", 7, "--out", city])
        run([xinyuan, "submit", "--manifest", city / "manifest.json", "--store", f"sqlite:{store}"], allowed=(0, 1))
        done.touch()
    return store


def get(url, headers=None):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=30) as answer:
        return answer.headers, answer.read()


def public_codes(store):
    """Codes of organisations with at least one record that has days to be shown."""
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            "SELECT s.code FROM subject s WHERE EXISTS (SELECT 1 FROM record r WHERE r.subject = s.id AND r.shown_from IS NOT NULL)"
            " ORDER BY s.code"
        )
        codes = [row[0] for row in rows]
    return random.Random(7).sample(codes, min(CODES, len(codes)))


def entries_of(answer):
    """Every entry of a file as our API gives it, as flat rows: the file's own words beside each."""
    subject = {f"subject_{key}": value for key, value in answer["subject"].items()}
    for section in answer["sections"]:
        for entry in section["entries"]:
            yield {"code": None, **subject, "section": section.get("id"), **entry}


def flat(value):
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def datasette_database(path, server, codes):
    """The same rows with all they say, one table, indexed by code."""
    rows = []
    for code in codes:
        _, body = get(f"{server.address}/api/v1/files/{code}")
        for entry in entries_of(json.loads(body)):
            rows.append({key: flat(value) for key, value in {**entry, "code": code}.items()})
    names = list(dict.fromkeys(name for row in rows for name in row))
    with sqlite3.connect(fresh(path)) as connection:
        connection.execute("CREATE TABLE entry (" + ", ".join(f'"{name}"' for name in names) + ")")
        connection.executemany(
            f"INSERT INTO entry VALUES ({', '.join('?' for _ in names)})",
            [[row.get(name) for name in names] for row in rows],
        )
        connection.execute("CREATE INDEX entry_code ON entry (code)")
    connection.close()
    return len(rows) / len(codes)


def measure_serving(report, xinyuan, folder, *, rounds, seconds, say):
    store = sample_store(xinyuan, folder, say)
    codes = public_codes(store)
    port, peer_port = free_port(), free_port()
    database = folder / "peer-files.sqlite"
    serve = [xinyuan, "serve", "--host", "127.0.0.1", "--port", port, "--store", f"sqlite:{store}"]
    with Server(serve, port, "/healthz") as ours:
        entries = datasette_database(database, ours, codes)
        datasette = [
            pathlib.Path(".venv/bin/datasette"), "serve", "-i", database, "--host", "127.0.0.1", "--port", peer_port,
            # What the peer does beside answering is turned off, to its good.
            "--setting", "suggest_facets", "off", "--setting", "default_cache_ttl", "0",
        ]
        with Server(datasette, peer_port, "/-/versions.json") as peer:
            _measure(report, ours, peer, codes, entries, rounds, seconds, say)


def _measure(report, ours, peer, codes, entries, rounds, seconds, say):
    tags = {}
    for code in codes:
        headers, _ = get(f"{ours.address}/api/v1/files/{code}")
        tags[code] = headers["ETag"]
        if not tags[code]:
            raise RuntimeError("our answers have no ETag")
    table = f"/{pathlib.Path(peer.process.args[3]).stem}/entry"
    shown = "&".join(f"_col={name}" for name in ON_THE_PAGE)
    loads = {
        "our JSON": (ours, [(f"/api/v1/files/{code}", "") for code in codes], 200),
        "our HTML": (ours, [(f"/file/{code}", "") for code in codes], 200),
        "our 304": (ours, [(f"/api/v1/files/{code}", tags[code]) for code in codes], 304),
        "peer JSON": (peer, [(f"{table}.json?_shape=array&_nocount=1&_nofacet=1&code={code}", "") for code in codes], 200),
        "peer HTML": (peer, [(f"{table}?_nocount=1&_nofacet=1&{shown}&code={code}", "") for code in codes], 200),
    }
    served = {name: [] for name in loads}
    for name, (server, paths, status) in loads.items():
        load(server, paths, seconds=1, status=status)
    for number in range(rounds):
        say(f"serving, round {number + 1} of {rounds}: {len(codes)} files of {entries:.1f} entries on average")
        for name, (server, paths, status) in loads.items():
            served[name].append(load(server, paths, seconds=seconds, status=status))
    sizes = {
        name: mean(len(get(server.address + path)[1]) for path, _ in paths[:50])
        for name, (server, paths, status) in loads.items()
        if status == 200
    }
    for work, mine, theirs, least in (
        ("serve a credit file as JSON", "our JSON", "peer JSON", 10),
        ("serve a credit file as a page", "our HTML", "peer HTML", 4),
        ("say that a file has not changed (304)", "our 304", "peer JSON", 20),
    ):
        report.add(
            Line(
                work,
                median_served(served[mine]).per_cpu_second,
                "Datasette, " + theirs.split(" ")[1],
                median_served(served[theirs]).per_cpu_second,
                "requests/CPU-s",
                at_least=least,
            ),
            ours=[vars(one) for one in served[mine]],
            peer=[vars(one) for one in served[theirs]],
            our_bytes=sizes.get(mine),
            peer_bytes=sizes.get(theirs),
            peak_mib=ours.peak_mib(),
        )
