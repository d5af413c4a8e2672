"""Comparing names: `xinyuan match --pairs` beside rapidfuzz and nomenklatura on the hard pairs of pairs.py."""

import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass

import pairs as hard_pairs
from folding import fold
from measure import run
from report import Line

HERE = pathlib.Path(__file__).parent
# Above this score nomenklatura's own command line calls two entities the same.
NOMENKLATURA_SAME = 0.7


@dataclass
class Compared:
    """What was called the same or left to a person, pair by pair, and comparisons per CPU-second."""

    same: list
    ask: list
    per_second: float

    def share(self, pairs, wanted):
        """The share of the pairs, of those that `wanted` names, that are called the same, and asked."""
        chosen = [number for number, pair in enumerate(pairs) if wanted(pair)]
        return tuple(sum(calls[number] for number in chosen) / len(chosen) for calls in (self.same, self.ask))


def ours(xinyuan, folder, pairs):
    """Comparing names that are ready, and the comparisons per CPU-second with making both ready."""
    sheet, out, said = (folder / f"match-{part}" for part in ("pairs.csv", "bands.jsonl", "said.txt"))
    hard_pairs.write(sheet, pairs)
    run([xinyuan, "match", "--pairs", sheet, "--json", "--time"], stdout=out, stderr=said, allowed=(0, 1))
    with open(out, encoding="utf-8") as lines:
        bands = [json.loads(line)["band"] for line in lines]
    if len(bands) != len(pairs):
        raise RuntimeError(f"{len(bands)} answers to {len(pairs)} pairs")
    times = json.loads(said.read_text().splitlines()[-1])
    alone = times["cpuSeconds"] / times["comparisons"]
    ready = 2 * times["preparingCPUSeconds"] / times["prepared"]
    compared = Compared([band == "same" for band in bands], [band == "ask" for band in bands], 1 / alone)
    return compared, 1 / (alone + ready)


def peer(name, python, folder, named):
    listing, out = folder / "match-peer.tsv", folder / "match-peer.json"
    listing.write_text("".join(f"{one}\t{other}\n" for one, other in named), encoding="utf-8")
    run([python, HERE / "match_peers.py", name, listing, out])
    result = json.loads(out.read_text())
    return result["scores"], result["compared"] / result["cpu"]


def rapidfuzz(folder, pairs):
    """On folded names, with the threshold that calls most of these very pairs rightly."""
    scores, per_second = peer("rapidfuzz", sys.executable, folder, [(fold(pair.one), fold(pair.other)) for pair in pairs])
    threshold = max(range(50, 101), key=lambda least: sum((score >= least) == pair.same for score, pair in zip(scores, pairs)))
    return Compared([score >= threshold for score in scores], [False] * len(pairs), per_second), threshold


def nomenklatura(folder, pairs, python):
    scores, per_second = peer("nomenklatura", python, folder, [(pair.one, pair.other) for pair in pairs])
    return Compared([score >= NOMENKLATURA_SAME for score in scores], [False] * len(pairs), per_second)


def nomenklatura_python(folder, say):
    """A Python that has nomenklatura, installed once; None where that fails."""
    home, wanted = folder / "nomenklatura", HERE / "requirements-nomenklatura.txt"
    python, done = home / "bin/python", home / "installed"
    if done.exists() and done.read_text() == wanted.read_text():
        return python
    say("installing nomenklatura into a folder of its own")
    commands = [
        [sys.executable, "-m", "venv", "--clear", home],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted],
    ]
    for command in commands:
        if subprocess.run(list(map(str, command)), check=False).returncode:
            return None
    done.write_text(wanted.read_text())
    return python


def measure_match(report, xinyuan, folder, *, rounds, quick, say):
    pairs = list(hard_pairs.make(100 if quick else hard_pairs.PER_KIND))
    python = nomenklatura_python(folder, say)
    mine, theirs, general = [], [], []
    for number in range(rounds):
        say(f"comparing {len(pairs):,} hard pairs, round {number + 1} of {rounds}")
        mine.append(ours(xinyuan, folder, pairs))
        theirs.append(rapidfuzz(folder, pairs))
        if python:
            general.append(nomenklatura(folder, pairs, python))
    compared, with_preparing = sorted(mine, key=lambda one: one[0].per_second)[rounds // 2]
    fuzzy, threshold = sorted(theirs, key=lambda one: one[0].per_second)[rounds // 2]
    peers = {f"rapidfuzz, ratio ≥ {threshold}": fuzzy}
    if general:
        peers["nomenklatura, logic-v2"] = sorted(general, key=lambda one: one.per_second)[rounds // 2]
    else:
        report.note("nomenklatura could not be installed here and is left out.")
    report_match(report, pairs, compared, with_preparing, peers)
    speeds = {"rapidfuzz": [one.per_second for one, _ in theirs], "nomenklatura": [one.per_second for one in general]}
    report.keep("match", ours=[(one.per_second, whole) for one, whole in mine], peers=speeds, threshold=threshold)


def report_match(report, pairs, compared, with_preparing, peers):
    unit = "comparisons/CPU-s"
    report.add(Line("compare two names that are ready", compared.per_second, "", None, unit, at_least=1_000_000))
    report.add(Line("compare two names, making both ready", with_preparing, "", None, unit))
    for name, one in peers.items():
        report.add(Line("compare two names that are ready", compared.per_second, name, one.per_second, unit))
    same, ask = compared.share(pairs, lambda pair: pair.same)
    report.add(Line("hard pairs of one organisation: the same, or asked", same + ask, "", None, "share", at_least=0.99))
    wrongly, _ = compared.share(pairs, lambda pair: not pair.same)
    report.add(Line("hard pairs of two organisations: called the same", wrongly, "", None, "share", at_most=0.01))
    report.table("Comparing names: called the same, kind by kind", *kind_table(pairs, compared, peers))


def kind_table(pairs, compared, peers):
    head = ["pair", "is", "ours: the same", "ours: asked", *peers]
    rows = [
        table_row(kind, "one" if same else "two", lambda pair: pair.kind == kind, pairs, compared, peers)
        for kind, same in dict.fromkeys((pair.kind, pair.same) for pair in pairs)
    ]
    rows.append(table_row("all", "one", lambda pair: pair.same, pairs, compared, peers))
    rows.append(table_row("all", "two", lambda pair: not pair.same, pairs, compared, peers))
    return head, rows


def table_row(kind, truth, wanted, pairs, compared, peers):
    same, ask = compared.share(pairs, wanted)
    calls = [same, ask, *(one.share(pairs, wanted)[0] for one in peers.values())]
    return [kind, truth, *(f"{call:.3f}" for call in calls)]
