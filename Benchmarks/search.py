"""Finding names: `xinyuan search` beside the engines of peers.py, same names, same queries, hits judged by queries.py."""

import csv
import json
import pathlib
import random
from dataclasses import dataclass, field

from chart import Panel, draw
from folding import fold
from measure import run
from names import register
from queries import EXACT, KINDS, SHARED, TEXT, limit, queries_for
from report import Line, number

NAMES, QUICK_NAMES = 200_000, 20_000
# How many queries of each kind the slow engines are asked; all for the others.
FEWER = {"FTS5 bigrams": 15, "FTS5 trigrams": 15, "pg_trgm": 30, "rapidfuzz": 30}
# The engines that take turns with ours in every round; the others run once.
IN_TURN = ("tantivy",)
ONCE = ("Xapian", "FTS5 bigrams", "FTS5 trigrams", "pg_trgm", "rapidfuzz")
HERE = pathlib.Path(__file__).parent
GROWTH_PICTURE = "search-growth.svg"


@dataclass
class Asked:
    """What one engine did with the queries of one kind."""

    queries: int
    cpu: float
    recall: float
    first: float


@dataclass
class Run:
    """What one engine did in one round."""

    build_cpu: float
    size: int
    per_second: float
    p50_us: float
    p95_us: float
    p99_us: float
    kinds: dict = field(default_factory=dict)

    @property
    def recall(self):
        """Over the shared kinds, each as heavy as its queries."""
        return mean_recall([self.kinds[kind] for kind in SHARED])


def mean_recall(asked):
    return sum(one.recall * one.queries for one in asked) / sum(one.queries for one in asked)


def quantile(values, share):
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def judged(queries, answers, cpu):
    return Asked(
        len(queries),
        cpu,
        sum(query.recall(hits) for query, hits in zip(queries, answers)) / len(queries),
        sum(bool(hits) and hits[0] in query.expected for query, hits in zip(queries, answers)) / len(queries),
    )


def by_kind(queries, most=None):
    """{kind: its queries, the first `most` of them}"""
    return {kind: [query for query in queries if query.kind == kind][:most] for kind in KINDS}


class Ours:
    """`xinyuan search --batch` on a register."""

    def __init__(self, xinyuan, folder, names):
        self.xinyuan, self.folder, self.names = xinyuan, folder, names

    def ask(self, queries, hits=10):
        """The figures it measured inside, the codes found by each query, what the process cost."""
        batch, times, out = (self.folder / f"search-{part}" for part in ("batch.txt", "times.json", "hits.jsonl"))
        batch.write_text("".join(query.text + "\n" for query in queries), encoding="utf-8")
        command = [self.xinyuan, "search", "--register", self.names, "--batch", batch, "--json", "--limit", hits]
        cost = run([*command, "--times", times], stdout=out)
        with open(out, encoding="utf-8") as lines:
            answers = [[hit["code"] for hit in json.loads(line)["hits"]] for line in lines]
        if len(answers) != len(queries):
            raise RuntimeError(f"{len(answers)} answers to {len(queries)} queries")
        return json.loads(times.read_text()), answers, cost

    def mixed(self, queries):
        """A run of queries in mixed order, as people ask them."""
        shuffled = random.Random(7).sample(queries, len(queries))
        times, _, _ = self.ask(shuffled)
        return Run(
            times["build_cpu_seconds"],
            times["index_bytes"],
            times["queries"] / times["query_cpu_seconds"],
            times["p50_us"],
            times["p95_us"],
            times["p99_us"],
        )

    def kinds(self, queries):
        """{kind: what it did with it}, each kind in a run of its own."""
        found = {}
        for kind, asked in by_kind(queries).items():
            times, answers, _ = self.ask(asked, hits=limit(kind))
            found[kind] = judged(asked, answers, times["query_cpu_seconds"])
        return found


class Peer:
    """An engine of peers.py on the same register and the queries of text, both folded beforehand."""

    def __init__(self, engine, folder, names, queries, most=None):
        self.engine, self.folder = engine, folder
        self.queries = by_kind(queries, most)
        self.names_path = folder / f"{names.stem}-folded.tsv"
        if not self.names_path.exists():
            write_folded_names(names, self.names_path)

    def run(self):
        queries_path, out = self.folder / "peer-queries.tsv", self.folder / "peer.json"
        lines = (f"{kind}\t{fold(query.text)}\n" for kind in TEXT for query in self.queries[kind])
        queries_path.write_text("".join(lines), encoding="utf-8")
        script = [HERE / "peers.py", self.engine, self.names_path, queries_path, out]
        run([*self.python(), *script])
        result = json.loads(out.read_text())
        shared = [kind for kind in result["kinds"] if kind["kind"] in SHARED]
        latencies = [latency for kind in shared for latency in kind["latencies_us"]]
        return Run(
            result["build_cpu"],
            result["bytes"],
            len(latencies) / sum(kind["cpu"] for kind in shared),
            *(quantile(latencies, share) for share in (0.5, 0.95, 0.99)),
            {kind["kind"]: judged(self.queries[kind["kind"]], kind["answers"], kind["cpu"]) for kind in result["kinds"]},
        )

    def python(self):
        if self.engine == "Xapian":
            return ["/usr/bin/python3"]
        python = [HERE.parent / ".venv/bin/python"]
        return [HERE.parent / "Scripts/with-postgres.sh", *python] if self.engine == "pg_trgm" else python


def write_folded_names(names, path):
    with open(names, encoding="utf-8", newline="") as file, open(path, "w", encoding="utf-8") as out:
        for row in csv.DictReader(file):
            for name in filter(None, (row["name"], row["former"])):
                out.write(f"{row['code']}\t{fold(name)}\n")


def middle(runs):
    """The run whose speed is the middle one."""
    return sorted(runs, key=lambda one: one.per_second)[len(runs) // 2]


def measure_search(report, xinyuan, folder, *, rounds, quick, say):
    count = QUICK_NAMES if quick else NAMES
    say(f"a register of {count:,} names and its queries")
    names, queries = register(folder, count), queries_for(folder, count)
    shared = [query for query in queries if query.kind in SHARED]
    ours = Ours(xinyuan, folder, names)
    mine, all_kinds, peers = [], [], {}
    for number_of_round in range(rounds):
        say(f"finding names, round {number_of_round + 1} of {rounds}: ours, {', '.join(IN_TURN)}")
        mine.append(ours.mixed(shared))
        all_kinds.append(ours.mixed(queries))
        for engine in IN_TURN:
            peers.setdefault(engine, []).append(Peer(engine, folder, names, queries).run())
    for engine in ONCE:
        say(f"finding names: {engine}")
        peers[engine] = [Peer(engine, folder, names, queries, 5 if quick else FEWER.get(engine)).run()]
    say("finding names: ours, kind by kind")
    kinds = ours.kinds(queries)
    for one in mine:
        one.kinds = kinds
    report_search(report, count, middle(mine), middle(all_kinds), {name: middle(runs) for name, runs in peers.items()})
    report.keep("search", ours=mine, ours_all_kinds=all_kinds, peers=peers)


def report_search(report, count, mine, all_kinds, peers):
    kinds = mine.kinds
    for engine, peer in peers.items():
        least = 10 if engine in IN_TURN else None
        work = f"find one of {count:,} names, ten kinds of inexact words"
        report.add(Line(work, mine.per_second, engine, peer.per_second, "queries/CPU-s", at_least=least))
    report.add(Line("recall@10 over these kinds", mine.recall, "", None, "share", at_least=0.99))
    report.add(Line(f"recall@10 over all {len(kinds)} kinds", mean_recall(list(kinds.values())), "", None, "share", at_least=0.99))
    lowest = min(kinds, key=lambda kind: kinds[kind].recall)
    report.add(Line(f"recall@10 of the weakest kind ({lowest})", kinds[lowest].recall, "", None, "share", at_least=0.99))
    report.add(Line("the exact name is the first hit", kinds[EXACT].first, "", None, "share", at_least=1))
    report.add(Line("find by words of all kinds", all_kinds.per_second, "", None, "queries/CPU-s"))
    report.add(
        Line(
            f"build the index of {count:,} names", mine.build_cpu, "tantivy", peers["tantivy"].build_cpu,
            "CPU-s (fewer is better)", at_most=1,
        )  # fmt: skip
    )
    report.add(Line(f"99 of 100 answers of all kinds, {count:,} names", all_kinds.p99_us / 1000, "", None, "ms", at_most=1))
    report.table("Finding names: the engines", *engine_table({"ours": mine, **peers}))
    report.table("Finding names: recall@10 and queries per CPU-second, kind by kind", *kind_table(kinds, peers))


def engine_table(engines):
    head = ["engine", "build, CPU-s", "index, MB", "queries/CPU-s", "p50, ms", "p95, ms", "p99, ms", "recall@10", "queries a kind"]
    rows = []
    for engine, one in engines.items():
        figures = [one.build_cpu, one.size / 1e6, one.per_second, one.p50_us / 1e3, one.p95_us / 1e3, one.p99_us / 1e3]
        rows.append([engine, *map(number, figures), f"{one.recall:.3f}", str(one.kinds[EXACT].queries)])
    return head, rows


def kind_table(kinds, peers):
    """Recall and speed of each engine; a dash where the engine has nothing to find it by."""
    head = ["kind", "ours", *peers]
    rows = []
    for kind, mine in kinds.items():
        cells = [mine, *(peer.kinds.get(kind) for peer in peers.values())]
        rows.append([kind, *map(recall_and_speed, cells)])
    return head, rows


def recall_and_speed(asked):
    """The speed to three figures, since a few slow queries tell no more; none where nothing is found."""
    if asked is None:
        return "—"
    fast = f" · {number(float(f'{asked.queries / asked.cpu:.3g}'))}" if asked.cpu and asked.recall else ""
    return f"{asked.recall:.3f}{fast}"


def measure_growth(report, xinyuan, folder, *, sizes, say):
    """Ours on growing registers, asked the same queries: those of the smallest."""
    queries = queries_for(folder, sizes[0])
    shuffled = random.Random(7).sample(queries, len(queries))
    grown = []
    for size in sizes:
        say(f"finding names: growth, {size:,} names")
        times, answers, cost = Ours(xinyuan, folder, register(folder, size)).ask(shuffled)
        precise = [(query, hits) for query, hits in zip(shuffled, answers) if query.kind == EXACT]
        found = sum(query.recall(hits) for query, hits in precise) / len(precise)
        grown.append({**times, "names": size, "peak_mib": cost.peak_mib, "exact_found": found})
    for one in grown:
        if one["names"] == 10_000_000:
            report.add(Line("99 of 100 answers of all kinds, 10,000,000 names", one["p99_us"] / 1000, "", None, "ms", at_most=10))
    report.table("Finding names: growth", *growth_table(grown), picture=GROWTH_PICTURE)
    report.keep("search growth", grown=grown)
    draw_growth(folder / GROWTH_PICTURE, grown)


def growth_table(grown):
    head = ["names", "build, CPU-s", "build, s", "index, MB", "peak memory, MiB", "queries/CPU-s", "p50, ms", "p95, ms", "p99, ms"]
    head.append("exact names found")
    rows = [
        [
            f"{one['names']:,}",
            *map(
                number,
                (
                    one["build_cpu_seconds"],
                    one["build_wall_seconds"],
                    one["index_bytes"] / 1e6,
                    one["peak_mib"],
                    one["queries"] / one["query_cpu_seconds"],
                    one["p50_us"] / 1e3,
                    one["p95_us"] / 1e3,
                    one["p99_us"] / 1e3,
                ),
            ),
            f"{one['exact_found']:.3f}",
        ]
        for one in grown
    ]
    return head, rows


def draw_growth(path, grown):
    sizes = [one["names"] for one in grown]
    draw(
        path,
        "Finding names while the register grows",
        [
            Panel(
                "How long an answer takes",
                "names in the register",
                "milliseconds",
                sizes,
                {share: [one[f"{share}_us"] / 1000 for one in grown] for share in ("p50", "p95", "p99")},
            ),
            Panel(
                "What it needs",
                "names in the register",
                "seconds, MiB",
                sizes,
                {
                    "memory, MiB": [one["peak_mib"] for one in grown],
                    "build, s": [one["build_wall_seconds"] for one in grown],
                },
            ),
        ],
    )
